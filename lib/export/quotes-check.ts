import type { Span } from '../types';

/** What the spans of a map came to, held against the article's text. */
export interface QuotesCheck {
  readonly spans: number;
  /** Spans that give their words, which were compared. */
  readonly quotes: number;
  /** What is wrong, in words: empty where all is right. */
  readonly faults: readonly string[];
}

/**
 * Every span in a map, wherever it stands: that it lies within the text, and that the words it gives are the text's at
 * that place. A mention must lie within its quote, and an actor's or a date's words within its span.
 */
export function checkQuotes(map: unknown, text: string): QuotesCheck {
  const faults: string[] = [];
  let spans = 0;
  let quotes = 0;
  const visit = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return;
    if (isSpan(value)) {
      spans++;
      const { start, end } = value;
      if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end < start || end > text.length)
        faults.push(`${path}: wanted offsets within 0 and ${text.length}, got ${start} and ${end}`);
      else if ('text' in value) {
        quotes++;
        if (value.text !== text.slice(start, end)) faults.push(`${path}: its words are not those of the text at ${start} to ${end}`);
      }
      if ('quote' in value && !(isSpan(value.quote) && value.quote.start <= start && end <= value.quote.end))
        faults.push(`${path}: wanted a mention within its quote`);
    } else if ('span' in value && isSpan(value.span)) {
      // An actor's name and a date's words: cut from their span, an article or a preposition perhaps left off.
      const words = 'name' in value ? value.name : 'text' in value ? value.text : undefined;
      if (words !== undefined) {
        quotes++;
        if (typeof words !== 'string' || !text.slice(value.span.start, value.span.end).includes(words))
          faults.push(`${path}: its words are not within the text at ${value.span.start} to ${value.span.end}`);
      }
    }
    for (const [key, inner] of Object.entries(value)) visit(inner, path === '' ? key : `${path}.${key}`);
  };
  visit(map, '');
  return { spans, quotes, faults };
}

/** Days have a start and an end too, but as strings. */
function isSpan(value: unknown): value is Span & Record<string, unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    'start' in value &&
    typeof value.start === 'number' &&
    'end' in value &&
    typeof value.end === 'number'
  );
}
