import { crosses, nearestPoint, overlap, within, type Box } from './boxes';
import type { Extent } from './sizes';
import type { PagePoint } from './view';

/** A card with a place's name and the numbers of what happened there. */
export interface Flag extends Extent {
  readonly id: string;
  readonly point: PagePoint;
  /** Whether it stands for that very point, which then stays free and gets a line; a card of an area may lie on its label point. */
  readonly exact: boolean;
}

/** A place without an incident: its dot is drawn always, its name where there is room. */
export interface Name extends Extent {
  readonly id: string;
  readonly point: PagePoint;
  /** Of the dot; 0 for the name of an area, which stands on the point itself. */
  readonly radius: number;
}

export interface Line {
  readonly from: PagePoint;
  readonly to: PagePoint;
}

export interface Arrangement {
  /** Where each card lies; null where the map has no room for it. */
  readonly flags: ReadonlyMap<string, Box | null>;
  /** The cards with a line to their point: all that are exact, and those of areas where one can be drawn. */
  readonly lines: ReadonlyMap<string, Line>;
  readonly names: ReadonlyMap<string, Box | null>;
}

/** Units kept free between two things. */
const GAP = 3;
/** Half the width of what is kept free around an exact point. */
const DOT = 5;
/** Units between an exact point and its card, from near to far; the card of an area begins on its point. */
const DISTANCES = [10, 18, 28, 40, 55, 75, 100, 130, 165, 205, 250, 300];
const DIRECTIONS = 16;
/** Where names are tried first: right, left, above, below, then the corners. */
const SIDES: readonly (readonly [number, number])[] = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [1, -1],
  [-1, -1],
  [1, 1],
  [-1, 1],
];

/** Where the name of an area may stand besides its label point: in its own widths and heights, near ones first. */
const AREA_SHIFTS: readonly (readonly [number, number])[] = [-3, -2, -1, 0, 1, 2, 3]
  .flatMap((rows) => [-0.7, -0.35, 0, 0.35, 0.7].map((across): readonly [number, number] => [across, rows]))
  .sort((a, b) => Math.hypot(3 * a[0], a[1]) - Math.hypot(3 * b[0], b[1]));

/**
 * Puts cards and names on a map so that nothing lies over anything else: no card over another, over a point or over a line to
 * one, and no name over any of them. Cards that are exact are placed first, then those of areas, then names, each where it is
 * nearest to its point. What finds no room is left out, and the caller says so.
 * @param obstacles what else stands on the map: scale bar, inset
 */
export function arrange(map: Extent, obstacles: readonly Box[], flags: readonly Flag[], names: readonly Name[]): Arrangement {
  const frame: Box = { x: 4, y: 4, width: map.width - 8, height: map.height - 8 };
  const dots = [
    ...flags.filter(({ exact }) => exact).map(({ id, point }) => ({ id, box: around(point, DOT) })),
    ...names.filter(({ radius }) => radius > 0).map(({ id, point, radius }) => ({ id, box: around(point, radius + 1) })),
  ];
  const taken: Box[] = [...obstacles];
  const lines = new Map<string, Line>();
  const isFree = (box: Box): boolean =>
    within(box, frame) &&
    !taken.some((other) => overlap(box, other, GAP)) &&
    !dots.some((dot) => overlap(box, dot.box, GAP)) &&
    ![...lines.values()].some(({ from, to }) => crosses(from, to, box));

  const isClear = ({ id, point }: Flag, to: PagePoint, own: Box | null = null): boolean =>
    !taken.some((other) => other !== own && crosses(point, to, other)) && !dots.some((dot) => dot.id !== id && crosses(point, to, dot.box));

  const placed = new Map<string, Box | null>(flags.map(({ id }) => [id, null]));
  for (const flag of [...flags].sort((a, b) => Number(b.exact) - Number(a.exact))) {
    const free = cardBoxes(flag).filter(isFree);
    const box = free.find((tried) => isClear(flag, nearestPoint(tried, flag.point))) ?? (flag.exact ? undefined : free[0]);
    if (box === undefined) continue;
    placed.set(flag.id, box);
    taken.push(box);
    const to = nearestPoint(box, flag.point);
    const apart = to.x !== flag.point.x || to.y !== flag.point.y;
    if (apart && (flag.exact || isClear(flag, to, box))) lines.set(flag.id, { from: flag.point, to });
  }

  const written = new Map<string, Box | null>();
  for (const name of names) {
    const box = nameBoxes(name).find(isFree) ?? null;
    written.set(name.id, box);
    if (box !== null) taken.push(box);
  }
  return { flags: placed, lines, names: written };
}

/** Where a card is tried: for an exact point around it, above first; for an area on its label point, then around. */
function cardBoxes({ point, width, height, exact }: Flag): Box[] {
  const tried: Box[] = exact ? [] : [{ x: point.x - width / 2, y: point.y - height / 2, width, height }];
  for (const distance of DISTANCES) {
    for (let i = 0; i < DIRECTIONS; i++) {
      // Up first, then turning both ways.
      const turn = (i % 2 === 0 ? 1 : -1) * Math.ceil(i / 2);
      const angle = -Math.PI / 2 + (turn * 2 * Math.PI) / DIRECTIONS;
      const [x, y] = [point.x + Math.cos(angle) * (width / 2 + distance), point.y + Math.sin(angle) * (height / 2 + distance)];
      tried.push({ x: x - width / 2, y: y - height / 2, width, height });
    }
  }
  return tried;
}

function nameBoxes({ point, width, height, radius }: Name): Box[] {
  if (radius === 0) {
    return AREA_SHIFTS.map(([across, rows]) => ({
      x: point.x - width / 2 + across * width,
      y: point.y - height / 2 + rows * height,
      width,
      height,
    }));
  }
  const [dx, dy] = [width / 2 + radius + GAP + 1, height / 2 + radius + GAP + 1];
  return SIDES.map(([x, y]) => {
    // At a corner the name comes nearer to the dot's side.
    const [across, down] = x !== 0 && y !== 0 ? [dx - radius / 2, dy - radius] : [dx, dy];
    return { x: point.x + x * across - width / 2, y: point.y + y * down - height / 2, width, height };
  });
}

function around({ x, y }: PagePoint, half: number): Box {
  return { x: x - half, y: y - half, width: 2 * half, height: 2 * half };
}
