import { dayNumber, type DayNumber } from './calendar';
import type { Part, Point, Read, Shift } from './point';
import { MAX_YEAR, MIN_YEAR, readMonth, readPart, readShiftedUnit, readYearTail, type MonthName, type YearTail } from './read-month';
import { GAP, type Reading } from './reading';

/** One or several dates that share a month: "16 and 25 July" are two, "3-5 May" is a range. */
export interface DateList {
  readonly dates: readonly Read[];
  readonly range: boolean;
  readonly next: number;
}

const MAX_LISTED = 8;
/** Two digits of a year: to 69 they are of this century. */
const CENTURY_PIVOT = 70;

/** Days and months: "5 August 2024", "August 5-7", `16 و25 يوليو/تموز`, `منتصف يوليو`, `يناير`. `between`: "and" joins a range. */
export function readCalendarDates(r: Reading, i: number, between: boolean): DateList | null {
  const word = r.meaning(i);
  if (word && word.ordinal === undefined && word.month === undefined && word.hijriMonth === undefined && word.part === undefined) {
    if (word.unit !== 'month') return null;
  }
  return readDaysThenMonth(r, i, between) ?? readMonthThenDays(r, i, between);
}

function readDaysThenMonth(r: Reading, i: number, between: boolean): DateList | null {
  const days: { readonly day: number; readonly at: number; readonly next: number }[] = [];
  let range = false;
  let at = i;
  for (;;) {
    const day = readDay(r, at);
    if (!day) return null;
    days.push({ day: day.day, at, next: day.next });
    at = day.next;
    const month = monthBehind(r, at);
    if (month) {
      const tail = readYearTail(r, month.next, month.hijri);
      if (month.doubt > 2 && tail.year === null) return null;
      return listDates(r, days, month, tail, range, tail.next);
    }
    const shifted = r.is(at, 'of') && r.joined(at) ? readShiftedUnit(r, r.behind(at), 'month') : null;
    if (shifted && days.length === 1) {
      const point: Point = { form: 'dayOfMonth', day: day.day, shift: shifted.shift };
      return { dates: [{ point, start: r.start(i), next: shifted.next }], range: false, next: shifted.next };
    }
    const link = readLink(r, at, between, days.length > 1 && !range);
    if (!link || range || days.length === MAX_LISTED || (link.range && days.length > 1)) return null;
    range = link.range;
    at = link.next;
  }
}

/** "August 5", "August 5-7, 2024", "July 16 and 25"; or a month alone. */
function readMonthThenDays(r: Reading, i: number, between: boolean): DateList | null {
  const part = readPart(r, i);
  const month = readMonth(r, part?.next ?? i);
  if (!month) return null;
  const english = r.vocabulary.language === 'en';
  const days: { readonly day: number; readonly at: number; readonly next: number }[] = [];
  let range = false;
  let at = month.next;
  if (english && !part && r.joined(at)) {
    for (let link: { next: number; range: boolean } | null = { next: at, range: false }; link;) {
      const day = readDay(r, link.next);
      if (!day || !endsList(r, day.next)) break;
      days.push({ day: day.day, at: link.next, next: day.next });
      range ||= link.range;
      at = day.next;
      link = range || days.length === MAX_LISTED ? null : readLink(r, at, between, days.length > 1);
    }
  }
  const tail = readYearTail(r, at, month.hijri);
  if (days.length === 0) return readMonthAlone(r, i, month, part?.part ?? null, tail);
  const first = days[0];
  if (!first || month.doubt > 2) return null;
  return listDates(r, [{ ...first, at: i }, ...days.slice(1)], month, tail, range, tail.next);
}

function readMonthAlone(r: Reading, i: number, month: MonthName, part: Part | null, tail: YearTail): DateList | null {
  const before = shiftBefore(r, i);
  const sure = tail.year !== null || tail.shift !== null || before !== null || part !== null;
  if (month.doubt === 1 && !sure && !r.follows(i, 'in') && !r.follows(i, 'since') && !followsMonth(r, i) && !leadsMonth(r, i, month.next))
    return null;
  if (month.doubt > 1 && tail.year === null) return null;
  const start = before ? r.start(before.at) : r.start(i);
  const shift = before?.shift ?? tail.shift;
  const year = tail.year ?? (shift === null ? (yearOfNext(r, month.next, month.month)?.year ?? null) : null);
  const point: Point = { form: 'date', year, month: month.month, day: null, weekday: null, hijri: tail.hijri, part, shift };
  return { dates: [{ point, start, next: tail.next }], range: false, next: tail.next };
}

/** "March" behind "between January and" is a month too. */
function followsMonth(r: Reading, i: number): boolean {
  const link = r.follows(i, 'and') || r.follows(i, 'to');
  if (!link && !r.word(i)?.conjunction) return false;
  const word = r.meaning(r.before(link ? r.before(i) : i));
  return word?.month !== undefined || word?.hijriMonth !== undefined;
}

/** "May" in "between May and July". */
function leadsMonth(r: Reading, i: number, next: number): boolean {
  return (r.follows(i, 'between') || r.follows(i, 'from')) && monthListed(r, next) !== null;
}

/** The month that "and" or "to" joins to one before it. */
function monthListed(r: Reading, i: number): MonthName | null {
  if (!r.joined(i)) return null;
  const at = r.is(i, 'and') || r.is(i, 'to') ? r.behind(i) : r.word(i)?.conjunction ? i : null;
  return at === null || !r.joined(at) ? null : readMonth(r, at);
}

