import { EXPANDS, foldCode } from '../../text/fold';
import { join1, join2 } from '../../text/hash';
import { NO_VALUE, PREFIX } from '../../text/token-table';
import { CAPITAL, DIGIT, LATIN, type Tokens } from '../../text/tokenize';
import { MARK, type Mark, type Meaning, type Vocabulary, type Word } from './vocabulary';

/** What stands before a token, as far as a date cares. */
export const GAP = { SPACE: 0, COMMA: 1, HYPHEN: 2, SLASH: 3, PAREN: 4, DOT: 5, BREAK: 6 } as const;

/** A number in digits: the token may carry proclitics (`و25`, `الـ25`) or an ending (`5th`, `2006م`). */
export interface Digits {
  readonly value: number;
  readonly length: number;
  readonly ending: '' | 'ordinal' | 'hijri' | 'common';
  readonly conjunction: boolean;
  readonly start: number;
}

const CONJUNCTIONS = new Set(['و', 'ف']);
const LEADS = new Set(['ب', 'ل', 'ك']);
const MAX_DIGITS = 4;

/** A text as a sequence of tokens, some of which are words of dates or numbers. */
export class Reading {
  private readonly values: Int32Array;
  private readonly ends: Int32Array;
  private readonly marks: Int32Array;
  /** For each token, the first token of the longest word that ends right before it, plus one; 0 where none does. */
  private readonly starts: Int32Array;

  constructor(
    readonly tokens: Tokens,
    readonly vocabulary: Vocabulary,
  ) {
    this.values = new Int32Array(tokens.count);
    this.ends = new Int32Array(tokens.count);
    this.marks = new Int32Array(tokens.count);
    this.starts = new Int32Array(tokens.count + 1);
    for (let i = 0; i < tokens.count; i++) this.match(i);
  }

  /** Whether a date may begin at a token. */
  begins(i: number): boolean {
    return this.values[i] === 0 ? ((this.tokens.flags[i] ?? 0) & DIGIT) !== 0 : (this.word(i)?.meaning.opens ?? false);
  }

  word(i: number): Word | null {
    return this.vocabulary.words[this.values[i] ?? 0] ?? null;
  }

  meaning(i: number): Meaning | null {
    return this.word(i)?.meaning ?? null;
  }

  is(i: number, mark: Mark): boolean {
    return ((this.marks[i] ?? 0) & MARK[mark]) !== 0;
  }

  /** The token behind the word that begins at `i`. */
  behind(i: number): number {
    return this.ends[i] || i + 1;
  }

  /** The first token of the word that stands right before token `i`, `-1` where there is nothing. */
  before(i: number): number {
    return (this.starts[i] || i) - 1;
  }

  /** Whether the word right before token `i`, with nothing but white space between, has a mark. */
  follows(i: number, mark: Mark): boolean {
    return this.joined(i) && this.is(this.before(i), mark);
  }

  /** Where the words of token `i` begin, without proclitics. */
  start(i: number): number {
    const digits = this.digits(i);
    if (digits) return digits.start;
    let offset = this.tokens.start[i] ?? 0;
    for (let left = this.word(i)?.strip ?? 0; offset < this.tokens.text.length; offset++) {
      if (foldCode(this.tokens.text.charCodeAt(offset)) < EXPANDS) continue;
      if (left-- === 0) break;
    }
    return offset;
  }

  /** A number in digits, or null. Parts of decimals and of grouped numbers are none, but where `loose` asks for them. */
  digits(i: number, loose = false): Digits | null {
    const { tokens } = this;
    if (((tokens.flags[i] ?? 0) & DIGIT) === 0) return null;
    const from = tokens.start[i] ?? 0;
    const to = tokens.end[i] ?? 0;
    let at = from;
    let head = '';
    for (; at < to && !isDigit(foldCode(tokens.text.charCodeAt(at))); at++) head += foldedChar(tokens.text, at);
    let start = from;
    let conjunction = false;
    if (head !== '') {
      let rest = head;
      if (CONJUNCTIONS.has(rest.charAt(0))) [conjunction, rest] = [true, rest.slice(1)];
      if (LEADS.has(rest.charAt(0)) && rest !== 'لل') rest = rest.slice(1);
      if (rest !== '' && rest !== 'ال' && rest !== 'ل') return null;
      start = rest === '' ? at : at - 1;
      if (rest === 'ال') for (; start > from && foldCode(tokens.text.charCodeAt(start)) !== 0x627; start--);
    }
    let value = 0;
    let length = 0;
    for (; at < to; at++) {
      const folded = foldCode(tokens.text.charCodeAt(at));
      if (!isDigit(folded)) break;
      value = value * 10 + folded - 0x30;
      if (++length > MAX_DIGITS) return null;
    }
    let tail = '';
    for (; at < to; at++) tail += foldedChar(tokens.text, at);
    const ending = endingOf(tail);
    return ending === null || (!loose && this.isPartOfNumber(from, to)) ? null : { value, length, ending, conjunction, start };
  }

