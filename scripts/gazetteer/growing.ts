type Column = Uint8Array | Uint32Array | Int32Array | Float32Array;

/** The column itself where it has room for `length` entries, else a copy with room for twice as many. */
export function grown<T extends Column>(column: T, length: number): T {
  if (length <= column.length) return column;
  const wider = new (column.constructor as new (size: number) => T)(Math.max(length, column.length * 2, 1024));
  wider.set(column);
  return wider;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Strings as UTF-8 in one run: a million of them cost their letters, and the garbage collector nothing. */
export class StringStore {
  private starts = new Uint32Array(1024);
  private bytes = new Uint8Array(1 << 16);
  size = 0;

  push(text: string): void {
    const start = this.starts[this.size] ?? 0;
    this.bytes = grown(this.bytes, start + text.length * 3);
    const { written } = encoder.encodeInto(text, this.bytes.subarray(start));
    this.size++;
    this.starts = grown(this.starts, this.size + 1);
    this.starts[this.size] = start + written;
  }

  /** The string at an index; '' where there is none. */
  get(index: number): string {
    return index < 0 || index >= this.size ? '' : decoder.decode(this.bytes.subarray(this.starts[index], this.starts[index + 1]));
  }

  /** As `StringTable` reads them. */
  pack(): { starts: Uint32Array; bytes: Uint8Array } {
    return { starts: this.starts.slice(0, this.size + 1), bytes: this.bytes.slice(0, this.starts[this.size]) };
  }
}

const MAX_LOAD = 0.6;

/**
 * Numbers by two 32-bit hashes, in flat arrays that grow: a Map holds no more than 16.7 million keys, and costs the
 * garbage collector each of them.
 */
export class PairTable {
  private hash1 = new Int32Array(1 << 12);
  private hash2 = new Int32Array(1 << 12);
  /** The number plus one; 0 where a slot is free. */
  private values = new Uint32Array(1 << 12);
  size = 0;

  /** The number stored for a pair, or -1. */
  get(h1: number, h2: number): number {
    return (this.values[this.slotOf(h1 | 0, h2 | 0)] ?? 0) - 1;
  }

  /** Stores a number, 0 to 4294967294. */
  set(h1: number, h2: number, value: number): void {
    if ((this.size + 1) / this.values.length > MAX_LOAD) this.widen();
    const slot = this.slotOf(h1 | 0, h2 | 0);
    if (this.values[slot] === 0) this.size++;
    this.hash1[slot] = h1;
    this.hash2[slot] = h2;
    this.values[slot] = value + 1;
  }

  private slotOf(h1: number, h2: number): number {
    const mask = this.values.length - 1;
    for (let slot = (h1 ^ (h2 >>> 7)) & mask; ; slot = (slot + 1) & mask)
      if (this.values[slot] === 0 || (this.hash1[slot] === h1 && this.hash2[slot] === h2)) return slot;
  }

  private widen(): void {
    const { hash1, hash2, values } = this;
    this.hash1 = new Int32Array(values.length * 2);
    this.hash2 = new Int32Array(values.length * 2);
    this.values = new Uint32Array(values.length * 2);
    values.forEach((value, i) => {
      if (value === 0) return;
      const slot = this.slotOf(hash1[i] ?? 0, hash2[i] ?? 0);
      this.hash1[slot] = hash1[i] ?? 0;
      this.hash2[slot] = hash2[i] ?? 0;
      this.values[slot] = value;
    });
  }
}
