import type { Point, Read } from './point';
import { readCalendarDates, readNumericDate } from './read-calendar-date';
import { readPart, readYearNumber } from './read-month';
import { readRelative } from './read-relative';
import { GAP, type Reading } from './reading';

/** What shows a bare number to be a year. */
const YEAR_LEADS = ['in', 'since', 'between', 'from', 'until'] as const;
/** "early in the morning": more tokens for a part of the day nobody writes. */
const MAX_PARTS_OF_DAY = 6;

/** One point in time at token `i`: a date, a weekday, a year, "yesterday", "last week" …; null where no date begins. */
export function readPoint(r: Reading, i: number): Read | null {
  if (!r.begins(i)) return null;
  return readNumericDate(r, i) ?? readWeekday(r, i) ?? readDayWord(r, i) ?? readOneDate(r, i) ?? readRelative(r, i) ?? readYear(r, i);
}

function readOneDate(r: Reading, i: number): Read | null {
  const list = readCalendarDates(r, i, false);
  const [only] = list?.dates ?? [];
  return only && list?.dates.length === 1 ? only : null;
}

/** "Monday", "Monday night", `مساء يوم الاثنين الماضي`, "Monday, August 5". */
export function readWeekday(r: Reading, i: number): Read | null {
  const english = r.vocabulary.language === 'en';
  const head = skipPartOfDay(r, i);
  const shift = english ? r.meaning(head)?.shift : undefined;
  let at = shift !== undefined && r.joined(r.behind(head)) ? r.behind(head) : head;
  const dayWord = r.meaning(at);
  if (!english && dayWord?.unit === 'day' && dayWord.amount === 1 && r.joined(at + 1)) at++;
  const name = r.meaning(at);
  if (name?.weekday === undefined || (at > head && !english && (r.word(at)?.strip ?? 0) > 0)) return null;
  const next = r.behind(at);
  const date = readDateBeside(r, next);
  if (date && date.point.form === 'date' && date.point.day !== null)
    return { point: { ...date.point, weekday: name.weekday }, start: r.start(i), next: date.next };
  if (name.doubtfulWeekday && shift === undefined) return null;
  const after = !english && r.joined(next) ? r.meaning(next)?.shift : undefined;
  // `الاثنين هذا الأسبوع` goes on to a unit of its own.
  const own = after !== undefined && r.meaning(r.behind(next))?.unit === undefined;
  const end = own ? r.behind(next) : next;
  const point: Point = { form: 'weekday', weekday: name.weekday, shift: shift ?? (own ? after : null) ?? null };
  return { point, start: r.start(i), next: english ? skipEveningBehind(r, end) : end };
}

/** "Monday, August 5", `الاثنين 5 أغسطس`, `الاثنين (5 أغسطس)`, `الاثنين الموافق 5 أغسطس`. */
function readDateBeside(r: Reading, i: number): Read | null {
  const gap = r.gap(i);
  if (gap !== GAP.SPACE && gap !== GAP.COMMA && gap !== GAP.PAREN && gap !== GAP.DOT) return null;
  const of = r.is(i, 'of') && r.joined(r.behind(i)) ? r.behind(i) : i;
  if (r.digits(of)?.conjunction || r.word(of)?.conjunction) return null;
  return readOneDate(r, of);
}

/** "today", "yesterday evening", `فجر اليوم`, `مساء أمس الأحد`, `اليوم الاثنين`. */
function readDayWord(r: Reading, i: number): Read | null {
  if (r.is(i, 'nights')) return readNight(r, i);
  const at = skipPartOfDay(r, i);
  const word = r.meaning(at);
  if (word?.offset === undefined) return null;
  const next = r.behind(at);
  const following = r.joined(next) ? r.meaning(next) : null;
  // `اليوم التالي` and `اليوم السابع` count days, and do not mean today.
  if (word.offset === 0 && (following?.narrative !== undefined || following?.ordinal !== undefined || following?.shift !== undefined))
    return null;
  // `في اليوم` is "a day": so many cigarettes.
  if (word.offset === 0 && r.vocabulary.language === 'ar' && r.follows(i, 'in')) return null;
  if (word.offset === 0 && r.joined(at) && r.meaning(r.before(at))?.narrative !== undefined) return null;
  const beside = r.joined(next) || r.gap(next) === GAP.COMMA ? r.meaning(next) : null;
  const weekday = beside?.weekday !== undefined && (r.word(next)?.strip ?? 0) === 0 ? beside.weekday : null;
  const end = weekday === null ? next : r.behind(next);
  const date = weekday === null ? null : readDateBeside(r, end);
  if (date && date.point.form === 'date' && date.point.day !== null)
    return { point: { ...date.point, weekday }, start: r.start(i), next: date.next };
  const point: Point = { form: 'day', offset: word.offset, weekday };
  return { point, start: r.start(i), next: r.vocabulary.language === 'en' ? skipEveningBehind(r, end) : end };
}

