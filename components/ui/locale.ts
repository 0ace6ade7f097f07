import type { Language } from '@/lib/types';

/** The language of the interface: the first segment of every address. An article's language is a matter of its own. */
export type Locale = Language;

const LOCALES: readonly Locale[] = ['ar', 'en'];

/** Whether an address's first segment is a language of the interface. */
export function isLocale(value: string): value is Locale {
  return LOCALES.some((locale) => locale === value);
}

/** The interface's other language: what the language switch leads to. */
export function otherLocale(locale: Locale): Locale {
  return locale === 'ar' ? 'en' : 'ar';
}

/** Writing direction of a BCP 47 tag; `auto` (the browser looks at the first letter) where the language is not known. */
export function directionOf(language: string | null): 'rtl' | 'ltr' | 'auto' {
  if (language === null) return 'auto';
  return /^(ar|fa|he|ur|ku|ckb|ps)\b/i.test(language) ? 'rtl' : 'ltr';
}
