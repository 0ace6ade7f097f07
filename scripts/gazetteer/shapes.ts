import { bboxClip, featureCollection, union } from '@turf/turf';
import type { BBox, Feature, Position } from 'geojson';
import type { Shape } from './fit-area';

export function asFeature(geometry: Shape): Feature<Shape> {
  return { type: 'Feature', properties: {}, geometry };
}

/** Two areas as one. */
export function joined(a: Shape, b: Shape): Shape {
  const both = union(featureCollection<Shape>([asFeature(a), asFeature(b)]));
  if (both === null) throw new Error('a union of two areas came out empty');
  return both.geometry;
}

/** The part of an area below a latitude, or above it. */
export function belowLatitude(shape: Shape, latitude: number, side: 'below' | 'above'): Shape {
  return clippedTo(shape, side === 'below' ? [-180, -90, 180, latitude] : [-180, latitude, 180, 90]);
}

/** The part of an area inside a box; a MultiPolygon without polygons where there is none. */
export function clippedTo(shape: Shape, box: BBox): Shape {
  const [west, south, east, north] = box as [number, number, number, number];
  const inside = polygonsOf(shape).flatMap((rings): Position[][][] => {
    const [w, s, e, n] = boxOf(rings[0] ?? []);
    if (w > east || e < west || s > north || n < south) return [];
    const part = bboxClip(asFeature({ type: 'Polygon', coordinates: rings }), box).geometry;
    return part.type === 'Polygon' ? [part.coordinates] : part.type === 'MultiPolygon' ? part.coordinates : [];
  });
  return { type: 'MultiPolygon', coordinates: inside.filter((rings) => (rings[0]?.length ?? 0) >= 4) };
}

const boxes = new WeakMap<readonly Position[], [number, number, number, number]>();

/** A ring's box, remembered: the same coasts are asked for hundreds of times. */
function boxOf(ring: readonly Position[]): [number, number, number, number] {
  let box = boxes.get(ring);
  if (box === undefined) {
    box = [Infinity, Infinity, -Infinity, -Infinity];
    for (const [x = 0, y = 0] of ring) box = [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)];
    boxes.set(ring, box);
  }
  return box;
}

/** An area that goes on beyond 180 degrees east, cut there as RFC 7946 has it. */
export function cutAtAntimeridian(shape: Shape): Shape {
  const beyond = clippedTo(shape, [180, -90, 540, 90]);
  if (beyond.coordinates.length === 0) return shape;
  return {
    type: 'MultiPolygon',
    coordinates: [...polygonsOf(clippedTo(shape, [-180, -90, 180, 90])), ...polygonsOf(shifted(beyond, -360))],
  };
}

/**
 * world-atlas sews areas together across the antimeridian and over the pole, as a globe wants them: here they are cut
 * open again, for a flat map.
 */
export function unstitched(shape: Shape): Shape {
  const polygons = polygonsOf(shape).flatMap((rings) => {
    if (!rings.some(jumps)) return [rings];
    const [outer = [], ...holes] = rings.map(unrolled);
    const [west, , east] = boxOf(outer);
    const flat = [outer, ...holes.map((hole) => turnedInto(hole, west, east))];
    const turns = Math.floor((west + 180) / 360) * -360;
    return polygonsOf(
      cutAtAntimeridian(turns === 0 ? { type: 'Polygon', coordinates: flat } : shifted({ type: 'Polygon', coordinates: flat }, turns)),
    );
  });
  return { type: 'MultiPolygon', coordinates: polygons };
}

/** A hole moved by a whole turn where unrolling has moved the ring around it. */
function turnedInto(hole: Position[], west: number, east: number): Position[] {
  const x = hole[0]?.[0] ?? 0;
  const turn = x < west ? 360 : x > east ? -360 : 0;
  return turn === 0 ? hole : hole.map((p): Position => [(p[0] ?? 0) + turn, p[1] ?? 0]);
}

function jumps(ring: readonly Position[]): boolean {
  return ring.some((point, i) => i > 0 && Math.abs((point[0] ?? 0) - (ring[i - 1]?.[0] ?? 0)) > 180);
}

/** A ring whose longitudes go on beyond 180 instead of jumping; one around a pole is led along it. */
function unrolled(ring: readonly Position[]): Position[] {
  let turn = 0;
  const out = ring.map((point, i): Position => {
    const step = i === 0 ? 0 : (point[0] ?? 0) - (ring[i - 1]?.[0] ?? 0);
    if (step > 180) turn -= 360;
    else if (step < -180) turn += 360;
    return [(point[0] ?? 0) + turn, point[1] ?? 0];
  });
  const [first, last] = [out[0], out.at(-1)];
  if (turn === 0 || first === undefined || last === undefined) return out;
  const pole = (first[1] ?? 0) < 0 ? -90 : 90;
  return [...out, [last[0] ?? 0, pole], [first[0] ?? 0, pole], first];
}

/** An area moved by whole turns, in degrees. */
export function shifted(shape: Shape, degrees: number): Shape {
  const move = (p: Position): Position => [(p[0] ?? 0) + degrees, p[1] ?? 0];
  return { type: 'MultiPolygon', coordinates: polygonsOf(shape).map((rings) => rings.map((ring) => ring.map(move))) };
}

export function polygonsOf(shape: Shape): Position[][][] {
  return shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;
}
