import { addProtocol, FullscreenControl, Map as MapLibreMap, NavigationControl, ScaleControl, setWorkerUrl } from 'maplibre-gl';
import type { StyleSpecification } from 'maplibre-gl';
import { Protocol } from 'pmtiles';
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
  reportErrors(map);
  return map;
}

/** Once for the page: where the worker is, and how tiles are read out of one archive. */
function prepare(): void {
  if (prepared) return;
  prepared = true;
  setWorkerUrl(new URL('maplibre-gl/dist/maplibre-gl-worker.mjs', import.meta.url).href);
  addProtocol('pmtiles', new Protocol().tile);
}

const left = new WeakSet<MapLibreMap>();

/** Says that a map is about to be taken away: what it still has under way is cut off, and no error. */
export function leaveMap(map: MapLibreMap): void {
  left.add(map);
}

/** Prints the map's errors, as it does itself, but for requests cut off because the map or the page is being left. */
function reportErrors(map: MapLibreMap): void {
  window.addEventListener('pagehide', () => leaveMap(map), { once: true });
  map.on('error', ({ error }) => {
    if (!left.has(map)) console.error(error);
  });
}
