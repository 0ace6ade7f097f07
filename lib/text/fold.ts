/**
 * What each UTF-16 code unit becomes before names are compared.
 *
 * Folding serves look-up alone: the article's text is never changed, and every token keeps its offsets in it. It is
 * deliberately coarse (hamza carriers, final yeh and teh marbuta, Persian letters and Latin accents fall together),
 * because press spelling is; what it merges wrongly, resolution tells apart.
 */

/** Ends a token. */
export const SEPARATOR = 0;
/** Belongs to the letter before it (a vowel mark, a tatweel): not compared, but inside the span. */
export const MARK = 1;
/** Formatting without a glyph (bidi controls, joiners): not compared, and not inside a span at its edges. */
export const FORMAT = 2;
/** Folds to more than one character: look in `expansions`. */
export const EXPANDS = 3;

const FOLDED_LETTERS: Record<string, string> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ئ: 'ي',
  ؤ: 'و',
  ۆ: 'و',
  ة: 'ه',
  ە: 'ه',
  ہ: 'ه',
  ۀ: 'ه',
  ک: 'ك',
  گ: 'ك',
  ڭ: 'ك',
  پ: 'ب',
  چ: 'ج',
  ژ: 'ز',
  ڤ: 'ف',
  ڨ: 'ق',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ŋ: 'ng',
  ə: 'a',
  ħ: 'h',
  ĸ: 'k',
};

/** Inside a word they are dropped: Sana'a, N'Djamena, Ta‘izz and Sanaa are one spelling each. */
const APOSTROPHES = "'’‘ʼʻʽʾʿ`´′";

const table = new Uint16Array(0x10000);
export const expansions = new Map<number, string>();

function foldCharacter(char: string): string {
  let out = '';
  for (const part of char.normalize('NFKD').toLowerCase()) {
    // A mark's presentation form is that mark on a space.
    if (/[\p{M}\s]/u.test(part) || part === 'ـ' || APOSTROPHES.includes(part)) continue;
    out += FOLDED_LETTERS[part] ?? part;
  }
  return out;
}

function setFolded(code: number, folded: string): void {
  if (folded.length === 1) table[code] = folded.charCodeAt(0);
  else if (folded.length === 0) table[code] = MARK;
  else {
    table[code] = EXPANDS;
    expansions.set(code, folded);
  }
}

for (let code = 0; code < 0x10000; code++) {
  // Letters outside Latin and Arabic are tokens too (so that a name never matches across them), folded to themselves.
  const char = String.fromCharCode(code);
  const needsFolding =
    code < 0x250 ||
    (code >= 0x600 && code < 0x780) ||
    (code >= 0x1e00 && code < 0x1f00) ||
    (code >= 0x2100 && code < 0x2150) ||
    code >= 0xfb00;
  if (code >= 0xd800 && code <= 0xdfff) table[code] = SEPARATOR;
  else if (char === 'ـ') table[code] = MARK;
  else if (code < 0x3000 || code >= 0xfb00) {
    if (FOLDED_LETTERS[char] !== undefined) setFolded(code, FOLDED_LETTERS[char]);
    else if (/\p{M}/u.test(char)) table[code] = MARK;
    else if (/\p{Cf}/u.test(char)) table[code] = FORMAT;
    else if (/\p{Nd}/u.test(char)) table[code] = code < 0x80 ? code : 0x30 + (Number(char.normalize('NFKD')) || decimalValue(char));
    else if (/\p{L}/u.test(char)) setFolded(code, needsFolding ? foldCharacter(char) : char.toLowerCase());
  } else if (/\p{L}/u.test(char)) table[code] = code;
}
for (const char of APOSTROPHES) table[char.charCodeAt(0)] = SEPARATOR;

function decimalValue(digit: string): number {
  // Unicode keeps each script's ten digits in one run: the value is the distance from the run's zero.
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCharCode(digit.charCodeAt(0) - value - 1))) value++;
  return value;
}

/** The folded code of a code unit, or SEPARATOR, MARK, FORMAT or EXPANDS. */
export function foldCode(code: number): number {
  return table[code] ?? SEPARATOR;
}

/** Whether the code unit is an apostrophe of any kind: dropped between two letters, a separator elsewhere. */
export function isApostrophe(code: number): boolean {
  return (
    code === 0x27 ||
    code === 0x60 ||
    code === 0xb4 ||
    code === 0x2032 ||
    (code >= 0x2018 && code <= 0x2019) ||
    (code >= 0x2bb && code <= 0x2bf)
  );
}
