import type { DatePrecision } from '../../types';
import {
  civil,
  dayNumber,
  daysInMonth,
  mondayOf,
  monthSpan,
  precisionOf,
  weekdayOf,
  yearSpan,
  type DayNumber,
  type DaySpan,
} from './calendar';
import type { TimeUnit } from './date-expression';
import { hijriMonth, toHijri } from './hijri';
import type { Part, Point, Shift } from './point';

export interface Resolved extends DaySpan {
  readonly precision: DatePrecision;
  readonly absolute: boolean;
}

/** From what a point is counted. */
export interface Reference {
  /** The day of publication, or the end of the range whose beginning is asked for. */
  readonly day: DayNumber;
  /** Whether the sentence speaks of what is to come. */
  readonly future: boolean;
  /** The year named before, for "that year". */
  readonly year: number | null;
  readonly weekend: readonly [number, number];
}

/** A day after publication is still the past: the article's clock may run ahead of the publisher's. */
const SLACK_DAYS = 1;
/** 29 February comes back within so many years, turns of century included. */
const MAX_YEARS_BACK = 8;
/** A weekday beside a date speaks for a year only where the date is within a year of publication. */
const MAX_DAYS_OFF = 366;
/** Of two readings of `05/08/2024`, one this near publication is taken for right if the other is not. */
const NEAR_DAYS = 31;

/** The days of a point, or null where there are none (31 February) or nothing decides them. */
export function resolvePoint(point: Point, reference: Reference): Resolved | null {
  const { day, future } = reference;
  switch (point.form) {
    case 'date':
      return resolveDate(point, reference);
    case 'dayOfMonth': {
      const month = monthSpan(day, point.shift);
      const found = month.start + point.day - 1;
      return found <= month.end ? relative({ start: found, end: found }) : null;
    }
    case 'numeric':
      return resolveNumeric(point.days, day);
    case 'year': {
      const whole = yearSpan(Date.UTC(point.year, 0, 1) / 86_400_000, 0);
      return { ...(point.part === null ? whole : partOfYear(whole, point.part)), precision: 5, absolute: true };
    }
    case 'weekday': {
      const found = weekdayNear(point.weekday, point.shift, day, future);
      return relative({ start: found, end: found });
    }
    case 'day': {
      const found = point.weekday === null ? day + point.offset : nearest(point.weekday, day + point.offset);
      return relative({ start: found, end: found });
    }
    case 'night': {
      const start = point.weekday === null ? day - 1 : weekdayNear(point.weekday, null, day - 1, false);
      return relative({ start, end: start + 1 });
    }
    case 'unit':
      return resolveUnit(point, day);
    case 'weekend':
      return resolveWeekend(point.shift, reference);
    case 'ago':
      return resolveAgo(point.unit, point.low, point.high, day);
    case 'past': {
      const start =
        point.unit === 'month' || point.unit === 'year' ? back(day, point.unit, point.high) : day - daysOf(point.unit, point.high);
      return relative({ start, end: day });
    }
    case 'narrative':
      return null;
  }
}

function relative(span: DaySpan, precision: DatePrecision = precisionOf(span)): Resolved {
  return { start: span.start, end: span.end, precision, absolute: false };
}

/** The span of a date in one year; null where that year has no such day. */
function dateInYear(point: Extract<Point, { form: 'date' }>, year: number): DaySpan | null {
  const month = point.hijri ? hijriMonth(year, point.month) : gregorianMonth(year, point.month);
  if (!month) return null;
  if (point.day === null) return point.part === null ? month : partOfMonth(month, point.part);
  const day = month.start + point.day - 1;
  return day <= month.end ? { start: day, end: day } : null;
}

function gregorianMonth(year: number, month: number): DaySpan | null {
  const start = dayNumber(year, month, 1);
  return start === null ? null : { start, end: start + daysInMonth(year, month) - 1 };
}

