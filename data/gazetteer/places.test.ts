import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bbox, booleanPointInPolygon, distance, kinks, lineString, point, pointToLineDistance, pointToPolygonDistance, polygon, area as squareMetres } from '@turf/turf';
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import countryCodes from 'i18n-iso-countries';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { KINDS, type Kind } from '@/lib/types';

type Point = [number, number];
type Area =
  | { readonly hull: Point[]; readonly clip: 'water' | 'land' | string[] }
  | { readonly countries: string[] }
  | { readonly admin1: string[] }
  | { readonly line: Point[] };

interface Curated {
  readonly id: string;
  readonly kind: Kind;
  readonly names: { readonly en: string; readonly ar: string };
  readonly aliases: { readonly en: string[]; readonly ar: string[] };
  readonly labelPoint: Point;
  readonly countries: string[];
  readonly admin1: string | null;
  readonly area: Area | null;
  readonly sameAs: string | null;
  readonly precision: 'approximate' | null;
  readonly metonym?: true;
  readonly minor?: true;
  readonly check: string;
}

const places = JSON.parse(readFileSync(join(__dirname, 'places.json'), 'utf8')) as Curated[];
const byId = new Map(places.map((place) => [place.id, place]));
const borders = countryPolygons();

/** Half the Pacific, in km²: no named water but the oceans is larger. */
const LARGEST_AREA = 82_000_000;
const OCEANS = ['pacific-ocean', 'southern-ocean', 'arctic-ocean'];
const POINT_LIKE = new Set<Kind>(['city', 'town', 'village', 'neighbourhood', 'airport', 'airbase', 'base', 'camp', 'port', 'crossing', 'site', 'mountain', 'island']);
/** Near enough to a border or coast that the 10m outline cannot tell. */
const COAST_KM = 3;

/** Where Natural Earth's de facto outline gives the ground to another: id -> why. */
const DE_FACTO: Record<string, string> = {
  'raf-akrotiri': 'a sovereign base area of the United Kingdom on Cyprus, an area of its own in Natural Earth',
  'baikonur-cosmodrome': 'leased to Russia: an area of its own in Natural Earth',
  smara: 'in Western Sahara west of the berm, which Natural Earth draws as Morocco',
};
/** Crimea lies in Russia in Natural Earth (de facto) and in Ukraine here (UN General Assembly resolution 68/262). */
const CRIMEA: readonly number[] = [32.4, 44.3, 36.7, 46.3];

/** Islets that Natural Earth 10m leaves out or draws elsewhere, and what stands in the sea: id -> why. */
const AT_SEA: Record<string, string> = Object.fromEntries([
  ...['greater-and-lesser-tunbs', 'hawar-islands', 'das-island', 'farsi-island', 'capri', 'kastellorizo', 'imrali', 'imrali-prison', 'lakshadweep', 'matsu-islands', 'robben-island', 'robben-island-prison', 'goree-island', 'arwad', 'snake-island', 'alboran-island', 'chagos-islands', 'bhasan-char', 'senkaku-islands', 'liancourt-rocks', 'pratas-island', 'midway-atoll', 'wake-island', 'ryukyu-islands', 'scarborough-shoal', 'second-thomas-shoal', 'sabina-shoal', 'ibo-island', 'mischief-reef', 'spratly-islands', 'paracel-islands', 'ruang', 'anak-krakatau', 'thitu', 'st-martins-island', 'farmakonisi', 'ha-long-bay', 'malapascua', 'boracay', 'tokara-islands', 'sipadan', 'agathonisi', 'nusa-ceningan', 'padar-island'].map((id) => [id, 'islet or archipelago']),
  ...['south-pars-gas-field', 'zohr-gas-field', 'leviathan-gas-field', 'tamar-gas-field', 'karish-gas-field', 'durra-gas-field', 'safaniya-oil-field', 'al-basrah-oil-terminal', 'juaymah-terminal', 'ras-isa-oil-terminal', 'grand-faw-port'].map((id) => [id, 'offshore field, mooring or breakwater']),
  ...['king-fahd-causeway', 'crimean-bridge', 'channel-tunnel'].map((id) => [id, 'crosses a sea']),
  ['sevastopol-naval-base', 'the bay itself, in Crimea'],
]);

