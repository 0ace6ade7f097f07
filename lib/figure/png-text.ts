/** What a PNG says of itself: text by keyword (`Title`, `Description`, `Source` … as the PNG specification names them). */
export interface PngFacts {
  readonly text: Readonly<Record<string, string>>;
  /** For the paper that it is made for; null for a screen. */
  readonly dpi: number | null;
}

/**
 * The same picture with its facts in `iTXt` chunks (UTF-8, uncompressed) and its resolution in `pHYs`; chunks of those kinds
 * that were there are left out. PNG specification, third edition, 11.3.3 and 11.3.4.
 * @throws where the bytes are not a PNG
 */
export function withPngFacts(png: Uint8Array, { text, dpi }: PngFacts): Uint8Array<ArrayBuffer> {
  if (SIGNATURE.some((byte, i) => png[i] !== byte)) throw new Error('Wanted a PNG, got bytes without its signature.');
  const chunks = chunksOf(png).filter(({ type }) => type !== 'iTXt' && type !== 'pHYs');
  const facts = Object.entries(text).map(([keyword, value]) => chunk('iTXt', internationalText(keyword, value)));
  const density = dpi === null ? [] : [chunk('pHYs', pixelDensity(dpi))];
  const [header, ...rest] = chunks.map(({ start, end }) => png.subarray(start, end));
  if (header === undefined) throw new Error('Wanted a PNG, got one without a chunk.');
  return joined([Uint8Array.from(SIGNATURE), header, ...density, ...facts, ...rest]);
}

/** The text that a PNG says of itself, by keyword; empty where it says nothing. */
export function readPngText(png: Uint8Array): Record<string, string> {
  const found = chunksOf(png).filter(({ type }) => type === 'iTXt');
  return Object.fromEntries(
    found.map(({ start, end }) => {
      const data = png.subarray(start + 8, end - 4);
      const keywordEnd = data.indexOf(0);
      // After the keyword: compression flag and method, then language tag and translated keyword, each ended by a zero.
      const translated = data.indexOf(0, keywordEnd + 3);
      const value = data.subarray(data.indexOf(0, translated + 1) + 1);
      return [new TextDecoder('latin1').decode(data.subarray(0, keywordEnd)), new TextDecoder().decode(value)];
    }),
  );
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const INCHES_PER_METRE = 1 / 0.0254;

/** Where each chunk stands, its length, type and checksum included. */
function chunksOf(png: Uint8Array): { type: string; start: number; end: number }[] {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const found = [];
  for (let start = SIGNATURE.length; start + 12 <= png.length;) {
    const end = start + 12 + view.getUint32(start);
    found.push({ type: String.fromCharCode(...png.subarray(start + 4, start + 8)), start, end });
    start = end;
  }
  return found;
}

function internationalText(keyword: string, value: string): Uint8Array {
  const utf8 = new TextEncoder();
  return joined([utf8.encode(keyword), Uint8Array.from([0, 0, 0, 0, 0]), utf8.encode(value)]);
}

function pixelDensity(dpi: number): Uint8Array {
  const data = new DataView(new ArrayBuffer(9));
  const perMetre = Math.round(dpi * INCHES_PER_METRE);
  data.setUint32(0, perMetre);
  data.setUint32(4, perMetre);
  data.setUint8(8, 1); // per metre
  return new Uint8Array(data.buffer);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = joined([new TextEncoder().encode(type), data]);
  const bytes = new Uint8Array(body.length + 8);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(body, 4);
  view.setUint32(4 + body.length, crc32(body));
  return bytes;
}

/** CRC-32 as PNG and zip have it (polynomial 0xEDB88320). */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  parts.reduce((at, part) => (bytes.set(part, at), at + part.length), 0);
  return bytes;
}
