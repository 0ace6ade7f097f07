/**
 * The web map's square world as integers: 2^24 steps a side, 2.4 metres at the equator. Whole numbers, so that both
 * stores add them up to the same sums and cut the same tiles.
 */
export const WORLD_BITS = 24;
const WORLD = 2 ** WORLD_BITS;
const MAX_LATITUDE = 85.05112877980659;

/** Furthest zoom of the tiles. */
export const MAX_ZOOM = 14;

/**
 * Levels of the pyramid of counts, in bits a side: a tile of zoom 0, 2, 4 or 6 is 32 cells wide, one of 1, 3, 5 or 7 is 16,
 * about as close as marks can stand. At the last level each position is a cell of its own; closer tiles are cut from it.
 */
export const LEVELS = [5, 7, 9, 11, WORLD_BITS] as const;

export interface WorldPoint {
  readonly x: number;
  readonly y: number;
}

/** Where a position in degrees lies. What is beyond the Mercator map's edge lies on it. */
export function toWorld([longitude, latitude]: readonly [number, number]): WorldPoint {
  const sine = Math.sin((Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, latitude)) * Math.PI) / 180);
  const north = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
  return { x: clamp((longitude + 180) / 360), y: clamp(north) };
}

/** The position of a point of the world, in degrees, [longitude, latitude]. */
export function fromWorld({ x, y }: WorldPoint): [number, number] {
  const latitude = Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / WORLD)));
  return [(x / WORLD) * 360 - 180, (latitude * 180) / Math.PI];
}

/** Fewer bits of a world coordinate than it has: by how many to shift it for a level. */
export function shiftOf(level: number): number {
  return WORLD_BITS - level;
}

/** The cell of a point at a level. Cells of one tile have consecutive numbers: bits of x and y by turns (Morton's order). */
export function cellOf({ x, y }: WorldPoint, level: number): number {
  const shift = shiftOf(level);
  return interleave(x >> shift, y >> shift);
}

/** A tile is at least so many bits wide: 16 cells. */
const MIN_TILE_BITS = 4;

/** The level from which a tile of this zoom is cut. */
export function levelOf(zoom: number): number {
  return LEVELS.find((level) => level >= zoom + MIN_TILE_BITS) ?? WORLD_BITS;
}

/** First and last cell of a tile at a level. */
export function cellsOfTile(z: number, x: number, y: number, level: number): [number, number] {
  const size = 4 ** (level - z);
  const first = interleave(x, y) * size;
  return [first, first + size - 1];
}

function interleave(x: number, y: number): number {
  const low = (spread(x & 0xfff) | (spread(y & 0xfff) << 1)) >>> 0;
  const high = (spread(x >> 12) | (spread(y >> 12) << 1)) >>> 0;
  return high * WORLD + low;
}

/** Twelve bits with a gap behind each. */
function spread(bits: number): number {
  let spaced = (bits | (bits << 8)) & 0x00ff00ff;
  spaced = (spaced | (spaced << 4)) & 0x0f0f0f0f;
  spaced = (spaced | (spaced << 2)) & 0x33333333;
  return (spaced | (spaced << 1)) & 0x55555555;
}

function clamp(part: number): number {
  return Math.max(0, Math.min(WORLD - 1, Math.floor(part * WORLD)));
}
