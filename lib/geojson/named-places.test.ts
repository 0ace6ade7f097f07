import { Parts } from './parts';
import type { Direction, Mention, Place, Relation, Resolution } from '../types';
import type { PlaceSource } from './drawing';
import { APPROXIMATE_KM, boundsOf } from './geometry';
import { namedPlaces, quoteOf } from './named-places';
import { NEAR_KM } from './precision';
import type { PlaceWords } from './relation-names';

const SENTENCES = [
  { start: 0, end: 10 },
  { start: 11, end: 20 },
  { start: 25, end: 40 },
];

describe('the sentence a span stands in', () => {
  test.each<[string, [number, number], [number, number]]>([
    ['inside the first', [2, 5], [0, 10]],
    ['at its very start', [0, 3], [0, 10]],
    ['at its very end', [8, 10], [0, 10]],
    ['inside the second', [11, 12], [11, 20]],
    ['inside the last', [30, 40], [25, 40]],
    ['across two: both, whole', [8, 13], [0, 20]],
    ['across all', [8, 30], [0, 40]],
    ['between two: it widens the next', [21, 24], [21, 40]],
    ['behind the last: itself', [45, 50], [45, 50]],
  ])('%s', (_, [start, end], [from, to]) => {
    expect(quoteOf(SENTENCES, { start, end })).toEqual({ start: from, end: to });
  });

  test('without sentences: itself', () => {
    expect(quoteOf([], { start: 3, end: 5 })).toEqual({ start: 3, end: 5 });
  });
});

const TEXT = 'Rockets hit western Iraq. Iraq and Hit, near Hit.';
const place = (id: string, kind: Place['kind'], en: string): Place => ({
  id,
  kind,
  names: { en, ar: null },
  countryCode: 'IQ',
  admin1: null,
  labelPoint: [44, 33],
  population: 0,
});
const PLACES = [
  place('iso:IQ', 'country', 'Iraq'),
  place('geonames:1', 'town', 'Hit'),
  place('geonames:2', 'admin2', 'Hit District'),
  place('curated:post', 'base', 'Post'),
];
const SQUARE = {
  type: 'Polygon' as const,
  coordinates: [
    [
      [40, 30],
      [48, 30],
      [48, 38],
      [40, 38],
      [40, 30],
    ],
  ],
};
const SOURCE: PlaceSource = {
  place: (index) => PLACES[index] ?? place('geonames:0', 'village', '?'),
  geometry: ({ id }) => (id === 'iso:IQ' ? SQUARE : null),
  part: (place, dir) => (place.id === 'iso:IQ' ? new Parts(() => SQUARE).get(place, dir) : null),
  districtRadiusKm: (index) => (index === 2 ? 12 : null),
  isApproximate: (index) => index === 3,
  isArea: ({ kind }) => kind === 'country' || kind === 'admin2',
  countryside: () => null,
  kept: (_, draw) => draw(),
  lands: () => [],
  country: () => null,
};
const direction = (of: string) => `${of} {place}`;
const DIRECTION_WORDS = Object.fromEntries(
  ['north', 'northeast', 'east', 'southeast', 'south', 'southwest', 'west', 'northwest', 'central'].map((of) => [of, direction(of)]),
) as Record<Direction, string>;
const RELATION_WORDS = { names: { near: 'near {place}', direction: '{direction} of {place}' }, towards: { north: 'north' }, sides: {} };
const WORDS: PlaceWords = {
  directions: { ar: DIRECTION_WORDS, en: DIRECTION_WORDS },
  relations: { ar: RELATION_WORDS, en: RELATION_WORDS },
  reasons: { fame: 'well known', countryNamed: '{detail} is named', onlyOne: 'the only one' },
};

function resolution(at: number, name: string, candidates: Resolution['candidates'], more: Partial<Mention> = {}): Resolution {
  const mention: Mention = {
    start: at,
    end: at + name.length,
    text: name,
    role: 'literal',
    confidence: 0.9,
    relation: null,
    pair: null,
    headKind: null,
    name: 0,
    ...more,
  };
  return { mention, candidates, confidence: 0.8 };
}
const relation = (type: Relation['type'], direction: Direction | null = null, directionStart = -1): Partial<Mention> => ({
  relation: { type, direction, directionStart, distanceKm: null, start: Math.max(0, directionStart), end: 0 },
});
const is = (index: number): Resolution['candidates'] => [{ place: index, score: 1, reasons: [] }];
const gather = (...resolutions: Resolution[]) =>
  namedPlaces(
    TEXT,
    [
      { start: 0, end: 25 },
      { start: 26, end: 49 },
    ],
    resolutions,
    SOURCE,
    WORDS,
  );

