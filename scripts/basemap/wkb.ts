import type { Position } from 'geojson';

const LINE_STRING = 2;
/** Length in bytes of a GeoPackage header's envelope, by its indicator. */
const ENVELOPES = [0, 32, 48, 48, 64];
const HEADER_LENGTH = 8;

/**
 * The lines of a GeoPackage geometry (a header, then well-known binary: LineString, MultiLineString or a collection of them).
 * @see https://www.geopackage.org/spec/#gpb_format
 */
export function readLines(blob: Buffer): Position[][] {
  if (blob.toString('ascii', 0, 2) !== 'GP') throw new Error(`GeoPackage geometry: starts with ${blob.toString('hex', 0, 2)}, wanted "GP"`);
  const envelope = ENVELOPES[(blob.readUInt8(3) >> 1) & 7];
  if (envelope === undefined) throw new Error('GeoPackage geometry: unknown envelope');
  const lines: Position[][] = [];
  readGeometry(blob, HEADER_LENGTH + envelope, lines);
  return lines;
}

/** Adds the lines that begin at `at` and gives where the next geometry begins. */
function readGeometry(blob: Buffer, at: number, lines: Position[][]): number {
  const little = blob.readUInt8(at) === 1;
  const uint = (offset: number): number => (little ? blob.readUInt32LE(offset) : blob.readUInt32BE(offset));
  const double = (offset: number): number => (little ? blob.readDoubleLE(offset) : blob.readDoubleBE(offset));
  const type = uint(at + 1);
  const count = uint(at + 5);
  let next = at + 9;
  if (type === LINE_STRING) {
    lines.push(Array.from({ length: count }, (_, i) => [double(next + 16 * i), double(next + 16 * i + 8)]));
    return next + 16 * count;
  }
  for (let i = 0; i < count; i++) next = readGeometry(blob, next, lines);
  return next;
}
