import { createHash } from 'node:crypto';
import { AREAS_FORMAT } from '../../lib/gazetteer/areas';
import { CIRCLE, GAZETTEER_FORMAT, HAS_AREA, NONE } from '../../lib/gazetteer/gazetteer';
import { packSections } from '../../lib/gazetteer/sections';
import { StringTable } from '../../lib/gazetteer/strings';
import type { Country } from './curated';
import { packDemonyms } from './demonyms';
import type { IndexBuilder } from './index-builder';

/** The gazetteer's file. Its version names the contents' hash and the sources. */
export function packGazetteer(
  builder: IndexBuilder,
  countries: readonly Country[],
  areaIds: ReadonlySet<string>,
  circleIds: ReadonlySet<string>,
  sources: readonly string[],
): ArrayBuffer {
  const demonyms = packDemonyms(countries, builder).columns;
  const { table, nameCount, postingStart, postingPlace, postingFlags } = builder.names.pack(builder.fame);
  const { ids, labels } = builder.packStrings();
  const count = builder.size;
  const neighbours = packNeighbours(builder, countries);
  const flags = builder.flags.slice(0, count);
  for (const id of areaIds) mark(flags, builder.indexOf(id), HAS_AREA);
  for (const id of circleIds) mark(flags, builder.indexOf(id), CIRCLE);
  const columns = {
    kind: builder.kind.subarray(0, count),
    country: builder.country.subarray(0, count),
    lon: builder.lon.subarray(0, count),
    lat: builder.lat.subarray(0, count),
    population: builder.population.subarray(0, count),
    featureCode: builder.featureCode.subarray(0, count),
    fame: builder.fame.subarray(0, count),
    admin1: builder.admin1.subarray(0, count),
    admin2: builder.admin2.subarray(0, count),
    flags,
    countryCodes: builder.countryCodes.join(','),
    countryPlaces: Uint32Array.from(builder.countryCodes, (code) => (code === '' ? NONE : builder.indexOf(`iso:${code}`))),
    neighbourStart: neighbours.start,
    neighbourCountry: neighbours.country,
    nameCount: Uint32Array.of(nameCount),
    postingStart,
    postingPlace,
    postingFlags,
    'names.hash1': table.columns.hash1,
    'names.hash2': table.columns.hash2,
    'names.values': table.columns.values,
    'demonyms.hash1': demonyms.hash1,
    'demonyms.hash2': demonyms.hash2,
    'demonyms.values': demonyms.values,
    'ids.starts': ids.starts,
    'ids.bytes': ids.bytes,
    'labels.starts': labels.starts,
    'labels.bytes': labels.bytes,
  };
  return packSections(GAZETTEER_FORMAT, { version: versionOf(columns, sources), ...columns });
}

/** The areas' file. */
export function packAreas(areas: ReadonlyMap<string, string>): ArrayBuffer {
  const texts = StringTable.pack([...areas.values()]);
  return packSections(AREAS_FORMAT, { ids: [...areas.keys()].join('\n'), 'texts.starts': texts.starts, 'texts.bytes': texts.bytes });
}

function mark(flags: Uint8Array, index: number, bit: number): void {
  if (index !== NONE) flags[index] = (flags[index] ?? 0) | bit;
}

function versionOf(columns: Readonly<Record<string, ArrayBufferView | string>>, sources: readonly string[]): string {
  const hash = createHash('sha256');
  for (const data of Object.values(columns))
    hash.update(typeof data === 'string' ? data : new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
  return `${hash.digest('hex').slice(0, 12)} (${sources.join(', ')})`;
}

function packNeighbours(builder: IndexBuilder, countries: readonly Country[]): { start: Uint32Array; country: Uint8Array } {
  const byCode = new Map(countries.map((country) => [country.code, country.neighbours]));
  const start = new Uint32Array(builder.countryCodes.length + 1);
  const country: number[] = [];
  builder.countryCodes.forEach((code, i) => {
    for (const neighbour of byCode.get(code) ?? []) country.push(builder.countryNumber(neighbour));
    start[i + 1] = country.length;
  });
  return { start, country: Uint8Array.from(country) };
}
