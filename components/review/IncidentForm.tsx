import { useState, type FormEvent, type ReactNode } from 'react';
import { INCIDENT_TYPES } from '@/components/incidents/types';
import { incidentMessages, typeWords } from '@/components/incidents/words';
import { placeName } from '@/components/places/words';
import type { Locale } from '@/components/ui/locale';
import { INCIDENT_STATUSES, type ArticleMap, type Count, type MapIncident } from '@/lib/types';
import { editOf, type EditProblem } from './incidentEdit';
import type { ReviewSession } from './useReview';
import { reviewMessages } from './words';

export interface IncidentFormProps {
  readonly session: ReviewSession;
  readonly incident: MapIncident;
  readonly map: ArticleMap;
  readonly locale: Locale;
}

/** The fields of an incident, each as it is; what is changed is kept, and nothing else. */
export function IncidentForm({ session, incident, map, locale }: IncidentFormProps) {
  const { edit, cancel } = reviewMessages[locale];
  const { status, subTypes } = incidentMessages[locale];
  const [problem, setProblem] = useState<EditProblem | null>(null);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const read = editOf(new FormData(event.currentTarget), incident);
    if (typeof read === 'string') return setProblem(read);
    if (read === null) session.setOpen(null);
    else session.edit(read);
  };
  const kinds =
    incident.subType !== null && !(incident.subType in subTypes) ? [incident.subType, ...Object.keys(subTypes)] : Object.keys(subTypes);
  return (
    <form className="review-form" onSubmit={submit} noValidate>
      <div className="review-tolls">
        <CountFields name="killed" label={edit.killed} count={incident.casualties.killed} locale={locale} />
        <CountFields name="injured" label={edit.injured} count={incident.casualties.injured} locale={locale} />
      </div>
      <Field label={edit.place}>
        <select name="placeId" defaultValue={incident.placeId ?? ''}>
          <option value="">{edit.noPlace}</option>
          {map.features.map(({ id, properties }) => (
            <option key={id} value={id}>
              {placeName(locale, properties)}
            </option>
          ))}
        </select>
      </Field>
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
          {edit.save}
        </button>
        <button type="button" className="button" onClick={() => session.setOpen(null)}>
          {cancel}
        </button>
      </p>
    </form>
  );
}

function Field({ label, wide = false, children }: { readonly label: string; readonly wide?: boolean; readonly children: ReactNode }) {
  return (
    <label data-wide={wide || undefined}>
      <span>{label}</span>
      {children}
    </label>
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
