import { useMemo } from 'react';
import { directionOf, type Locale } from '@/components/ui/locale';
import type { AddedIncident } from '@/lib/review/corrections';
import { draftIncident, evidenceOf } from '@/lib/review/missed-incident';
import type { ArticleMap, Span } from '@/lib/types';
import { IncidentForm } from './IncidentForm';
import { FIRST_TYPE } from './incidentEdit';
import { reviewMessages } from './words';

export interface AddIncidentProps {
  /** The words that were chosen. */
  readonly words: Span;
  readonly map: ArticleMap;
  readonly text: string;
  readonly locale: Locale;
  readonly onAdd: (change: AddedIncident) => void;
  readonly onCancel: () => void;
}

/** An incident that the machine missed: the sentences that tell of it, and its fields to be given. */
export function AddIncident({ words, map, text, locale, onAdd, onCancel }: AddIncidentProps) {
  const { incidentQuestion, edit } = reviewMessages[locale];
  const told = useMemo(() => evidenceOf(map, text, words), [map, text, words]);
  const draft = useMemo(() => ({ ...draftIncident(text, told.trigger, told.evidence), type: FIRST_TYPE }), [text, told]);
  const { language } = map.article;
  return (
    <>
      <h3>{incidentQuestion}</h3>
      {draft.evidence.map((quote) => (
        <blockquote key={quote.start} className="review-told" lang={language} dir={directionOf(language)}>
          {quote.text}
        </blockquote>
      ))}
      <IncidentForm
        incident={draft}
        map={map}
        text={text}
        save={edit.add}
        search
        locale={locale}
        onCancel={onCancel}
        onSave={(given, place) => {
          const { type, status, headline } = draft;
          onAdd({
            action: 'addIncident',
            trigger: told.trigger,
            evidence: [...told.evidence],
            fields: { type, status, headline, ...given },
            ...(place ? { where: { where: { type: 'place', place }, words: told.trigger } } : {}),
          });
        }}
      />
    </>
  );
}
