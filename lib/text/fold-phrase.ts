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
  const put = (piece: string, at: number) => {
    for (const char of piece) {
      if (char === ' ' && out.endsWith(' ')) continue;
      out += char;
      offsets.push(at);
    }
  };
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    const folded = foldCode(code);
    if (folded > EXPANDS) put(String.fromCharCode(folded), i);
    else if (folded === EXPANDS) put(expansions.get(code) ?? '', i);
    else if (folded === MARK || folded === FORMAT || isApostrophe(code)) continue;
    else {
      const char = text.charAt(i);
      if ('.,٬'.includes(char) || char === DECIMAL_POINT) {
        const inNumber = isDigit(text, i - 1) && isDigit(text, i + 1);
        put(inNumber ? (char === DECIMAL_POINT || char === '.' ? '.' : ',') : char === ',' ? ' , ' : ' ', i);
      } else put(KEPT.includes(char) ? ` ${char === '،' ? ',' : char} ` : ' ', i);
    }
  }
  put(' ', to);
  offsets.push(to);
  return { text: out, offsets };
}

function isDigit(text: string, i: number): boolean {
  const folded = foldCode(text.charCodeAt(i));
  return folded >= 0x30 && folded <= 0x39;
}
