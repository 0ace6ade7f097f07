import { Map as MapLibreMap, type StyleSpecification } from 'maplibre-gl';
import { provideImages } from '@/components/map/images';
import { prepareResources } from '@/components/map/resources';
import type { Box } from '@/lib/figure/boxes';
import type { Extent } from '@/lib/figure/sizes';
import type { MapView } from '@/lib/figure/view';

/** What is to be drawn. */
export interface MapRequest {
  readonly style: StyleSpecification;
  readonly view: MapView;
  /** Whole units: a container has no fractions of a pixel. */
  readonly extent: Extent;
  /** Pixels of the picture to a unit. */
  readonly ratio: number;
  /** Boxes whose labels are counted, and the layers that write labels. */
  readonly covered: readonly Box[];
  readonly labels: readonly string[];
}

export interface RenderedMap {
  /** A `data:` address: what is copied into a picture must not ask for a `blob:`, which the page's policy forbids. */
  readonly url: string;
  /** How many of the basemap's labels come into a box that something else is drawn in: none, or the figure is at fault. */
  readonly collisions: number;
}

/** Pixels on a side: what WebGL draws at most on the machines that we know of, and more than A3 at 300 dpi needs. */
const LARGEST = 8192;
const PATIENCE_MS = 90_000;

/**
 * Draws a map out of sight and gives it as a picture. Throws where the browser has no WebGL, where a tile or font cannot be
 * had, and where it takes longer than 90 seconds; rejects with the signal's reason once that is aborted.
 */
export async function renderMap({ style, view, extent, ratio, covered, labels }: MapRequest, signal: AbortSignal): Promise<RenderedMap> {
  signal.throwIfAborted();
  prepareResources();
  const container = document.createElement('div');
  container.className = 'figure-offscreen';
  container.style.width = `${extent.width}px`;
  container.style.height = `${extent.height}px`;
  document.body.append(container);
  let map: MapLibreMap | null = null;
  try {
    map = new MapLibreMap({
      container,
      style,
      center: [...view.center] as [number, number],
      zoom: view.zoom,
      minZoom: 0,
      interactive: false,
      attributionControl: false,
      fadeDuration: 0,
      pixelRatio: ratio,
      maxCanvasSize: [LARGEST, LARGEST],
      renderWorldCopies: true,
    });
    provideImages(map);
    await idle(map, signal);
    return { url: pictureOf(map), collisions: countLabels(map, covered, labels) };
  } finally {
    map?.remove();
    container.remove();
  }
}

function idle(map: MapLibreMap, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`not drawn after ${PATIENCE_MS / 1000} s`)), PATIENCE_MS);
    const settle = (end: () => void) => () => {
      clearTimeout(timer);
      end();
    };
    map.on('error', ({ error }) => settle(() => reject(error))());
    signal.addEventListener(
      'abort',
      settle(() => reject(signal.reason as Error)),
      { once: true },
    );
    map.once('idle', settle(resolve));
  });
}

/** In one task with the drawing: WebGL keeps nothing for later. */
function pictureOf(map: MapLibreMap): string {
  map.redraw();
  return map.getCanvas().toDataURL('image/png');
}

function countLabels(map: MapLibreMap, covered: readonly Box[], labels: readonly string[]): number {
  const inside = covered.map(({ x, y, width, height }) => {
    const corners: [[number, number], [number, number]] = [
      [x, y],
      [x + width, y + height],
    ];
    return map.queryRenderedFeatures(corners, { layers: [...labels] }).length;
  });
  return inside.reduce((sum, count) => sum + count, 0);
}
