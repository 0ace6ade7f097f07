/** Whole days since 1 January 1970; both ends are shown, `to` inclusive. */
export interface Days {
  readonly from: number;
  readonly to: number;
}

/** What lies on the timeline: an incident, or several with one date. ISO 8601; `end` inclusive. */
export interface Dated {
  readonly date: { readonly start: string; readonly end: string } | null;
  /** How many they are; one where absent. */
  readonly count?: number;
}

const DAY_MS = 86_400_000;
/** The part of the time shown that is left free at each end, so that no mark lies on the edge. */
const MARGIN = 0.02;

/** The day's number of `2024-08-05`, whole days since 1970. */
export function dayOf(iso: string): number {
  return Math.floor(Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) / DAY_MS);
}

/** The day of a number, `YYYY-MM-DD`. */
export function isoOf(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** From the first day of any incident to the last, with a margin; null where none is dated. */
export function extentOf(incidents: readonly Dated[]): Days | null {
  const dates = incidents.flatMap(({ date }) => (date === null ? [] : [date]));
  if (dates.length === 0) return null;
  const from = dates.reduce((least, { start }) => Math.min(least, dayOf(start)), Infinity);
  const to = dates.reduce((most, { end }) => Math.max(most, dayOf(end)), -Infinity);
  const margin = Math.max(1, Math.round((to - from) * MARGIN));
  return { from: from - margin, to: to + margin };
}

/** Where a day begins, as a part of the time shown, 0 to 1. The last day ends at 1. */
export function partOf(day: number, { from, to }: Days): number {
  return (day - from) / (to - from + 1);
}

/** The day at a part of the time shown. */
export function dayAt(part: number, { from, to }: Days): number {
  return Math.min(to, Math.max(from, from + Math.floor(part * (to - from + 1))));
}