/** The year of a month that is listed with one that has it: "March and April 2022". */
function yearOfNext(r: Reading, i: number, before: number): YearTail | null {
  const month = monthListed(r, i);
  // "December and January 2024" are of two years.
  if (month && month.month <= before) return null;
  const tail = month && readYearTail(r, month.next, month.hijri);
  return tail?.year ? tail : null;
}

/** "last July", "next May": English has the word before the name. */
function shiftBefore(r: Reading, i: number): { readonly at: number; readonly shift: Shift } | null {
  if (r.vocabulary.language !== 'en' || i === 0 || !r.joined(i)) return null;
  const shift = r.meaning(i - 1)?.shift;
  return shift === undefined || shift === -2 ? null : { at: i - 1, shift };
}

/** A day of the month, in digits or as an ordinal word: 1 to 31. */
export function readDay(r: Reading, i: number): { readonly day: number; readonly next: number } | null {
  const digits = r.digits(i);
  if (digits) {
    const fits = digits.length <= 2 && digits.value >= 1 && digits.value <= 31 && (digits.ending === '' || digits.ending === 'ordinal');
    return fits ? { day: digits.value, next: i + 1 } : null;
  }
  const ordinal = r.meaning(i)?.ordinal;
  return ordinal === undefined ? null : { day: ordinal, next: r.behind(i) };
}

function monthBehind(r: Reading, i: number): MonthName | null {
  if (!r.joined(i) && r.gap(i) !== GAP.HYPHEN && r.gap(i) !== GAP.SLASH) return null;
  const of = r.is(i, 'of') && r.joined(r.behind(i));
  return readMonth(r, of ? r.behind(i) : i);
}

/** What joins two days: a comma or "and" lists them, a hyphen, "to" or (after "between") "and" make a range. */
function readLink(r: Reading, i: number, between: boolean, listed: boolean): { readonly next: number; readonly range: boolean } | null {
  if (r.gap(i) === GAP.HYPHEN) return listed ? null : { next: i, range: true };
  if (r.gap(i) === GAP.COMMA) return { next: r.is(i, 'and') ? r.behind(i) : i, range: false };
  if (!r.joined(i)) return null;
  if (r.digits(i)?.conjunction || r.word(i)?.conjunction) return { next: i, range: between };
  if (r.is(i, 'and') && r.joined(r.behind(i))) return { next: r.behind(i), range: between };
  if (r.is(i, 'to') && r.joined(r.behind(i))) return { next: r.behind(i), range: true };
  return null;
}

/** Whether a second number behind a month counts days and not people: "July 16 and 25 people …". */
function endsList(r: Reading, next: number): boolean {
  return !(r.joined(next) && r.is(next, 'counted')) && monthBehind(r, next) === null;
}

function listDates(
  r: Reading,
  days: readonly { readonly day: number; readonly at: number; readonly next: number }[],
  month: MonthName,
  tail: YearTail,
  range: boolean,
  next: number,
): DateList | null {
  const descending = days.some(({ day }, k) => k > 0 && day <= (days[k - 1]?.day ?? 0));
  if (descending) return null;
  const dates = days.map(({ day, at, next: end }, k): Read => {
    const point: Point = {
      form: 'date',
      year: tail.year,
      month: month.month,
      day,
      weekday: null,
      hijri: tail.hijri,
      part: null,
      shift: tail.shift,
    };
    return { point, start: r.start(at), next: k === days.length - 1 ? next : end };
  });
  return { dates, range, next };
}

/** `05/08/2024`, `2024-08-05`: three numbers joined by one sign. Where day and month can be either, both readings are given. */
export function readNumericDate(r: Reading, i: number): Read | null {
  const sign = r.tokens.text.charAt(r.tokens.end[i] ?? 0);
  if (!'/-.'.includes(sign) || sign === '') return null;
  const parts = [i, i + 1, i + 2].map((at) => r.digits(at, true));
  const [first, second, third] = parts;
  if (!first || !second || !third || second.conjunction || third.conjunction || second.length > 2) return null;
  if (!adjoins(r, i + 1, sign) || !adjoins(r, i + 2, sign) || adjoins(r, i, null) || adjoins(r, i + 3, null)) return null;
  const days =
    first.length === 4
      ? [numericDay(first.value, second.value, third.value)]
      : first.length <= 2 && (third.length === 4 || (third.length === 2 && sign === '/' && first.length === 2 && second.length === 2))
        ? readingsOf(first.value, second.value, fullYear(third.value, third.length), r.vocabulary.language === 'ar')
        : [];
  const real = [...new Set(days.filter((day) => day !== null))];
  return real.length === 0 ? null : { point: { form: 'numeric', days: real }, start: first.start, next: i + 3 };
}

/** Arabic writes the day first; English either. */
function readingsOf(first: number, second: number, year: number, dayFirst: boolean): (DayNumber | null)[] {
  const european = numericDay(year, second, first);
  return dayFirst && european !== null ? [european] : [european, numericDay(year, first, second)];
}

function numericDay(year: number, month: number, day: number): DayNumber | null {
  return year < MIN_YEAR || year > MAX_YEAR ? null : dayNumber(year, month, day);
}

function fullYear(value: number, length: number): number {
  return length === 4 ? value : value < CENTURY_PIVOT ? 2000 + value : 1900 + value;
}

/** Whether a token stands right behind the one before it, with nothing but the sign (null: any of them) between. */
function adjoins(r: Reading, i: number, sign: string | null): boolean {
  const { start, end, text, count } = r.tokens;
  if (i <= 0 || i >= count) return false;
  const between = text.slice(end[i - 1], start[i]);
  return between.length === 1 && (sign === null ? '/-.'.includes(between) && r.digits(i, true) !== null : between === sign);
}