/** Neighbours on one spot that are two things all the same. */
const DISTINCT = new Set(['al-aqsa-mosque western-wall', 'al-aqsa-mosque dome-of-the-rock', 'western-wall dome-of-the-rock', 'taksim-square gezi-park', 'downing-street whitehall', 'reichstag brandenburg-gate', 'casa-rosada plaza-de-mayo', 'wall-street zuccotti-park', 'westminster westminster-bridge', 'ratchaprasong erawan-shrine']);

/** Cities on the river's bank (centres from GeoNames, rounded): the line has to pass within 40 km. */
const ON_THE_RIVER: Record<string, Record<string, Point>> = {
  nile: { Juba: [31.58, 4.85], Khartoum: [32.53, 15.55], Aswan: [32.9, 24.09], Luxor: [32.64, 25.7], Asyut: [31.18, 27.18], Cairo: [31.25, 30.06] },
  'white-nile': { Malakal: [31.66, 9.53], Kosti: [32.66, 13.16] },
  'blue-nile': { Damazin: [34.36, 11.79], 'Wad Medani': [33.52, 14.4] },
  euphrates: { Raqqa: [39.01, 35.95], 'Deir ez-Zor': [40.14, 35.34], Ramadi: [43.3, 33.42], Fallujah: [43.79, 33.35], Nasiriyah: [46.26, 31.06] },
  tigris: { Diyarbakir: [40.22, 37.91], Mosul: [43.12, 36.34], Tikrit: [43.68, 34.62], Baghdad: [44.4, 33.34], Kut: [45.82, 32.51], Amarah: [47.14, 31.84] },
  'shatt-al-arab': { Basra: [47.78, 30.51], Abadan: [48.3, 30.34] },
  orontes: { Homs: [36.72, 34.73], Hama: [36.75, 35.13], Antakya: [36.16, 36.21] },
  danube: { Vienna: [16.37, 48.21], Budapest: [19.04, 47.5], Belgrade: [20.47, 44.8], Izmail: [28.84, 45.35] },
  'dnipro-river': { Kyiv: [30.52, 50.45], Dnipro: [35.05, 48.45], Zaporizhzhia: [35.18, 47.82], Kherson: [32.62, 46.66] },
  volga: { Kazan: [49.12, 55.79], Saratov: [46.03, 51.54], Volgograd: [44.5, 48.72], Astrakhan: [48.04, 46.35] },
  rhine: { Basel: [7.57, 47.56], Cologne: [6.95, 50.93], Rotterdam: [4.48, 51.92] },
  seine: { Paris: [2.35, 48.85], Rouen: [1.1, 49.44] },
  vistula: { Krakow: [19.94, 50.06], Warsaw: [21.01, 52.23] },
  'niger-river': { Bamako: [-8, 12.65], Timbuktu: [-3, 16.77], Gao: [-0.04, 16.27], Niamey: [2.11, 13.51] },
  'congo-river': { Kisangani: [25.19, 0.52], Kinshasa: [15.31, -4.33] },
  indus: { Leh: [77.58, 34.16], Sukkur: [68.86, 27.7], Hyderabad: [68.37, 25.4] },
  ganges: { Varanasi: [83.01, 25.32], Patna: [85.14, 25.59] },
  mekong: { Vientiane: [102.6, 17.97], 'Phnom Penh': [104.92, 11.56] },
  yangtze: { Chongqing: [106.55, 29.56], Wuhan: [114.27, 30.58], Nanjing: [118.78, 32.06] },
  'yellow-river': { Lanzhou: [103.84, 36.06], Baotou: [109.82, 40.65], Jinan: [116.99, 36.67] },
  amazon: { Iquitos: [-73.25, -3.75], Manaus: [-60.02, -3.1] },
  'mississippi-river': { Minneapolis: [-93.26, 44.98], 'St. Louis': [-90.2, 38.63], Memphis: [-90.05, 35.15], 'New Orleans': [-90.08, 29.95] },
  'amu-darya': { Termez: [67.28, 37.22], Urgench: [60.63, 41.55] },
  'blue-line': { Naqoura: [35.14, 33.12], Metula: [35.58, 33.28] },
  'suez-canal': { 'Port Said': [32.28, 31.27], Ismailia: [32.27, 30.6], Suez: [32.53, 29.97] },
};