function resolveDate(point: Extract<Point, { form: 'date' }>, { day, future, year: named }: Reference): Resolved | null {
  const precision = point.day === null ? 4 : 1;
  const now = point.hijri ? toHijri(day).year : civil(day).year;
  const { year } = point;
  if (year !== null) {
    const number = year === 'same' ? named : 'number' in year ? year.number : now + year.shift;
    const span = number === null ? null : dateInYear(point, number);
    return span && { ...span, precision, absolute: year === 'same' || 'number' in year };
  }
  if (point.shift === 0) {
    const span = dateInYear(point, now);
    return span && relative(span, precision);
  }
  const ahead = future || (point.shift ?? 0) > 0;
  const byWeekday = point.weekday === null ? null : withWeekday(point, now, day);
  if (byWeekday) return relative(byWeekday, precision);
  const from = ahead ? now - 1 : now + 1;
  let skip = point.shift === -2 ? 1 : 0;
  for (let k = 0; k <= MAX_YEARS_BACK; k++) {
    const span = dateInYear(point, ahead ? from + k : from - k);
    if (span && fits(span, point, day, ahead) && skip-- === 0) return relative(span, precision);
  }
  return null;
}

/** Whether a date of some year lies where it is looked for: ahead of a day or not, and beside "last" and "next" clear of it. */
function fits({ start, end }: DaySpan, point: Extract<Point, { form: 'date' }>, day: DayNumber, ahead: boolean): boolean {
  if (ahead) return point.shift === null ? end >= day : start > day;
  if (point.shift !== null) return end < day;
  // "mid-August" on the sixth is this year's.
  const begun = point.part === null ? start : start - (point.part - 1) * 10;
  return begun <= day + (point.day === null ? 0 : SLACK_DAYS);
}

/** "Friday, August 9": the weekday says which year, this, the last or the next; where it fits none, the date is believed without it. */
function withWeekday(point: Extract<Point, { form: 'date' }>, now: number, day: DayNumber): DaySpan | null {
  for (const year of [now, now - 1, now + 1]) {
    const span = dateInYear(point, year);
    if (span && weekdayOf(span.start) === point.weekday && Math.abs(span.start - day) <= MAX_DAYS_OFF) return span;
  }
  return null;
}

function resolveNumeric(days: readonly DayNumber[], publication: DayNumber): Resolved | null {
  const near = days.length === 1 ? days : days.filter((day) => Math.abs(day - publication) <= NEAR_DAYS && day <= publication + SLACK_DAYS);
  const [only] = near;
  return only === undefined || near.length > 1 ? null : { start: only, end: only, precision: 1, absolute: true };
}

function weekdayNear(weekday: number, shift: Shift | null, day: DayNumber, future: boolean): DayNumber {
  const back = (weekdayOf(day) - weekday + 7) % 7;
  const ahead = (weekday - weekdayOf(day) + 7) % 7;
  if (shift === null) return future ? day + ahead : day - back;
  if (shift === 0) return mondayOf(day) + weekday - 1;
  if (shift > 0) return day + (ahead || 7);
  return day - (back || 7) + (shift + 1) * 7;
}

/** The weekday nearest to a day: "yesterday, Sunday" is right about Sunday, though the article came out past midnight. */
function nearest(weekday: number, day: DayNumber): DayNumber {
  const ahead = (weekday - weekdayOf(day) + 7) % 7;
  return ahead <= 3 ? day + ahead : day + ahead - 7;
}

