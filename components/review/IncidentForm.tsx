import { useState, type FormEvent } from 'react';
import { INCIDENT_TYPES } from '@/components/incidents/types';
import { incidentMessages, typeWords } from '@/components/incidents/words';
import type { Locale } from '@/components/ui/locale';
import type { ChosenPlace, IncidentEdit } from '@/lib/review/corrections';
import { ACTOR_ROLES, INCIDENT_STATUSES, type ArticleMap, type Count, type MapIncident } from '@/lib/types';
import { actorsField, editOf, type EditProblem } from './incidentEdit';
import { Field, PlaceField } from './PlaceField';
import { reviewMessages } from './words';

export interface IncidentFormProps {
  readonly incident: MapIncident;
  readonly map: ArticleMap;
  readonly text: string;
  /** What the button says that keeps it. */
  readonly save: string;
  readonly locale: Locale;
  /** What was changed, and a place of the gazetteer that the map does not have, if one was chosen. */
  readonly onSave: (edit: IncidentEdit | null, place: ChosenPlace | null) => void;
  readonly onCancel: () => void;
  /** Whether a place may be looked for that the map does not have. */
  readonly search?: boolean;
}

/** The fields of an incident, each as it is; what is changed is kept, and nothing else. */
export function IncidentForm({ incident, map, text, save, locale, onSave, onCancel, search = false }: IncidentFormProps) {
  const { edit, cancel } = reviewMessages[locale];
  const { status, subTypes } = incidentMessages[locale];
  const { roles } = incidentMessages[locale].card;
  const [problem, setProblem] = useState<EditProblem | null>(null);
  const [found, setFound] = useState<ChosenPlace | null>(null);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const read = editOf(new FormData(event.currentTarget), incident, text);
    if (typeof read === 'string') return setProblem(read);
    onSave(read, found);
  };
  const kinds =
    incident.subType !== null && !(incident.subType in subTypes) ? [incident.subType, ...Object.keys(subTypes)] : Object.keys(subTypes);
  return (
    <form className="review-form" onSubmit={submit} noValidate>
      <div className="review-tolls">
        <CountFields name="killed" label={edit.killed} count={incident.casualties.killed} locale={locale} />
        <CountFields name="injured" label={edit.injured} count={incident.casualties.injured} locale={locale} />
      </div>
      <PlaceField incident={incident} map={map} search={search} found={found} locale={locale} onFound={setFound} />
      <Field label={edit.from}>
        <input type="date" name="start" defaultValue={incident.date?.start} />
      </Field>
      <Field label={edit.to}>
        <input type="date" name="end" defaultValue={incident.date?.end} />
      </Field>
      <Field label={edit.precision}>
        <select name="precision" defaultValue={incident.date?.precision ?? 1}>
          {Object.entries(edit.precisions).map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      </Field>
      <Field label={edit.type}>
        <select name="type" defaultValue={incident.type}>
          {INCIDENT_TYPES.map((type) => (
            <option key={type} value={type}>
              {typeWords(locale, type)}
            </option>
          ))}
        </select>
      </Field>
      <Field label={edit.subType}>
        <select name="subType" defaultValue={incident.subType ?? ''}>
          <option value="">{edit.none}</option>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {subTypes[kind] ?? kind}
            </option>
          ))}
        </select>
      </Field>
      <Field label={edit.status}>
        <select name="status" defaultValue={incident.status}>
          {INCIDENT_STATUSES.map((value) => (
            <option key={value} value={value}>
              {status[value]}
            </option>
          ))}
        </select>
      </Field>
      <fieldset className="review-actors">
        <legend>{edit.actors}</legend>
        {ACTOR_ROLES.map((role) => (
          <Field key={role} label={roles[role]}>
            <input type="text" name={`actor-${role}`} defaultValue={actorsField(incident, role)} lang={map.article.language} dir="auto" />
          </Field>
        ))}
      </fieldset>
      <Field label={edit.headline} wide>
        <input type="text" name="headline" maxLength={300} defaultValue={incident.headline} lang={map.article.language} dir="auto" />
      </Field>
      {problem !== null && (
        <p className="review-problem" role="alert">
          {edit[problem]}
        </p>
      )}
      <p className="review-row">
        <button type="submit" className="button button-main">
          {save}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {cancel}
        </button>
      </p>
    </form>
  );
}

function CountFields({
  name,
  label,
  count,
  locale,
}: {
  readonly name: string;
  readonly label: string;
  readonly count: Count | null;
  readonly locale: Locale;
}) {
  const { edit } = reviewMessages[locale];
  return (
    <fieldset>
      <legend>{label}</legend>
      {(['low', 'best', 'high'] as const).map((bound) => (
        <label key={bound}>
          <span>{edit[bound]}</span>
          <input
            id={`review-${name}-${bound}`}
            type="number"
            name={`${name}-${bound}`}
            min={0}
            step={1}
            inputMode="numeric"
            defaultValue={count?.[bound] ?? ''}
            dir="ltr"
          />
        </label>
      ))}
    </fieldset>
  );
}
