'use client';
import { useMemo, useState } from 'react';
import { MapPane } from '@/components/desk/MapPane';
import { Timeline } from '@/components/desk/lazy';
import { useMapPadding } from '@/components/desk/useMapPadding';
import { useMapView } from '@/components/desk/useMapView';
import { useSheet } from '@/components/desk/useSheet';
import { useUrlState } from '@/components/desk/useUrlState';
import { chosenState } from '@/components/desk/selectionOf';
import type { IncidentFilter } from '@/components/incidents/filter';
import type { Selection } from '@/components/map/selection';
import { useBasemap } from '@/components/map/useBasemap';
import { useMediaQuery } from '@/components/ui/useMediaQuery';
import { CollectionFrame } from './CollectionFrame';
import type { CollectionMapProps } from './CollectionMap';
import { EventCard } from './EventCard';
import { eventPasses, mapOfEvents } from './events';
import { EventsColumn } from './EventsColumn';
import type { Events } from './useEvents';

/** A collection's map: every event that its articles tell of once, in a list, on the map and on the timeline. */
export function EventsCollection({
  locale,
  id,
  name,
  basemap: configured,
  collection,
}: CollectionMapProps & { readonly collection: Events }) {
  const { state, change } = useUrlState();
  const { filter } = state;
  const { answer, events, cut, link } = collection;
  const filterKey = JSON.stringify(filter);
  const shown = useMemo(() => events.filter((event) => eventPasses(event, JSON.parse(filterKey) as IncidentFilter)), [events, filterKey]);
  const map = useMemo(() => answer && mapOfEvents(answer, events, name), [answer, events, name]);
  const drawn = useMemo(() => answer && mapOfEvents(answer, shown, name), [answer, shown, name]);
  const chosen = shown.find((event) => event.id === state.incident || event.reports.some((report) => report.id === state.incident)) ?? null;
  const selection = useMemo((): Selection | null => {
    if (chosen) return { incidentId: chosen.id, mention: Math.min(state.mention, chosen.reports.length) - 1 };
    return state.place !== null && drawn?.features.some((place) => place.id === state.place) ? { placeId: state.place, mention: 0 } : null;
  }, [chosen, state.mention, state.place, drawn]);
  const [linking, setLinking] = useState<string | null>(null);
  const [highlight, setHighlight] = useState<string | null>(null);
  const sheet = useSheet(state.incident === null ? 'half' : 'peek');
  const mapView = useMapView(state, change);
  const { basemap } = useBasemap(configured);
  const dark = useMediaQuery('(prefers-color-scheme: dark)');
  const hasTimeline = map !== null && map.incidents.some(({ date }) => date !== null);
  const padding = useMapPadding(sheet.stop, hasTimeline);

  const select = (to: Selection | null, how: 'push' | 'replace' = 'push') => {
    const [one, other] = [linking, to && 'incidentId' in to ? to.incidentId : null].map((key) => events.find((event) => event.id === key));
    if (one && other && one !== other) {
      setLinking(null);
      void link(one, other);
    }
    change(chosenState(to), how);
    sheet.makeWay(to !== null);
  };
  const filterBy = (part: Partial<IncidentFilter>) => change({ filter: { ...state.filter, ...part } }, 'replace');
  const incidents = drawn?.incidents ?? [];
  const shared = { locale, selection, highlight, incidents, onHighlight: setHighlight, onSelect: select };
  const theme = dark ? 'dark' : 'light';
  return (
    <CollectionFrame
      {...{ locale, id, name, filter, sheet }}
      column={
        <EventsColumn
          {...{ locale, events, shown, map, filter, collection, sheet }}
          isLinking={linking !== null}
          list={shared}
          onFilter={filterBy}
          onUnlink={() => setLinking(null)}
        />
      }
      timeline={hasTimeline && map && <Timeline {...shared} all={map.incidents} filter={filter} onFilter={filterBy} />}
    >
      <MapPane
        {...shared}
        {...mapView}
        map={drawn}
        theme={theme}
        padding={padding}
        basemap={basemap}
        attribution={basemap === null ? null : (configured?.attribution ?? null)}
        showAssociative
        opensOnAll
        card={
          answer &&
          chosen && (
            <EventCard
              event={chosen}
              answer={answer}
              at={selection?.mention ?? 0}
              locale={locale}
              onReport={(at) => change({ mention: at + 1 }, 'replace')}
              onCut={(report) => void cut(chosen, report)}
              onLink={() => setLinking(chosen.id)}
              onClose={() => select(null)}
            />
          )
        }
      />
    </CollectionFrame>
  );
}
