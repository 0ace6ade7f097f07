import type { Draft } from './read-expression';
import type { Reading } from './reading';

/** How far before a date the words stand that make it one to come. */
const FUTURE_REACH = 14;

/** What stands beside a date can make it none: a name (`ثورة 25 يناير`, "Black Friday") or a habit ("every Monday"). */
export function isDoubtful(r: Reading, { first, next, from, to }: Draft): boolean {
  const named = from.form === 'weekday' || from.form === 'date' || from.form === 'day' || (from.form === 'year' && to === null);
  if (first > 0 && r.joined(first)) {
    if (r.is(first - 1, 'every')) return true;
    if (named && r.is(first - 1, 'named') && from.form !== 'year') return r.vocabulary.language === 'ar' || r.isCapital(first - 1);
    // "USA Today", "Russia Today".
    if (from.form === 'day' && from.offset === 0 && r.vocabulary.language === 'en' && r.isCapital(first) && r.isCapital(first - 1))
      return true;
  }
  return named && r.joined(next) && r.is(next, 'nicknames');
}

/** Whether the sentence speaks of what is to come: "will", `سوف`, `من المقرر` shortly before the date. */
export function isFuture(r: Reading, { first }: Draft, sentenceStart: number): boolean {
  for (let i = first - 1; i >= 0 && first - i <= FUTURE_REACH; i--) {
    if ((r.tokens.start[i] ?? 0) < sentenceStart) return false;
    if (r.is(i, 'future')) return true;
  }
  return false;
}
