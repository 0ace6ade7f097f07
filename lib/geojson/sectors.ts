import { bearing as bearingOf, destination, distance } from '@turf/turf';
import type { Position } from 'geojson';
import type { Coordinates, Direction } from '../types';
import type { Part } from './parts';
import { innerPoint, PRECISION, tidied, type Area } from './outline';

/** The text's distance is a round one and its place a whole town: a quarter nearer to a quarter farther. */
export const DISTANCE_MARGIN = 0.25;
/** Half of what a direction of an eight-wind rose spans, in degrees. */
export const WIND_HALF = 22.5;
/** Half of what "north of" spans where no distance tells how exactly it is meant, in degrees. */
export const LOOSE_HALF = 45;
/** Degrees between two points of an arc. */
const ARC_STEP = 7.5;

/** Degrees clockwise from north; null for the centre, which is no direction to go. */
export const BEARINGS: Readonly<Record<Direction, number | null>> = {
  north: 0,
  northeast: 45,
  east: 90,
  southeast: 135,
  south: 180,
  southwest: 225,
  west: 270,
  northwest: 315,
  central: null,
};

/**
 * The ground that lies from `fromKm` to `toKm` from a point, on the side of a bearing within `half` degrees; all
 * around where the bearing is null. Null at the poles, which it would wind around.
 */
export function sectorPart(point: Coordinates, fromKm: number, toKm: number, bearing: number | null, half = WIND_HALF): Part | null {
  if (Math.abs(point[1]) + toKm / 111 > 89) return null;
  if (bearing === null) {
    const outer = closed(arc(point, toKm, 0, -360 + ARC_STEP));
    const rings = fromKm > 0 ? [outer, closed(arc(point, fromKm, 0, 360 - ARC_STEP))] : [outer];
    const geometry = tidied({ type: 'Polygon', coordinates: rings });
    return geometry && { geometry, labelPoint: fromKm > 0 ? innerPoint(geometry) : point };
  }
  const outer = arc(point, toKm, bearing + half, bearing - half);
  const inner = fromKm > 0 ? arc(point, fromKm, bearing - half, bearing + half) : [[...point]];
  const geometry = tidied({ type: 'Polygon', coordinates: [closed([...outer, ...inner])] });
  const middle = destination([...point], (fromKm + toKm) / 2, bearing, { units: 'kilometers' }).geometry.coordinates;
  return geometry && { geometry, labelPoint: normal(middle) };
}

/** The width of a corridor is this share of its length to either side: a road bends, and "between" is loose. */
const CORRIDOR_SHARE = 0.12;
const MIN_CORRIDOR_KM = 2;
const MAX_CORRIDOR_KM = 25;

/** The ground between two points: a strip along the great circle, as wide as its length warrants. Null where they are one. */
export function corridorPart(a: Coordinates, b: Coordinates): (Part & { readonly lengthKm: number }) | null {
  const lengthKm = distance([...a], [...b], { units: 'kilometers' });
  if (lengthKm === 0) return null;
  const halfKm = Math.min(MAX_CORRIDOR_KM, Math.max(MIN_CORRIDOR_KM, lengthKm * CORRIDOR_SHARE));
  const left: Position[] = [];
  const right: Position[] = [];
  const steps = Math.max(2, Math.ceil(lengthKm / 50));
  const start = bearingOf([...a], [...b]);
  for (let k = 0; k <= steps; k++) {
    const at = destination([...a], (lengthKm * k) / steps, start, { units: 'kilometers' }).geometry.coordinates;
    const ahead = k === steps ? bearingOf(at, [...a]) + 180 : bearingOf(at, [...b]);
    left.push(destination(at, halfKm, ahead - 90, { units: 'kilometers' }).geometry.coordinates);
    right.push(destination(at, halfKm, ahead + 90, { units: 'kilometers' }).geometry.coordinates);
  }
  const middle = destination([...a], lengthKm / 2, start, { units: 'kilometers' }).geometry.coordinates;
  const area: Area = { type: 'Polygon', coordinates: [closed([...right, ...left.toReversed()])] };
  const geometry = tidied(area);
  return geometry && { geometry, labelPoint: normal(middle), lengthKm };
}

function arc(point: Coordinates, km: number, from: number, to: number): Position[] {
  const steps = Math.max(1, Math.round(Math.abs(to - from) / ARC_STEP));
  return Array.from(
    { length: steps + 1 },
    (_, k) => destination([...point], km, from + ((to - from) * k) / steps, { units: 'kilometers' }).geometry.coordinates,
  );
}

function closed(ring: Position[]): Position[] {
  const [first] = ring;
  return first ? [...ring, [...first]] : ring;
}

function normal([lon = 0, lat = 0]: Position): Coordinates {
  const turned = lon > 180 ? lon - 360 : lon < -180 ? lon + 360 : lon;
  return [Number(turned.toFixed(PRECISION)), Number(lat.toFixed(PRECISION))];
}
