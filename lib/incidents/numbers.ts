import { foldCode } from '../text/fold';
import { CLITIC } from '../text/clitics';
import { GAP } from '../text/gaps';
import { CAPITAL, DIGIT, LATIN } from '../text/tokenize';
import type { Reading } from './reading';

/** What a number may count and what it may not: above this, a figure is no number of people in one event. */
const MAX_COUNT = 10_000_000;

export interface ReadNumber {
  readonly value: number;
  readonly next: number;
}

/** A number in digits of any script or in words, from token `at`; null where none stands there, or where it belongs to a date. */
export function readNumber(reading: Reading, at: number, to: number): ReadNumber | null {
  if (at >= to || reading.isDated(at)) return null;
  let total = 0;
  let part = -1;
  let i = at;
  while (i < to) {
    if (i > at && (reading.gaps[i] ?? 0) > GAP.JOINER) break;
    const digits = part < 0 ? readDigits(reading, i, to) : null;
    const word = digits ? null : reading.find(i, 'number');
    const multiplier = digits || word ? null : reading.find(i, 'multiplier');
    if (digits) {
      part = digits.value;
      i = digits.next;
    } else if (word) {
      if (i > at && reading.isDated(i)) break;
      const joined = (word.clitics & CLITIC.CONJUNCTION) !== 0;
      // Two numbers side by side are one only where language makes them so: twenty-five, مئة وخمسون.
      if (part >= 0 && !(joined || isTens(part, word.sense.value) || (part >= 100 && part % 100 === 0))) break;
      if (part >= 0 && joined && part < 20 && word.sense.value < 20) break;
      part = Math.max(part, 0) + word.sense.value;
      i = word.last + 1;
    } else if (multiplier && (part >= 0 || reading.language === 'ar')) {
      const value = multiplier.sense.value;
      if (value === 100) part = Math.max(part, 1) * 100;
      else {
        total += Math.max(part, 1) * value;
        part = -1;
      }
      i = multiplier.last + 1;
      if (reading.language === 'ar' && part < 0 && !((reading.find(i, 'number')?.clitics ?? 0) & CLITIC.CONJUNCTION)) break;
    } else if (i > at && reading.word(i) === 'and' && (part < 0 || part % 100 === 0) && reading.find(i + 1, 'number')) i++;
    else break;
  }
  if (i === at) return null;
  const value = total + Math.max(part, 0);
  return value > MAX_COUNT ? null : { value, next: i };
}

function isTens(part: number, next: number): boolean {
  return part >= 20 && part < 100 && part % 10 === 0 && next < 10;
}

export function isDigits(reading: Reading, i: number): boolean {
  return (reading.tokens.flags[i] ?? 0) === DIGIT;
}

/** Digits, with separators of thousands; null for what is part of a code, an age, a time or a share. */
function readDigits({ tokens, text, gaps }: Reading, at: number, to: number): ReadNumber | null {
  if (!isFigure(text, tokens.flags[at] ?? 0, tokens.start[at] ?? 0)) return null;
  let value = digitsOf(text, tokens.start[at] ?? 0, tokens.end[at] ?? 0);
  let next = at + 1;
  for (; next < to && tokens.flags[next] === DIGIT; next++) {
    const [from, end] = [tokens.start[next] ?? 0, tokens.end[next] ?? 0];
    const between = text.slice(tokens.end[next - 1] ?? 0, from);
    if (end - from !== 3 || !(between === ',' || between === '٬' || between === '،' || between === '.')) break;
    value = value * 1000 + digitsOf(text, from, end);
  }
  const after = text.charAt(tokens.end[next - 1] ?? 0);
  const before = text.charAt((tokens.start[at] ?? 0) - 1);
  if (after === '%' || after === '٪' || after === ':' || before === ':' || before === '$' || before === '€') return null;
  if (gaps[next] === GAP.JOINER && (tokens.flags[next] ?? 0) & CAPITAL) return null;
  return { value, next };
}

/** A token of digits alone, or of digits behind a conjunction: و15. */
function isFigure(text: string, flags: number, start: number): boolean {
  return (
    flags === DIGIT ||
    ((flags & DIGIT) !== 0 && (flags & LATIN) === 0 && /^[وفبل]$/.test(text.charAt(start)) && /\p{Nd}/u.test(text.charAt(start + 1)))
  );
}

function digitsOf(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i++) {
    const folded = foldCode(text.charCodeAt(i));
    if (folded >= 0x30 && folded <= 0x39) value = value * 10 + folded - 0x30;
  }
  return value;
}
