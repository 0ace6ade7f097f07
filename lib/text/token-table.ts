/**
 * A hash table from token sequences to numbers, in flat typed arrays: open addressing, two 32-bit hashes a key.
 *
 * It holds every name's every prefix, so that a matcher walks a text token by token and stops as soon as no name goes
 * on (the token-prefix table measured in `docs/quality.md`). Loading it is a view over a buffer, not a rebuild.
 */

/** Set in a value where longer sequences begin with this one. */
export const PREFIX = 0x80000000;
/** The value, less PREFIX, of a sequence that is only a prefix. */
export const NO_VALUE = 0x7fffffff;
export const MAX_VALUE = NO_VALUE - 1;

/** Slots used of slots there are; beyond this, probing grows long. */
const MAX_LOAD = 0.7;

export class TokenTable {
  private constructor(
    private readonly hash1: Int32Array,
    private readonly hash2: Int32Array,
    private readonly values: Uint32Array,
  ) {
    this.mask = values.length - 1;
  }
  private readonly mask: number;

  /** The columns of a table built before, each of one length that is a power of two. */
  static from(hash1: Int32Array, hash2: Int32Array, values: Uint32Array): TokenTable {
    const size = values.length;
    if (size === 0 || (size & (size - 1)) !== 0) throw new RangeError(`token table: wanted a power of two slots, got ${size}`);
    if (hash1.length !== size || hash2.length !== size)
      throw new RangeError(`token table: wanted columns of ${size}, got ${hash1.length} and ${hash2.length}`);
    return new TokenTable(hash1, hash2, values);
  }

  /** An empty table with room for `entries` sequences and prefixes. */
  static withCapacity(entries: number): TokenTable {
    let size = 16;
    while (size * MAX_LOAD < entries) size *= 2;
    return new TokenTable(new Int32Array(size), new Int32Array(size), new Uint32Array(size));
  }

  get columns(): { hash1: Int32Array; hash2: Int32Array; values: Uint32Array } {
    return { hash1: this.hash1, hash2: this.hash2, values: this.values };
  }

  /** The value stored for a sequence (PREFIX bit and all), or 0 where there is none. */
  get(h1: number, h2: number): number {
    const { hash1, hash2, values, mask } = this;
    for (let slot = h1 & mask; ; slot = (slot + 1) & mask) {
      const value = values[slot];
      if (value === undefined || value === 0) return 0;
      if (hash1[slot] === h1 && hash2[slot] === h2) return value;
    }
  }

  /**
   * Stores a value of 1 to MAX_VALUE for a sequence, or (with value null) marks it as the beginning of longer ones.
   * Throws where the table is full.
   */
  set(h1: number, h2: number, value: number | null): void {
    const { hash1, hash2, values, mask } = this;
    for (let slot = h1 & mask, probes = 0; probes <= mask; slot = (slot + 1) & mask, probes++) {
      const old = values[slot] ?? 0;
      if (old !== 0 && (hash1[slot] !== h1 || hash2[slot] !== h2)) continue;
      hash1[slot] = h1;
      hash2[slot] = h2;
      const kept = old === 0 ? NO_VALUE : old & NO_VALUE;
      const prefix = (old & PREFIX) | (value === null ? PREFIX : 0);
      values[slot] = (prefix | (value ?? kept)) >>> 0;
      return;
    }
    throw new RangeError(`token table: full at ${values.length} slots`);
  }
}