describe('distinct places', () => {
  test('mentions of one place are one; a part of it is another', () => {
    const places = gather(
      resolution(20, 'Iraq', is(0), relation('part', 'west', 12)),
      resolution(26, 'Iraq', is(0)),
      resolution(35, 'Hit', is(1)),
      resolution(45, 'Hit', is(1)),
    );
    expect(places.map(({ id, mentions }) => [id, mentions.map(({ text }) => text)])).toEqual([
      ['iso:IQ/west', ['western Iraq']],
      ['iso:IQ', ['Iraq']],
      ['geonames:1', ['Hit', 'Hit']],
    ]);
    expect(places[0]?.names.en).toBe('west Iraq');
  });

  test('north of a town is beside it, not a part of it', () => {
    const [town] = gather(resolution(35, 'Hit', is(1), relation('direction', 'north', 31)));
    expect(town).toMatchObject({ id: 'geonames:1/north-of', direction: null, wherePrecision: 2, names: { en: 'north of Hit' } });
    expect(town?.mentions[0]?.text).toBe('Hit');
  });

  test('near a town is another place than the town', () => {
    const places = gather(resolution(35, 'Hit', is(1)), resolution(45, 'Hit', is(1), relation('near')));
    expect(places.map(({ id, geometry, wherePrecision, mentions }) => [id, geometry.type, wherePrecision, mentions.length])).toEqual([
      ['geonames:1', 'Point', 1, 1],
      ['geonames:1/near', 'Polygon', 2, 1],
    ]);
  });

  test('a resolution without candidates is no place', () => {
    expect(gather(resolution(35, 'Hit', []))).toEqual([]);
  });
});

describe('geometry that the text warrants', () => {
  test.each<[string, Resolution[], string, number]>([
    ['a country: its area', [resolution(26, 'Iraq', is(0))], 'Polygon', 6],
    ['a part of it: that part', [resolution(20, 'Iraq', is(0), relation('part', 'west', 12))], 'Polygon', 5],
    ['a town: a point', [resolution(35, 'Hit', is(1))], 'Point', 1],
    ['near a town: a circle', [resolution(45, 'Hit', is(1), relation('near'))], 'Polygon', 2],
    ['a district without an outline: a circle', [resolution(35, 'Hit', is(2))], 'Polygon', 3],
    ['a base known only roughly: a circle', [resolution(35, 'Hit', is(3))], 'Polygon', 2],
  ])('%s', (_, resolutions, type, precision) => {
    const [found] = gather(...resolutions);
    expect([found?.geometry.type, found?.wherePrecision]).toEqual([type, precision]);
  });
});

describe('how large the circles are', () => {
  // In kilometres from the point at [44, 33] to the northernmost of the circle: a degree of latitude is 111.2 km.
  test.each<[string, Resolution, number]>([
    ['a district: as far as its places lie', resolution(35, 'Hit', is(2)), 12],
    ['known only roughly', resolution(35, 'Hit', is(3)), APPROXIMATE_KM],
    ['near a town', resolution(45, 'Hit', is(1), relation('near')), NEAR_KM],
    ['near what is known only roughly', resolution(45, 'Hit', is(3), relation('near')), NEAR_KM],
  ])('%s', (_, found, radius) => {
    const [circle] = gather(found);
    const north = circle ? boundsOf(circle.geometry)[3] : NaN;
    expect((north - 33) * 111.2).toBeCloseTo(radius, 1);
  });
});

describe('why', () => {
  const reason = (code: string, weight: number, detail: string | null = null) => ({ signal: code, code, weight, detail });

  test('what the winner has over the runner-up, strongest first, in words', () => {
    const [found] = gather(
      resolution(35, 'Hit', [
        { place: 1, score: 3, reasons: [reason('fame', 1), reason('countryNamed', 2.5, 'IQ'), reason('same', 1)] },
        { place: 2, score: 1, reasons: [reason('fame', 0.5), reason('same', 1)] },
      ]),
    );
    expect(found?.why.map(({ signal, weight }) => [signal, weight])).toEqual([
      ['IQ is named', 2.5],
      ['well known', 0.5],
    ]);
    expect(found?.alternatives.map((other) => other.place.id)).toEqual(['geonames:2']);
  });

  test('of one candidate: that it is the only one', () => {
    const [found] = gather(resolution(35, 'Hit', [{ place: 1, score: 1, reasons: [reason('fame', 1), reason('odd', -1)] }]));
    expect(found?.why.map(({ signal }) => signal)).toEqual(['the only one', 'well known']);
    expect(found?.alternatives).toEqual([]);
  });
});

test('a mention is as sure as its name and its place together', () => {
  const [found] = gather(resolution(35, 'Hit', is(1)));
  // 0.9 × 0.8
  expect([found?.confidence, found?.mentions[0]?.confidence]).toEqual([0.8, 0.72]);
});
