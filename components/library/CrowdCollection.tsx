'use client';
import { useEffect, useMemo, useState } from 'react';
import { MapPane } from '@/components/desk/MapPane';
import { CountTimeline } from '@/components/desk/lazy';
import { chosenState } from '@/components/desk/selectionOf';
import { useMapPadding } from '@/components/desk/useMapPadding';
import { useMapView } from '@/components/desk/useMapView';
import { useSheet } from '@/components/desk/useSheet';
import { useUrlState } from '@/components/desk/useUrlState';
import type { IncidentFilter } from '@/components/incidents/filter';
import type { Box } from '@/components/map/camera';
import type { Selection } from '@/components/map/selection';
import { useBasemap } from '@/components/map/useBasemap';
import { messages, plural } from '@/components/ui/messages';
import { useMediaQuery } from '@/components/ui/useMediaQuery';
import type { ArticleMap, MapIncident } from '@/lib/types';
import { CollectionFrame } from './CollectionFrame';
import type { CollectionMapProps } from './CollectionMap';
import { datesOfCounts, markOf, placeOf } from './crowd';
import { CrowdColumn } from './CrowdColumn';
import { EventCard } from './EventCard';
import { articleOf, mapOfEvents, type LibraryEvent } from './events';
import { SquareCard } from './SquareCard';
import { useCrowd } from './useCrowd';

const NO_INCIDENTS: readonly MapIncident[] = [];
/** Zooms that a press on "closer" comes closer. */
const STEP = 2;

/** The map of a collection with more incidents than a browser should hold: tiles count them, lists and cards fetch what they show. */
export function CrowdCollection({ locale, id, name, basemap: configured }: CollectionMapProps) {
  const { state, change } = useUrlState();
  const { filter } = state;
  const [box, setBox] = useState<Box | null>(null);
  const isWhole = state.view === 'incidents';
  const held = useCrowd({ collection: id, locale, filter, incident: state.incident, place: state.place, box: isWhole ? null : box });
  const { all, facets, chosen, square, links } = held;
  const [linking, setLinking] = useState<LibraryEvent | null>(null);
  const [highlight, setHighlight] = useState<string | null>(null);
  const sheet = useSheet(state.incident === null && state.place === null ? 'half' : 'peek');
  const mapView = useMapView(state, change);
  const { basemap } = useBasemap(configured);
  const dark = useMediaQuery('(prefers-color-scheme: dark)');
  const padding = useMapPadding(sheet.stop, true);

  const single = square?.total === 1 ? square.items?.[0]?.id : undefined;
  useEffect(() => {
    // A mark that stands for one incident is that incident.
    if (single !== undefined) change(chosenState({ incidentId: single, mention: 0 }), 'replace');
  }, [single, change]);
  const items = square?.total === 1 ? null : square?.items;
  const map = useMemo((): ArticleMap => {
    if (chosen) return mapOfEvents(chosen.answer, [chosen.event], name);
    const words = plural(locale, messages[locale].desk.found.incidents, square?.total ?? 0);
    const mark = items && state.place !== null ? markOf(state.place, items, words) : null;
    return { ...EMPTY, article: articleOf(null, '', name), features: mark ? [mark] : [] };
  }, [chosen, items, square?.total, state.place, name, locale]);
  const selection = useMemo((): Selection | null => {
    if (chosen) return { incidentId: chosen.event.id, mention: Math.min(state.mention, chosen.event.reports.length) - 1 };
    return state.place !== null && map.features.length > 0 ? { placeId: state.place, mention: 0 } : null;
  }, [chosen, map, state.mention, state.place]);
  const dates = useMemo(() => ({ all: all ? datesOfCounts(all) : [], offered: facets ? datesOfCounts(facets) : [] }), [all, facets]);

  const select = (to: Selection | null) => {
    if (linking && to && 'incidentId' in to) {
      setLinking(null);
      void links.link(linking, held.eventOf(to.incidentId));
    }
    change(chosenState(to), 'push');
    sheet.makeWay(to !== null);
  };
  const filterBy = (part: Partial<IncidentFilter>) => change({ filter: { ...state.filter, ...part } }, 'replace');
  const comeCloser = () => {
    const [lon, lat] = map.features[0]?.properties.labelPoint ?? [0, 0];
    const zoom = Math.min(12, (state.map?.zoom ?? 1) + STEP);
    change({ ...chosenState(null), map: { zoom, lat, lon } }, 'push');
  };
  const { items: listed } = held.list;
  const ringed = useMemo(() => {
    const item = listed?.find((one) => one.id === highlight && one.id !== chosen?.event.id);
    return item ? placeOf(item) : null;
  }, [listed, highlight, chosen]);
  const shared = { locale, selection, highlight, onHighlight: setHighlight, onSelect: select };
  return (
    <CollectionFrame
      {...{ locale, id, name, filter, sheet }}
      column={
        <CrowdColumn
          {...{ locale, held, filter, sheet, isWhole }}
          isLinking={linking !== null}
          list={{ ...shared, map }}
          onFilter={filterBy}
          onUnlink={() => setLinking(null)}
          onWhole={(whole) => change({ view: whole ? 'incidents' : 'article' }, 'replace')}
        />
      }
      timeline={<CountTimeline {...dates} locale={locale} filter={filter} onFilter={filterBy} />}
    >
      <MapPane
        {...shared}
        {...mapView}
        map={all && map}
        opensOn={all?.bbox ?? null}
        incidents={chosen ? map.incidents : NO_INCIDENTS}
        crowd={held.query}
        ringed={ringed}
        theme={dark ? 'dark' : 'light'}
        padding={padding}
        basemap={basemap}
        attribution={basemap === null ? null : (configured?.attribution ?? null)}
        showAssociative
        onBox={setBox}
        card={
          chosen ? (
            <EventCard
              {...chosen}
              at={selection?.mention ?? 0}
              locale={locale}
              onReport={(at) => change({ mention: at + 1 }, 'replace')}
              onCut={(report) => void links.cut(chosen.event, report)}
              onLink={() => setLinking(chosen.event)}
              onClose={() => select(null)}
            />
          ) : (
            square &&
            items && (
              <SquareCard
                items={items}
                total={square.total}
                locale={locale}
                onMore={square.more}
                onIncident={(incidentId) => select({ incidentId, mention: 0 })}
                onCloser={comeCloser}
                onClose={() => select(null)}
              />
            )
          )
        }
      />
    </CollectionFrame>
  );
}

const EMPTY: Omit<ArticleMap, 'article'> = {
  type: 'FeatureCollection',
  gazetteer: { version: '', places: 0, names: 0 },
  features: [],
  unlocated: [],
  incidents: [],
};
