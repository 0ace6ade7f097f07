/**
 * Takes the disputed boundaries out of the world map that Debian's package qgis-common carries (Natural Earth, public domain).
 * Run once, its result is committed:
 *   npx tsx scripts/extract-disputed.ts PATH/TO/world_map.gpkg    (needs the command sqlite3)
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { readLines } from './basemap/wkb';

/** Lines that history has overtaken, or that no current map shows. */
const LEFT_OUT: Record<string, string> = {
  'Former USSR oblast in 1991': 'Nagorno-Karabakh, dissolved on 1 January 2024',
  'Ceasefire Line 1994': 'Nagorno-Karabakh, overtaken in 2020 and 2023',
  'Ukrainian claim': 'line of contact of 2015 in the Donbas, overtaken in 2022; no boundary',
  'Bolivian claim': 'of 1879',
  'Portuguese claim': 'Olivenza; dormant',
};

const file = process.argv[2];
if (!file) throw new Error('Usage: npx tsx scripts/extract-disputed.ts PATH/TO/world_map.gpkg');
const json = execFileSync(
  'sqlite3',
  ['-json', file, 'SELECT name, adm0_left AS within, hex(geom) AS geom FROM disputed_borders ORDER BY fid'],
  {
    maxBuffer: 1 << 28,
  },
);
const rows = JSON.parse(json.toString('utf8')) as { name: string; within: string; geom: string }[];
const boundaries = rows
  .filter(({ name }) => !(name in LEFT_OUT))
  .map(({ name, within, geom }) => ({
    name,
    within,
    lines: readLines(Buffer.from(geom, 'hex')).map((line) => line.map((p) => p.map(round))),
  }));
const source =
  'Natural Earth 1:10m, Admin 0 - Breakaway, Disputed Areas (boundary lines), version 4.1.0, public domain; from world_map.gpkg of Debian qgis-common 3.22.16';
const lines = boundaries.map((boundary) => `  ${JSON.stringify(boundary)}`).join(',\n');
writeFileSync(
  'data/gazetteer/disputed-boundaries.json',
  `{ "source": ${JSON.stringify(source)},\n  "leftOut": ${JSON.stringify(LEFT_OUT)},\n  "boundaries": [\n${lines}\n] }\n`,
);
console.log(`${boundaries.length} of ${rows.length} disputed boundaries`);

/** To about 10 m. */
function round(degrees: number): number {
  return Math.round(degrees * 1e4) / 1e4;
}
