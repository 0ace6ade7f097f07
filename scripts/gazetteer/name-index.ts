import { sequenceHashes } from '../../lib/gazetteer/lookup';
import { SKELETON } from '../../lib/gazetteer/name-flags';
import { TokenTable } from '../../lib/text/token-table';
import { tokenize } from '../../lib/text/tokenize';
import { grown, PairTable } from './growing';
import type { Name } from './names';

/** Places that one name may have; the most famous are kept. */
const MAX_POSTINGS = 255;
/** Tokens of the longest name kept: official names of states have up to eight, and nobody writes longer ones out. */
const MAX_TOKENS = 10;
const END = -1;
/** Room for names at first. */
const FIRST = 1 << 19;

export interface PackedNames {
  readonly table: TokenTable;
  readonly nameCount: number;
  readonly postingStart: Uint32Array;
  readonly postingPlace: Uint32Array;
  readonly postingFlags: Uint8Array;
}

/** Collects names' token hashes with the places that bear them, and packs them into a token table and postings. */
export class NameIndex {
  /** Names' numbers, and the prefixes' (some are names themselves), by their hashes. */
  private readonly numbers = new PairTable();
  private readonly prefixes = new PairTable();
  private hash1 = new Int32Array(FIRST);
  private hash2 = new Int32Array(FIRST);
  private prefix1 = new Int32Array(FIRST);
  private prefix2 = new Int32Array(FIRST);
  /** Postings as linked lists: the latest of each name, and of each posting the one before it. */
  private latest = new Int32Array(FIRST);
  private before = new Int32Array(FIRST);
  private places = new Uint32Array(FIRST);
  private flags = new Uint8Array(FIRST);
  private count = 0;
  /** Names that are written so, not skeletons. */
  private written = 0;
  /** The last place added to: a list's postings are in the places' order as long as none comes back. */
  private lastPlace = 0;
  private inOrder = true;

  /** Adds all names of a place. They are tokenized as one text, a line each: one call for each name would take four times as long. */
  addAll(names: readonly Name[], place: number): void {
    if (place < this.lastPlace) this.inOrder = false;
    this.lastPlace = place;
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
      const number = this.prefixes.size;
      if (this.prefixes.get(h1, h2) >= 0) continue;
      this.prefixes.set(h1, h2, number);
      this.prefix1 = grown(this.prefix1, number + 1);
      this.prefix2 = grown(this.prefix2, number + 1);
      this.prefix1[number] = h1;
      this.prefix2[number] = h2;
    }
    const [h1, h2] = whole;
    let number = this.numbers.get(h1, h2);
    if (number < 0) {
      number = this.numbers.size;
      this.numbers.set(h1, h2, number);
      if (!(flags & SKELETON)) this.written++;
      this.latest = grown(this.latest, number + 1);
      this.hash1 = grown(this.hash1, number + 1);
      this.hash2 = grown(this.hash2, number + 1);
      this.latest[number] = END;
      this.hash1[number] = h1;
      this.hash2[number] = h2;
    }
    for (let at = this.latest[number] ?? END; at !== END; at = this.before[at] ?? END)
      if (this.places[at] === place) {
        this.flags[at] = merged(this.flags[at] ?? 0, flags);
        return;
      } else if (this.inOrder && (this.places[at] ?? 0) < place) break;
    const posting = this.count++;
    this.before = grown(this.before, this.count);
    this.flags = grown(this.flags, this.count);
    this.places = grown(this.places, this.count);
    this.before[posting] = this.latest[number] ?? END;
    this.flags[posting] = flags;
    this.places[posting] = place;
    this.latest[number] = posting;
  }

  /** Prefixes that are no names themselves: a table with room for all would be twice as large for nothing. */
  private purePrefixes(): number {
    let count = 0;
    for (let i = 0; i < this.prefixes.size; i++) if (this.numbers.get(this.prefix1[i] ?? 0, this.prefix2[i] ?? 0) < 0) count++;
    return count;
  }

  /** The token table of all names, and their postings, most famous place first. */
  pack(fame: Uint8Array): PackedNames {
    const table = TokenTable.withCapacity(this.numbers.size + this.purePrefixes());
    for (let i = 0; i < this.prefixes.size; i++) table.set(this.prefix1[i] ?? 0, this.prefix2[i] ?? 0, null);
    const postingStart = new Uint32Array(this.numbers.size + 1);
    const postingPlace = new Uint32Array(this.count);
    const postingFlags = new Uint8Array(this.count);
    let count = 0;
    for (let number = 0; number < this.numbers.size; number++) {
      table.set(this.hash1[number] ?? 0, this.hash2[number] ?? 0, number + 1);
      const postings: number[] = [];
      for (let at = this.latest[number] ?? END; at !== END; at = this.before[at] ?? END) postings.push(at);
      const fameAt = (at: number): number => fame[this.places[at] ?? 0] ?? 0;
      if (postings.length > 1) postings.sort((a, b) => fameAt(b) - fameAt(a) || a - b);
      for (const at of postings.slice(0, MAX_POSTINGS)) {
        postingPlace[count] = this.places[at] ?? 0;
        postingFlags[count++] = this.flags[at] ?? 0;
      }
      postingStart[number + 1] = count;
    }
    return {
      table,
      nameCount: this.written,
      postingStart,
      postingPlace: postingPlace.slice(0, count),
      postingFlags: postingFlags.slice(0, count),
    };
  }
}

const STRENGTH = [1, 2, 4];

/** Two names of a place that fold together: the stronger claim's flags stand. */
function merged(a: number, b: number): number {
  const strength = (flags: number): number => STRENGTH.findIndex((bit) => (flags & bit) !== 0) + (flags & 48 ? 10 : 0);
  return strength(a) <= strength(b) ? a : b;
}
