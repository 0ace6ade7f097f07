import type { Tokens } from './tokenize';

/** What stands between a token and the one before it; the strongest that applies. */
export const GAP = {
  /** Nothing, an apostrophe or formatting only. */
  NONE: 0,
  SPACE: 1,
  /** Hyphen, dash without spaces, underscore, slash. */
  JOINER: 2,
  /** A full stop and no space, or after an initial or an abbreviation. */
  ABBREVIATION: 3,
  QUOTE: 4,
  COMMA: 5,
  PARENTHESIS: 6,
  /** A dash with spaces, a colon, a semicolon. */
  CLAUSE: 7,
  /** A new sentence or a new line. */
  SENTENCE: 8,
} as const;

/** Names and runs of capitals go on across these gaps, and end at the others. */
export const MAX_NAME_GAP = GAP.ABBREVIATION;

const QUOTES = /["“”„«»‹›]/;
const PARENTHESES = /[()[\]{}]/;

/**
 * The gap before each token, as one byte: `gaps[0]` and any token that begins a sentence are SENTENCE.
 * `starts` holds the offsets at which sentences begin, ascending.
 */
export function gapsBefore(tokens: Tokens, starts: readonly number[]): Uint8Array {
  const gaps = new Uint8Array(tokens.count);
  let sentence = 0;
  for (let i = 0; i < tokens.count; i++) {
    const to = tokens.start[i] ?? 0;
    const from = i === 0 ? 0 : (tokens.end[i - 1] ?? 0);
    let begins = i === 0;
    while (sentence < starts.length && (starts[sentence] ?? 0) <= to) {
      if ((starts[sentence] ?? 0) >= from) begins = true;
      sentence++;
    }
    gaps[i] = begins ? GAP.SENTENCE : gapOf(tokens.text, from, to);
  }
  return gaps;
}

function gapOf(text: string, from: number, to: number): number {
  if (to - from === 1 && text.charCodeAt(from) === 0x20) return GAP.SPACE;
  const between = text.slice(from, to);
  if (PARENTHESES.test(between)) return GAP.PARENTHESIS;
  if (/[:;؛…]|\s[-–—]+\s|[–—]/.test(between)) return GAP.CLAUSE;
  if (/[,،]/.test(between)) return GAP.COMMA;
  if (QUOTES.test(between)) return GAP.QUOTE;
  if (/[.!?؟]/.test(between)) return GAP.ABBREVIATION;
  if (/[-_/]/.test(between)) return GAP.JOINER;
  if (/\s/.test(between)) return GAP.SPACE;
  return /[^\p{Cf}'’‘`´ʻʼ]/u.test(between) ? GAP.CLAUSE : GAP.NONE;
}
