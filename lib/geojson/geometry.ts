import {
  area as turfArea,
  bbox,
  bboxClip,
  center,
  centerOfMass,
  circle,
  multiPolygon,
  pointOnFeature,
  polygon,
  truncate,
} from '@turf/turf';
import type { Feature, Geometry, MultiPolygon, Point, Polygon } from 'geojson';
import type { Coordinates, Direction } from '../types';

/** Decimals of a degree in what is written: 11 m for an area's outline. */
const PRECISION = 4;
/** What the project's own places that are known only roughly may be off by, in kilometres. */
export const APPROXIMATE_KM = 5;
const CIRCLE_STEPS = 48;
/** Share of an area's width and height that is its centre. */
const CENTRAL_SHARE = 0.5;

/** A place that is a point at map scale. */
export function pointGeometry(point: Coordinates): Point {
  return { type: 'Point', coordinates: [...point] };
}

/**
 * The ground within a distance of a point: what "near X" and a district without an outline are drawn as. Cut where it
 * crosses the antimeridian (RFC 7946, 3.1.9).
 */
export function circleGeometry(point: Coordinates, radiusKm: number): Polygon | MultiPolygon {
  const whole = truncate(circle([...point], radiusKm, { units: 'kilometers', steps: CIRCLE_STEPS }), { precision: PRECISION });
  const [west, , east] = bbox(whole) as [number, number, number, number];
  if (west >= -180 && east <= 180) return whole.geometry;
  const shift = west < -180 ? 360 : -360;
  const here = bboxClip(whole, [-180, -90, 180, 90]).geometry as Polygon;
  const moved = polygon(whole.geometry.coordinates.map((ring) => ring.map(([lon = 0, lat = 0]) => [lon + shift, lat])));
  const there = bboxClip(moved, [-180, -90, 180, 90]).geometry as Polygon;
  return truncate(multiPolygon([here.coordinates, there.coordinates]), { precision: PRECISION }).geometry;
}

/**
 * The part of an area that a direction picks out: for a side, what lies on that side of its centre of mass; for
 * "central", the middle half of its width and height. Null where nothing is left.
 */
export function partOfArea(area: Polygon | MultiPolygon, direction: Direction): Polygon | MultiPolygon | null {
  const whole: Feature<Polygon | MultiPolygon> = area.type === 'Polygon' ? polygon(area.coordinates) : multiPolygon(area.coordinates);
  const { bounds, centre } = mainland(area);
  const [west, south, east, north] = bounds;
  const [x, y] = centre;
  const box = bbox(whole) as [number, number, number, number];
  if (direction === 'central') {
    const [halfWidth, halfHeight] = [((east - west) * CENTRAL_SHARE) / 2, ((north - south) * CENTRAL_SHARE) / 2];
    box.splice(0, 4, x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight);
  } else {
    if (direction.includes('west')) box[2] = x;
    if (direction.includes('east')) box[0] = x;
    if (direction.startsWith('north')) box[1] = y;
    if (direction.startsWith('south')) box[3] = y;
  }
  const clipped = truncate(bboxClip(whole, box), { precision: PRECISION }).geometry as Polygon | MultiPolygon;
  // The clip leaves an empty ring where a whole outline falls outside the box.
  const outlines = (clipped.type === 'Polygon' ? [clipped.coordinates] : clipped.coordinates).filter(
    (rings) => (rings[0]?.length ?? 0) >= 4,
  );
  const [only, another] = outlines;
  if (!only) return null;
  return another ? { type: 'MultiPolygon', coordinates: outlines } : { type: 'Polygon', coordinates: only };
}

/** An outline of less than this share of the largest one's area is no part of what "the north of it" is reckoned by: Hawaii, Guiana. */
const MAINLAND_SHARE = 0.25;

/** Bounds and centre of mass of an area's main outlines. */
function mainland(area: Polygon | MultiPolygon): { bounds: [number, number, number, number]; centre: [number, number] } {
  const outlines = (area.type === 'Polygon' ? [area.coordinates] : area.coordinates).map((rings) => {
    const shape = polygon(rings);
    return { shape, size: turfArea(shape) };
  });
  const largest = Math.max(...outlines.map(({ size }) => size));
  const main = outlines.filter(({ size }) => size >= largest * MAINLAND_SHARE);
  const total = main.reduce((sum, { size }) => sum + size, 0);
  const centre: [number, number] = [0, 0];
  for (const { shape, size } of main) {
    const [lon = 0, lat = 0] = centerOfMass(shape).geometry.coordinates;
    centre[0] += (lon * size) / total;
    centre[1] += (lat * size) / total;
  }
  const bounds = bbox(multiPolygon(main.map(({ shape }) => shape.geometry.coordinates))) as [number, number, number, number];
  return { bounds, centre };
}

/** Boxes of areas that are drawn again and again: a country's outline has thousands of points. */
const boxes = new WeakMap<Geometry, [number, number, number, number]>();

/** West, south, east, north, in degrees. */
export function boundsOf(geometry: Geometry): [number, number, number, number] {
  let box = boxes.get(geometry);
  if (!box) boxes.set(geometry, (box = bbox(geometry) as [number, number, number, number]));
  return box;
}

/** A point for the label that is sure to lie on the area. */
export function labelPointOf(area: Geometry): Coordinates {
  const onArea = pointOnFeature(area).geometry.coordinates;
  const middle = center(area).geometry.coordinates;
  const [lon = middle[0] ?? 0, lat = middle[1] ?? 0] = onArea;
  return [Number(lon.toFixed(PRECISION)), Number(lat.toFixed(PRECISION))];
}
