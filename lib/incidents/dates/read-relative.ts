import type { TimeUnit } from './date-expression';
import type { Point, Read } from './point';
import { readPart, readShiftedUnit } from './read-month';
import { GAP, type Reading } from './reading';
import { MARK, type Meaning } from './vocabulary';

/** "a few", `بضعة`, or a bare plural: at least and at most so many. */
const FEW = { low: 2, high: 6 };
const MAX_COUNT = 400;

/** So many of a unit: "three days", `يومين`, "a few weeks". */
export interface Amount {
  readonly unit: TimeUnit;
  readonly low: number;
  readonly high: number;
  /** `الأيام الثلاثة`: the definite form, which only "the past three days" has. */
  readonly definite: boolean;
  /** "about", "more than" stands before. */
  readonly about: boolean;
  /** A number or a dual says how many. */
  readonly counted: boolean;
  readonly next: number;
}

/** Words that count from publication or from the event told before. */
export function readRelative(r: Reading, i: number): Read | null {
  return readPast(r, i) ?? readCountedFrom(r, i) ?? readNarrativeDay(r, i) ?? readShifted(r, i) ?? readWeekend(r, i);
}

/** "the past three days", `الأيام الثلاثة الماضية`, `الـ24 ساعة الماضية`, "recent weeks". */
function readPast(r: Reading, i: number): Read | null {
  if (r.vocabulary.language === 'en') {
    const recent = r.is(i, 'recent');
    if (!recent && r.meaning(i)?.shift !== -1) return null;
    const amount = r.joined(r.behind(i)) ? readAmount(r, r.behind(i)) : null;
    if (!amount || (!recent && !amount.counted) || (!amount.counted && amount.unit === 'hour' && amount.low === 1)) return null;
    return { point: { form: 'past', unit: amount.unit, high: amount.high }, start: r.start(i), next: amount.next };
  }
  const amount = readAmount(r, i);
  if (!amount || !r.joined(amount.next)) return null;
  const word = r.meaning(amount.next);
  if (word?.shift !== -1 && !r.is(amount.next, 'recent')) return null;
  // `الأسبوع الماضي` is the calendar's week, not the past seven days.
  if (!amount.counted && amount.high === 1) return null;
  return { point: { form: 'past', unit: amount.unit, high: amount.high }, start: r.start(i), next: r.behind(amount.next) };
}

/** "two weeks ago", "three days later", `قبل يومين`, `بعد ثلاثة أيام`, `بعد ذلك بيومين`. */
function readCountedFrom(r: Reading, i: number): Read | null {
  if (r.vocabulary.language === 'en') {
    const amount = readAmount(r, i);
    if (!amount || !r.joined(amount.next)) return null;
    const next = r.behind(amount.next);
    const { unit, low, high } = amount;
    if (r.is(amount.next, 'ago')) return { point: { form: 'ago', unit, low, high }, start: r.start(i), next };
    // "Hours later" is the same day, or nearly; "days later" may be any.
    if (!amount.counted && high > 1 && !r.is(i, 'few') && unit !== 'hour' && unit !== 'minute') return null;
    if (r.is(amount.next, 'later')) return { point: { form: 'narrative', unit, low, high }, start: r.start(i), next };
    if (r.is(amount.next, 'earlier')) return { point: { form: 'narrative', unit, low: -high, high: -low }, start: r.start(i), next };
    return null;
  }
  const start = r.start(i);
  const amount = r.joined(r.behind(i)) ? readAmount(r, r.behind(i)) : null;
  if (!amount || amount.definite) return null;
  const { unit, low, high, next } = amount;
  if (r.is(i, 'laterBy')) return { point: { form: 'narrative', unit, low, high }, start, next };
  if (r.is(i, 'earlierBy')) return { point: { form: 'narrative', unit, low: -high, high: -low }, start, next };
  if (r.is(i, 'later')) return { point: { form: 'narrative', unit, low, high }, start, next };
  if (!r.is(i, 'ago')) return null;
  // `قبل أيام من الذكرى` counts from the event named, but for `من قبل`, "by".
  const ofEvent = r.joined(next) && r.is(next, 'of') && !r.is(r.behind(next), 'ago');
  if (ofEvent) return { point: { form: 'narrative', unit, low: -high, high: -low }, start, next };
  return { point: { form: 'ago', unit, low, high }, start, next };
}

/** "three days", `ثلاثة أيام`, `أحد عشر يوما`, `يومين`, `نحو عشرة أشهر`. */
export function readAmount(r: Reading, i: number): Amount | null {
  const about = r.is(i, 'about') && r.joined(r.behind(i));
  const first = about ? r.behind(i) : i;
  const count = readCount(r, first);
  const at = count ? count.next : first;
  const head = r.meaning(at);
  if (!head?.unit || (count && !r.joined(at) && r.gap(at) !== GAP.HYPHEN)) return null;
  // `الأيام الثلاثة`, `الأيام القليلة`, `يوم واحد`: Arabic has the number behind as well.
  const behind = r.vocabulary.language === 'ar' && !count && r.joined(r.behind(at)) ? readCount(r, r.behind(at)) : null;
  const next = behind ? behind.next : r.behind(at);
  const given = count ?? behind;
  const own = head.amount === 2 ? { low: 2, high: 2 } : head.amount === 1 ? { low: 1, high: 1 } : FEW;
  const { low, high } = given ?? own;
  if (high > MAX_COUNT) return null;
  if (behind && r.is(behind.next, 'counted') && r.joined(behind.next)) return null;
  // A fortnight is two weeks, and "two fortnights" nobody writes.
  const counted = given !== null || head.amount === 2;
  return { unit: head.unit, low, high, definite: head.definite ?? false, about, counted, next };
}

