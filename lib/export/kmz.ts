import type { ArticleMap, Language } from '../types';
import { toKml } from './kml';
import { zip } from './zip';

/** Articles as KMZ: `toKml` in a zip archive, as `doc.kml`, where viewers look for it. The same articles give the same bytes. */
export function toKmz(maps: readonly ArticleMap[], reader: Language = 'en'): Uint8Array {
  return zip(new Map([['doc.kml', new TextEncoder().encode(toKml(maps, reader))]]));
}
