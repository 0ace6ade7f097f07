import type { Point, Read } from './point';
import { readCalendarDates } from './read-calendar-date';
import { readPoint } from './read-point';
import { readAmount } from './read-relative';
import { GAP, type Reading } from './reading';

/** Words read as a date, before the calendar is asked: from `from` to `to` where it is a range. */
export interface Draft {
  readonly from: Point;
  readonly to: Point | null;
  readonly relation: 'on' | 'since' | 'until';
  readonly first: number;
  readonly start: number;
  readonly next: number;
}

/** The date or dates that begin at token `i`; none where no date does. Several where one month serves several days. */
export function readExpressions(r: Reading, i: number): readonly Draft[] {
  if (!r.begins(i)) return [];
  const since = readSince(r, i);
  if (since) return [since];
  const opened = r.is(i, 'between') || r.is(i, 'from') ? readOpenedRange(r, i) : null;
  if (opened) return [opened];
  const weekdays = readNightOfTwoDays(r, i);
  if (weekdays) return [weekdays];
  const list = readCalendarDates(r, i, false);
  if (list && (list.dates.length > 1 || list.range)) return draftsOf(i, list.dates, list.range, list.next, r.start(i));
  const read = readPoint(r, i);
  if (!read) return [];
  const range = readRangeEnd(r, i, read, false);
  if (range) return [range];
  // "Before dawn on Monday" is Monday; "before Monday" is not.
  const until = r.follows(i, 'until') && read.point.form !== 'ago' && !(r.vocabulary.language === 'en' && r.is(i, 'partsOfDay'));
  return [{ from: read.point, to: null, relation: until ? 'until' : 'on', first: i, start: read.start, next: read.next }];
}

function readSince(r: Reading, i: number): Draft | null {
  if (!r.is(i, 'since')) return null;
  if (!r.joined(r.behind(i))) return null;
  const at = r.skipThe(r.behind(i));
  const read = readPoint(r, at);
  if (read) return { from: read.point, to: null, relation: 'since', first: i, start: r.start(i), next: read.next };
  const amount = r.vocabulary.language === 'ar' ? readAmount(r, at) : null;
  if (amount && !amount.definite) {
    const { unit, low, high, next } = amount;
    // `اختطف منذ يومين` is two days ago; a war that goes on `منذ عشرة أشهر` lasts until now.
    const lasting = amount.about || r.is(r.before(i), 'continuing');
    const point: Point = { form: 'ago', unit, low, high };
    return { from: point, to: null, relation: lasting ? 'since' : 'on', first: i, start: r.start(i), next };
  }
  return null;
}

/** "between 3 and 7 May", "from Monday to Wednesday", `من 3 إلى 7 مايو`. */
function readOpenedRange(r: Reading, i: number): Draft | null {
  const at = r.behind(i);
  if (!r.joined(at)) return null;
  const between = r.is(i, 'between');
  const list = readCalendarDates(r, at, between);
  if (list?.range) return draftsOf(i, list.dates, true, list.next, r.start(i))[0] ?? null;
  const first = readPoint(r, at);
  const range = first && readRangeEnd(r, at, first, between);
  return range ? { ...range, first: i, start: r.start(i) } : null;
}

/** The second half of a range whose first half was read: "Monday to Wednesday", "28 July – 3 August". */
function readRangeEnd(r: Reading, i: number, read: Read, between: boolean): Draft | null {
  const gap = r.gap(read.next);
  const link = r.joined(read.next);
  const to = link && r.is(read.next, 'to') && r.joined(r.behind(read.next));
  const and = between && link && r.is(read.next, 'and') && r.joined(r.behind(read.next));
  const glued = between && link && (r.word(read.next)?.conjunction || r.digits(read.next)?.conjunction);
  if (!to && !and && !glued && gap !== GAP.HYPHEN) return null;
  const second = readPoint(r, to || and ? r.behind(read.next) : read.next);
  if (!second || !joins(read.point, second.point)) return null;
  return { from: read.point, to: second.point, relation: 'on', first: i, start: read.start, next: second.next };
}

function isDay(point: Point): boolean {
  return point.form === 'weekday' || point.form === 'day' || (point.form === 'date' && point.day !== null);
}

/** A range has like ends: two dates, two weekdays, two years; or any two days. */
function joins(from: Point, to: Point): boolean {
  return from.form === to.form || (isDay(from) && isDay(to)) || to.form === 'day' || from.form === 'numeric';
}

/** `ليل الاثنين الثلاثاء`: the night between two days. */
function readNightOfTwoDays(r: Reading, i: number): Draft | null {
  if (r.vocabulary.language !== 'ar' || !r.is(i, 'partsOfDay')) return null;
  const first = readPoint(r, i);
  if (first?.point.form !== 'weekday' || first.point.shift !== null) return null;
  if (!r.joined(first.next) && r.gap(first.next) !== GAP.HYPHEN) return null;
  const at = r.is(first.next, 'to') || r.is(first.next, 'of') ? r.behind(first.next) : first.next;
  const second = r.meaning(at)?.weekday;
  if (second !== (first.point.weekday % 7) + 1) return null;
  const to: Point = { form: 'weekday', weekday: second, shift: null };
  return { from: first.point, to, relation: 'on', first: i, start: first.start, next: r.behind(at) };
}

function draftsOf(i: number, dates: readonly Read[], range: boolean, next: number, start: number): Draft[] {
  const [from, to] = dates;
  if (range && from && to) return [{ from: from.point, to: to.point, relation: 'on', first: i, start, next }];
  return dates.map((read) => ({ from: read.point, to: null, relation: 'on', first: i, start: read.start, next: read.next }));
}
