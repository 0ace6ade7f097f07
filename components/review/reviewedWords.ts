import arReviewed from '@/data/messages/ar/reviewed.json';
import enReviewed from '@/data/messages/en/reviewed.json';
import { dateFormat } from '@/components/ui/intl';
import type { Locale } from '@/components/ui/locale';
import { fill } from '@/components/ui/messages';
import type { MapIncident, Review } from '@/lib/types';

/** What the page says of what a person has checked, whether a review is open or not. */
export const reviewedMessages: Readonly<Record<Locale, typeof enReviewed>> = { ar: arReviewed, en: enReviewed };

/** Whether a person has looked at it. */
export function isChecked(review: Review | undefined): boolean {
  return review?.by === 'human';
}

/** "Confirmed by RK, 10 March 2026, 14:05", "Machine's draft". */
export function reviewWords(locale: Locale, review: Review | undefined): string {
  const { by, actions } = reviewedMessages[locale];
  if (review?.by !== 'human') return review?.remembered ? by.remembered : by.machine;
  const { initials } = review;
  const values = { action: actions[review.action], time: timeWords(locale, review.at) };
  return initials === null ? fill(by.humanNoName, values) : fill(by.human, { ...values, initials: `\u2068${initials}\u2069` });
}

/** "By hand: date, killed": the fields of an incident that a person gave; null where none. */
export function byHandWords(locale: Locale, { byHand = [] }: MapIncident): string | null {
  const { byHand: words, fields } = reviewedMessages[locale];
  if (byHand.length === 0) return null;
  return fill(words, { fields: byHand.map((field) => fields[field]).join(locale === 'ar' ? '، ' : ', ') });
}

/** A moment in the reader's own time, to the minute. */
export function timeWords(locale: Locale, iso: string): string {
  const options: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeStyle: 'short' };
  return dateFormat(locale === 'ar' ? 'ar-u-nu-latn' : 'en-GB', options).format(new Date(iso));
}