function resolveUnit({ unit, shift, part, open }: Extract<Point, { form: 'unit' }>, day: DayNumber): Resolved {
  const whole = unitSpan(unit, day, shift);
  const precision = unit === 'week' ? 3 : unit === 'month' ? 4 : 5;
  if (part !== null) {
    const third = unit === 'week' ? partOfWeek(whole, part) : unit === 'month' ? partOfMonth(whole, part) : partOfYear(whole, part);
    // `مطلع الشهر الجاري` has not gone beyond today, unless all of it is to come.
    const end = shift === 0 && third.start <= day ? Math.min(third.end, day) : third.end;
    return relative({ start: third.start, end }, unit === 'week' ? precisionOf({ start: third.start, end }) : precision);
  }
  if (open === 'later') return relative({ start: day, end: whole.end }, precision);
  return relative(shift === 0 ? { start: whole.start, end: day } : whole, precision);
}

/** The week (Monday to Sunday), month or year that lies `shift` from the one a day is in; for days and hours, the day. */
export function unitSpan(unit: TimeUnit, day: DayNumber, shift: number): DaySpan {
  if (unit === 'year') return yearSpan(day, shift);
  if (unit === 'month') return monthSpan(day, shift);
  const start = unit === 'week' ? mondayOf(day) + shift * 7 : day + (unit === 'day' ? shift : unit === 'hour' ? Math.trunc(shift / 24) : 0);
  return { start, end: unit === 'week' ? start + 6 : start };
}

/** "last weekend" is wholly past; "the weekend" is the last to have begun, as far as it has gone. */
function resolveWeekend(shift: Shift | null, { day, future, weekend }: Reference): Resolved {
  const monday = mondayOf(day);
  const begun = weekdayOf(day) >= weekend[0];
  if (shift !== null && shift < 0) return relative(weekendOf(monday, weekend, shift));
  if (shift !== null && shift > 0) return relative(weekendOf(monday, weekend, begun ? 1 : 0));
  if (future) return relative(weekendOf(monday, weekend, 0));
  const span = weekendOf(monday, weekend, begun ? 0 : -1);
  return relative({ start: span.start, end: Math.min(span.end, day) }, 2);
}

function weekendOf(monday: DayNumber, [first, last]: Reference['weekend'], weeks: number): DaySpan {
  return { start: monday + weeks * 7 + first - 1, end: monday + weeks * 7 + last - 1 };
}

/** "two weeks ago": the day, or the calendar's week, month or year, so far back; "a few days ago" is all of them. */
function resolveAgo(unit: TimeUnit, low: number, high: number, day: DayNumber): Resolved {
  if (unit === 'hour') return relative({ start: day - daysOf(unit, high) + (high < 24 ? 1 : 0), end: day });
  const start = unitSpan(unit, day, -high).start;
  const end = unitSpan(unit, day, -low).end;
  const precision = unit === 'day' ? precisionOf({ start, end }) : unit === 'week' ? 3 : unit === 'month' ? 4 : 5;
  return relative({ start, end }, low === high ? precision : precisionOf({ start, end }));
}

function back(day: DayNumber, unit: TimeUnit, count: number): DayNumber {
  const { day: dayOfMonth } = civil(day);
  const month = monthSpan(day, unit === 'year' ? -12 * count : -count);
  return Math.min(month.start + dayOfMonth - 1, month.end);
}

function daysOf(unit: TimeUnit, count: number): number {
  return unit === 'hour' ? Math.max(1, Math.ceil(count / 24)) : unit === 'week' ? count * 7 : count;
}

function partOfMonth({ start, end }: DaySpan, part: Part): DaySpan {
  return part === 1 ? { start, end: start + 9 } : part === 2 ? { start: start + 10, end: start + 19 } : { start: start + 20, end };
}

/** Four months each. */
function partOfYear({ start }: DaySpan, part: Part): DaySpan {
  return { start: monthSpan(start, (part - 1) * 4).start, end: monthSpan(start, part * 4 - 1).end };
}

/** Monday to Wednesday, Wednesday, Thursday to Sunday. */
function partOfWeek({ start, end }: DaySpan, part: Part): DaySpan {
  return part === 1 ? { start, end: start + 2 } : part === 2 ? { start: start + 2, end: start + 2 } : { start: start + 3, end };
}
