import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Areas } from './areas';
import { Gazetteer } from './gazetteer';

export const GAZETTEER_FILE = 'gazetteer.bin';
export const AREAS_FILE = 'areas.bin';

/** The gazetteer built into a folder (`data/build`). Throws where it is missing or of another format. */
export function loadGazetteer(dir: string): Gazetteer {
  return Gazetteer.from(read(dir, GAZETTEER_FILE));
}

/** The places' areas built into a folder (`data/build`). Throws where they are missing or of another format. */
export function loadAreas(dir: string): Areas {
  return Areas.from(read(dir, AREAS_FILE));
}

function read(dir: string, name: string): ArrayBuffer {
  const path = join(dir, name);
  if (!existsSync(path)) throw new Error(`${path} is missing: run npm run gazetteer`);
  const { buffer, byteOffset, byteLength } = readFileSync(path);
  // A file this large has a buffer of its own; a small one may share Node's pool, and is copied out of it.
  if (!(buffer instanceof ArrayBuffer)) throw new Error(`${path}: wanted an ArrayBuffer`);
  return byteOffset === 0 && byteLength === buffer.byteLength ? buffer : buffer.slice(byteOffset, byteOffset + byteLength);
}
