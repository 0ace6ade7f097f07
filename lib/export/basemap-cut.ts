import { closeSync, openSync, readSync } from 'node:fs';
import { gzipSync } from 'fflate';
import { PMTiles, type Source } from 'pmtiles';
import type { ArticleMap, Coordinates } from '../types';

/** Bytes of gzipped tiles that a page takes along: what does not fit is left at a coarser zoom. */
const MOST_BYTES = 1_600_000;
/** The whole world to this zoom. */
const WORLD_ZOOM = 2;
/** The basemap's closest tiles. */
const MAX_ZOOM = 7;
/** Tiles on each side of the one that a place lies in. */
const AROUND = 2;
/** Web Mercator ends here. */
const MAX_LAT = 85.05;

/** Reads tiles out of the basemap's archive. */
export type TileReader = (z: number, x: number, y: number) => Promise<Uint8Array | null>;

/** A reader of a PMTiles archive on the disk. */
export function tilesIn(file: string): TileReader {
  const source: Source = {
    getKey: () => file,
    getBytes: async (offset, length) => {
      const bytes = new Uint8Array(length);
      const open = openSync(file, 'r');
      try {
        readSync(open, bytes, 0, length, offset);
      } finally {
        closeSync(open);
      }
      return { data: bytes.buffer };
    },
  };
  const archive = new PMTiles(source);
  return async (z, x, y) => {
    const tile = await archive.getZxy(z, x, y);
    return tile === undefined ? null : new Uint8Array(tile.data);
  };
}

/**
 * The tiles to take along with an article's map, gzipped, by `z/x/y`: the world from afar, and around each place all
 * zooms, the places of incidents first, until `MOST_BYTES` are reached.
 */
export async function cutBasemap(map: ArticleMap, read: TileReader): Promise<Map<string, Uint8Array>> {
  const taken = new Map<string, Uint8Array>();
  let bytes = 0;
  for (const key of wanted(map)) {
    const [z = 0, x = 0, y = 0] = key.split('/').map(Number);
    const tile = await read(z, x, y);
    if (!tile) continue;
    const packed = gzipSync(tile, { level: 9, mtime: 0 });
    if (bytes + packed.byteLength > MOST_BYTES) break;
    bytes += packed.byteLength;
    taken.set(key, packed);
  }
  return taken;
}

/** The tiles' keys in the order of their worth, each once. */
function wanted({ features, incidents }: ArticleMap): Set<string> {
  const keys = new Set<string>();
  for (let z = 0; z <= WORLD_ZOOM; z += 1)
    for (let x = 0; x < 2 ** z; x += 1) for (let y = 0; y < 2 ** z; y += 1) keys.add(`${z}/${x}/${y}`);
  const scenes = new Set(incidents.map(({ placeId }) => placeId));
  const points = (of: typeof features) => of.map(({ properties }) => properties.labelPoint);
  const groups = [
    points(features.filter(({ id }) => scenes.has(id))),
    points(features.filter(({ id, properties }) => !scenes.has(id) && properties.role === 'literal')),
    points(features.filter(({ id, properties }) => !scenes.has(id) && properties.role !== 'literal')),
  ];
  for (const group of groups)
    for (let z = WORLD_ZOOM + 1; z <= MAX_ZOOM; z += 1) for (const point of group) for (const key of around(point, z)) keys.add(key);
  return keys;
}

function around([lon, lat]: Coordinates, z: number): string[] {
  const size = 2 ** z;
  const x = Math.floor(((lon + 180) / 360) * size);
  const radians = (Math.max(-MAX_LAT, Math.min(MAX_LAT, lat)) * Math.PI) / 180;
  const y = Math.floor(((1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2) * size);
  const keys: string[] = [];
  for (let dx = -AROUND; dx <= AROUND; dx += 1)
    for (let dy = -AROUND; dy <= AROUND; dy += 1) if (y + dy >= 0 && y + dy < size) keys.push(`${z}/${(x + dx + size) % size}/${y + dy}`);
  return keys;
}