test('at least 700 places, each with a slug of its own', () => {
  expect(places.length).toBeGreaterThanOrEqual(700);
  expect(byId.size).toBe(places.length);
  expect(places.filter(({ id }) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
});

test('kinds, codes and references have the right form', () => {
  for (const place of places) {
    expect(KINDS).toContain(place.kind);
    expect([place.id, place.countries.filter((code) => code !== 'XK' && !countryCodes.isValid(code))]).toEqual([place.id, []]);
    expect(place.admin1 ?? 'IQ.01').toMatch(/^[A-Z]{2}\.[A-Z0-9]+$/);
    expect(place.sameAs ?? 'geonames:1').toMatch(/^(ourairports:[A-Z0-9-]+|geonames:\d+|admin1:[A-Z]{2}\.[A-Z0-9]{2,})$/);
    expect([null, 'approximate']).toContain(place.precision);
    expect(place.check.length).toBeGreaterThan(10);
    if (place.area && 'admin1' in place.area) for (const code of place.area.admin1) expect(code).toMatch(/^[A-Z]{2}\.[A-Z0-9]+$/);
  }
});

test('Arabic names hold Arabic letters only: no Persian ones, no harakat, no tatweel', () => {
  const names = places.flatMap(({ names, aliases }) => [names.ar, ...aliases.ar]);
  expect(names.filter((name) => !/^[\u0621-\u063a\u0641-\u064a0-9 ()]+$/.test(name))).toEqual([]);
  expect(places.filter(({ names }) => !names.en.trim() || !names.ar.trim())).toEqual([]);
});

test('what is a point lies in one of its countries, or within 3 km of it', () => {
  const astray = places.filter(({ id, kind, countries, labelPoint }) => {
    if (!POINT_LIKE.has(kind) || countries.length === 0 || DE_FACTO[id] || AT_SEA[id]) return false;
    const claimed = isCrimea(labelPoint) && countries.includes('UA') ? [...countries, 'RU'] : countries;
    return !reaches(claimed, labelPoint, COAST_KM);
  });
  expect(astray.map(({ id }) => id)).toEqual([]);
});

test('the tables of exceptions name places that exist', () => {
  const named = [...Object.keys(DE_FACTO), ...Object.keys(AT_SEA), ...Object.keys(ON_THE_RIVER), ...[...DISTINCT].flatMap((pair) => pair.split(' '))];
  expect(named.filter((id) => !byId.has(id))).toEqual([]);
});

test('the label of a sea, gulf or strait lies in water', () => {
  // The Turkish straits are narrower than the 10m outline can show: they say their country and are lines.
  const waters = places.filter(({ kind, countries }) => (kind === 'sea' || kind === 'gulf' || kind === 'strait') && countries.length === 0);
  expect(waters.filter(({ labelPoint }) => countriesAt(labelPoint).length > 0).map(({ id }) => id)).toEqual([]);
});

test('hulls are simple, hold their label and have a plausible size', () => {
  for (const { id, area, labelPoint } of places) {
    if (!area || !('hull' in area)) continue;
    const ring = closed(area.hull);
    const shape = polygon([ring]);
    const label: Point = ring.some(([lon = 0]) => lon > 180) && labelPoint[0] < 0 ? [labelPoint[0] + 360, labelPoint[1]] : labelPoint;
    const km2 = squareMetres(shape) / 1e6;
    expect([id, kinks(shape).features.length, booleanPointInPolygon(label, shape)]).toEqual([id, 0, true]);
    expect([id, km2 > 10, km2 < LARGEST_AREA || OCEANS.includes(id)]).toEqual([id, true, true]);
  }
});

test('no two places of a kind within 300 m of each other', () => {
  const pairs = places.flatMap((a, index) =>
    places
      .slice(index + 1)
      .filter((b) => a.kind === b.kind && Math.abs(a.labelPoint[1] - b.labelPoint[1]) < 0.003 && distance(a.labelPoint, b.labelPoint) < 0.3)
      .map((b) => `${a.id} ${b.id}`),
  );
  expect(pairs.filter((pair) => !DISTINCT.has(pair))).toEqual([]);
});

test.each(Object.entries(ON_THE_RIVER))('%s passes its cities', (id, cities) => {
  const area = byId.get(id)?.area;
  if (!area || !('line' in area)) throw new Error(`${id} is not a line`);
  const line = lineString(area.line);
  const missed = Object.entries(cities).filter(([, city]) => pointToLineDistance(point(city), line) > 40);
  expect(missed.map(([city]) => city)).toEqual([]);
});

function closed(hull: Point[]): Position[] {
  const [first] = hull;
  if (!first) throw new Error('an empty hull');
  return [...hull, first];
}

function isCrimea([lon, lat]: Point): boolean {
  const [west = 0, south = 0, east = 0, north = 0] = CRIMEA;
  return lon > west && lon < east && lat > south && lat < north;
}

function countriesAt(at: Point): string[] {
  return borders.filter(({ box, shape }) => within(box, at, 0) && booleanPointInPolygon(at, shape)).map(({ code }) => code);
}

/** Whether one of the countries has the point inside or within so many kilometres; the cheap question goes first. */
function reaches(codes: string[], at: Point, kilometres: number): boolean {
  const near = borders.filter(({ code, box }) => codes.includes(code) && within(box, at, 0.1));
  return (
    near.some(({ shape }) => booleanPointInPolygon(at, shape)) || near.some(({ shape }) => Math.abs(pointToPolygonDistance(at, shape)) <= kilometres)
  );
}

function within([west, south, east, north]: readonly number[], [lon, lat]: Point, pad: number): boolean {
  return west !== undefined && south !== undefined && east !== undefined && north !== undefined && lon >= west - pad && lon <= east + pad && lat >= south - pad && lat <= north + pad;
}

/** Natural Earth 10m, a row for each polygon. Rings that jump over 180° are unrolled, and stand on both sides of the map. */
function countryPolygons(): { code: string; box: number[]; shape: Feature<Polygon> }[] {
  const file = join(process.cwd(), 'node_modules/world-atlas/countries-10m.json');
  const atlas = JSON.parse(readFileSync(file, 'utf8')) as Topology<{ countries: GeometryCollection<{ name: string }> }>;
  const unnumbered: Record<string, string> = { Kosovo: 'XK', Somaliland: 'SO', 'N. Cyprus': 'CY', 'USNB Guantanamo Bay': 'CU', Dhekelia: 'CY' };
  return feature(atlas, atlas.objects.countries).features.flatMap(({ id, properties, geometry }) => {
    const code = id === undefined ? unnumbered[properties.name] : countryCodes.numericToAlpha2(String(id));
    if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return [];
    return parts(geometry).flatMap((rings) => {
      // Antarctica's ring goes around the pole and does not close unrolled: no curated place stands there.
      const unrolled = rings.map(unroll).filter((ring) => ring[0]?.[0] === ring.at(-1)?.[0]);
      if (unrolled.length < rings.length) return [];
      const shapes = unrolled.some((ring) => ring.some(([lon = 0]) => Math.abs(lon) > 180)) ? [0, -360, 360].map((by) => unrolled.map((ring) => shifted(ring, by))) : [unrolled];
      return shapes.map((coordinates) => ({ code: code ?? properties.name, box: [...bbox(polygon(coordinates))], shape: polygon(coordinates) }));
    });
  });
}

function parts(geometry: Polygon | MultiPolygon): Position[][][] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

function unroll(ring: Position[]): Position[] {
  let turns = 0;
  return ring.map(([lon = 0, lat = 0], index) => {
    const before = ring[index - 1]?.[0] ?? lon;
    if (lon - before > 180) turns -= 360;
    if (lon - before < -180) turns += 360;
    return [lon + turns, lat];
  });
}

function shifted(ring: Position[], by: number): Position[] {
  return ring.map(([lon = 0, lat = 0]) => [lon + by, lat]);
}
