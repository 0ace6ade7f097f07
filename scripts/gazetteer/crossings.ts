import type { Position } from 'geojson';

/** Coordinates become integers of this fraction of a degree, so that crossings are told exactly. */
const UNITS = 1e4;

/** Two segments that cross, each by its ring and the index of its first point. */
export interface Crossing {
  readonly ringA: number;
  readonly a: number;
  readonly ringB: number;
  readonly b: number;
}

/**
 * The first places where outlines cross themselves or each other, up to `most`; empty where they are simple. Touching in
 * a point is no crossing. Exact for coordinates of four decimals or fewer. A sweep over the longitudes: quick where
 * segments are short against the whole, as coasts' are.
 */
export function crossings(rings: readonly (readonly Position[])[], most = Infinity): Crossing[] {
  const count = rings.reduce((sum, ring) => sum + Math.max(0, ring.length - 1), 0);
  const x1 = new Float64Array(count);
  const y1 = new Float64Array(count);
  const x2 = new Float64Array(count);
  const y2 = new Float64Array(count);
  const ringOf = new Uint32Array(count);
  const indexOf = new Uint32Array(count);
  let n = 0;
  rings.forEach((ring, r) => {
    for (let i = 0; i + 1 < ring.length; i++, n++) {
      x1[n] = Math.round((ring[i]?.[0] ?? 0) * UNITS);
      y1[n] = Math.round((ring[i]?.[1] ?? 0) * UNITS);
      x2[n] = Math.round((ring[i + 1]?.[0] ?? 0) * UNITS);
      y2[n] = Math.round((ring[i + 1]?.[1] ?? 0) * UNITS);
      ringOf[n] = r;
      indexOf[n] = i;
    }
  });
  const west = x1.map((x, i) => Math.min(x, x2[i] ?? x));
  const order = new Uint32Array(count).map((_, i) => i).sort((a, b) => (west[a] ?? 0) - (west[b] ?? 0));
  const found: Crossing[] = [];
  for (let o = 0; o < count; o++) {
    const a = order[o] ?? 0;
    const [ax, ay, bx, by] = [x1[a] ?? 0, y1[a] ?? 0, x2[a] ?? 0, y2[a] ?? 0];
    const [east, south, north] = [Math.max(ax, bx), Math.min(ay, by), Math.max(ay, by)];
    for (let p = o + 1; p < count; p++) {
      const b = order[p] ?? 0;
      if ((west[b] ?? 0) > east) break;
      const [cx, cy, dx, dy] = [x1[b] ?? 0, y1[b] ?? 0, x2[b] ?? 0, y2[b] ?? 0];
      if ((cy > north && dy > north) || (cy < south && dy < south)) continue;
      const c = side(ax, ay, bx, by, cx, cy);
      const d = side(ax, ay, bx, by, dx, dy);
      if (c === 0 || d === 0 || c === d) continue;
      const e = side(cx, cy, dx, dy, ax, ay);
      const f = side(cx, cy, dx, dy, bx, by);
      if (e === 0 || f === 0 || e === f) continue;
      found.push({ ringA: ringOf[a] ?? 0, a: indexOf[a] ?? 0, ringB: ringOf[b] ?? 0, b: indexOf[b] ?? 0 });
      if (found.length >= most) return found;
    }
  }
  return found;
}

/** On which side of the line from a to b a point lies: 1, -1, or 0 on it. Exact: integers below 2^53. */
function side(ax: number, ay: number, bx: number, by: number, px: number, py: number): number {
  return Math.sign((bx - ax) * (py - ay) - (by - ay) * (px - ax));
}