function readCount(r: Reading, i: number): { readonly low: number; readonly high: number; readonly next: number } | null {
  const digits = r.digits(i);
  if (digits) return digits.ending === '' && digits.value > 0 ? { low: digits.value, high: digits.value, next: i + 1 } : null;
  const count = r.meaning(i)?.count;
  const next = r.behind(i);
  if (count !== undefined) {
    // "a few days"; "twenty-five days".
    const rest = r.joined(next) || r.gap(next) === GAP.HYPHEN ? r.meaning(next)?.count : undefined;
    if (count >= 20 && rest !== undefined && rest < 10) return { low: count + rest, high: count + rest, next: r.behind(next) };
    return { low: count, high: count, next };
  }
  return r.is(i, 'few') ? { ...FEW, next } : null;
}

/** "the following day", "the same day", `اليوم التالي`, `نفس اليوم`. */
function readNarrativeDay(r: Reading, i: number): Read | null {
  const next = r.behind(i);
  if (!r.joined(next)) return null;
  const first = r.meaning(i);
  const second = r.meaning(next);
  const arabic = r.vocabulary.language === 'ar';
  // فجر نفسه blew himself up: Arabic has a part of the day here only as الليلة.
  if (arabic && first?.unit === undefined && first?.offset !== 0 && isPartOfDay(first)) return null;
  const noun = isTimeNoun(first) ? first : second;
  const which = noun === first ? second : first;
  const isDay = isTimeNoun(noun);
  // "The evening before in Kindia"; "the evening before the vote" counts from the vote.
  if (!arabic && isPartOfDay(first) && r.is(next, 'earlier') && i > 0 && r.skipThe(r.before(i)) !== r.before(i)) {
    const behind = r.behind(next);
    if (r.joined(behind) && !r.is(behind, 'in')) return null;
    return { point: { form: 'narrative', unit: 'day', low: -1, high: -1 }, start: r.start(i), next: behind };
  }
  if (!noun || !isDay || noun.amount === null || noun.amount === 2 || noun.unit === 'hour') return null;
  // English "next day" counts from the event, "next week" from publication.
  const shift = which?.narrative ?? (!arabic && which === first && noun.unit === 'day' && which?.shift === 1 ? 1 : undefined);
  if (shift === undefined || (!arabic && (which !== first || noun.offset === 0))) return null;
  if (arabic && noun.unit !== undefined && !noun.definite) return null;
  const unit = noun.unit ?? 'day';
  return { point: { form: 'narrative', unit, low: shift, high: shift }, start: r.start(i), next: r.behind(next) };
}

function isPartOfDay(meaning: Meaning | null | undefined): boolean {
  return meaning !== null && meaning !== undefined && (meaning.marks & MARK.partsOfDay) !== 0;
}

/** A unit of time, "today", or a part of the day: `الليلة ذاتها`, "the same afternoon". */
function isTimeNoun(meaning: Meaning | null | undefined): boolean {
  return meaning !== null && meaning !== undefined && (meaning.unit !== undefined || meaning.offset === 0 || isPartOfDay(meaning));
}

/** "last week", "earlier this month", "late last year", `مطلع الشهر الجاري`, `وقت سابق هذا الأسبوع`. */
function readShifted(r: Reading, i: number): Read | null {
  const open = r.is(i, 'earlier') ? 'earlier' : r.is(i, 'later') ? 'later' : null;
  const part = open ? null : readPart(r, i);
  const at = open && r.joined(r.behind(i)) ? r.behind(i) : (part?.next ?? i);
  const shifted = readShiftedUnit(r, at, null) ?? (part ? readThisUnit(r, at) : null);
  if (!shifted || (open && shifted.shift !== 0) || shifted.unit === 'hour') return null;
  if (shifted.unit === 'day') return null;
  const point: Point = { form: 'unit', unit: shifted.unit, shift: shifted.shift, part: part?.part ?? null, open };
  const arabicOpen = open !== null && r.vocabulary.language === 'ar';
  return arabicOpen ? null : { point, start: r.start(i), next: shifted.next };
}

/** `منذ بداية العام`, "since the start of the year": after a part, the unit alone is this one. */
function readThisUnit(r: Reading, i: number): ReturnType<typeof readShiftedUnit> {
  const english = r.vocabulary.language === 'en';
  const at = r.skipThe(i);
  if (english && at === i) return null;
  const noun = r.meaning(at);
  if (noun?.unit === undefined || noun.amount !== 1 || (!english && !noun.definite)) return null;
  const next = r.behind(at);
  return r.joined(next) && (r.digits(next) || r.is(next, 'of')) ? null : { unit: noun.unit, shift: 0, next };
}

/** "the weekend", "last weekend", `عطلة نهاية الأسبوع`, `نهاية الأسبوع الماضي`. */
function readWeekend(r: Reading, i: number): Read | null {
  const english = r.vocabulary.language === 'en';
  const before = english ? r.meaning(i)?.shift : undefined;
  const at = before !== undefined && r.joined(r.behind(i)) ? r.behind(i) : i;
  if (!r.is(at, 'weekend')) return null;
  const next = r.behind(at);
  const after = !english && r.joined(next) ? r.meaning(next)?.shift : undefined;
  const shift = (at === i ? undefined : before) ?? after ?? null;
  // "a weekend" is any; "the weekend" is this one.
  if (english && at === i && i > 0 && r.meaning(r.before(i))?.count !== undefined) return null;
  return { point: { form: 'weekend', shift }, start: r.start(i), next: after === undefined ? next : r.behind(next) };
}
