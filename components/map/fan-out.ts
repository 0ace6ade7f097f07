/** A rectangle around a marker's point, in pixels; `name` of it lies to one side. */
export interface Body {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Lower is placed first and moves less. */
  readonly rank: number;
}

export type Offset = readonly [number, number];

const GAP = 3;
/** Pixels between the rings of places that are tried. */
const STEP = 10;
const DIRECTIONS = 12;

/**
 * How far each marker steps aside so that none hides another: the first by rank stays on its point, each following one takes
 * the nearest free place around its own, by preference away from those it would hide.
 * @param obstacles what lies there already and does not move
 * @param rings how far one may step, in rings of 10 pixels
 * @returns in the order given; null for one that finds no room
 */
export function fanOut(bodies: readonly Body[], obstacles: readonly Body[] = [], rings = 8): (Offset | null)[] {
  const offsets: (Offset | null)[] = bodies.map(() => null);
  const placed = [...obstacles];
  const order = bodies.map((_, i) => i).sort((a, b) => (bodies[a]?.rank ?? 0) - (bodies[b]?.rank ?? 0));
  for (const i of order) {
    const body = bodies[i];
    if (!body) continue;
    const away = awayFrom(body, bodies);
    const step = candidates(away, rings).find((tried) => !placed.some((other) => overlaps(moved(body, tried), other)));
    if (!step) continue;
    offsets[i] = step;
    placed.push(moved(body, step));
  }
  return offsets;
}

/** The direction, in radians, from the middle of the neighbours that a body touches to the body itself; down without any. */
function awayFrom(body: Body, bodies: readonly Body[]): number {
  const near = bodies.filter((other) => other !== body && overlaps(body, other));
  if (near.length === 0) return Math.PI / 2;
  const x = near.reduce((sum, other) => sum + other.x, 0) / near.length;
  const y = near.reduce((sum, other) => sum + other.y, 0) / near.length;
  return x === body.x && y === body.y ? Math.PI / 2 : Math.atan2(body.y - y, body.x - x);
}

/** No step, then rings of steps from near to far, each beginning in the direction given and turning both ways from it. */
function candidates(direction: number, rings: number): Offset[] {
  const steps: Offset[] = [[0, 0]];
  for (let ring = 1; ring <= rings; ring++) {
    for (let i = 0; i < DIRECTIONS; i++) {
      const turn = (i % 2 === 0 ? -1 : 1) * Math.ceil(i / 2);
      const angle = direction + (turn * 2 * Math.PI) / DIRECTIONS;
      steps.push([Math.round(Math.cos(angle) * ring * STEP), Math.round(Math.sin(angle) * ring * STEP)]);
    }
  }
  return steps;
}

/** The body after a step. */
export function moved(body: Body, [dx, dy]: Offset): Body {
  return { ...body, x: body.x + dx, y: body.y + dy };
}

/** Whether two bodies touch, or nearly. */
export function overlaps(a: Body, b: Body): boolean {
  return Math.abs(a.x - b.x) < (a.width + b.width) / 2 + GAP && Math.abs(a.y - b.y) < (a.height + b.height) / 2 + GAP;
}
