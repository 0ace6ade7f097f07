import { area } from '@turf/turf';
import type { Geometry } from 'geojson';

const EQUATOR_KM = 40_075;
const TILE_PX = 512;

/** The side in km of a square as large as the geometry's largest part. */
export function sizeOf(geometry: Geometry): number {
  return Math.sqrt(largestArea(geometry)) / 1000;
}

/** The zoom, one decimal, at which `km` at the equator are `pixels` wide. */
export function zoomForSize(km: number, pixels: number): number {
  return Math.round(10 * Math.log2((pixels * EQUATOR_KM) / (TILE_PX * Math.max(km, 0.1)))) / 10;
}

/** Square metres. */
function largestArea(geometry: Geometry): number {
  if (geometry.type !== 'MultiPolygon') return area(geometry);
  return Math.max(0, ...geometry.coordinates.map((coordinates) => area({ type: 'Polygon', coordinates })));
}
