import { dateFormat } from '@/components/ui/intl';
import type { Locale } from '@/components/ui/locale';

const TAG: Readonly<Record<Locale, string>> = { ar: 'ar-u-nu-latn', en: 'en-GB' };
const DAY_MS = 86_400_000;

/**
 * Calendar days, inclusive, as a date as exact as they are and no more: "Monday 5 August 2024", "January 2024",
 * "February – July 2024", "2023", "29 July – 4 August 2024".
 */
export function dateWords(locale: Locale, start: string, end: string): string {
  const [from, to] = [asDate(start), asDate(end)];
  if (from === null || to === null) return start === end ? start : `${start} – ${end}`;
  if (start === end)
    return `${format(locale, from, { weekday: 'long' })} ${format(locale, from, { day: 'numeric', month: 'long', year: 'numeric' })}`;
  const wholeMonths = from.getUTCDate() === 1 && new Date(to.getTime() + DAY_MS).getUTCDate() === 1;
  const wholeYears = wholeMonths && from.getUTCMonth() === 0 && to.getUTCMonth() === 11;
  if (wholeYears) return range(locale, from, to, { year: 'numeric' });
  if (wholeMonths) return range(locale, from, to, { month: 'long', year: 'numeric' });
  return range(locale, from, to, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** The same, short, for a timeline: "5 Aug", "Jan 2024". */
export function shortDateWords(locale: Locale, start: string, end: string): string {
  const [from, to] = [asDate(start), asDate(end)];
  if (from === null || to === null) return start;
  const options: Intl.DateTimeFormatOptions = { day: 'numeric', month: locale === 'ar' ? 'long' : 'short', year: 'numeric' };
  return start === end ? format(locale, from, options) : range(locale, from, to, options);
}

/** A calendar day as milliseconds at midnight, UTC; null for what is none. */
function asDate(iso: string): Date | null {
  const date = new Date(`${iso.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? null : date;
}

function format(locale: Locale, date: Date, options: Intl.DateTimeFormatOptions): string {
  return dateFormat(TAG[locale], { ...options, timeZone: 'UTC' }).format(date);
}

function range(locale: Locale, from: Date, to: Date, options: Intl.DateTimeFormatOptions): string {
  return dateFormat(TAG[locale], { ...options, timeZone: 'UTC' }).formatRange(from, to);
}
