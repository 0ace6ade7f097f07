import { EXPANDS, expansions, foldCode, FORMAT, isApostrophe, MARK, SEPARATOR } from './fold';
import { SEED1, SEED2, step1, step2 } from './hash';

/** Bits of `Tokens.flags`. */
export const LATIN = 1;
export const ARABIC = 2;
export const DIGIT = 4;
/** The first letter is a capital. */
export const CAPITAL = 8;
/** Every letter is a capital, and there are at least two. */
export const UPPER = 16;
/** Followed by a possessive: `'s` or a bare apostrophe after s. */
export const POSSESSIVE = 32;

/**
 * The tokens of a text in columns, one entry for each token. Flat typed arrays: a news article gives thousands of
 * tokens, and objects would cost more than the matching itself.
 */
export interface Tokens {
  readonly text: string;
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly hash1: Int32Array;
  readonly hash2: Int32Array;
  readonly flags: Uint8Array;
}

/**
 * Splits a text into tokens: runs of letters, marks and digits, folded and hashed for look-up.
 *
 * Hyphens, underscores and quotation marks separate; an apostrophe between letters does not, except before a final
 * possessive s. Offsets are UTF-16 indexes into the text as it came. Linear in the text's length; never throws.
 */
export function tokenize(text: string): Tokens {
  let capacity = 64 + (text.length >> 2);
  let start = new Int32Array(capacity);
  let end = new Int32Array(capacity);
  let hash1 = new Int32Array(capacity);
  let hash2 = new Int32Array(capacity);
  let flags = new Uint8Array(capacity);
  let count = 0;
  const length = text.length;

  for (let i = 0; i < length;) {
    const first = foldCode(text.charCodeAt(i));
    if (first <= FORMAT) {
      i++;
      continue;
    }
    if (count === capacity) {
      capacity *= 2;
      start = grow(start, capacity);
      end = grow(end, capacity);
      hash1 = grow(hash1, capacity);
      hash2 = grow(hash2, capacity);
      const wider = new Uint8Array(capacity);
      wider.set(flags);
      flags = wider;
    }
    let h1 = SEED1;
    let h2 = SEED2;
    let flag = 0;
    let letters = 0;
    let capitals = 0;
    let last = i;
    start[count] = i;
    for (; i < length; i++) {
      const code = text.charCodeAt(i);
      const folded = foldCode(code);
      if (folded > EXPANDS) {
        h1 = step1(h1, folded);
        h2 = step2(h2, folded);
        letters++;
        flag |= scriptOf(folded);
        if (isCapital(code, folded)) {
          capitals++;
          if (letters === 1) flag |= CAPITAL;
        }
        last = i;
      } else if (folded === MARK) last = i;
      else if (folded === EXPANDS) {
        const expansion = expansions.get(code) ?? '';
        for (let k = 0; k < expansion.length; k++) {
          const part = expansion.charCodeAt(k);
          h1 = step1(h1, part);
          h2 = step2(h2, part);
          flag |= scriptOf(part);
        }
        letters++;
        last = i;
      } else if (folded === SEPARATOR) {
        if (!isApostrophe(code) || flag & ARABIC) break;
        const tail = possessiveLength(text, i, last);
        if (tail > 0) {
          flag |= POSSESSIVE;
          i += tail;
          break;
        }
        if (!continuesWord(text, i)) break;
      }
    }
    if (capitals >= 2 && capitals === letters) flag |= UPPER;
    end[count] = last + 1;
    hash1[count] = h1;
    hash2[count] = h2;
    flags[count] = flag;
    count++;
  }
  return { text, count, start, end, hash1, hash2, flags };
}

function grow(from: Int32Array<ArrayBuffer>, capacity: number): Int32Array<ArrayBuffer> {
  const to = new Int32Array(capacity);
  to.set(from);
  return to;
}

function scriptOf(folded: number): number {
  if (folded < 0x30) return 0;
  if (folded <= 0x39) return DIGIT;
  if (folded < 0x250) return LATIN;
  return folded >= 0x600 && folded < 0x780 ? ARABIC : 0;
}

function isCapital(code: number, folded: number): boolean {
  if ((code >= 0x41 && code <= 0x5a) || (code >= 0xff21 && code <= 0xff3a)) return true;
  return (
    code >= 0xc0 &&
    code < 0x1f00 &&
    (code < 0x600 || code >= 0x1e00) &&
    code !== folded &&
    String.fromCharCode(code) !== String.fromCharCode(code).toLowerCase()
  );
}

/** Length of a possessive ending at `at` (`'s`, or `'` after s), or 0. */
function possessiveLength(text: string, at: number, last: number): number {
  const next = text.charCodeAt(at + 1) | 0x20;
  if (next === 0x73 && !isLetter(text.charCodeAt(at + 2))) return 2;
  return (text.charCodeAt(last) | 0x20) === 0x73 && !isLetter(text.charCodeAt(at + 1)) ? 1 : 0;
}

function continuesWord(text: string, at: number): boolean {
  return isLetter(text.charCodeAt(at + 1));
}

function isLetter(code: number): boolean {
  return !Number.isNaN(code) && foldCode(code) > FORMAT && !(code >= 0x30 && code <= 0x39);
}
