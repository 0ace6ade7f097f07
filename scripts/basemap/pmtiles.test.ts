import { gzipSync, gunzipSync } from 'node:zlib';
import { PMTiles } from 'pmtiles';
import type { Source } from 'pmtiles';
import { writePmtiles } from './pmtiles';
import type { Tile } from './pmtiles';

const tile = (z: number, x: number, y: number, text: string): Tile => ({ z, x, y, data: gzipSync(text) });

function open(archive: Buffer): PMTiles {
  const source: Source = {
    getKey: () => 'test',
    getBytes: async (offset, length) => ({ data: new Uint8Array(archive.subarray(offset, offset + length)).buffer }),
  };
  return new PMTiles(source, undefined, async (buffer) => new Uint8Array(gunzipSync(new Uint8Array(buffer))).buffer);
}

const textOf = async (archive: PMTiles, z: number, x: number, y: number): Promise<string | null> => {
  const found = await archive.getZxy(z, x, y);
  return found ? Buffer.from(found.data).toString() : null;
};

it('gives back every tile, and nothing for those it has not', async () => {
  const archive = open(writePmtiles([tile(0, 0, 0, 'world'), tile(1, 1, 0, 'land'), tile(1, 0, 0, 'land'), tile(2, 3, 3, 'corner')], {}));
  expect(await textOf(archive, 0, 0, 0)).toBe('world');
  expect(await textOf(archive, 1, 0, 0)).toBe('land');
  expect(await textOf(archive, 1, 1, 0)).toBe('land');
  expect(await textOf(archive, 2, 3, 3)).toBe('corner');
  expect(await textOf(archive, 2, 0, 0)).toBeNull();
});

it('stores equal tiles once', () => {
  const large = Array.from({ length: 5000 }, (_, i) => String((i * 7919) % 10007)).join();
  const one = writePmtiles([tile(3, 0, 0, large)], {});
  const many = writePmtiles(
    [0, 1, 2, 3, 4, 5].map((x) => tile(3, x, 0, large)),
    {},
  );
  expect(many.length - one.length).toBeLessThan(60);
});

it('reaches tiles through leaf directories where the root has no room', async () => {
  // Lengths that do not compress make a directory of more than 16 kB.
  const textOfTile = (i: number): string => `${i} `.padEnd(20 + Math.floor(Math.abs(Math.sin(i) * 1e6) % 397), 'x');
  const tiles = Array.from({ length: 128 * 128 }, (_, i) => ({
    z: 7,
    x: i % 128,
    y: Math.floor(i / 128),
    data: gzipSync(textOfTile(i), { level: 0 }),
  }));
  const archive = open(writePmtiles(tiles, { name: 'test' }));
  expect((await archive.getHeader()).leafDirectoryLength).toBeGreaterThan(0);
  expect(await textOf(archive, 7, 100, 60)).toBe(textOfTile(60 * 128 + 100));
  expect(await archive.getMetadata()).toEqual({ name: 'test' });
}, 30_000);
