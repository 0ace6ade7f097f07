import {
  area as areaOf,
  bbox,
  buffer,
  difference,
  featureCollection,
  intersect,
  kinks,
  multiPolygon,
  simplify,
  truncate,
  union,
} from '@turf/turf';
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import type { Coordinates } from '../types';

/** An area: what has ground under it. */
export type Area = Polygon | MultiPolygon;

/** Decimals of a degree in what is written: 11 m for an area's outline. */
export const PRECISION = 4;
/** The contract's limit for one geometry. */
const MAX_BYTES = 20_000;
/** Pieces and holes smaller than this are what is left between two outlines that ought to be one, in square kilometres. */
const CRUMB_KM2 = 20;
/** An outline of less than this share of the largest one's area is a crumb too, where the area has to be made smaller. */
const CRUMB_SHARE = 0.002;

/** The outlines of an area: each its outer ring and its holes. */
export function outlinesOf(area: Area): Position[][][] {
  return area.type === 'Polygon' ? [area.coordinates] : area.coordinates;
}

/** Outlines as one area, or null where there are none. */
export function fromOutlines(outlines: Position[][][]): Area | null {
  const [only, another] = outlines;
  if (!only) return null;
  return another ? { type: 'MultiPolygon', coordinates: outlines } : { type: 'Polygon', coordinates: only };
}

const feature = (area: Area): Feature<Area> => ({ type: 'Feature', properties: {}, geometry: area });

/** The ground that any of the areas covers. Outlines that cross themselves come out clean. */
export function united(areas: readonly Area[]): Area | null {
  const [first] = areas;
  if (!first) return null;
  return union(featureCollection(areas.length === 1 ? [feature(first), feature(first)] : areas.map(feature)))?.geometry ?? null;
}

/** The ground that both areas cover. */
export function shared(a: Area, b: Area): Area | null {
  return intersect(featureCollection([feature(a), feature(b)]))?.geometry ?? null;
}

/** What of `area` no other area covers. */
export function without(area: Area, others: readonly Area[]): Area | null {
  if (others.length === 0) return area;
  return difference(featureCollection([feature(area), ...others.map(feature)]))?.geometry ?? null;
}

/**
 * An area with fewer points: none is moved by more than so many kilometres, and islets are left out. Its outlines may
 * cross themselves: what is done to it next mends that.
 */
export function coarser(area: Area, km: number): Area {
  const simple = simplify(feature(area), { tolerance: km / KM_PER_DEGREE, highQuality: false }).geometry;
  // An island that is smaller than the tolerance may come out as a line.
  const outlines = outlinesOf(simple)
    .filter(([outer]) => (outer?.length ?? 0) >= 4)
    .map((rings) => ({ rings, size: sizeOf(rings[0] ?? []) }));
  const largest = Math.max(0, ...outlines.map(({ size }) => size));
  const least = Math.min((2 * km) ** 2, largest * ISLET_SHARE);
  return fromOutlines(outlines.filter(({ size }) => size >= least).map(({ rings }) => rings)) ?? area;
}

const ISLET_SHARE = 0.02;
export const KM_PER_DEGREE = 111.195;

/**
 * An area ready to be written: within ±180° (cut at the antimeridian, RFC 7946, 3.1.9), without crumbs, its outer rings
 * counter-clockwise (3.1.6), of 20 kB at most. Null where nothing is left.
 */
export function tidied(area: Area): Area | null {
  let shape: Area | null = withinWorld(area);
  for (let km = 0.5, round = 0; shape && round < MAX_ROUNDS; round++) {
    const written: Area | null = wound(truncate(multiPolygon(outlinesOf(shape)), { precision: PRECISION }).geometry, km > 0.5);
    if (!written) return null;
    const fits = JSON.stringify(written).length <= MAX_BYTES;
    if (fits && kinks(feature(written)).features.length === 0) return written;
    // Rounding has made outlines cross or touch: cut them anew where they do, or go around them where that does not help.
    if (!fits) shape = united([coarser(shape, km)]);
    else if (round % 2 === 0) shape = united([written]);
    else shape = united([roundedOff(written, ROUND_OFF_KM * round)]);
    if (!fits) km *= 2;
  }
  return null;
}

const MAX_ROUNDS = 12;
const ROUND_OFF_KM = 0.25;

