import { tokenize, type Tokens } from '../text/tokenize';
import { join1, join2 } from '../text/hash';
import { NO_VALUE } from '../text/token-table';
import { NONE, type Gazetteer } from './gazetteer';
import { SKELETON } from './name-flags';

/** A place that bears a name, and how it comes by it (bits of `name-flags.ts`). */
export interface NamePosting {
  readonly place: number;
  readonly flags: number;
}

/** The places that bear exactly this name, most famous first; empty where none does. */
export function lookup(gazetteer: Gazetteer, name: string): NamePosting[] {
  const index = lookupName(gazetteer, name);
  return index < 0 ? [] : postings(gazetteer, index);
}

/** The index of a name, or -1. */
export function lookupName(gazetteer: Gazetteer, name: string): number {
  const hashes = sequenceHashes(tokenize(name)).at(-1);
  if (hashes === undefined) return -1;
  const value = gazetteer.names.get(hashes[0], hashes[1]) & NO_VALUE;
  return value === 0 || value === NO_VALUE ? -1 : value - 1;
}

/** The places of a name by its index. */
export function postings(gazetteer: Gazetteer, nameIndex: number): NamePosting[] {
  const found: NamePosting[] = [];
  const end = gazetteer.postingStart[nameIndex + 1] ?? 0;
  for (let i = gazetteer.postingStart[nameIndex] ?? end; i < end; i++)
    found.push({ place: gazetteer.postingPlace[i] ?? 0, flags: gazetteer.postingFlags[i] ?? 0 });
  return found;
}

/** Whether a name is a consonant skeleton. */
export function isSkeleton(gazetteer: Gazetteer, name: number): boolean {
  return ((gazetteer.postingFlags[gazetteer.postingStart[name] ?? NONE] ?? 0) & SKELETON) !== 0;
}

/** The two hashes of the token at `from`, of the two from there, and so on up to `to`, exclusive. */
export function sequenceHashes(tokens: Tokens, from = 0, to = tokens.count): [number, number][] {
  const hashes: [number, number][] = [];
  let h1 = 0;
  let h2 = 0;
  for (let i = from; i < to; i++) {
    const [token1 = 0, token2 = 0] = [tokens.hash1[i], tokens.hash2[i]];
    h1 = i === from ? token1 : join1(h1, token1);
    h2 = i === from ? token2 : join2(h2, token2);
    hashes.push([h1, h2]);
  }
  return hashes;
}