  /** What stands before token `i`, after the one before it. */
  gap(i: number): number {
    if (i <= 0 || i >= this.tokens.count) return GAP.BREAK;
    const { text, start, end } = this.tokens;
    const to = start[i] ?? 0;
    let gap: number = GAP.SPACE;
    for (let at = end[i - 1] ?? 0; at < to; at++) {
      const next = gapOf(text.charCodeAt(at));
      if (next === GAP.SPACE) continue;
      if (gap !== GAP.SPACE) return GAP.BREAK;
      gap = next;
    }
    return gap;
  }

  /** Whether token `i` follows directly: after white space, or after the full stop of an abbreviation. */
  joined(i: number): boolean {
    const gap = this.gap(i);
    return gap === GAP.SPACE || (gap === GAP.DOT && this.meaning(i - 1)?.abbreviated === true);
  }

  /** Past an English "the" at token `i`, where a word follows it. */
  skipThe(i: number): number {
    const { text, start, end } = this.tokens;
    return text.slice(start[i], end[i]) === 'the' && this.joined(i + 1) ? i + 1 : i;
  }

  isCapital(i: number): boolean {
    return ((this.tokens.flags[i] ?? 0) & CAPITAL) !== 0;
  }

  /** The longest word of the vocabulary that begins at token `i`. */
  private match(i: number): void {
    const { tokens, vocabulary } = this;
    let h1 = tokens.hash1[i] ?? 0;
    let h2 = tokens.hash2[i] ?? 0;
    for (let last = i; ;) {
      const value = vocabulary.table.get(h1, h2);
      if (value === 0) return;
      const found = value & NO_VALUE;
      if (found !== NO_VALUE && this.isWritten(i, vocabulary.words[found] ?? null)) {
        this.values[i] = found;
        this.marks[i] = vocabulary.words[found]?.meaning.marks ?? 0;
        this.ends[i] = last + 1;
        // Words are matched from the left: the first to end here is the longest.
        if (this.starts[last + 1] === 0) this.starts[last + 1] = i + 1;
      }
      if ((value & PREFIX) === 0 || ++last >= tokens.count) return;
      const gap = this.gap(last);
      if (gap !== GAP.SPACE && gap !== GAP.HYPHEN) return;
      h1 = join1(h1, tokens.hash1[last] ?? 0);
      h2 = join2(h2, tokens.hash2[last] ?? 0);
    }
  }

  /** "may" and "sun" are no dates: English names of days and months have a capital. */
  private isWritten(i: number, word: Word | null): boolean {
    if (!word || ((this.tokens.flags[i] ?? 0) & LATIN) === 0 || this.isCapital(i)) return true;
    const { month, hijriMonth, weekday } = word.meaning;
    return month === undefined && hijriMonth === undefined && weekday === undefined;
  }

  private isPartOfNumber(from: number, to: number): boolean {
    const { text } = this.tokens;
    return (
      (isPoint(text.charCodeAt(from - 1)) && isDigit(foldCode(text.charCodeAt(from - 2)))) ||
      (isPoint(text.charCodeAt(to)) && isDigit(foldCode(text.charCodeAt(to + 1)))) ||
      isSign(text.charCodeAt(from - 1)) ||
      isSign(text.charCodeAt(to))
    );
  }
}

function isDigit(folded: number): boolean {
  return folded >= 0x30 && folded <= 0x39;
}

/** Folded, without marks; hamza and teh marbuta play no part before or after digits. */
function foldedChar(text: string, at: number): string {
  const folded = foldCode(text.charCodeAt(at));
  return folded >= EXPANDS ? String.fromCharCode(folded) : '';
}

const ORDINAL_ENDINGS = new Set(['st', 'nd', 'rd', 'th']);

function endingOf(tail: string): Digits['ending'] | null {
  if (tail === '') return '';
  if (ORDINAL_ENDINGS.has(tail)) return 'ordinal';
  if (tail === 'ه') return 'hijri';
  return tail === 'م' ? 'common' : null;
}

/** Decimal and grouping marks, and the colon of a time of day. */
function isPoint(code: number): boolean {
  return code === 0x2e || code === 0x2c || code === 0x3a || code === 0x66b || code === 0x66c;
}

/** $ € £ % ٪ # + @ */
function isSign(code: number): boolean {
  return (
    code === 0x24 || code === 0x20ac || code === 0xa3 || code === 0x25 || code === 0x66a || code === 0x23 || code === 0x2b || code === 0x40
  );
}

function gapOf(code: number): number {
  if (code === 0x20 || code === 0xa0 || code === 0x202f || foldCode(code) === 2 || foldCode(code) === 1) return GAP.SPACE;
  if (code === 0x2c || code === 0x60c) return GAP.COMMA;
  if (code === 0x2d || (code >= 0x2010 && code <= 0x2014)) return GAP.HYPHEN;
  if (code === 0x2f) return GAP.SLASH;
  if (code === 0x28 || code === 0x29) return GAP.PAREN;
  return code === 0x2e ? GAP.DOT : GAP.BREAK;
}
