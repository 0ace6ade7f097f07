import type { TimeUnit } from './date-expression';
import type { Part, Shift, YearName } from './point';
import { GAP, type Reading } from './reading';

/** A month's name, or its pair of names (`يوليو/تموز`). */
export interface MonthName {
  readonly month: number;
  readonly hijri: boolean;
  /** See `Meaning.doubt`; 0 where the name is nothing but a month. */
  readonly doubt: number;
  readonly next: number;
}

/** The year behind a month, or what stands for one. */
export interface YearTail {
  readonly year: YearName | null;
  readonly shift: Shift | null;
  readonly hijri: boolean;
  readonly next: number;
}

export const MIN_YEAR = 1800;
export const MAX_YEAR = 2100;
const MIN_HIJRI_YEAR = 1300;
const MAX_HIJRI_YEAR = 1600;
const ALEF_MADDA = 'آ';

/** A month's name at token `i`, behind the word for month where there is one (`شهر رمضان`); null where there is none. */
export function readMonth(r: Reading, i: number): MonthName | null {
  const head = r.meaning(i);
  if (head?.unit === 'month' && head.amount === 1 && r.joined(i + 1)) {
    const named = readMonthName(r, i + 1);
    return named ? { ...named, doubt: 0 } : null;
  }
  return readMonthName(r, i);
}

function readMonthName(r: Reading, i: number): MonthName | null {
  const name = r.meaning(i);
  const month = name?.month ?? name?.hijriMonth;
  if (!name || month === undefined) return null;
  const hijri = name.month === undefined;
  const next = r.behind(i);
  const gap = r.gap(next);
  const second = r.meaning(next);
  if (
    (gap === GAP.SLASH || gap === GAP.PAREN || gap === GAP.HYPHEN || gap === GAP.SPACE) &&
    !hijri &&
    second?.month === month &&
    second !== name
  )
    return { month, hijri, doubt: 0, next: r.behind(next) };
  let doubt = name.doubt ?? 0;
  // Folded alike: آب is August, أب a father.
  if (doubt === 2 && r.tokens.text.startsWith(ALEF_MADDA, r.start(i))) doubt = 1;
  return { month, hijri, doubt, next };
}

/** What follows a month: its year, "last year", `الماضي`, "that year". */
export function readYearTail(r: Reading, i: number, hijri: boolean): YearTail {
  const none = { year: null, shift: null, hijri, next: i };
  const gap = r.gap(i);
  if (gap === GAP.COMMA || gap === GAP.HYPHEN || gap === GAP.SLASH || (gap === GAP.PAREN && !closes(r, i))) {
    const year = readYearNumber(r, i, hijri);
    return year ? { ...none, ...year } : none;
  }
  if (!r.joined(i) && !closes(r, i)) return none;
  if (r.is(i, 'sameYear')) return { ...none, year: 'same', next: r.behind(i) };
  const shifted = r.meaning(i)?.shift;
  const english = r.vocabulary.language === 'en';
  if (shifted !== undefined && !english) return { ...none, shift: shifted, next: r.behind(i) };
  const at = r.is(i, 'of') && r.joined(r.behind(i)) ? r.behind(i) : i;
  const year = readYearNumber(r, at, hijri);
  if (year) return { ...none, ...year };
  const ago = readShiftedUnit(r, at, 'year');
  return ago ? { ...none, year: { shift: ago.shift }, next: ago.next } : none;
}

/** Whether nothing but the bracket of a second name stands before token `i`: `كانون الثاني (يناير) 2024`. */
function closes(r: Reading, i: number): boolean {
  return r.gap(i) === GAP.PAREN && r.tokens.text.slice(r.tokens.end[i - 1], r.tokens.start[i]).trim() === ')';
}

/** A year in digits, behind the word for year where there is one. */
export function readYearNumber(r: Reading, i: number, hijri: boolean): Pick<YearTail, 'year' | 'hijri' | 'next'> | null {
  const head = r.meaning(i);
  const at = head?.unit === 'year' && head.amount === 1 && r.joined(i + 1) ? i + 1 : i;
  const digits = r.digits(at);
  if (!digits || digits.length !== 4 || digits.ending === 'ordinal' || (at > i && digits.conjunction)) return null;
  const next = at + 1;
  const eraFollows = r.joined(next) || r.gap(next) === GAP.PAREN;
  const isHijri = digits.ending === 'hijri' || (eraFollows && r.is(next, 'hijriEra'));
  const isCommon = digits.ending === 'common' || (eraFollows && r.is(next, 'commonEra'));
  const end = eraFollows && (r.is(next, 'hijriEra') || r.is(next, 'commonEra')) ? r.behind(next) : next;
  const inHijri = digits.value >= MIN_HIJRI_YEAR && digits.value <= MAX_HIJRI_YEAR;
  if ((hijri || isHijri) && !isCommon) return inHijri ? { year: { number: digits.value }, hijri: true, next: end } : null;
  const inCommon = digits.value >= MIN_YEAR && digits.value <= MAX_YEAR;
  if (end === next && digits.ending === '' && r.joined(next) && r.is(next, 'counted')) return null;
  return inCommon ? { year: { number: digits.value }, hijri: false, next: end } : null;
}

/** "last year", `الشهر الجاري`, `هذا الأسبوع`: a unit with the word that says which; null where it is another unit or none. */
export function readShiftedUnit(
  r: Reading,
  i: number,
  unit: TimeUnit | null,
): { readonly unit: TimeUnit; readonly shift: Shift; readonly next: number } | null {
  const first = r.meaning(i);
  if (!first || !r.joined(r.behind(i))) return null;
  const second = r.meaning(r.behind(i));
  const next = r.behind(r.behind(i));
  const noun = first.unit !== undefined ? first : second;
  const which = first.unit !== undefined ? second : first;
  if (!noun?.unit || noun.amount !== 1 || noun.unit === 'hour' || which?.shift === undefined || (unit !== null && noun.unit !== unit))
    return null;
  if (r.vocabulary.language === 'ar') {
    // `الأسبوع الماضي`, `هذا الأسبوع`, never `أسبوع ماض`.
    if (!noun.definite) return null;
    return { unit: noun.unit, shift: which.shift, next };
  }
  // "the week before last" has its word behind, all others before.
  return (first.unit !== undefined) === (which.shift === -2) ? { unit: noun.unit, shift: which.shift, next } : null;
}

/** Which third: early, mid or late; "mid-July" has a hyphen. */
export function readPart(r: Reading, i: number): { readonly part: Part; readonly next: number } | null {
  const part = r.meaning(i)?.part;
  const next = r.behind(i);
  return part !== undefined && (r.joined(next) || r.gap(next) === GAP.HYPHEN) ? { part, next } : null;
}
