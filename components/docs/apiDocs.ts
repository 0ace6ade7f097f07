import type { Locale } from '@/components/ui/locale';
import ar from '@/data/messages/ar/api.json';
import en from '@/data/messages/en/api.json';

export type ApiDocs = typeof en;

/** What the definition says of a parameter, in Arabic; what has no translation yet stays in English, and is marked so. */
export function translated(locale: Locale, description: string): { readonly text: string; readonly lang: Locale } {
  const known: Readonly<Record<string, string>> = ar.descriptions;
  const text = locale === 'ar' ? known[description] : undefined;
  return text === undefined ? { text: description, lang: 'en' } : { text, lang: 'ar' };
}

/** The words of the interface's page. */
export const API_DOCS: Readonly<Record<Locale, ApiDocs>> = { ar, en };
