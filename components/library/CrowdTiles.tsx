'use client';
import 'maplibre-gl/dist/maplibre-gl.css';
import '@/components/map/map.css';
import type { Map as MapLibreMap, StyleSpecification } from 'maplibre-gl';
import { useEffect, useRef, useState } from 'react';
import type { IncidentFilter } from '@/components/incidents/filter';
import { INCIDENT_SLUGS } from '@/components/incidents/types';
import { openingBox } from '@/components/map/camera';
import { isCalm } from '@/components/map/camera-man';
import { createMap } from '@/components/map/create-map';
import { styleOf } from '@/components/map/scene-style';
import type { LoadedBasemap, Theme } from '@/components/map/style';
import { MapLegend } from '@/components/map/MapLegend';
import type { Mark } from '@/components/map/marks';
import { mapMessages } from '@/components/map/words';
import type { Locale } from '@/components/ui/locale';
import { CROWD, CROWD_MARKS, crowdLayers } from './crowd-layers';
import { filterParams } from './useEvents';

export interface CrowdMapProps {
  readonly locale: Locale;
  readonly theme: Theme;
  readonly collection: string;
  readonly filter: IncidentFilter;
  readonly basemap: LoadedBasemap | null;
  /** Whom to name for a basemap that is not the embedded one. */
  readonly attribution: string | null;
}

/** Zooms that a press on a mark comes closer. */
const STEP = 2;
const NO_MARKS: readonly Mark[] = [];
const NO_PADDING = { top: 0, right: 0, bottom: 0, left: 0 };

/** Draws tiles of incidents on the basemap; a press on a mark comes closer. Sets `data-ready="true"` once all is drawn. */
export function CrowdTiles({ locale, theme, collection, filter, basemap, attribution }: CrowdMapProps) {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<MapLibreMap | null>(null);
  const [failed, setFailed] = useState(false);
  const query = filterParams(filter, { collection });
  useEffect(() => {
    if (!canvas.current || !frame.current) return;
    let made: MapLibreMap | null = null;
    try {
      const style = styleOf([], 'light', locale);
      made = createMap({
        container: canvas.current,
        frame: frame.current,
        style,
        locale,
        box: openingBox(null),
        view: null,
        padding: NO_PADDING,
      });
      listen(made);
      setMap(made);
    } catch (error) {
      console.warn('The map could not start.', error);
      setFailed(true);
    }
    return () => {
      made?.remove();
      setMap(null);
    };
  }, [locale]);
  useEffect(() => {
    const box = frame.current;
    if (!map || !box) return;
    delete box.dataset['ready'];
    map.setStyle(styleWith(styleOf([], theme, locale, [], basemap), theme, query, coloursIn(box)));
    void map.once('idle', () => {
      box.dataset['ready'] = 'true';
    });
  }, [map, theme, locale, basemap, query]);
  return (
    <div ref={frame} className="map-frame" dir={locale === 'ar' ? 'rtl' : 'ltr'} lang={locale} data-map-theme={theme}>
      <div className="map-frame-inner">
        <div ref={canvas} className="map-canvas" />
        {failed ? (
          <p className="map-failed">{mapMessages[locale].noWebgl}</p>
        ) : (
          <MapLegend locale={locale} marked={NO_MARKS} attribution={attribution} />
        )}
      </div>
    </div>
  );
}

function listen(map: MapLibreMap): void {
  map.on('click', CROWD_MARKS, ({ lngLat }) => map.easeTo({ center: lngLat, zoom: map.getZoom() + STEP, animate: !isCalm() }));
  map.on('mouseenter', CROWD_MARKS, () => map.getCanvas().classList.add('crowd-hover'));
  map.on('mouseleave', CROWD_MARKS, () => map.getCanvas().classList.remove('crowd-hover'));
}

function styleWith(style: StyleSpecification, theme: Theme, query: string, colours: ReadonlyMap<string, string>): StyleSpecification {
  const tiles = [`${window.location.origin}/tiles/{z}/{x}/{y}.mvt?${query}`];
  return {
    ...style,
    sources: { ...style.sources, [CROWD]: { type: 'vector', tiles, maxzoom: 12 } },
    layers: [...style.layers, ...crowdLayers(theme, colours)],
  };
}

/** The colours of the types as the style sheet has them, resolved for the theme: the map's own layers know no variables. */
function coloursIn(frame: HTMLElement): Map<string, string> {
  const probe = document.createElement('span');
  probe.className = 'type-probe';
  frame.append(probe);
  const colours = INCIDENT_SLUGS.map((slug) => {
    probe.dataset['type'] = slug;
    return [slug, getComputedStyle(probe).color] as const;
  });
  probe.remove();
  return new Map(colours);
}
