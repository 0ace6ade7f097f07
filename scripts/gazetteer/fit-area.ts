import { area, booleanClockwise } from '@turf/turf';
import type { LineString, MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import { topology } from 'topojson-server';
import type { MultiPolygon as TopoMultiPolygon, Polygon as TopoPolygon, Topology } from 'topojson-specification';
import { presimplify, quantile, simplify } from 'topojson-simplify';
import { polygonsOf } from './shapes';

/** Bytes of JSON that an area may have: the contract's bound. */
export const MAX_AREA_BYTES = 20_000;
/** The first try keeps somewhat more than bytes alone would say, for dropped rings save some too. */
const FIRST_TRY = 1.1;
/** Share of the points that each further try keeps. */
const SHRINK = 0.85;
/** Square metres below which a place's coordinates keep four decimals (11 m) instead of three (110 m). */
const SMALL = 5e9;

export type Shape = Polygon | MultiPolygon;
type AreaTopology = Topology<{ area: TopoPolygon<object> | TopoMultiPolygon<object> }>;

/**
 * An area as JSON text of 20 kB at most, or `limit`: rounded, simplified (Visvalingam) no more than it takes, wound
 * counter-clockwise as RFC 7946 has it. Null where nothing is left of it.
 */
export function fitArea(geometry: Shape | LineString, limit = MAX_AREA_BYTES): string | null {
  if (geometry.type === 'LineString')
    return JSON.stringify({ type: 'LineString', coordinates: geometry.coordinates.map((p) => rounded(p, 3)) });
  const precision = area(geometry) < SMALL ? 4 : 3;
  const whole = written(geometry, precision);
  if (whole === null || Buffer.byteLength(whole) <= limit) return whole;
  const weighted = presimplify(topology({ area: geometry }) as AreaTopology);
  for (let share = Math.min(1, (limit / Buffer.byteLength(whole)) * FIRST_TRY); ; share *= SHRINK) {
    const simple = simplify(weighted, quantile(weighted, share));
    const result = feature(simple, simple.objects.area);
    const shape = 'geometry' in result ? result.geometry : null;
    const text = shape?.type === 'Polygon' || shape?.type === 'MultiPolygon' ? written(shape, precision) : null;
    if (text === null || Buffer.byteLength(text) <= limit) return text;
  }
}

/** A shape as text, rounded; null where nothing is left of it. */
function written(shape: Shape, precision: number): string | null {
  const tidy = tidied(shape, precision);
  return tidy === null ? null : JSON.stringify(tidy);
}

/** A shape rounded and wound, without the rings that rounding and simplification have emptied. */
function tidied(shape: Shape, precision: number): Shape | null {
  const kept = polygonsOf(shape)
    .map((rings) => rings.map((ring) => distinct(ring.map((p) => rounded(p, precision)))))
    .flatMap((rings) => {
      const [outer, ...holes] = rings;
      return outer !== undefined && isRing(outer) ? [[wound(outer, false), ...holes.filter(isRing).map((hole) => wound(hole, true))]] : [];
    });
  const [only] = kept;
  if (only === undefined) return null;
  return kept.length === 1 ? { type: 'Polygon', coordinates: only } : { type: 'MultiPolygon', coordinates: kept };
}

function wound(ring: Position[], clockwise: boolean): Position[] {
  return booleanClockwise(ring) === clockwise ? ring : ring.toReversed();
}

function isRing(ring: Position[]): boolean {
  return ring.length >= 4 && area({ type: 'Polygon', coordinates: [ring] }) > 0;
}

function rounded(point: Position, precision: number): Position {
  return [Number((point[0] ?? 0).toFixed(precision)), Number((point[1] ?? 0).toFixed(precision))];
}

/** A ring without repeated neighbours, closed. */
function distinct(ring: readonly Position[]): Position[] {
  const kept = ring.filter((point, i) => i === 0 || point[0] !== ring[i - 1]?.[0] || point[1] !== ring[i - 1]?.[1]);
  const [first, last] = [kept[0], kept.at(-1)];
  return first === undefined || (first[0] === last?.[0] && first[1] === last?.[1]) ? kept : [...kept, first];
}
