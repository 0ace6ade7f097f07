/** @jest-environment node */
import { area, booleanClockwise, booleanPointInPolygon } from '@turf/turf';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { crossings } from '../../scripts/gazetteer/crossings';
import { uncrossed } from '../../scripts/gazetteer/uncross';
import { Areas } from './areas';
import { loadAreas } from './load';
import { packSections } from './sections';

const areas = loadAreas('data/build');

function shape(id: string): Polygon | MultiPolygon {
  const geometry = areas.geometry(id);
  if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') throw new Error(`${id}: wanted an area, got ${geometry?.type}`);
  return geometry;
}

function polygons(id: string): Position[][][] {
  const geometry = areas.geometry(id);
  if (geometry?.type === 'LineString') return [];
  const found = shape(id);
  return found.type === 'Polygon' ? [found.coordinates] : found.coordinates;
}

test('every area is valid as RFC 7946 has it: 20 kB, closed rings, wound, within the world', () => {
  const wrong: string[] = [];
  for (const id of areas.ids) {
    if (Buffer.byteLength(JSON.stringify(areas.geometry(id))) > 20_000) wrong.push(`${id}: over 20 kB`);
    for (const rings of polygons(id))
      rings.forEach((ring, i) => {
        const [first, last] = [ring[0], ring.at(-1)];
        if (ring.length < 4 || first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) wrong.push(`${id}: open ring`);
        if (booleanClockwise(ring) !== i > 0) wrong.push(`${id}: ring ${i} wound the wrong way`);
        if (ring.some(([x = NaN, y = NaN]) => !(Math.abs(x) <= 180 && Math.abs(y) <= 90))) wrong.push(`${id}: out of the world`);
      });
  }
  expect(wrong).toEqual([]);
  expect(areas.ids.length).toBeGreaterThan(5000);
});

test('no outline crosses itself or another of its own', () => {
  const crossed = areas.ids.filter((id) => crossings(polygons(id).flat(), 1).length > 0);
  expect(crossed).toEqual([]);
});

describe('crossings', () => {
  const square = (x: number, y: number, size: number): Position[] => [
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y + size],
    [x, y],
  ];
  test.each([
    ['a square', [square(0, 0, 1)], 0],
    ['squares side by side', [square(0, 0, 1), square(1, 0, 1)], 0],
    ['a square in another', [square(0, 0, 3), square(1, 1, 1)], 0],
    ['squares that overlap', [square(0, 0, 2), square(1, 1, 2)], 2],
    [
      'a bow tie',
      [
        [
          [0, 0],
          [2, 2],
          [2, 0],
          [0, 2],
          [0, 0],
        ],
      ],
      1,
    ],
  ])('%s: %i', (_, rings, count) => expect(crossings(rings)).toHaveLength(count));

  test('are taken out with the points that make them', () => {
    const [ring = []] = uncrossed([
      [
        [0, 0],
        [4, 0],
        [4, 4],
        [2, -0.1],
        [0, 4],
        [0, 0],
      ],
    ]);
    expect(crossings([ring])).toEqual([]);
    expect(ring.length).toBeGreaterThanOrEqual(4);
  });
});

describe('whose is what', () => {
  test.each([
    ['Simferopol', [34.1, 44.95], 'iso:UA', true],
    ['Simferopol', [34.1, 44.95], 'iso:RU', false],
    ['Katzrin', [35.75, 32.99], 'iso:SY', true],
    ['Katzrin', [35.75, 32.99], 'iso:IL', false],
    ['Dakhla’s hinterland', [-15, 24], 'iso:EH', true],
    ['Dakhla’s hinterland', [-15, 24], 'iso:MA', false],
    ['Hargeisa', [44.06, 9.56], 'iso:SO', true],
    ['Kyrenia', [33.32, 35.3], 'iso:CY', true],
    ['Anadyr, beyond the antimeridian', [-175, 66.5], 'iso:RU', true],
    ['Ramadi', [43.3, 33.42], 'geonames:99592', true],
  ] as const)('%s %j: in %s %s', (_, point, id, inside) => expect(booleanPointInPolygon([...point], shape(id))).toBe(inside));
});

test('areas are about as large as they are', () => {
  // km²: CIA World Factbook.
  expect(area(shape('iso:IQ')) / 1e6 / 438_317).toBeCloseTo(1, 1);
  expect(area(shape('iso:RU')) / 1e6 / 17_098_242).toBeCloseTo(1, 1);
});

test('what has no area has none', () => {
  expect(areas.has('geonames:98182')).toBe(false);
  expect(areas.geometry('geonames:98182')).toBeNull();
});

test('a buffer of another kind is refused', () =>
  expect(() => Areas.from(packSections({ magic: 'IMGZ', version: 1 }, {}))).toThrow(/wanted magic "IMAR"/));
