import { foldPhrase } from './fold-phrase';

/**
 * Near-duplicates by MinHash (Broder 1997): two texts share about as many of their signatures' numbers as they share of
 * their shingles, so that one report in many papers is found without comparing every text with every other.
 */

/** Words of a shingle: fewer are shared by chance, more are broken by each small change. */
const SHINGLE = 3;
/** A signature is BANDS × ROWS numbers. Texts that share one band whole are compared. */
const BANDS = 20;
const ROWS = 4;
/** From this much in common two texts are one report. Of texts so alike 97 in 100 share a band, of those at 0.8 all do. */
export const NEAR_DUPLICATE = 0.55;
/** A text of fewer words says too little to be told apart by it. */
const MIN_WORDS = 12;

/** The constants of FNV-1a. */
const BASIS = 0x811c9dc5;
const PRIME = 0x01000193;

export interface Signature {
  /** BANDS × ROWS numbers of 32 bits. */
  readonly hashes: Uint32Array;
  /** How many different shingles the text has. */
  readonly shingles: number;
}

/** The signature of a text: folded words, so that vowel marks, spelling variants and punctuation do not count. Null for a text of a few words. */
export function signatureOf(text: string): Signature | null {
  const words = foldPhrase(text, 0, text.length)
    .text.split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  if (words.length < MIN_WORDS) return null;
  const shingles = new Set<number>();
  for (let i = 0; i + SHINGLE <= words.length; i++) shingles.add(hashOf(words.slice(i, i + SHINGLE).join(' ')));
  const hashes = new Uint32Array(BANDS * ROWS).fill(0xffffffff);
  for (const shingle of shingles)
    for (let i = 0; i < hashes.length; i++) {
      const mixed = mix(shingle ^ mix(i + 1));
      if (mixed < (hashes[i] ?? 0)) hashes[i] = mixed;
    }
  return { hashes, shingles: shingles.size };
}

/** One key of 53 bits for each band. Two texts with a key in common are worth comparing; most others are not. */
export function bandKeys({ hashes }: Signature): number[] {
  return Array.from({ length: BANDS }, (_, band) => {
    let [high, low] = [mix(band + 1), mix(band + BANDS + 1)];
    for (const n of hashes.subarray(band * ROWS, (band + 1) * ROWS)) {
      high = mix(high ^ n);
      low = mix((low + n) >>> 0);
    }
    return (high >>> 11) * 2 ** 32 + low;
  });
}

/**
 * How much two texts have in common, 0 to 1, give or take 0.06: the greater of what they share of both and, where one is
 * cut from the other, what they share of the shorter one, which must then be at least a third of the longer.
 */
export function similarity(a: Signature, b: Signature): number {
  let same = 0;
  for (let i = 0; i < a.hashes.length; i++) if (a.hashes[i] === b.hashes[i]) same++;
  const shared = same / a.hashes.length;
  const [shorter, longer] = a.shingles < b.shingles ? [a.shingles, b.shingles] : [b.shingles, a.shingles];
  if (shorter * 3 < longer) return shared;
  // The union has so many; what is in both is counted in it once.
  const inBoth = (shared * (shorter + longer)) / (1 + shared);
  const ofShorter = Math.min(1, inBoth / shorter);
  return ofShorter >= CUT ? ofShorter : shared;
}

/** A text that is another one's first half shares all of itself with it; some way below that it is a coincidence of quotes. */
const CUT = 0.8;

function hashOf(text: string): number {
  let hash = BASIS;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), PRIME);
  return hash >>> 0;
}

/** Spreads 32 bits over 32 bits (the last step of MurmurHash3). */
function mix(n: number): number {
  let mixed = n ^ (n >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
