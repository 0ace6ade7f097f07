import { IncidentGlyph } from '@/components/incidents/IncidentGlyph';
import { IncidentQuote } from '@/components/incidents/IncidentQuote';
import { incidentDate, incidentMessages, incidentPlace, kindOfIncident, tollWords } from '@/components/incidents/words';
import { directionOf, type Locale } from '@/components/ui/locale';
import type { ArticleMap, MapIncident } from '@/lib/types';
import { Act } from './Act';
import { IncidentForm } from './IncidentForm';
import type { ReviewSession } from './useReview';
import { byHandWords, reviewWords } from './reviewedWords';
import { reviewMessages } from './words';

export interface IncidentReviewProps {
  readonly session: ReviewSession;
  readonly incident: MapIncident;
  readonly map: ArticleMap;
  readonly text: string;
  readonly locale: Locale;
}

/** An incident in hand: what the machine read, the passages that told it, and its fields to be corrected beside them. */
export function IncidentReview({ session, incident, map, text, locale }: IncidentReviewProps) {
  const words = reviewMessages[locale];
  const { card, status } = incidentMessages[locale];
  const place = incidentPlace(locale, map.features.find(({ id }) => id === incident.placeId) ?? null, incident.unlocated);
  const editing = session.open === 'edit';
  return (
    <>
      <h3>
        <IncidentGlyph type={incident.type} status={incident.status} /> {kindOfIncident(locale, incident)}
      </h3>
      <p className="review-headline" lang={map.article.language} dir={directionOf(map.article.language)}>
        {incident.headline}
      </p>
      {!editing && (
        <p className="review-quiet">
          {status[incident.status]} · {incidentDate(locale, incident)} · <bdi>{place.name ?? place.precision}</bdi> ·{' '}
          {tollWords(locale, incident.casualties) ?? card.noToll}
        </p>
      )}
      <p className="review-by" data-checked={incident.review?.by === 'human'}>
        {reviewWords(locale, incident.review)}
      </p>
      {incident.byHand && <p className="review-quiet">{byHandWords(locale, incident)}</p>}
      <div className="review-acts">
        <Act main keys="Enter" label={words.confirm} onPress={session.confirm} />
        <Act keys="x" label={words.rejectIncident} onPress={session.reject} />
        <Act keys="e" label={words.editIncident} pressed={editing} onPress={() => session.setOpen(editing ? null : 'edit')} />
      </div>
      {editing && (
        <IncidentForm
          key={incident.id}
          incident={incident}
          map={map}
          text={text}
          save={words.edit.save}
          locale={locale}
          onSave={session.edit}
          onCancel={() => session.setOpen(null)}
        />
      )}
      {incident.evidence.map((quote) => (
        <IncidentQuote key={quote.start} incident={incident} quote={quote} article={map.article} locale={locale} />
      ))}
    </>
  );
}
