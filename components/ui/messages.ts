import arDesk from '@/data/messages/ar/desk.json';
import arKinds from '@/data/messages/ar/kinds.json';
import enDesk from '@/data/messages/en/desk.json';
import enKinds from '@/data/messages/en/kinds.json';
import type { Kind } from '@/lib/types';
import { dateFormat, numberFormat, pluralRules } from './intl';
import type { Locale } from './locale';

export interface Messages {
  readonly desk: typeof enDesk;
  readonly kinds: Readonly<Record<Kind, string>>;
}

/** Everything the interface says, by language. English sets the shape: a message that Arabic lacks does not compile. */
export const messages: Readonly<Record<Locale, Messages>> = {
  ar: { desk: arDesk, kinds: arKinds },
  en: { desk: enDesk, kinds: enKinds },
};

/** A message with its `{names}` filled in. A name without a value stays as it is, so that the gap can be seen. */
export function fill(message: string, values: Readonly<Record<string, string | number>>): string {
  return message.replace(/\{(\w+)\}/g, (gap, name: string) => String(values[name] ?? gap));
}

/** Arabic has all six of the Unicode plural forms, English two. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** "1 place", "3 places", `مكانان`, `11 مكانًا`: the form that the number asks for, with `{n}` filled in. */
export function plural(locale: Locale, forms: PluralForms, n: number): string {
  const form = forms[pluralRules(locale).select(n)] ?? forms.other;
  return fill(form, { n: formatNumber(locale, n) });
}

/** Digits are Latin in both languages, as in the wire copy that is read here. */
export function formatNumber(locale: Locale, n: number): string {
  return numberFormat(`${locale}-u-nu-latn`).format(n);
}

/** "6 August 2024", `6 أغسطس 2024` from an ISO 8601 date or date-time, the day as it is written there; the text itself where it is no date. */
export function formatDate(locale: Locale, iso: string): string {
  const date = new Date(iso.slice(0, 10));
  if (Number.isNaN(date.getTime())) return iso;
  const options: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' };
  return dateFormat(locale === 'ar' ? 'ar-u-nu-latn' : 'en-GB', options).format(date);
}
