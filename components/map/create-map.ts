import { FullscreenControl, Map as MapLibreMap, NavigationControl, ScaleControl } from 'maplibre-gl';
import type { StyleSpecification } from 'maplibre-gl';
import type { Locale } from '@/components/ui/locale';
import { toBounds } from './camera';
import type { Box } from './camera';
import { provideImages } from './images';
import { prepareResources } from './resources';
import type { Viewpoint } from './viewpoint';
import { mapMessages } from './words';

/** The tiles end at zoom 7; further than this, nothing more would be learned. */
const MAX_ZOOM = 12;

export interface CreateOptions {
  readonly container: HTMLElement;
  /** What fills the screen: the map with its card, legend and credits. */
  readonly frame: HTMLElement;
  readonly style: StyleSpecification;
  readonly locale: Locale;
  readonly box: Box;
  /** Where the camera stands at first; null for where it sees the box. */
  readonly view: Viewpoint | null;
  readonly padding: { top: number; right: number; bottom: number; left: number };
}

/** Starts a MapLibre map with its controls. Throws where the browser has no WebGL. */
export function createMap({ container, frame, style, locale, box, view, padding }: CreateOptions): MapLibreMap {
  prepareResources();
  const words = mapMessages[locale];
  const map = new MapLibreMap({
    container,
    style,
    ...(view ? { center: [view.lon, view.lat], zoom: view.zoom } : { bounds: toBounds(box), fitBoundsOptions: { padding, maxZoom: 7.5 } }),
    maxZoom: MAX_ZOOM,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    attributionControl: false,
    // Labels that fade in are whole pictures more, each of which holds up a page without a graphics card.
    fadeDuration: 0,
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
