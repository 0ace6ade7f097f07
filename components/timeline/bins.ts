import { dayOf, isoOf, type Dated, type Days } from './scale';

/** A stretch of the timeline and how many incidents fall in it. */
export interface Bin extends Days {
  /** Those whose date lies within it. */
  readonly sure: number;
  /** The share of those whose date is longer than it: a month on four weeks is a quarter on each. */
  readonly unsure: number;
}

/** Days that a stretch may have; past them, calendar months and years. */
const DAYS = [1, 2, 7, 14];
const MONTHS = [1, 3, 6, 12, 24, 60, 120];
const MONTH = 30;

/** Counts the dated incidents in equal stretches of the time shown, each at least `least` pixels wide on `width`; empty ones too. */
export function binsOf(incidents: readonly Dated[], extent: Days, width: number, least: number): Bin[] {
  const starts = startsOf(extent, width, least);
  const bins = starts.map((from, i) => ({ from, to: (starts[i + 1] ?? extent.to + 1) - 1, sure: 0, unsure: 0 }));
  for (const { date, count = 1 } of incidents) {
    if (date === null) continue;
    const first = indexAt(starts, dayOf(date.start));
    const last = indexAt(starts, dayOf(date.end));
    const [bin] = bins.slice(first, first + 1);
    if (first === last && bin) bin.sure += count;
    else for (const one of bins.slice(first, last + 1)) one.unsure += count / (last - first + 1);
  }
  return bins;
}

/** The first day of each stretch. */
function startsOf(extent: Days, width: number, least: number): number[] {
  const perDay = width / (extent.to - extent.from + 1);
  const days = DAYS.find((count) => count * perDay >= least);
  if (days !== undefined) return range(extent.from, extent.to, (day) => day + days);
  const months = MONTHS.find((count) => count * MONTH * perDay >= least) ?? 120;
  const [year = 1970] = isoOf(extent.from).split('-').map(Number);
  const first = (at: number): number => Math.floor(Date.UTC(year, at, 1) / 86_400_000);
  const starts: number[] = [extent.from];
  for (let at = 0; first(at) <= extent.to; at += months) if (first(at) > extent.from) starts.push(first(at));
  return starts;
}

function range(from: number, to: number, next: (day: number) => number): number[] {
  const starts: number[] = [];
  for (let day = from; day <= to; day = next(day)) starts.push(day);
  return starts;
}

/** The stretch that a day lies in. */
function indexAt(starts: readonly number[], day: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= day) low = middle;
    else high = middle - 1;
  }
  return low;
}
