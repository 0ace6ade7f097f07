import type { PeriodCount } from '@/lib/store/records';

/** How many incidents there are of something in a period. */
export interface Cell {
  /** First day, ISO 8601; null for those without a date. */
  readonly period: string | null;
  readonly key: string;
  readonly incidents: number;
}

export interface Totals {
  readonly key: string;
  readonly incidents: number;
  readonly killed: number;
  readonly injured: number;
}

/** Stands for a country where none is known. */
export const NOWHERE = '';

/** Adds counts up by period and one of type and country. */
export function cellsBy(counts: readonly PeriodCount[], by: 'type' | 'country'): Cell[] {
  const cells = new Map<string, { period: string | null; key: string; incidents: number }>();
  for (const count of counts) {
    const key = keyOf(count, by);
    const id = `${count.period ?? ''}\n${key}`;
    const cell = cells.get(id);
    if (cell) cell.incidents += count.incidents;
    else cells.set(id, { period: count.period, key, incidents: count.incidents });
  }
  return [...cells.values()];
}

/** Sums over all periods, the most first. */
export function totalsBy(counts: readonly PeriodCount[], by: 'type' | 'country'): Totals[] {
  const totals = new Map<string, { key: string; incidents: number; killed: number; injured: number }>();
  for (const count of counts) {
    const key = keyOf(count, by);
    const total = totals.get(key) ?? { key, incidents: 0, killed: 0, injured: 0 };
    total.incidents += count.incidents;
    total.killed += count.killed;
    total.injured += count.injured;
    totals.set(key, total);
  }
  return [...totals.values()].sort((a, b) => b.incidents - a.incidents);
}

/** The periods that occur, the earliest first, those without a date last. */
export function periodsOf(cells: readonly Cell[]): (string | null)[] {
  const known = [...new Set(cells.flatMap(({ period }) => period ?? []))].sort();
  return cells.some(({ period }) => period === null) ? [...known, null] : known;
}

function keyOf({ type, countryCode }: PeriodCount, by: 'type' | 'country'): string {
  return by === 'type' ? type : (countryCode ?? NOWHERE);
}
