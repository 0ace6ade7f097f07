import type { MultiPolygon, Polygon, Position } from 'geojson';
import { area, booleanPointInPolygon, centerOfMass, distance, coordAll } from '@turf/turf';
import { sharedEngine } from '../api/geoparse-request';
import { DIRECTIONS, type Direction } from '../types';
import { boundsOf, circleGeometry, labelPointOf, partOfArea, pointGeometry } from './geometry';
import { NEAR_KM } from './precision';

const { areas } = sharedEngine();

function areaOf(id: string): Polygon | MultiPolygon {
  const geometry = areas.geometry(id);
  if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') throw new Error(`${id} has no area`);
  return geometry;
}

const ringsOf = (geometry: Polygon | MultiPolygon): Position[][] =>
  geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();

/** RFC 7946, 3.1.6: four positions or more, the last the first, exteriors counter-clockwise. */
function expectValid(geometry: Polygon | MultiPolygon): void {
  for (const polygon of geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates)
    polygon.forEach((ring, i) => {
      expect(ring.length).toBeGreaterThanOrEqual(4);
      expect(ring.at(-1)).toEqual(ring[0]);
      expect(new Set(ring.map(String)).size).toBeGreaterThanOrEqual(3);
      expect(signedArea(ring) > 0).toBe(i === 0);
      for (const [lon = NaN, lat = NaN] of ring) {
        expect(Math.abs(lon)).toBeLessThanOrEqual(180);
        expect(Math.abs(lat)).toBeLessThanOrEqual(90);
      }
    });
}

/** Shoelace formula: positive for counter-clockwise. */
function signedArea(ring: readonly Position[]): number {
  let twice = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [[x1 = 0, y1 = 0] = [], [x2 = 0, y2 = 0] = []] = [ring[i], ring[i + 1]];
    twice += x1 * y2 - x2 * y1;
  }
  return twice / 2;
}

/** A square degree-wise, for sums that can be done in the head. */
const SQUARE: Polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [0, 0],
      [4, 0],
      [4, 4],
      [0, 4],
      [0, 0],
    ],
  ],
};

describe('the part of a square that a direction picks out', () => {
  test.each<[Direction, [number, number, number, number]]>([
    ['north', [0, 2, 4, 4]],
    ['northeast', [2, 2, 4, 4]],
    ['east', [2, 0, 4, 4]],
    ['southeast', [2, 0, 4, 2]],
    ['south', [0, 0, 4, 2]],
    ['southwest', [0, 0, 2, 2]],
    ['west', [0, 0, 2, 4]],
    ['northwest', [0, 2, 2, 4]],
    ['central', [1, 1, 3, 3]],
  ])('%s', (direction, bounds) => {
    const part = partOfArea(SQUARE, direction);
    expect(part && boundsOf(part)).toEqual(bounds);
  });
});

describe('the parts of Iraq', () => {
  const iraq = areaOf('iso:IQ');
  const [west, south, east, north] = boundsOf(iraq);
  const [x = 0, y = 0] = centerOfMass(iraq).geometry.coordinates;
  // Positions are written with four decimals.
  const ROUNDING = 0.0001;

  test.each(DIRECTIONS)('%s', (direction) => {
    const part = partOfArea(iraq, direction);
    if (!part) throw new Error(`no ${direction} of Iraq`);
    expectValid(part);

    const bounds = boundsOf(part);
    expect(bounds[0]).toBeGreaterThanOrEqual(west - ROUNDING);
    expect(bounds[1]).toBeGreaterThanOrEqual(south - ROUNDING);
    expect(bounds[2]).toBeLessThanOrEqual(east + ROUNDING);
    expect(bounds[3]).toBeLessThanOrEqual(north + ROUNDING);
    if (direction.includes('west')) expect(bounds[2]).toBeLessThanOrEqual(x + ROUNDING);
    if (direction.includes('east')) expect(bounds[0]).toBeGreaterThanOrEqual(x - ROUNDING);
    if (direction.startsWith('north')) expect(bounds[1]).toBeGreaterThanOrEqual(y - ROUNDING);
    if (direction.startsWith('south')) expect(bounds[3]).toBeLessThanOrEqual(y + ROUNDING);

    const share = area(part) / area(iraq);
    expect(share).toBeGreaterThan(0.1);
    expect(share).toBeLessThan(0.7);
    expect(JSON.stringify(part).length).toBeLessThanOrEqual(20_000);
  });

  test.each(DIRECTIONS)('%s: the label stands in the part and in the country', (direction) => {
    const part = partOfArea(iraq, direction);
    const label = part && [...labelPointOf(part)];
    expect(label && booleanPointInPolygon(label, part)).toBe(true);
    expect(label && booleanPointInPolygon(label, iraq)).toBe(true);
  });

  test('opposite halves make the whole', () => {
    for (const [one, other] of [
      ['north', 'south'],
      ['west', 'east'],
    ] as const) {
      const halves = [partOfArea(iraq, one), partOfArea(iraq, other)].map((half) => (half ? area(half) : 0));
      expect(((halves[0] ?? 0) + (halves[1] ?? 0)) / area(iraq)).toBeCloseTo(1, 3);
    }
  });

  test('places are in the part that the press puts them in', () => {
    // Points: GeoNames; Ain al-Asad: OurAirports.
    for (const [direction, point] of [
      ['west', [42.4412, 33.7856]],
      ['north', [43.1189, 36.335]],
      ['south', [47.7804, 30.5085]],
      ['central', [44.4009, 33.3406]],
    ] as const) {
      const part = partOfArea(iraq, direction);
      expect(part && booleanPointInPolygon([...point], part)).toBe(true);
    }
  });
});

