import { formatNumber } from '@/components/ui/messages';
import type { Locale } from '@/components/ui/locale';

/** What stands in the form: all as typed. `date` is `YYYY-MM-DD` or empty. */
export interface Draft {
  readonly text: string;
  readonly title: string;
  readonly date: string;
  /** Where it was fetched from, and who published it; absent for what was typed. */
  readonly url?: string;
  readonly source?: string;
}

export const EMPTY_DRAFT: Draft = { text: '', title: '', date: '' };

/** The contract's limit for an article, in UTF-16 units. */
export const MAX_LENGTH = 1_000_000;
export const MAX_TITLE_LENGTH = 1_000;

/** A complaint about a draft: which field, which message of `desk.errors`, and what fills its gaps. */
export interface DraftProblem {
  readonly field: 'text' | 'date';
  readonly message: 'empty' | 'tooLong' | 'date';
  readonly values: Readonly<Record<string, string>>;
}

/** What can be said of a draft without reading it as an article; null where nothing speaks against sending it. */
export function checkDraft(draft: Draft, locale: Locale): DraftProblem | null {
  const { length } = draft.text;
  if (draft.text.trim() === '') return { field: 'text', message: 'empty', values: {} };
  if (length > MAX_LENGTH) {
    const [words, limit, over] = [length, MAX_LENGTH, length - MAX_LENGTH].map((n) => formatNumber(locale, n));
    return { field: 'text', message: 'tooLong', values: { length: words ?? '', limit: limit ?? '', over: over ?? '' } };
  }
  if (draft.date !== '' && !isDay(draft.date)) return { field: 'date', message: 'date', values: {} };
  return null;
}

/** Whether `YYYY-MM-DD` is a day of the calendar: 30 February is none. */
export function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
