import type { Coordinates } from '../types';
import type { Extent } from './sizes';

/** What a map shows: the point in its middle, and MapLibre's zoom (the world is 512 · 2^zoom units wide). */
export interface MapView {
  readonly center: Coordinates;
  readonly zoom: number;
}

/** A point of the map in units of the page, from its top left corner. */
export interface PagePoint {
  readonly x: number;
  readonly y: number;
}

/** West, south, east, north in degrees. */
export type GeoBox = readonly [number, number, number, number];

const TILE = 512;
export const MIN_ZOOM = 0.5;
export const MAX_ZOOM = 12;
/** As close as a map is fitted by itself: its data are no finer. */
const FIT_ZOOM = 7.5;

/** Where a place lies on a map of that extent: Web Mercator, north up. The nearest copy of the world is meant. */
export function project([lon, lat]: Coordinates, { center, zoom }: MapView, { width, height }: Extent): PagePoint {
  const world = TILE * 2 ** zoom;
  const east = ((((lon - center[0] + 180) % 360) + 360) % 360) - 180;
  return { x: width / 2 + (east / 360) * world, y: height / 2 + (mercator(lat) - mercator(center[1])) * world };
}

/** The place at a point of the map. */
export function unproject({ x, y }: PagePoint, { center, zoom }: MapView, { width, height }: Extent): Coordinates {
  const world = TILE * 2 ** zoom;
  return [center[0] + ((x - width / 2) / world) * 360, latitude(mercator(center[1]) + (y - height / 2) / world)];
}

/** The closest view that has the whole box within the map less `padding` units on each side. */
export function fitView([west, south, east, north]: GeoBox, { width, height }: Extent, padding: number): MapView {
  const [top, bottom] = [mercator(north), mercator(south)];
  const across = Math.max(1e-6, (east - west) / 360);
  const down = Math.max(1e-6, bottom - top);
  const room = Math.min(Math.max(40, width - 2 * padding) / across, Math.max(40, height - 2 * padding) / down);
  const zoom = Math.min(FIT_ZOOM, Math.max(MIN_ZOOM, Math.log2(room / TILE)));
  return { center: [(west + east) / 2, latitude((top + bottom) / 2)], zoom };
}

/** Fraction of the world's height from the north, 0 to 1. */
function mercator(lat: number): number {
  const sin = Math.sin((Math.max(-85, Math.min(85, lat)) * Math.PI) / 180);
  return 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI);
}

function latitude(y: number): number {
  return (Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) * 180) / Math.PI;
}
