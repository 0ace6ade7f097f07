const decoder = new TextDecoder();

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

  static pack(strings: readonly string[]): { starts: Uint32Array; bytes: Uint8Array } {
    const encoder = new TextEncoder();
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
