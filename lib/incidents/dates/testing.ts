import { splitSentences } from '../../text/sentences';
import type { Language } from '../../types';
import type { DateExpression } from './date-expression';
import { readDates } from './read-dates';

/** The dates of a text, its sentences split as the pipeline does. For tests. */
export function datesOf(text: string, language: Language, publishedAt: string | null): DateExpression[] {
  return readDates(text, splitSentences(text, new Set(['aug.', 'sept.', 'oct.', 'jan.', 'p.m.', 'a.m.'])), language, publishedAt);
}

/** One expression as a table writes it: `last week = 2024-07-29..2024-08-04 (3)`. */
export function show({ text, range, precision, offset }: DateExpression): string {
  const days = range ? join(range.start, range.end) : offset ? `${join(offset.low, offset.high)} ${offset.unit}` : '?';
  return `${text} = ${days} (${precision})`;
}

function join(from: string | number, to: string | number): string {
  return from === to ? `${from}` : `${from}..${to}`;
}