test('every country has parts that can be drawn: rings closed, positions in range, 20 kB at most', () => {
  const faults: string[] = [];
  for (const id of areas.ids.filter((area) => area.startsWith('iso:')))
    for (const direction of DIRECTIONS) {
      const part = partOfArea(areaOf(id), direction);
      if (!part) continue;
      const closed = ringsOf(part).every((ring) => ring.length >= 4 && String(ring[0]) === String(ring.at(-1)));
      const inRange = ringsOf(part)
        .flat()
        .every(([lon = NaN, lat = NaN]) => Math.abs(lon) <= 180 && Math.abs(lat) <= 90);
      if (!closed || !inRange || JSON.stringify(part).length > 20_000) faults.push(`${id}/${direction}`);
    }
  expect(faults).toEqual([]);
});

test('a direction in which nothing lies gives null', () => {
  // Two far corners: the middle between them is empty.
  const corner = (at: number): Position[][] =>
    SQUARE.coordinates.map((ring) => ring.map(([lon = 0, lat = 0]) => [lon / 4 + at, lat / 4 + at]));
  expect(partOfArea({ type: 'MultiPolygon', coordinates: [corner(0), corner(20)] }, 'central')).toBeNull();
});

test('of several outlines only those on the side are kept', () => {
  const moved = (lon: number): Position[][] => SQUARE.coordinates.map((ring) => ring.map(([x = 0, y = 0]) => [x + lon, y]));
  const part = partOfArea({ type: 'MultiPolygon', coordinates: [moved(0), moved(10), moved(20)] }, 'west');
  expect(part && ringsOf(part)).toHaveLength(2);
  if (part) expectValid(part);
});

describe('a circle', () => {
  test.each<[[number, number], number]>([
    [[42.4412, 33.7856], NEAR_KM],
    [[0, 0], 1],
    [[25, 70], 100],
    [[-70, -54], 5],
  ])('around %p of %d km', (centre, radius) => {
    const circle = circleGeometry(centre, radius);
    expectValid(circle);
    for (const position of coordAll(circle)) {
      // Four decimals of a degree are 11 m.
      expect(Math.abs(distance(centre, position, { units: 'kilometers' }) - radius)).toBeLessThan(0.02);
    }
  });

  test('near means what UCDP means by it', () => {
    expect(NEAR_KM).toBe(25);
  });
});

test('a point is its coordinates, and shares no array with them', () => {
  const at: [number, number] = [44.4, 33.3];
  const point = pointGeometry(at);
  expect(point).toEqual({ type: 'Point', coordinates: [44.4, 33.3] });
  expect(point.coordinates).not.toBe(at);
});

describe('the label of an area lies on it, not in the bay or between the islands', () => {
  const bay: Polygon = {
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [10, 0],
        [10, 10],
        [9, 10],
        [9, 1],
        [1, 1],
        [1, 10],
        [0, 10],
        [0, 0],
      ],
    ],
  };
  test.each<[string, Polygon | MultiPolygon]>([
    ['a square', SQUARE],
    ['a bay', bay],
  ])('%s', (_, geometry) => {
    expect(booleanPointInPolygon([...labelPointOf(geometry)], geometry)).toBe(true);
  });
});
