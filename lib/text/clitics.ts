import { EXPANDS, expansions, foldCode } from './fold';
import { SEED1, SEED2, step1, step2 } from './hash';
import type { Tokens } from './tokenize';

/** Which Arabic proclitics a reading of a token takes off. */
export const CLITIC = { CONJUNCTION: 1, BA: 2, LAM: 4, KAF: 8, ARTICLE: 16 } as const;
export const PREPOSITION = CLITIC.BA | CLITIC.LAM | CLITIC.KAF;

/** What is left behind a clitic has at least so many letters. */
const MIN_LETTERS = 2;
const MAX_READINGS = 10;

const ALEF = 0x627;
const LAM = 0x644;
const WAW = 0x648;
const FA = 0x641;
const BA = 0x628;
const KAF = 0x643;

/**
 * The readings of one Arabic token with its proclitics taken off: `وبالعراق` is also `بالعراق`, `العراق` and `عراق`.
 * `للعراق` reads as `العراق`, whose alef the preposition swallowed. The first reading is the token itself.
 *
 * One object is reused for all tokens, as nothing may be allocated for each.
 */
export class CliticReadings {
  count = 0;
  readonly start = new Int32Array(MAX_READINGS);
  readonly hash1 = new Int32Array(MAX_READINGS);
  readonly hash2 = new Int32Array(MAX_READINGS);
  readonly clitics = new Uint8Array(MAX_READINGS);
  private letters = new Uint16Array(256);
  private offsets = new Int32Array(256);

  /** Fills in the readings of token `i`. `articles`: whether readings without ال are wanted too. */
  read(tokens: Tokens, i: number, articles: boolean): void {
    const start = tokens.start[i] ?? 0;
    this.count = 0;
    this.push(start, tokens.hash1[i] ?? 0, tokens.hash2[i] ?? 0, 0);
    const first = firstLetter(tokens.text, start, tokens.end[i] ?? 0);
    if (first !== WAW && first !== FA && first !== BA && first !== LAM && first !== KAF && !(articles && first === ALEF)) return;
    const length = this.spell(tokens.text, start, tokens.end[i] ?? 0);
    if (length < MIN_LETTERS + 1) return;
    if (articles) this.addWithoutArticle(0, length, 0);
    this.addWithoutPreposition(0, length, 0, articles);
    if ((first === WAW || first === FA) && length > MIN_LETTERS) {
      this.addSuffix(1, length, CLITIC.CONJUNCTION);
      if (articles) this.addWithoutArticle(1, length, CLITIC.CONJUNCTION);
      this.addWithoutPreposition(1, length, CLITIC.CONJUNCTION, articles);
    }
  }

  /** The only reading of a token that takes no clitics. */
  readPlain(tokens: Tokens, i: number): void {
    this.count = 0;
    this.push(tokens.start[i] ?? 0, tokens.hash1[i] ?? 0, tokens.hash2[i] ?? 0, 0);
  }

  private addWithoutPreposition(at: number, length: number, taken: number, articles: boolean): void {
    const letter = this.letters[at];
    const clitic = letter === BA ? CLITIC.BA : letter === LAM ? CLITIC.LAM : letter === KAF ? CLITIC.KAF : 0;
    if (clitic === 0 || length - at - 1 < MIN_LETTERS) return;
    if (letter === LAM && this.letters[at + 1] === LAM) {
      let h1 = step1(step1(SEED1, ALEF), LAM);
      let h2 = step2(step2(SEED2, ALEF), LAM);
      for (let k = at + 2; k < length; k++) {
        h1 = step1(h1, this.letters[k] ?? 0);
        h2 = step2(h2, this.letters[k] ?? 0);
      }
      this.push(this.offsets[at] ?? 0, h1, h2, taken | clitic);
      if (articles && length - at - 2 >= MIN_LETTERS) this.addSuffix(at + 2, length, taken | clitic | CLITIC.ARTICLE);
      return;
    }
    this.addSuffix(at + 1, length, taken | clitic);
    if (articles) this.addWithoutArticle(at + 1, length, taken | clitic);
  }

  private addWithoutArticle(at: number, length: number, taken: number): void {
    if (this.letters[at] !== ALEF || this.letters[at + 1] !== LAM || length - at - 2 < MIN_LETTERS - 1) return;
    this.addSuffix(at + 2, length, taken | CLITIC.ARTICLE);
  }

  private addSuffix(at: number, length: number, clitics: number): void {
    let h1 = SEED1;
    let h2 = SEED2;
    for (let k = at; k < length; k++) {
      h1 = step1(h1, this.letters[k] ?? 0);
      h2 = step2(h2, this.letters[k] ?? 0);
    }
    this.push(this.offsets[at] ?? 0, h1, h2, clitics);
  }

  private push(start: number, h1: number, h2: number, clitics: number): void {
    if (this.count === MAX_READINGS) return;
    this.start[this.count] = start;
    this.hash1[this.count] = h1;
    this.hash2[this.count] = h2;
    this.clitics[this.count++] = clitics;
  }

  /** Writes the token's folded letters and where each stands; returns how many there are. */
  private spell(text: string, start: number, end: number): number {
    if (end - start > this.letters.length / 2) return 0;
    let count = 0;
    for (let i = start; i < end; i++) {
      const code = text.charCodeAt(i);
      const folded = foldCode(code);
      if (folded > EXPANDS) {
        this.offsets[count] = i;
        this.letters[count++] = folded;
      } else if (folded === EXPANDS) {
        for (const part of expansions.get(code) ?? '') {
          this.offsets[count] = i;
          this.letters[count++] = part.charCodeAt(0);
        }
      }
    }
    return count;
  }
}

/** The offset of the letter that follows `letters` letters from `start`: vowel marks and joiners stay with the letter before them. */
export function offsetBehind(text: string, start: number, letters: number): number {
  let offset = start;
  for (let left = letters; offset < text.length; offset++) {
    if (foldCode(text.charCodeAt(offset)) < EXPANDS) continue;
    if (left-- === 0) break;
  }
  return offset;
}

function firstLetter(text: string, start: number, end: number): number {
  for (let i = start; i < end; i++) {
    const folded = foldCode(text.charCodeAt(i));
    if (folded > EXPANDS) return folded;
    if (folded === EXPANDS) return expansions.get(text.charCodeAt(i))?.charCodeAt(0) ?? 0;
  }
  return 0;
}
