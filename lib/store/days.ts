const DAY_MS = 86_400_000;
const DAYS_A_WEEK = 7;
/** 1 January 1970 was a Thursday: Monday of its week lies three days before. */
const MONDAY = 3;

/** Days since 1970-01-01 of an ISO 8601 date or date-time, by its own calendar day; null where it is none. */
export function dayOf(iso: string | null): number | null {
  const match = /^\d{4}-\d\d-\d\d/.exec(iso ?? '');
  const time = match ? Date.parse(match[0]) : NaN;
  return Number.isNaN(time) ? null : time / DAY_MS;
}

export function isoOfDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The month of a day, counted from January of the year 0. */
export function monthOf(day: number): number {
  const date = new Date(day * DAY_MS);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** First day of a period as SQL counts them: a day, a week (`WEEK_SQL`) or a month. */
export function isoOfPeriod(period: 'day' | 'week' | 'month', value: number): string {
  if (period === 'day') return isoOfDay(value);
  if (period === 'week') return isoOfDay(value * DAYS_A_WEEK - MONDAY);
  return `${String(Math.floor(value / 12)).padStart(4, '0')}-${String((value % 12) + 1).padStart(2, '0')}-01`;
}

/** Weeks since that of 1970-01-01, of a day. Before 1970 both stores round towards zero: the offset keeps it positive. */
export function weekSql(day: string): string {
  const weeks = 200_000;
  return `((${day} + ${MONDAY + weeks * DAYS_A_WEEK}) / ${DAYS_A_WEEK} - ${weeks})`;
}
