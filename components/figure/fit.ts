/** How much of the list a figure shows: lowered step by step until it fits its page. */
export interface ListFit {
  readonly entries: number;
  /** How many of the entries, from the first, are quoted, and how long a quote is at most. */
  readonly quotes: number;
  readonly quoteLength: number;
  /** Whether each entry says how exact its place is; the map's own marks say it anyway. */
  readonly precision: boolean;
}

const ALL = Number.POSITIVE_INFINITY;

/** From everything to the bare list; after that, ever fewer entries. */
const STEPS: readonly ListFit[] = [
  { entries: ALL, quotes: ALL, quoteLength: 260, precision: true },
  { entries: ALL, quotes: ALL, quoteLength: 170, precision: true },
  { entries: ALL, quotes: ALL, quoteLength: 110, precision: true },
  { entries: ALL, quotes: ALL, quoteLength: 110, precision: false },
  ...[8, 7, 6, 5, 4, 3, 2].map((quotes) => ({ entries: ALL, quotes, quoteLength: 110, precision: false })),
  { entries: ALL, quotes: 1, quoteLength: 110, precision: false },
  { entries: ALL, quotes: 1, quoteLength: 70, precision: false },
  { entries: ALL, quotes: 0, quoteLength: 0, precision: false },
];

/** The fit at a level, 0 for all; `count` incidents are there. Past the last step each level shows one less, of many a tenth. */
export function fitAt(level: number, count: number): ListFit {
  const step = STEPS[level];
  if (step !== undefined) return step;
  const fewer = (level - STEPS.length + 1) * stride(count);
  return { entries: Math.max(1, count - fewer), quotes: 0, quoteLength: 0, precision: false };
}

/** The level after which nothing is left to leave out. */
export function lastLevel(count: number): number {
  return STEPS.length - 1 + Math.ceil((count - 1) / stride(count));
}

function stride(count: number): number {
  return Math.max(1, Math.floor(count / 10));
}
