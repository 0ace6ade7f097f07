/**
 * The container of the gazetteer's indexes: one buffer of named sections, read as views without a copy.
 *
 * Little-endian. Bytes 0–3 the magic, 4–7 the format's version, 8–11 the number of sections, 12–15 the length of the
 * whole; then the directory (for each section a name of 24 ASCII bytes, its offset and its byte length), then the
 * sections, each aligned to 8 bytes. The model is mourner/flatbush: a magic, a version, typed arrays, and a `from` that
 * refuses what it does not know.
 */
const HEADER_BYTES = 16;
const NAME_BYTES = 24;
const ENTRY_BYTES = NAME_BYTES + 8;
const ALIGN = 8;

export interface Format {
  /** Four ASCII letters. */
  readonly magic: string;
  readonly version: number;
}

export class Sections {
  private constructor(
    private readonly buffer: ArrayBuffer,
    private readonly directory: ReadonlyMap<string, { offset: number; length: number }>,
  ) {}

  /** Opens a buffer. Throws an Error that says what was got and what was wanted. */
  static open(buffer: ArrayBuffer, format: Format): Sections {
    const what = `${format.magic} file`;
    if (buffer.byteLength < HEADER_BYTES) throw new Error(`${what}: wanted at least ${HEADER_BYTES} bytes, got ${buffer.byteLength}`);
    const view = new DataView(buffer);
    const magic = ascii(new Uint8Array(buffer, 0, 4));
    if (magic !== format.magic) throw new Error(`${what}: wanted magic ${JSON.stringify(format.magic)}, got ${JSON.stringify(magic)}`);
    const version = view.getUint32(4, true);
    if (version !== format.version)
      throw new Error(`${what}: wanted format version ${format.version}, got ${version}; run npm run gazetteer`);
    const length = view.getUint32(12, true);
    if (buffer.byteLength !== length) throw new Error(`${what}: wanted ${length} bytes, got ${buffer.byteLength}`);
    const count = view.getUint32(8, true);
    if (HEADER_BYTES + count * ENTRY_BYTES > length) throw new Error(`${what}: ${count} sections do not fit into ${length} bytes`);
    const directory = new Map<string, { offset: number; length: number }>();
    for (let i = 0; i < count; i++) {
      const at = HEADER_BYTES + i * ENTRY_BYTES;
      const entry = { offset: view.getUint32(at + NAME_BYTES, true), length: view.getUint32(at + NAME_BYTES + 4, true) };
      const name = ascii(new Uint8Array(buffer, at, NAME_BYTES));
      if (entry.offset % ALIGN !== 0 || entry.offset + entry.length > length)
        throw new Error(
          `${what}: section ${JSON.stringify(name)} lies at ${entry.offset} with ${entry.length} bytes, outside the ${length} there are`,
        );
      directory.set(name, entry);
    }
    return new Sections(buffer, directory);
  }

  bytes(name: string): Uint8Array {
    const { offset, length } = this.entry(name, 1);
    return new Uint8Array(this.buffer, offset, length);
  }

  uint32(name: string): Uint32Array {
    const { offset, length } = this.entry(name, 4);
    return new Uint32Array(this.buffer, offset, length / 4);
  }

  int32(name: string): Int32Array {
    const { offset, length } = this.entry(name, 4);
    return new Int32Array(this.buffer, offset, length / 4);
  }

  float32(name: string): Float32Array {
    const { offset, length } = this.entry(name, 4);
    return new Float32Array(this.buffer, offset, length / 4);
  }

  text(name: string): string {
    return new TextDecoder().decode(this.bytes(name));
  }

  private entry(name: string, size: number): { offset: number; length: number } {
    const entry = this.directory.get(name);
    if (entry === undefined)
      throw new Error(`index: wanted a section ${JSON.stringify(name)}, got ${[...this.directory.keys()].join(', ')}`);
    if (entry.length % size !== 0)
      throw new Error(`index: section ${JSON.stringify(name)} has ${entry.length} bytes, no multiple of ${size}`);
    return entry;
  }
}

/** Joins sections into one buffer, in the order given. */
export function packSections(format: Format, sections: Readonly<Record<string, ArrayBufferView | string>>): ArrayBuffer {
  const parts = Object.entries(sections).map(([name, data]) => ({ name, bytes: bytesOf(data) }));
  let offset = aligned(HEADER_BYTES + parts.length * ENTRY_BYTES);
  const placed = parts.map((part) => {
    const at = offset;
    offset = aligned(offset + part.bytes.length);
    return { ...part, offset: at };
  });
  const buffer = new ArrayBuffer(offset);
  const bytes = new Uint8Array(buffer);
  const view = new DataView(buffer);
  bytes.set(new TextEncoder().encode(format.magic), 0);
  view.setUint32(4, format.version, true);
  view.setUint32(8, parts.length, true);
  view.setUint32(12, offset, true);
  placed.forEach((part, i) => {
    const at = HEADER_BYTES + i * ENTRY_BYTES;
    const name = new TextEncoder().encode(part.name);
    if (name.length > NAME_BYTES) throw new RangeError(`section name of ${name.length} bytes: wanted at most ${NAME_BYTES}`);
    bytes.set(name, at);
    view.setUint32(at + NAME_BYTES, part.offset, true);
    view.setUint32(at + NAME_BYTES + 4, part.bytes.length, true);
    bytes.set(part.bytes, part.offset);
  });
  return buffer;
}

function bytesOf(data: ArrayBufferView | string): Uint8Array {
  return typeof data === 'string' ? new TextEncoder().encode(data) : new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}

function aligned(offset: number): number {
  return Math.ceil(offset / ALIGN) * ALIGN;
}

function ascii(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes).replace(/\0+$/, '');
}
