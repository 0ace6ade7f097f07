'use client';
import { moveByKey } from '@/components/ui/moveByKey';
import { selectedIncident, type Selection } from '@/components/map/selection';
import { useMemo } from 'react';
import type { Locale } from '@/components/ui/locale';
import { plural } from '@/components/ui/messages';
import type { ArticleMap, MapIncident } from '@/lib/types';
import { IncidentEntry } from './IncidentEntry';
import { LongList } from './LongList';
import { byDate, type ListOrder } from './order';
import { incidentMessages } from './words';

/** Entries that are written all at once; of more, those in sight. */
const MOST_WRITTEN = 200;

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
  const { map, incidents, locale, order, onOrder, onHighlight } = props;
  const { list } = incidentMessages[locale];
  const unplaced = incidents.filter(({ placeId }) => placeId === null).length;
  const ordered = useMemo(() => (order === 'date' ? byDate(incidents) : incidents), [order, incidents]);
  const places = useMemo(() => new Map(map.features.map((feature) => [feature.id, feature])), [map]);
  const entry = (incident: MapIncident) => (
    <IncidentEntry {...props} incident={incident} feature={places.get(incident.placeId ?? '') ?? null} />
  );
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
      {ordered.length > MOST_WRITTEN ? (
        <LongList
          items={ordered}
          chosen={selectedIncident(props.selection)}
          entrySelector="button.incident"
          onLeave={() => onHighlight(null)}
          entry={entry}
        />
      ) : (
        <ol className="places-list" onPointerLeave={() => onHighlight(null)} onBlur={() => onHighlight(null)}>
          {ordered.map((incident) => (
            <li key={incident.id}>{entry(incident)}</li>
          ))}
        </ol>
      )}
      {unplaced > 0 && <p className="places-help">{plural(locale, list.unplaced, unplaced)}</p>}
    </div>
  );
}
