import { bbox, bboxClip, center, centerOfMass, circle, multiPolygon, pointOnFeature, polygon, truncate } from '@turf/turf';
import type { Feature, Geometry, MultiPolygon, Point, Polygon } from 'geojson';
import type { Coordinates, Direction } from '../types';

/** Decimals of a degree in what is written: 11 m for an area's outline. */
const PRECISION = 4;
/** What "near" means in UCDP's codebook, in kilometres. */
export const NEAR_KM = 25;
/** What the project's own places that are known only roughly may be off by, in kilometres. */
export const APPROXIMATE_KM = 5;
const CIRCLE_STEPS = 48;
/** Share of an area's width and height that is its centre. */
const CENTRAL_SHARE = 0.5;

/** A place that is a point at map scale. */
export function pointGeometry(point: Coordinates): Point {
  return { type: 'Point', coordinates: [...point] };
}

/** The ground within a distance of a point, as a polygon: what "near X" and a district without an outline are drawn as. */
export function circleGeometry(point: Coordinates, radiusKm: number): Polygon {
  return truncate(circle([...point], radiusKm, { units: 'kilometers', steps: CIRCLE_STEPS }), { precision: PRECISION }).geometry;
}

/**
 * The part of an area that a direction picks out: for a side, what lies on that side of its centre of mass; for
 * "central", the middle half of its width and height. Null where nothing is left.
 */
export function partOfArea(area: Polygon | MultiPolygon, direction: Direction): Polygon | MultiPolygon | null {
  const whole: Feature<Polygon | MultiPolygon> = area.type === 'Polygon' ? polygon(area.coordinates) : multiPolygon(area.coordinates);
  const [west, south, east, north] = bbox(whole) as [number, number, number, number];
  const [x, y] = centerOfMass(whole).geometry.coordinates as [number, number];
  const box: [number, number, number, number] = [west, south, east, north];
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

/** West, south, east, north, in degrees. */
export function boundsOf(geometry: Geometry): [number, number, number, number] {
  return bbox(geometry) as [number, number, number, number];
}

/** A point for the label that is sure to lie on the area. */
export function labelPointOf(area: Geometry): Coordinates {
  const onArea = pointOnFeature(area).geometry.coordinates;
  const middle = center(area).geometry.coordinates;
  const [lon = middle[0] ?? 0, lat = middle[1] ?? 0] = onArea;
  return [Number(lon.toFixed(PRECISION)), Number(lat.toFixed(PRECISION))];
}
