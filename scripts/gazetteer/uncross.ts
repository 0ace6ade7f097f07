import type { Position } from 'geojson';
import { type Crossing, crossings } from './crossings';

/** Far more than any outline has needed (a dozen). */
const MAX_STEPS = 200;

/**
 * Rings without crossings: simplified coasts may cross each other or themselves at narrow places. Of the four points
 * at a crossing the one goes whose loss leaves the fewest crossings, and moves the outline least; a ring of fewer than
 * four points goes altogether. Throws where that does not end.
 */
export function uncrossed(rings: readonly Position[][]): Position[][] {
  let current = rings.map((ring) => ring.slice());
  for (let step = 0; step < MAX_STEPS; step++) {
    const found = crossings(current);
    const [first] = found;
    if (first === undefined) return current;
    const tries = pointsAt(first).map(([ring, point]) => {
      const rest = without(current, ring, point);
      return { rest, left: crossings(rest).length, moved: triangle(current[ring] ?? [], point) };
    });
    tries.sort((a, b) => a.left - b.left || a.moved - b.moved);
    current = tries[0]?.rest ?? current;
  }
  throw new Error(`an outline still crosses itself after ${MAX_STEPS} points were taken out`);
}

function pointsAt({ ringA, a, ringB, b }: Crossing): [number, number][] {
  return [
    [ringA, a],
    [ringA, a + 1],
    [ringB, b],
    [ringB, b + 1],
  ];
}

/** Rings less one point; an emptied ring stays as an empty one, for its place tells what it is. */
function without(rings: readonly Position[][], ring: number, point: number): Position[][] {
  return rings.map((points, r) => {
    if (r !== ring) return points;
    const open = points.slice(0, -1);
    open.splice(point % open.length, 1);
    const [first] = open;
    return open.length < 3 || first === undefined ? [] : [...open, first];
  });
}

/** Twice the area between a point and its neighbours. */
function triangle(ring: readonly Position[], point: number): number {
  const n = ring.length - 1;
  const [ax = 0, ay = 0] = ring[(point - 1 + n) % n] ?? [];
  const [bx = 0, by = 0] = ring[point % n] ?? [];
  const [cx = 0, cy = 0] = ring[(point + 1) % n] ?? [];
  return Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay));
}
