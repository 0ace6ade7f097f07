import { EXPANDS, expansions, foldCode, isApostrophe, MARK, FORMAT } from './fold';

/** A stretch of text folded for matching phrases, with the offset that each of its characters has in the text. */
export interface FoldedPhrase {
  /** Folded words with single spaces between, before and behind; commas and brackets stand alone. */
  readonly text: string;
  /** For each character of `text`, its offset in the original; one more for the end. */
  readonly offsets: readonly number[];
}

const DECIMAL_POINT = '٫';
const KEPT = ',،()';

/** Folds `text` from `from` to `to`: letters as look-up folds them, marks and apostrophes dropped, all else a space. */
export function foldPhrase(text: string, from: number, to: number): FoldedPhrase {
  let out = ' ';
  const offsets = [from];
  for (let i = from; i <= to; i++) {
    const piece = i === to ? ' ' : foldedAt(text, i);
    for (let k = 0; k < piece.length; k++) {
      const char = piece.charAt(k);
      if (char === ' ' && out.charCodeAt(out.length - 1) === SPACE) continue;
      out += char;
      offsets.push(i);
    }
  }
  offsets.push(to);
  return { text: out, offsets };
}

const SPACE = 0x20;

/** What the character at an offset is matched as: its folded letter or letters, a mark of its own, a space, or nothing. */
function foldedAt(text: string, i: number): string {
  const code = text.charCodeAt(i);
  const folded = foldCode(code);
  if (folded > EXPANDS) return String.fromCharCode(folded);
  if (folded === EXPANDS) return expansions.get(code) ?? '';
  if (folded === MARK || folded === FORMAT || isApostrophe(code)) return '';
  if (code === SPACE) return ' ';
  const char = text.charAt(i);
  if (!'.,٬'.includes(char) && char !== DECIMAL_POINT) return KEPT.includes(char) ? ` ${char === '،' ? ',' : char} ` : ' ';
  if (!isDigit(text, i - 1) || !isDigit(text, i + 1)) return char === ',' ? ' , ' : ' ';
  return char === DECIMAL_POINT || char === '.' ? '.' : ',';
}

function isDigit(text: string, i: number): boolean {
  const folded = foldCode(text.charCodeAt(i));
  return folded >= 0x30 && folded <= 0x39;
}
