'use client';
import 'maplibre-gl/dist/maplibre-gl.css';
import './map.css';
import './marks.css';
import './card.css';
import { useEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { placeName } from '@/components/places/words';
import type { ArticleMap, Language } from '@/lib/types';
import { MapController } from './controller';
import { MapLegend } from './MapLegend';
import { NO_PADDING } from './make-room';
import type { Padding } from './make-room';
import { marksOf } from './marks';
import { PlaceCard } from './PlaceCard';
import type { Selection } from './selection';
import type { Theme } from './style';
import { mapMessages } from './words';

export interface MapViewProps {
  readonly map: ArticleMap | null;
  readonly locale: Language;
  readonly theme: Theme;
  readonly selection: Selection | null;
  /** The place that is hovered or focused anywhere. */
  readonly highlight: string | null;
  readonly showAssociative: boolean;
  readonly onSelect: (selection: Selection | null) => void;
  readonly onHighlight: (placeId: string | null) => void;
  /** Pixels at each side that something else covers. */
  readonly padding?: Padding;
}

/** The article's places on a map. The basemap is asked for at `/basemap/world.pmtiles`; sets `data-ready="true"` once all is drawn. */
export function MapView({
  map,
  locale,
  theme,
  selection,
  highlight,
  showAssociative,
  onSelect,
  onHighlight,
  padding = NO_PADDING,
}: MapViewProps) {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLDivElement>(null);
  const [controller, setController] = useState<MapController | null>(null);
  const [failed, setFailed] = useState(false);
  const marked = useMemo(
    () => (map ? marksOf(map, showAssociative, (feature) => placeName(locale, feature.properties)) : []),
    [map, showAssociative, locale],
  );
  const scene = { map, marked, locale, theme, padding, events: { onSelect, onHighlight } };
  const latest = useRef(scene);
  useEffect(() => {
    latest.current = scene;
  });

  useEffect(() => {
    if (!canvas.current || !frame.current) return;
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
  }, [locale]);

  useEffect(() => controller?.openOn(map), [controller, map]);
  useEffect(() => controller?.draw(), [controller, marked, theme]);
  useEffect(() => controller?.light(selection?.placeId ?? null, highlight), [controller, marked, theme, selection, highlight]);
  const selected = map?.features.find((feature) => feature.id === selection?.placeId) ?? null;
  useEffect(() => controller?.show(selected), [controller, selected]);
  useEffect(() => controller?.placeCard(), [controller, padding]);

  const closeCard = () => {
    onSelect(null);
    if (selection) controller?.focusMarker(selection.placeId);
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
          <MapLegend locale={locale} forms={[...new Set(marked.map((mark) => mark.form))]} />
        )}
      </div>
      {controller &&
        map &&
        selected &&
        selection &&
        createPortal(
          <PlaceCard
            article={map.article}
            feature={selected}
            mention={selection.mention}
            locale={locale}
            onStep={(mention) => onSelect({ placeId: selected.id, mention })}
            onClose={closeCard}
          />,
          controller.cardNode,
        )}
    </div>
  );
}

/** What is covered, for the credits and the legend to keep clear of. */
function framePadding({ top, right, bottom, left }: Padding): React.CSSProperties {
  return {
    '--map-top': `${top}px`,
    '--map-right': `${right}px`,
    '--map-bottom': `${bottom}px`,
    '--map-left': `${left}px`,
  } as React.CSSProperties;
}
