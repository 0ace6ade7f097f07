import { distance } from '@turf/turf';
import type { Geometry } from 'geojson';
import { z } from 'zod';
import { circleGeometry, labelPointOf, pointGeometry } from '../geojson/geometry';
import { NEAR_KM } from '../geojson/precision';
import type { Coordinates, WherePrecision } from '../types';
import { RADIUS_KM } from './drawn';

/** Corners that a drawn area may have, and positions that a chosen place's outline may. */
const MAX_CORNERS = 500;
const MAX_POSITIONS = 5_000;

export const positionSchema = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);

const line = z.array(positionSchema).min(2).max(MAX_POSITIONS);
const ring = z
  .array(positionSchema)
  .min(4)
  .max(MAX_POSITIONS)
  .refine((corners) => String(corners[0]) === String(corners.at(-1)), 'wanted a ring that ends where it begins');

/** RFC 7946, as far as a place is drawn so. */
export const geometrySchema = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('Point'), coordinates: positionSchema }),
    z.object({ type: z.literal('LineString'), coordinates: line }),
    z.object({ type: z.literal('MultiLineString'), coordinates: z.array(line).min(1).max(MAX_POSITIONS) }),
    z.object({ type: z.literal('Polygon'), coordinates: z.array(ring).min(1).max(MAX_POSITIONS) }),
    z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring).min(1)).min(1).max(MAX_POSITIONS) }),
  ])
  .refine(({ coordinates }) => coordinates.flat(4).length <= MAX_POSITIONS * 2, `wanted at most ${MAX_POSITIONS} positions`);

/** What a person draws: a point, ground within some kilometres of one, or an area. */
export const shapeSchema = z.discriminatedUnion('form', [
  z.object({ form: z.literal('pin'), point: positionSchema }),
  z.object({ form: z.literal('circle'), centre: positionSchema, radiusKm: z.number().min(RADIUS_KM.least).max(RADIUS_KM.most) }),
  z.object({ form: z.literal('area'), ring: ring.max(MAX_CORNERS + 1) }),
]);
export type Shape = z.infer<typeof shapeSchema>;

/**
 * How a shape is drawn, and how exactly it says where (UCDP `where_prec`). A pin is an exact place; a circle is "within
 * about 25 km" as long as its radius is, and else a fuzzy area; an area is judged by its corner farthest from its label.
 */
export function drawShape(shape: Shape): { geometry: Geometry; labelPoint: Coordinates; wherePrecision: WherePrecision } {
  switch (shape.form) {
    case 'pin':
      return { geometry: pointGeometry(shape.point), labelPoint: shape.point, wherePrecision: 1 };
    case 'circle':
      return {
        geometry: circleGeometry(shape.centre, shape.radiusKm),
        labelPoint: shape.centre,
        wherePrecision: shape.radiusKm <= NEAR_KM ? 2 : 5,
      };
    case 'area': {
      const geometry: Geometry = { type: 'Polygon', coordinates: [shape.ring] };
      const labelPoint = labelPointOf(geometry);
      const reach = Math.max(...shape.ring.map((corner) => distance([...labelPoint], corner, { units: 'kilometers' })));
      return { geometry, labelPoint, wherePrecision: reach <= NEAR_KM ? 2 : 5 };
    }
  }
}