/** "overnight", "overnight into Monday", "overnight on Sunday", `الليلة الماضية`. */
function readNight(r: Reading, i: number): Read {
  const next = r.behind(i);
  const link = r.joined(next) && (r.is(next, 'to') || r.is(next, 'in')) ? r.behind(next) : next;
  const weekday = r.joined(link) ? r.meaning(link)?.weekday : undefined;
  if (r.vocabulary.language !== 'en' || weekday === undefined) return { point: { form: 'night', weekday: null }, start: r.start(i), next };
  const begins = r.is(next, 'to') ? ((weekday + 5) % 7) + 1 : weekday;
  return { point: { form: 'night', weekday: begins }, start: r.start(i), next: r.behind(link) };
}

/** A year that something shows to be one: "in 2006", `عام 2006`, "early 2023", "the 2006 war". */
function readYear(r: Reading, i: number): Read | null {
  const part = readPart(r, i);
  const head = part?.next ?? i;
  const year = readYearNumber(r, head, false);
  if (!year || year.hijri || year.year === null || typeof year.year === 'string' || !('number' in year.year)) return null;
  if (r.gap(head) === GAP.HYPHEN && r.digits(head - 1, true) && !part) return null;
  if (
    r.gap(year.next) === GAP.HYPHEN &&
    r.digits(year.next, true)?.length !== 4 &&
    r.tokens.text.charAt(r.tokens.end[year.next - 1] ?? 0) === '-'
  )
    return null;
  const worded = r.meaning(head)?.unit === 'year' || year.next > head + 1 || (r.digits(head)?.ending ?? '') !== '';
  const before = i > 0 && r.joined(i);
  const led = before && YEAR_LEADS.some((mark) => r.is(r.before(i), mark));
  const named = r.follows(i, 'yearNouns') && r.vocabulary.language === 'ar';
  const names = r.vocabulary.language === 'en' && r.joined(year.next) && r.is(year.next, 'yearNouns') && !r.is(year.next, 'counted');
  const joins = r.is(i - 1, 'to') || r.is(i - 1, 'and') || (r.digits(i)?.conjunction ?? false) || r.gap(i) === GAP.HYPHEN;
  const ranged = joins && yearStands(r, r.is(i - 1, 'to') || r.is(i - 1, 'and') ? i - 2 : i - 1);
  if (!part && !worded && !led && !named && !names && !ranged) return null;
  if (!worded && r.joined(year.next) && r.is(year.next, 'counted') && !names) return null;
  return { point: { form: 'year', year: year.year.number, part: part?.part ?? null }, start: r.start(i), next: year.next };
}

function yearStands(r: Reading, i: number): boolean {
  const digits = i >= 0 ? r.digits(i) : null;
  return digits?.length === 4 && readYearNumber(r, i, false) !== null;
}

/** "early Tuesday", `فجر الثلاثاء`: past the words for a part of the day, where a day follows. */
function skipPartOfDay(r: Reading, i: number): number {
  let at = i;
  while (at < i + MAX_PARTS_OF_DAY && r.is(at, 'partsOfDay') && r.joined(r.behind(at))) {
    at = r.behind(at);
    if (r.vocabulary.language === 'en' && r.is(at, 'in') && r.tokens.text.startsWith('on', r.tokens.start[at]) && r.joined(at + 1)) at++;
  }
  return at;
}

/** "Monday night", "yesterday afternoon". */
function skipEveningBehind(r: Reading, i: number): number {
  return r.joined(i) && r.is(i, 'partsOfDay') && r.meaning(i)?.part === undefined ? r.behind(i) : i;
}
