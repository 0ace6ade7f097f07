import arLibrary from '@/data/messages/ar/library.json';
import enLibrary from '@/data/messages/en/library.json';
import { ProblemError } from '@/components/article/requestMap';
import type { Locale } from '@/components/ui/locale';
import { messages, type PluralForms } from '@/components/ui/messages';

/** The same words, with as many plural forms as the language has. */
type Worded<T> = { readonly [K in keyof T]: T[K] extends { other: string } ? PluralForms : T[K] extends object ? Worded<T[K]> : T[K] };

export type LibraryMessages = Worded<typeof enLibrary>;

/** What the library says, by language. */
export const libraryMessages: Readonly<Record<Locale, LibraryMessages>> = { ar: arLibrary, en: enLibrary };

/** Why the server said no, or that it could not be asked, in a few words. */
export function reasonOf(error: unknown, locale: Locale): string {
  const { errors } = messages[locale].desk;
  if (!(error instanceof ProblemError)) return navigator.onLine ? errors.unreachable : errors.offline;
  return error.problem.detail ?? error.problem.title;
}
