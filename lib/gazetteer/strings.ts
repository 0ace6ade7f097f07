const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** Strings kept as UTF-8 in one run, decoded one at a time when asked for. */
export class StringTable {
  /** `starts` has one entry more than there are strings. */
  constructor(
    private readonly starts: Uint32Array,
    private readonly bytes: Uint8Array,
  ) {}

  get(index: number): string {
    return decoder.decode(this.bytes.subarray(this.starts[index], this.starts[index + 1]));
  }

  /** A hash table of the strings for `find`: indexes plus one, 0 where a slot is free. Four bytes a slot, no string decoded. */
  slots(): Uint32Array {
    const count = this.starts.length - 1;
    let size = 16;
    while (size < count * 2) size *= 2;
    const slots = new Uint32Array(size);
    for (let i = 0; i < count; i++) {
      let slot = hashOf(this.bytes, this.starts[i] ?? 0, this.starts[i + 1] ?? 0) & (size - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
      slots[slot] = i + 1;
    }
    return slots;
  }

  /** The index of a string, or -1. */
  find(string: string, slots: Uint32Array): number {
    const wanted = encoder.encode(string);
    const mask = slots.length - 1;
    for (let slot = hashOf(wanted, 0, wanted.length) & mask; ; slot = (slot + 1) & mask) {
      const index = (slots[slot] ?? 0) - 1;
      if (index < 0 || this.get(index) === string) return index;
    }
  }

  static pack(strings: readonly string[]): { starts: Uint32Array; bytes: Uint8Array } {
    const starts = new Uint32Array(strings.length + 1);
    let bytes = new Uint8Array(1 << 16);
    let length = 0;
    strings.forEach((string, i) => {
      if (length + string.length * 3 > bytes.length) {
        const wider = new Uint8Array(Math.max(bytes.length * 2, length + string.length * 3));
        wider.set(bytes);
        bytes = wider;
      }
      length += encoder.encodeInto(string, bytes.subarray(length)).written;
      starts[i + 1] = length;
    });
    return { starts, bytes: bytes.slice(0, length) };
  }
}

/** FNV-1a over bytes from `start` to `end`. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ (bytes[i] ?? 0), 0x01000193);
  return hash ^ (hash >>> 15);
}