/** An area a little larger, without cracks and pinches; one at the antimeridian as it is, where going around would wind. */
function roundedOff(area: Area, km: number): Area {
  const [west, , east] = bbox(area) as [number, number, number, number];
  if (east > 179 || west < -179) return coarser(area, km);
  return buffer(area, km, { units: 'kilometers', steps: 2 })?.geometry ?? area;
}

/** Moves what lies beyond the antimeridian to the other side of the world. */
function withinWorld(area: Area): Area | null {
  const [west, , east] = bbox(area) as [number, number, number, number];
  if (west >= -180 && east <= 180) return area;
  const there = movedEast(area, west < -180 ? 360 : -360);
  const parts = [area, there].map((part) => shared(part, WORLD)).filter((part) => part !== null);
  return fromOutlines(parts.flatMap(outlinesOf));
}

/** An area so many degrees farther east. */
export function movedEast(area: Area, degrees: number): Area {
  const outlines = outlinesOf(area).map((rings) => rings.map((ring) => ring.map(([lon = 0, lat = 0]) => [lon + degrees, lat])));
  return fromOutlines(outlines) ?? area;
}

const WORLD: Polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [-180, -90],
      [180, -90],
      [180, 90],
      [-180, 90],
      [-180, -90],
    ],
  ],
};

/** Rings in the order and the direction that GeoJSON wants, crumbs left out. `strict`: small islands go too. */
function wound(area: Area, strict: boolean): Area | null {
  const outlines = outlinesOf(area)
    .map((rings) => rings.map(withoutRepeats).filter((ring, i) => ring.length >= 4 && (i === 0 || sizeOf(ring) >= CRUMB_KM2)))
    .filter(([outer]) => outer !== undefined && outer.length >= 4)
    .map((rings) => ({ rings, size: sizeOf(rings[0] ?? []) }));
  const largest = Math.max(0, ...outlines.map(({ size }) => size));
  const least = Math.min(largest, Math.max(CRUMB_KM2, strict ? largest * CRUMB_SHARE : 0));
  return fromOutlines(
    outlines
      .filter(({ size }) => size >= least && size > 0)
      .map(({ rings }) => rings.map((ring, i) => (isCounterClockwise(ring) === (i === 0) ? ring : ring.toReversed()))),
  );
}

/** Rounding may have made neighbours of a ring one point. */
function withoutRepeats(ring: Position[]): Position[] {
  return ring.filter((position, i) => i === 0 || position[0] !== ring[i - 1]?.[0] || position[1] !== ring[i - 1]?.[1]);
}

/** Square kilometres inside a ring. */
function sizeOf(ring: Position[]): number {
  return ring.length < 4 ? 0 : areaOf({ type: 'Polygon', coordinates: [ring] }) / 1e6;
}

function isCounterClockwise(ring: readonly Position[]): boolean {
  let twice = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [[x1 = 0, y1 = 0] = [], [x2 = 0, y2 = 0] = []] = [ring[i], ring[i + 1]];
    twice += x1 * y2 - x2 * y1;
  }
  return twice > 0;
}

/** Lines of latitude that are tried for the label. */
const SCAN_LINES = 15;

/** A point well inside an area, also of one that is a ring or a band: the middle of the longest stretch of latitude on it. */
export function innerPoint(area: Area): Coordinates {
  const [, south, , north] = bbox(area) as [number, number, number, number];
  let best = { width: -1, lon: 0, lat: 0 };
  for (let k = 1; k <= SCAN_LINES; k++) {
    const lat = south + ((north - south) * (k - 0.03)) / (SCAN_LINES + 1);
    for (const rings of outlinesOf(area)) {
      const crossings = rings.flatMap((ring) => crossingsOf(ring, lat)).sort((a, b) => a - b);
      for (let i = 0; i + 1 < crossings.length; i += 2) {
        const [from = 0, to = 0] = crossings.slice(i, i + 2);
        const width = (to - from) * Math.cos((lat * Math.PI) / 180);
        if (width > best.width) best = { width, lon: (from + to) / 2, lat };
      }
    }
  }
  return [Number(best.lon.toFixed(PRECISION)), Number(best.lat.toFixed(PRECISION))];
}

/** Longitudes at which a ring crosses a latitude. */
function crossingsOf(ring: readonly Position[], lat: number): number[] {
  const crossings: number[] = [];
  for (let i = 0; i + 1 < ring.length; i++) {
    const [[x1 = 0, y1 = 0] = [], [x2 = 0, y2 = 0] = []] = [ring[i], ring[i + 1]];
    if (y1 > lat !== y2 > lat) crossings.push(x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1));
  }
  return crossings;
}
