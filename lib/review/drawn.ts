import { distance } from '@turf/turf';
import { boundsOf } from '../geojson/geometry';
import type { Shape } from './shapes';

/** Radius of a circle in kilometres: from a street to half a continent. */
export const RADIUS_KM = { least: 0.1, most: 2_000 } as const;

/** The circle that a ring of corners around a point stands for, as drawing tools give it. */
export function circleOf(corners: Extract<Shape, { form: 'area' }>['ring']): Extract<Shape, { form: 'circle' }> {
  const [west, south, east, north] = boundsOf({ type: 'Polygon', coordinates: [corners] });
  const middle: [number, number] = [(west + east) / 2, (south + north) / 2];
  const reach = distance(middle, [middle[0], north], { units: 'kilometers' });
  const radiusKm = Math.min(RADIUS_KM.most, Math.max(RADIUS_KM.least, Math.round(reach * 10) / 10));
  return { form: 'circle', centre: [decimals(middle[0]), decimals(middle[1])], radiusKm };
}

/** Five decimals of a degree: about a metre. */
export function decimals(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}
