import { addProtocol, FullscreenControl, Map as MapLibreMap, NavigationControl, ScaleControl, setWorkerUrl } from 'maplibre-gl';
import type { StyleSpecification } from 'maplibre-gl';
import { FetchSource, PMTiles, Protocol } from 'pmtiles';
import type { Locale } from '@/components/ui/locale';
import { toBounds } from './camera';
import type { Box } from './camera';
import { provideImages } from './images';
import { mapMessages } from './words';

/** The tiles end at zoom 7; further than this, nothing more would be learned. */
const MAX_ZOOM = 12;

let prepared = false;

export interface CreateOptions {
  readonly container: HTMLElement;
  /** What fills the screen: the map with its card, legend and credits. */
  readonly frame: HTMLElement;
  readonly style: StyleSpecification;
  readonly locale: Locale;
  readonly box: Box;
  /** Whether nothing may move. */
  readonly calm: boolean;
  readonly padding: { top: number; right: number; bottom: number; left: number };
}

/** Starts a MapLibre map with its controls. Throws where the browser has no WebGL. */
export function createMap({ container, frame, style, locale, box, calm, padding }: CreateOptions): MapLibreMap {
  prepare();
  const words = mapMessages[locale];
  const map = new MapLibreMap({
    container,
    style,
    bounds: toBounds(box),
    fitBoundsOptions: { padding, maxZoom: 7.5 },
    maxZoom: MAX_ZOOM,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    attributionControl: false,
    fadeDuration: calm ? 0 : 150,
    locale: {
      'Map.Title': words.title,
      'NavigationControl.ZoomIn': words.zoomIn,
      'NavigationControl.ZoomOut': words.zoomOut,
      'FullscreenControl.Enter': words.fullscreen,
      'FullscreenControl.Exit': words.leaveFullscreen,
      'ScaleControl.Kilometers': words.kilometres,
      'ScaleControl.Meters': words.metres,
    },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  const end = locale === 'ar' ? 'left' : 'right';
  map.addControl(new NavigationControl({ showCompass: false }), `top-${end}`);
  map.addControl(new FullscreenControl({ container: frame }), `top-${end}`);
  map.addControl(new ScaleControl({ unit: 'metric', maxWidth: 110 }), locale === 'ar' ? 'bottom-right' : 'bottom-left');
  provideImages(map);
  return map;
}

/** Once for the page: where the worker is, and how tiles are read out of one archive. */
function prepare(): void {
  if (prepared) return;
  prepared = true;
  setWorkerUrl(new URL('maplibre-gl/dist/maplibre-gl-worker.mjs', import.meta.url).href);
  const protocol = new Protocol();
  const source = new FetchSource(`${location.origin}/basemap/world.pmtiles`);
  // Chromium's cache fails now and then where several ranges of one file are asked for at once ("Failed to fetch", see https://github.com/protomaps/PMTiles/issues/442).
  // pmtiles keeps the archive out of that cache on Windows alone; it happens on Linux too.
  source.chromeWindowsNoCache = true;
  protocol.add(new PMTiles(source));
  addProtocol('pmtiles', protocol.tile);
}
