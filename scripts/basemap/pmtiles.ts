import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { zxyToTileId } from 'pmtiles';

export interface Tile {
  readonly z: number;
  readonly x: number;
  readonly y: number;
  /** Gzipped vector tile. */
  readonly data: Uint8Array;
}

interface Entry {
  readonly tileId: number;
  readonly offset: number;
  readonly length: number;
  runLength: number;
}

const HEADER_LENGTH = 127;
/** The header and the root directory have to lie in the first 16 kB. */
const ROOT_LIMIT = 16_384 - HEADER_LENGTH;
const LEAF_ENTRIES = 4096;
const GZIP = 2;
const MVT = 1;

/**
 * Packs vector tiles of the whole world into one PMTiles archive, version 3; equal tiles are stored once.
 * @see https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md
 */
export function writePmtiles(tiles: readonly Tile[], metadata: object): Buffer {
  const sorted = tiles.map((tile) => ({ id: zxyToTileId(tile.z, tile.x, tile.y), data: tile.data })).sort((a, b) => a.id - b.id);
  const { entries, chunks, length: dataLength } = storeOnce(sorted);
  const { root, leaves } = directories(entries);
  const json = gzipSync(JSON.stringify(metadata));
  const zooms = tiles.map((tile) => tile.z);
  const rootOffset = HEADER_LENGTH;
  const jsonOffset = rootOffset + root.length;
  const leavesOffset = jsonOffset + json.length;
  const dataOffset = leavesOffset + leaves.length;

  const header = Buffer.alloc(HEADER_LENGTH);
  header.write('PMTiles', 0, 'ascii');
  header.writeUInt8(3, 7);
  const sections = [rootOffset, root.length, jsonOffset, json.length, leavesOffset, leaves.length, dataOffset, dataLength];
  [...sections, sorted.length, entries.length, chunks.length].forEach((value, i) => header.writeBigUInt64LE(BigInt(value), 8 + 8 * i));
  const maxZoom = Math.max(...zooms);
  [1, GZIP, GZIP, MVT, Math.min(...zooms), maxZoom].forEach((value, i) => header.writeUInt8(value, 96 + i));
  [-180, -85.0511, 180, 85.0511].forEach((degrees, i) => header.writeInt32LE(Math.round(degrees * 1e7), 102 + 4 * i));
  return Buffer.concat([header, root, json, leaves, ...chunks]);
}

function storeOnce(tiles: readonly { id: number; data: Uint8Array }[]): { entries: Entry[]; chunks: Uint8Array[]; length: number } {
  const entries: Entry[] = [];
  const chunks: Uint8Array[] = [];
  const offsets = new Map<string, number>();
  let length = 0;
  for (const { id, data } of tiles) {
    const hash = createHash('sha1').update(data).digest('base64');
    const known = offsets.get(hash);
    const last = entries.at(-1);
    if (known !== undefined && last?.offset === known && last.tileId + last.runLength === id) {
      last.runLength++;
      continue;
    }
    if (known === undefined) {
      offsets.set(hash, length);
      chunks.push(data);
    }
    entries.push({ tileId: id, offset: known ?? length, length: data.length, runLength: 1 });
    if (known === undefined) length += data.length;
  }
  return { entries, chunks, length };
}

function directories(entries: readonly Entry[]): { root: Buffer; leaves: Buffer } {
  const flat = directory(entries);
  if (flat.length <= ROOT_LIMIT) return { root: flat, leaves: Buffer.alloc(0) };
  const leaves: Buffer[] = [];
  const pointers: Entry[] = [];
  let offset = 0;
  for (let i = 0; i < entries.length; i += LEAF_ENTRIES) {
    const part = entries.slice(i, i + LEAF_ENTRIES);
    const leaf = directory(part);
    pointers.push({ tileId: part[0]?.tileId ?? 0, offset, length: leaf.length, runLength: 0 });
    leaves.push(leaf);
    offset += leaf.length;
  }
  const root = directory(pointers);
  if (root.length > ROOT_LIMIT) throw new Error(`PMTiles: root directory of ${root.length} bytes, at most ${ROOT_LIMIT} fit`);
  return { root, leaves: Buffer.concat(leaves) };
}

/** Columns of varints: ids as differences, run lengths, lengths, offsets (0: right after the one before). */
function directory(entries: readonly Entry[]): Buffer {
  const bytes: number[] = [];
  const push = (value: number): void => {
    let rest = value;
    while (rest >= 0x80) {
      bytes.push((rest % 0x80) | 0x80);
      rest = Math.floor(rest / 0x80);
    }
    bytes.push(rest);
  };
  push(entries.length);
  entries.forEach((entry, i) => push(entry.tileId - (entries[i - 1]?.tileId ?? 0)));
  entries.forEach((entry) => push(entry.runLength));
  entries.forEach((entry) => push(entry.length));
  entries.forEach((entry, i) => {
    const before = entries[i - 1];
    push(before && entry.offset === before.offset + before.length ? 0 : entry.offset + 1);
  });
  return gzipSync(Buffer.from(bytes));
}
