import type { Days } from './scale';
import { dayOf, isoOf, partOf } from './scale';

/** A line of the axis: where, and which of its date's parts are to be said. */
export interface Tick {
  readonly day: number;
  /** 0 to 1. */
  readonly at: number;
  readonly unit: 'day' | 'month' | 'year';
  /** Whether its year, or for a day its month, has to be said with it: the first one, and where a new one begins. */
  readonly isFirst: boolean;
}

const STEPS = [
  ...[1, 2, 5, 10].map((count) => ({ unit: 'day' as const, count, days: count })),
  ...[1, 2, 3, 6].map((count) => ({ unit: 'month' as const, count, days: count * 30 })),
  ...[1, 2, 5, 10, 20, 50, 100].map((count) => ({ unit: 'year' as const, count, days: count * 365 })),
];

/** The axis' lines, as many as leave `room` pixels for each label on `width` pixels. */
export function ticksOf(extent: Days, width: number, room: number): Tick[] {
  const perDay = width / (extent.to - extent.from + 1);
  const step = STEPS.find(({ days }) => days * perDay >= room) ?? STEPS[STEPS.length - 1];
  if (step === undefined) return [];
  const ticks: Tick[] = [];
  for (let day = firstOf(step, extent.from); day <= extent.to; day = after(step, day)) {
    if (day < extent.from) continue;
    const iso = isoOf(day);
    const isFirst = ticks.length === 0 || (step.unit === 'day' ? iso.endsWith('-01') : iso.slice(5, 7) === '01');
    ticks.push({ day, at: partOf(day, extent), unit: step.unit, isFirst });
  }
  return ticks;
}

type Step = (typeof STEPS)[number];

function firstOf({ unit, count }: Step, day: number): number {
  const [year = 1970] = isoOf(day).split('-').map(Number);
  if (unit === 'year') return dayOf(`${String(Math.floor(year / count) * count).padStart(4, '0')}-01-01`);
  if (unit === 'month') return dayOf(`${isoOf(day).slice(0, 4)}-01-01`);
  return dayOf(`${isoOf(day).slice(0, 7)}-01`);
}

function after({ unit, count }: Step, day: number): number {
  const date = new Date(`${isoOf(day)}T00:00:00Z`);
  const next = day + count;
  if (unit === 'day') {
    // Counted from the first of each month; one just before it would be printed into it.
    const first = dayOf(isoOf(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) / 86_400_000));
    return next > first - count / 2 ? first : next;
  }
  if (unit === 'month') return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count, 1) / 86_400_000;
  return Date.UTC(date.getUTCFullYear() + count, 0, 1) / 86_400_000;
}
