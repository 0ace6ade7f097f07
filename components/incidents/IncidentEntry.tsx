import { selectedIncident, type Selection } from '@/components/map/selection';
import { isChecked, reviewedMessages } from '@/components/review/reviewedWords';
import { directionOf, type Locale } from '@/components/ui/locale';
import type { ArticleMap, MapIncident, PlaceFeature } from '@/lib/types';
import { IncidentGlyph } from './IncidentGlyph';
import { incidentDate, incidentMessages, incidentPlace, kindOfIncident, tollWords } from './words';

export interface IncidentEntryProps {
  readonly map: ArticleMap;
  readonly incident: MapIncident;
  /** Where it happened; null where the article gives no place. */
  readonly feature: PlaceFeature | null;
  readonly locale: Locale;
  readonly selection: Selection | null;
  readonly highlight: string | null;
  readonly onSelect: (selection: Selection) => void;
  readonly onHighlight: (id: string | null) => void;
  /** What else there is to say of it; null for nothing. */
  readonly note?: string | null;
}

/** An incident in words: what, when, where, how many, and the article's own line. */
export function IncidentEntry({
  map,
  incident,
  feature,
  locale,
  selection,
  highlight,
  onSelect,
  onHighlight,
  note = null,
}: IncidentEntryProps) {
  const { status, list } = incidentMessages[locale];
  const { language } = map.article;
  const place = incidentPlace(locale, feature, incident.unlocated);
  const toll = tollWords(locale, incident.casualties);
  return (
    <button
      type="button"
      className={`incident${highlight === incident.id ? ' incident-lit' : ''}`}
      aria-pressed={selectedIncident(selection) === incident.id}
      data-incident-id={incident.id}
      onClick={() => onSelect({ incidentId: incident.id, mention: 0 })}
      onPointerEnter={() => onHighlight(incident.id)}
      onFocus={() => onHighlight(incident.id)}
    >
      <IncidentGlyph type={incident.type} status={incident.status} />
      <span className="incident-kind">
        {kindOfIncident(locale, incident)}
        {incident.status !== 'reported' && <span className="incident-status"> · {status[incident.status]}</span>}
      </span>
      <span className="incident-facts">
        <span>{incidentDate(locale, incident)}</span>
        <span>
          {place.name === null ? (
            `${place.precision} – ${list.notDrawn}`
          ) : (
            <>
              <bdi>{place.name}</bdi> ({place.precision})
            </>
          )}
        </span>
        {toll !== null && <strong>{toll}</strong>}
        {note !== null && <span className="incident-note">{note}</span>}
        {isChecked(incident.review) && <span className="checked">{reviewedMessages[locale].checked}</span>}
      </span>
      <span className="incident-headline" lang={language} dir={directionOf(language)}>
        {incident.headline}
      </span>
    </button>
  );
}
