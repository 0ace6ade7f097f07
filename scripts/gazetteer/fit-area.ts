import { area, booleanClockwise } from '@turf/turf';
import type { LineString, MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import { topology } from 'topojson-server';
import type { MultiPolygon as TopoMultiPolygon, Polygon as TopoPolygon, Topology } from 'topojson-specification';
import { presimplify, quantile, simplify } from 'topojson-simplify';
import { polygonsOf } from './shapes';
import { uncrossed } from './uncross';

/** Bytes of JSON that an area may have: the contract's bound. */
export const MAX_AREA_BYTES = 20_000;
/** Bytes of JSON around the coordinates. */
const WRAPPING = 40;
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
    return JSON.stringify({
      type: 'LineString',
      coordinates: geometry.coordinates.map((point) => point.map((value) => rounded(value, 1e3))),
    });
  const precision = area(geometry) < SMALL ? 4 : 3;
  const whole = tidied(geometry, precision);
  if (whole === null || bytesOf(whole) <= limit) return whole === null ? null : finished(whole);
  const weighted = presimplify(topology({ area: geometry }) as AreaTopology);
  for (let share = Math.min(1, (limit / bytesOf(whole)) * FIRST_TRY); ; share *= SHRINK) {
    const simple = simplify(weighted, quantile(weighted, share));
    const result = feature(simple, simple.objects.area);
    const shape = 'geometry' in result ? result.geometry : null;
    const tidy = shape?.type === 'Polygon' || shape?.type === 'MultiPolygon' ? tidied(shape, precision) : null;
    if (tidy === null || bytesOf(tidy) <= limit) return tidy === null ? null : finished(tidy);
  }
}

function bytesOf(polygons: Position[][][]): number {
  return Buffer.byteLength(JSON.stringify(polygons)) + WRAPPING;
}

/** Polygons rounded, without the rings that rounding and simplification have emptied; null where none is left. */
function tidied(shape: Shape, precision: number): Position[][][] | null {
  const kept = polygonsOf(shape).flatMap((rings) => {
    const [outer, ...holes] = rings.map((ring) => distinct(ring, 10 ** precision));
    return outer !== undefined && isRing(outer) ? [[outer, ...holes.filter(isRing)]] : [];
  });
  return kept.length === 0 ? null : kept;
}

/** Polygons as text, without crossings and wound. */
function finished(polygons: Position[][][]): string | null {
  const simple = uncrossed(polygons.flat());
  let next = 0;
  const kept = polygons
    .map((rings) => simple.slice(next, (next += rings.length)))
    .flatMap(([outer, ...holes]) =>
      outer !== undefined && isRing(outer) ? [[wound(outer, false), ...holes.filter(isRing).map((hole) => wound(hole, true))]] : [],
    );
  const [only] = kept;
  if (only === undefined) return null;
  const shape: Shape = kept.length === 1 ? { type: 'Polygon', coordinates: only } : { type: 'MultiPolygon', coordinates: kept };
  return JSON.stringify(shape);
}

function wound(ring: Position[], clockwise: boolean): Position[] {
  return booleanClockwise(ring) === clockwise ? ring : ring.toReversed();
}

function isRing(ring: Position[]): boolean {
  return ring.length >= 4 && area({ type: 'Polygon', coordinates: [ring] }) > 0;
}

function rounded(value: number, units: number): number {
  return Math.round(value * units) / units;
}

/** A ring on a grid, without repeated neighbours, closed. */
function distinct(ring: readonly Position[], units: number): Position[] {
  const kept: Position[] = [];
  let [x, y] = [NaN, NaN];
  for (const point of ring) {
    const [nextX, nextY] = [rounded(point[0] ?? 0, units), rounded(point[1] ?? 0, units)];
    if (nextX === x && nextY === y) continue;
    kept.push([nextX, nextY]);
    [x, y] = [nextX, nextY];
  }
  const [first] = kept;
  return first === undefined || (first[0] === x && first[1] === y) ? kept : [...kept, [...first]];
}
