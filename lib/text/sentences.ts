import type { Span } from '../types';
import { foldCode, FORMAT } from './fold';

/**
 * Splits a text into sentences, as spans without surrounding white space.
 *
 * Own rules rather than `Intl.Segmenter`, which ends an Arabic sentence after "د." and takes no list of abbreviations.
 * A new line always ends a sentence; a full stop does so unless it follows an abbreviation, an initial or a digit that
 * goes on. Closing quotation marks and brackets stay with the sentence they close. Linear in the text's length.
 */
export function splitSentences(text: string, abbreviations: ReadonlySet<string>): Span[] {
  const sentences: Span[] = [];
  let from = 0;
  const push = (to: number) => {
    let start = from;
    let end = to;
    while (start < end && isSpace(text.charCodeAt(start))) start++;
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
    if (end > start) sentences.push({ start, end });
    from = to;
  };
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === NEW_LINE || code === CARRIAGE_RETURN || code === PARAGRAPH) push(i + 1);
    else if (i - from >= MAX_SENTENCE && isSpace(code)) push(i + 1);
    else if (isTerminator(code)) {
      let next = i + 1;
      while (
        next < text.length &&
        (isTerminator(text.charCodeAt(next)) || isCloser(text.charCodeAt(next)) || foldCode(text.charCodeAt(next)) === FORMAT)
      )
        next++;
      if (next < text.length && !isSpace(text.charCodeAt(next))) continue;
      if (
        code === FULL_STOP &&
        !isTerminator(text.charCodeAt(i + 1)) &&
        !isCloser(text.charCodeAt(i + 1)) &&
        staysOpen(text, i, abbreviations)
      )
        continue;
      push(next);
      i = next - 1;
    }
  }
  push(text.length);
  return sentences;
}

/** A text without full stops (a transcript) is cut at white space after so many characters: a quote is to be read. */
const MAX_SENTENCE = 600;
const NEW_LINE = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const PARAGRAPH = 0x2029;
const FULL_STOP = 0x2e;

function isTerminator(code: number): boolean {
  return code === FULL_STOP || code === 0x21 || code === 0x3f || code === 0x61f || code === 0x2026 || code === 0x6d4;
}

function isCloser(code: number): boolean {
  return (
    code === 0x22 ||
    code === 0x27 ||
    code === 0x29 ||
    code === 0x5d ||
    code === 0x2019 ||
    code === 0x201d ||
    code === 0x201c ||
    code === 0xbb
  );
}

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0 || code === 0x2028 || code === PARAGRAPH || code === 0xfeff;
}

/** Whether the full stop at `at` belongs to the word before it. */
function staysOpen(text: string, at: number, abbreviations: ReadonlySet<string>): boolean {
  let start = at;
  while (start > 0 && at - start < MAX_ABBREVIATION && !isSpace(text.charCodeAt(start - 1)) && !OPENERS.has(text.charAt(start - 1)))
    start--;
  const word = text.slice(start, at + 1);
  let next = at + 1;
  while (next < text.length && text.charCodeAt(next) === 0x20) next++;
  const follows = text.charAt(next);
  // A lower-case letter cannot begin a sentence, whatever stands before it.
  if (follows !== follows.toUpperCase()) return true;
  if (/^\p{Lu}\.$/u.test(word)) return true;
  if (abbreviations.has(word.toLowerCase())) return true;
  return false;
}

const MAX_ABBREVIATION = 12;
const OPENERS = new Set(['(', '"', '“', '«', '[', '-']);
