'use client';
import { moveByKey } from '@/components/ui/moveByKey';
import { selectedIncident, type Selection } from '@/components/map/selection';
import { directionOf, type Locale } from '@/components/ui/locale';
import { plural } from '@/components/ui/messages';
import type { ArticleMap, MapIncident } from '@/lib/types';
import { IncidentGlyph } from './IncidentGlyph';
import { byDate } from './order';
import { incidentDate, incidentMessages, incidentPlace, kindOfIncident, tollWords } from './words';

export type ListOrder = 'text' | 'date';

export interface IncidentsListProps {
  readonly map: ArticleMap;
  readonly incidents: readonly MapIncident[];
  readonly locale: Locale;
  readonly order: ListOrder;
  readonly onOrder: (order: ListOrder) => void;
  readonly selection: Selection | null;
  readonly highlight: string | null;
  readonly onSelect: (selection: Selection) => void;
  readonly onHighlight: (id: string | null) => void;
}

/** The incidents of the map and of the timeline in words, with those that neither can draw. */
export function IncidentsList(props: IncidentsListProps) {
  const { incidents, locale, order, onOrder, onHighlight } = props;
  const { list } = incidentMessages[locale];
  const unplaced = incidents.filter(({ placeId }) => placeId === null).length;
  const ordered = order === 'date' ? byDate(incidents) : incidents;
  return (
    <div className="incidents" onKeyDown={(event) => moveByKey(event, 'button.incident')}>
      <p className="incidents-order">
        <span>{list.order}</span>
        {(['text', 'date'] as const).map((value) => (
          <button key={value} type="button" className="button" aria-pressed={order === value} onClick={() => onOrder(value)}>
            {value === 'text' ? list.byText : list.byDate}
          </button>
        ))}
        <span className="places-keys">{list.keys}</span>
      </p>
      <ol className="places-list" onPointerLeave={() => onHighlight(null)} onBlur={() => onHighlight(null)}>
        {ordered.map((incident) => (
          <li key={incident.id}>
            <IncidentEntry {...props} incident={incident} />
          </li>
        ))}
      </ol>
      {unplaced > 0 && <p className="places-help">{plural(locale, list.unplaced, unplaced)}</p>}
    </div>
  );
}

function IncidentEntry({
  map,
  incident,
  locale,
  selection,
  highlight,
  onSelect,
  onHighlight,
}: IncidentsListProps & { incident: MapIncident }) {
  const { status, list } = incidentMessages[locale];
  const { language } = map.article;
  const place = incidentPlace(locale, map.features.find(({ id }) => id === incident.placeId) ?? null);
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
      </span>
      <span className="incident-headline" lang={language} dir={directionOf(language)}>
        {incident.headline}
      </span>
    </button>
  );
}
