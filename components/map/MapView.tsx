'use client';
import 'maplibre-gl/dist/maplibre-gl.css';
import './map.css';
import './marks.css';
import './scenes.css';
import './crowd.css';
import './card.css';
import '@/components/incidents/incident-card.css';
import { useDeferredValue, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { IncidentCard } from '@/components/incidents/IncidentCard';
import { placeName } from '@/components/places/words';
import type { ArticleMap, Language, MapIncident, PlaceFeature } from '@/lib/types';
import type { Box } from './camera';
import { MapController } from './controller';
import { MapLegend } from './MapLegend';
import { NO_PADDING } from './make-room';
import type { Overlay } from './overlay';
import type { Padding } from './make-room';
import { marksOf } from './marks';
import { useBegun } from './useBegun';
import { PlaceCard } from './PlaceCard';
import { selectedIncident, selectedPlace, type Selection } from './selection';
import type { LoadedBasemap, Theme } from './style';
import { formatViewpoint } from './viewpoint';
import type { Viewpoint } from './viewpoint';
import { mapMessages } from './words';

export interface MapViewProps {
  readonly map: ArticleMap | null;
  /** Whether the article's places are on their way. */
  readonly waiting?: boolean;
  readonly locale: Language;
  readonly theme: Theme;
  readonly selection: Selection | null;
  /** Whether it opens on all of the places, however far they lie apart; else on what most of them are about. */
  readonly opensOnAll?: boolean;
  /** What it opens on in place of its places; null for these. */
  readonly opensOn?: Box | null;
  /** The incidents that are shown. */
  readonly incidents: readonly MapIncident[];
  /** The place or incident that is hovered or focused anywhere. */
  readonly highlight: string | null;
  readonly showAssociative: boolean;
  readonly onSelect: (selection: Selection | null) => void;
  readonly onHighlight: (id: string | null) => void;
  /** Pixels at each side that something else covers. */
  readonly padding?: Padding;
  /** A configured basemap, and whom to name for it; null for the embedded one. */
  readonly basemap?: LoadedBasemap | null;
  readonly attribution?: string | null;
  /** Where the camera is to stand; null for where the article opens. */
  readonly view?: Viewpoint | null;
  /** What the address showed with its view when the page was opened. */
  readonly restoredId?: string | null;
  /** What a review lays over the map. */
  readonly overlay?: Overlay | null;
  /** Incidents that tiles count beside the marks, as the API's lists take them; null for none. */
  readonly crowd?: string | null;
  /** A place without a mark of its own that is pointed at elsewhere on the page. */
  readonly ringed?: PlaceFeature | null;
  /** What the card says of what is chosen, where it says something else than of an article's; null for nothing else. */
  readonly card?: ReactNode;
  /** Hears where the camera came to rest. */
  readonly onView?: (view: Viewpoint) => void;
  /** Hears what is seen of the world, whenever that changes. */
  readonly onBox?: (box: Box) => void;
}

/** The article's places on a map. The basemap is asked for at `/basemap/world.pmtiles`; sets `data-ready="true"` once all is drawn. */
export function MapView({
  map,
  waiting = false,
  locale,
  theme,
  selection,
  incidents,
  highlight,
  showAssociative,
  onSelect,
  onHighlight,
  padding = NO_PADDING,
  basemap = null,
  attribution = null,
  view = null,
  restoredId = null,
  overlay = null,
  card = null,
  opensOnAll = false,
  opensOn = null,
  crowd = null,
  ringed = null,
  onView = ignore,
  onBox = ignore,
}: MapViewProps) {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLDivElement>(null);
  const [controller, setController] = useState<MapController | null>(null);
  const [failed, setFailed] = useState(false);
  const begun = useBegun(map === null && waiting);
  // Of thousands, the map is drawn a moment after the list and the boxes that were ticked.
  const drawn = useDeferredValue(incidents);
  const marked = useMemo(
    () => (map ? marksOf(map, showAssociative, (feature) => placeName(locale, feature.properties), drawn) : []),
    [map, showAssociative, locale, drawn],
  );
  const events = { onSelect, onHighlight, onView, onBox };
  const scene = { map, opensOnAll, opensOn, marked, locale, theme, padding, basemap, crowd, view, restoredId, events };
  const latest = useRef(scene);
  useEffect(() => {
    latest.current = scene;
  });

  useEffect(() => {
    if (!begun || !canvas.current || !frame.current) return;
    let started: MapController | null = null;
    try {
      started = new MapController(canvas.current, frame.current, () => latest.current);
      setController(started);
    } catch (error) {
      console.warn('The map could not start.', error);
      setFailed(true);
    }
    return () => {
      started?.remove();
      setController(null);
    };
  }, [locale, begun]);

  useEffect(() => controller?.openOn(map), [controller, map]);
  useEffect(() => controller?.draw(), [controller, marked, theme, basemap, crowd]);
  const [placeId, incidentId] = [selectedPlace(selection), selectedIncident(selection)];
  const selectedId = placeId ?? incidentId;
  useEffect(() => controller?.light(selectedId, highlight), [controller, marked, theme, selectedId, highlight]);
  const incident = incidents.find(({ id }) => id === incidentId) ?? null;
  const featureId = placeId ?? incident?.placeId ?? null;
  const feature = map?.features.find(({ id }) => id === featureId) ?? null;
  const shown = useMemo(() => (selectedId === null ? null : { id: selectedId, feature }), [selectedId, feature]);
  useEffect(() => controller?.show(shown), [controller, shown]);
  useEffect(() => controller?.ringAround(ringed), [controller, ringed]);
  useEffect(() => controller?.placeCard(), [controller, padding]);
  useEffect(() => (overlay === null ? undefined : controller?.lay(overlay)), [controller, overlay, theme]);
  // After what is shown: where the address says both, the view is the one that holds.
  const viewKey = view === null ? null : formatViewpoint(view);
  useEffect(() => controller?.goTo(latest.current.view), [controller, viewKey]);

  const closeCard = () => {
    onSelect(null);
    if (selectedId !== null) controller?.focusMarker(selectedId);
  };

  return (
    <div
      ref={frame}
      className="map-frame"
      dir={locale === 'ar' ? 'rtl' : 'ltr'}
      lang={locale}
      data-map-theme={theme}
      style={framePadding(padding)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !selection) return;
        event.preventDefault();
        closeCard();
      }}
    >
      <div className="map-frame-inner">
        <div ref={canvas} className="map-canvas" />
        {failed ? (
          <p className="map-failed">{mapMessages[locale].noWebgl}</p>
        ) : (
          <MapLegend locale={locale} marked={marked} attribution={attribution} isCounted={crowd !== null} />
        )}
      </div>
      {controller &&
        map &&
        selection &&
        createPortal(
          card !== null ? (
            card
          ) : incident ? (
            <IncidentCard
              article={map.article}
              incident={incident}
              feature={feature}
              passage={selection.mention}
              locale={locale}
              onSelect={onSelect}
              onClose={closeCard}
            />
          ) : (
            feature && (
              <PlaceCard
                article={map.article}
                feature={feature}
                mention={selection.mention}
                locale={locale}
                incidents={incidents.filter((one) => one.placeId === feature.id)}
                onStep={(mention) => onSelect({ placeId: feature.id, mention })}
                onIncident={(id) => onSelect({ incidentId: id, mention: 0 })}
                onClose={closeCard}
              />
            )
          ),
          controller.cardNode,
        )}
    </div>
  );
}

function ignore(): void {}

/** What is covered, for the credits and the legend to keep clear of. */
function framePadding({ top, right, bottom, left }: Padding): React.CSSProperties {
  return {
    '--map-top': `${top}px`,
    '--map-right': `${right}px`,
    '--map-bottom': `${bottom}px`,
    '--map-left': `${left}px`,
  } as React.CSSProperties;
}
