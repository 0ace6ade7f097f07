import { sequenceHashes } from '../../lib/gazetteer/lookup';
import { TokenTable } from '../../lib/text/token-table';
import { tokenize } from '../../lib/text/tokenize';
import type { Name } from './names';

/** Places that one name may have; the most famous are kept. */
const MAX_POSTINGS = 255;
/** Tokens of the longest name kept: official names of states have up to eight, and nobody writes longer ones out. */
const MAX_TOKENS = 10;
const END = -1;

/** Collects names' token hashes with the places that bear them, and packs them into a token table and postings. */
export class NameIndex {
  /** Both hashes in one number, exact to 53 bits, to the name's number; prefixes that are no names go to END. */
  private readonly numbers = new Map<number, number>();
  private readonly hash1: number[] = [];
  private readonly hash2: number[] = [];
  /** Postings as linked lists: the latest of each name, and of each posting the one before it. */
  private readonly latest: number[] = [];
  private readonly before: number[] = [];
  private readonly places: number[] = [];
  private readonly flags: number[] = [];
  private readonly prefix1: number[] = [];
  private readonly prefix2: number[] = [];
  private readonly prefixes = new Set<number>();

  /** Adds all names of a place. They are tokenized as one text, a line each: one call for each name would take four times as long. */
  addAll(names: readonly Name[], place: number): void {
    const tokens = tokenize(names.map((name) => name.text).join('\n'));
    let at = 0;
    let lineEnd = -1;
    for (const { text, flags } of names) {
      const first = at;
      lineEnd += text.length + 1;
      while (at < tokens.count && (tokens.start[at] ?? 0) < lineEnd) at++;
      this.add(sequenceHashes(tokens, first, at), flags, place);
    }
  }

  private add(hashes: [number, number][], flags: number, place: number): void {
    const whole = hashes.pop();
    if (whole === undefined || hashes.length >= MAX_TOKENS) return;
    for (const [h1, h2] of hashes) {
      const key = keyOf(h1, h2);
      if (this.prefixes.has(key)) continue;
      this.prefixes.add(key);
      this.prefix1.push(h1);
      this.prefix2.push(h2);
    }
    const [h1, h2] = whole;
    const key = keyOf(h1, h2);
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.latest.push(END) - 1;
      this.numbers.set(key, number);
      this.hash1.push(h1);
      this.hash2.push(h2);
    }
    for (let at = this.latest[number] ?? END; at !== END; at = this.before[at] ?? END)
      if (this.places[at] === place) {
        this.flags[at] = merged(this.flags[at] ?? 0, flags);
        return;
      }
    this.before.push(this.latest[number] ?? END);
    this.flags.push(flags);
    this.latest[number] = this.places.push(place) - 1;
  }

  pack(fame: readonly number[]): { table: TokenTable; postingStart: Uint32Array; postingPlace: Uint32Array; postingFlags: Uint8Array } {
    const table = TokenTable.withCapacity(this.latest.length + this.prefix1.length);
    this.prefix1.forEach((h1, i) => table.set(h1, this.prefix2[i] ?? 0, null));
    const postingStart = new Uint32Array(this.latest.length + 1);
    const postingPlace = new Uint32Array(this.places.length);
    const postingFlags = new Uint8Array(this.places.length);
    let count = 0;
    this.latest.forEach((latest, number) => {
      table.set(this.hash1[number] ?? 0, this.hash2[number] ?? 0, number + 1);
      const postings: number[] = [];
      for (let at = latest; at !== END; at = this.before[at] ?? END) postings.push(at);
      const fameAt = (at: number): number => fame[this.places[at] ?? 0] ?? 0;
      postings.sort((a, b) => fameAt(b) - fameAt(a) || a - b);
      for (const at of postings.slice(0, MAX_POSTINGS)) {
        postingPlace[count] = this.places[at] ?? 0;
        postingFlags[count++] = this.flags[at] ?? 0;
      }
      postingStart[number + 1] = count;
    });
    return { table, postingStart, postingPlace: postingPlace.slice(0, count), postingFlags: postingFlags.slice(0, count) };
  }
}

function keyOf(h1: number, h2: number): number {
  return (h1 >>> 0) * 0x200000 + (h2 >>> 11);
}

const STRENGTH = [1, 2, 4];

/** Two names of a place that fold together: the stronger claim's flags stand. */
function merged(a: number, b: number): number {
  const strength = (flags: number): number => STRENGTH.findIndex((bit) => (flags & bit) !== 0) + (flags & 48 ? 10 : 0);
  return strength(a) <= strength(b) ? a : b;
}
