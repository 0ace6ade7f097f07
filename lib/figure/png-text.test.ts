import { deflateSync } from 'node:zlib';
import { readPngText, withPngFacts } from './png-text';

/** A picture of one white pixel, in the plainest form. */
function onePixel(): Uint8Array {
  const chunk = (type: string, data: Uint8Array): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
  };
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from([0, 255]))),
    chunk('IEND', new Uint8Array()),
  ]);
}

it('says what it is told, in Arabic too, and only what it was told last', () => {
  const once = withPngFacts(onePixel(), { text: { Title: 'First' }, dpi: 150 });
  const png = withPngFacts(once, { text: { Title: 'العراق', Description: 'Map of\nIraq' }, dpi: 300 });
  expect(readPngText(png)).toEqual({ Title: 'العراق', Description: 'Map of\nIraq' });
});

it('writes chunks whose checksum and resolution hold', () => {
  const png = Buffer.from(withPngFacts(onePixel(), { text: {}, dpi: 300 }));
  const at = png.indexOf('pHYs');
  expect(png.readUInt32BE(at + 4)).toBe(11811); // 300 / 0.0254
  // CRC-32 of "pHYs" and its nine bytes, worked out with zlib's crc32 (Python 3.11).
  expect(png.readUInt32BE(at + 13)).toBe(0x78a53f76);
});

it('refuses what is no PNG', () => {
  expect(() => withPngFacts(new Uint8Array([1, 2, 3]), { text: {}, dpi: null })).toThrow('Wanted a PNG');
});
