import type { Draft } from './read-expression';
import type { Reading } from './reading';

/** How far before a date the words stand that make it one to come. */
const FUTURE_REACH = 14;

/** "The September 11 attacks" are those of 2001, whenever the article is from. */
const NAMED_DAY = { day: 11, month: 9 };

/** What stands beside a date can make it none: a name (`ثورة 25 يناير`, "Black Friday") or a habit ("every Monday"). */
export function isDoubtful(r: Reading, { first, next, from, to }: Draft): boolean {
  const named = ['weekday', 'date', 'day', 'unit'].includes(from.form) || (from.form === 'year' && to === null);
  if (first > 0 && r.joined(first)) {
    if (r.follows(first, 'every')) return true;
    // "the first Tuesday of the month".
    if (from.form === 'weekday' && r.meaning(r.before(first))?.ordinal !== undefined) return true;
    if (named && r.follows(first, 'named') && from.form !== 'year') return r.vocabulary.language === 'ar' || r.isCapital(first - 1);
    // "USA Today", "Russia Today".
    if (from.form === 'day' && from.offset === 0 && r.vocabulary.language === 'en' && r.isCapital(first) && r.isCapital(first - 1))
      return true;
  }
  if (from.form === 'date' && from.year === null && from.day === NAMED_DAY.day && from.month === NAMED_DAY.month && !from.hijri) {
    if (r.follows(first, 'yearNouns') || (r.joined(next) && r.is(next, 'yearNouns'))) return true;
  }
  return named && r.joined(next) && r.is(next, 'nicknames') && (r.vocabulary.language === 'ar' || r.isCapital(next));
}

/** Whether the sentence speaks of what is to come: "will", `سوف`, `من المقرر` shortly before the date, and nothing that has happened between. */
export function isFuture(r: Reading, { first }: Draft, sentenceStart: number): boolean {
  for (let i = first - 1; i >= 0 && first - i <= FUTURE_REACH; i--) {
    if ((r.tokens.start[i] ?? 0) < sentenceStart) return false;
    if (r.is(i, 'past')) return false;
    if (r.is(i, 'future')) return true;
  }
  return false;
}
