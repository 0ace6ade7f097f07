import { zipSync, type Zippable } from 'fflate';

/**
 * A zip archive of some files, in the order of their names. The same files always give the same bytes: every entry bears
 * one fixed time, because zip has no time zone and fflate writes the machine's own.
 */
export function zip(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const sorted: Zippable = {};
  for (const [name, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) sorted[name] = bytes;
  return zipSync(sorted, { level: 9, mtime: FIXED_TIME });
}

/** The first year that zip knows; noon in every time zone, so that no clock change can move it. */
const FIXED_TIME = new Date(1980, 0, 1, 12);
