import type { DatePrecision } from '../../types';

/** Days since 1970-01-01, in the proleptic Gregorian calendar. Never a moment: no time zone can move it. */
export type DayNumber = number;

/** Both ends included. */
export interface DaySpan {
  readonly start: DayNumber;
  readonly end: DayNumber;
}

const MS_PER_DAY = 86_400_000;
const MIN_YEAR = 1000;
const MAX_YEAR = 9999;
const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})(?:$|T)/;

/** The day that an ISO 8601 date or date-time is written with, whatever its offset; null where it is neither or no such day exists. */
export function parseDay(iso: string): DayNumber | null {
  const match = ISO_DAY.exec(iso);
  return match ? dayNumber(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/** `2024-08-05`. */
export function toIso(day: DayNumber): string {
  const { year, month, day: dayOfMonth } = civil(day);
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${dayOfMonth < 10 ? '0' : ''}${dayOfMonth}`;
}

/** Null where there is no such day (31 February). `month` counts from 1. */
export function dayNumber(year: number, month: number, day: number): DayNumber | null {
  if (year < MIN_YEAR || year > MAX_YEAR || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return Date.UTC(year, month - 1, day) / MS_PER_DAY;
}

export function civil(day: DayNumber): { readonly year: number; readonly month: number; readonly day: number } {
  const date = new Date(day * MS_PER_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** 1 Monday to 7 Sunday (ISO 8601). */
export function weekdayOf(day: DayNumber): number {
  // Day 0 was a Thursday.
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The Monday on or before a day. */
export function mondayOf(day: DayNumber): DayNumber {
  return day - weekdayOf(day) + 1;
}

/** The month that lies `shift` months from the one a day is in, whole. */
export function monthSpan(day: DayNumber, shift: number): DaySpan {
  const { year, month } = civil(day);
  const first = Date.UTC(year, month - 1 + shift, 1) / MS_PER_DAY;
  return { start: first, end: Date.UTC(year, month + shift, 0) / MS_PER_DAY };
}

/** The year that lies `shift` years from the one a day is in, whole. */
export function yearSpan(day: DayNumber, shift: number): DaySpan {
  const year = civil(day).year + shift;
  return { start: Date.UTC(year, 0, 1) / MS_PER_DAY, end: Date.UTC(year, 11, 31) / MS_PER_DAY };
}

/** UCDP GED `date_prec` of a span by its length: 1 a day, 2 two to six days, 3 a week, 4 up to a month, 5 longer. */
export function precisionOf({ start, end }: DaySpan): DatePrecision {
  const days = end - start + 1;
  return days <= 1 ? 1 : days <= 6 ? 2 : days === 7 ? 3 : days <= 31 ? 4 : 5;
}
