import type { DayNumber, DaySpan } from './calendar';

/** Years that the table of Umm al-Qura covers; beyond them Intl would quietly reckon by another rule. */
const MIN_YEAR = 1300;
const MAX_YEAR = 1600;
/** 1 Muharram of the year 1, as a day number, and the mean lengths of year and month: good to a few days, then corrected. */
const EPOCH = -492_148;
const DAYS_PER_YEAR = 354.367;
const DAYS_PER_MONTH = 29.5306;
const MS_PER_DAY = 86_400_000;

interface HijriDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

let formatter: Intl.DateTimeFormat | null = null;

/** A day in the calendar of Umm al-Qura, through Intl. */
export function toHijri(day: DayNumber): HijriDate {
  formatter ??= new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  });
  const date = { year: 0, month: 0, day: 0 };
  for (const { type, value } of formatter.formatToParts(day * MS_PER_DAY))
    if (type === 'year' || type === 'month' || type === 'day') date[type] = Number.parseInt(value, 10);
  return date;
}

/** A month of the Hijri year, whole; null outside the years 1300 to 1600. */
export function hijriMonth(year: number, month: number): DaySpan | null {
  if (year < MIN_YEAR || year > MAX_YEAR || month < 1 || month > 12) return null;
  const start = firstDay(year, month);
  const next = month === 12 ? firstDay(year + 1, 1) : firstDay(year, month + 1);
  return { start, end: next - 1 };
}

function firstDay(year: number, month: number): DayNumber {
  // Aim at mid-month, so that an estimate a few days off still falls into the month wanted.
  const middle = Math.round(EPOCH + (year - 1) * DAYS_PER_YEAR + (month - 1) * DAYS_PER_MONTH) + 14;
  const found = toHijri(middle);
  const months = (found.year - year) * 12 + found.month - month;
  const corrected = Math.round(middle - months * DAYS_PER_MONTH);
  return corrected - toHijri(corrected).day + 1;
}
