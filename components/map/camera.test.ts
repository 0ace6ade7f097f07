import type { Geometry } from 'geojson';
import type { ArticleMap, PlaceFeature, PlaceProperties } from '@/lib/types';
import { boxOf, flightTime, openingBox } from './camera';

type Box = PlaceFeature['bbox'];

function feature(id: string, bbox: Box, more: Partial<PlaceProperties>, mentions = 1): PlaceFeature {
  const [west, south, east, north] = bbox;
  const labelPoint = [(west + east) / 2, (south + north) / 2] as const;
  const role = more.role ?? 'literal';
  const mention = { start: 0, end: 1, text: 'x', role, confidence: 1, quote: { start: 0, end: 1, text: 'x' } };
  const isPoint = west === east;
  const geometry: Geometry = isPoint
    ? { type: 'Point', coordinates: [...labelPoint] }
    : {
        type: 'Polygon',
        coordinates: [
          [
            [west, south],
            [east, south],
            [east, north],
            [west, south],
          ],
        ],
      };
  const properties: PlaceProperties = {
    name: id,
    names: {},
    kind: 'country',
    countryCode: null,
    admin1: null,
    labelPoint,
    wherePrecision: 6,
    geoPrecision: 3,
    role,
    confidence: 1,
    why: [],
    alternatives: [],
    mentions: Array.from({ length: mentions }, () => mention),
    ...more,
  };
  return { type: 'Feature', id, bbox, geometry, properties };
}

const mapOf = (...features: PlaceFeature[]): ArticleMap => ({ type: 'FeatureCollection', features }) as unknown as ArticleMap;

const iraq = feature('iraq', [38.8, 29.1, 48.6, 37.4], {}, 8);
const israel = feature('israel', [34.2, 29.5, 35.9, 33.4], {}, 7);
const yemen = feature('yemen', [42.5, 12.1, 54.5, 19], {}, 1);
const base = feature('base', [42.44, 33.79, 42.44, 33.79], { kind: 'airbase', wherePrecision: 1 });
const us = feature('us', [-179, 18, 179, 71], { role: 'associative' }, 9);

describe('what the camera opens on', () => {
  it('shows the places where something is, and not those that only lend their name', () => {
    const [west, south, east, north] = openingBox(mapOf(iraq, israel, base, us));
    expect([west, east]).toEqual([34.2, 48.6]);
    expect(south).toBeGreaterThan(25);
    expect(north).toBeLessThan(40);
  });

  it('leaves out a country named once in passing', () => {
    expect(openingBox(mapOf(iraq, israel, yemen))).toEqual([34.2, 29.1, 48.6, 37.4]);
  });

  it('leaves out one place far from all the others, but not one of two', () => {
    const seoul = feature('seoul', [127, 37.6, 127, 37.6], { kind: 'city', wherePrecision: 1 });
    expect(openingBox(mapOf(iraq, israel, base, seoul))[2]).toBe(48.6);
    expect(openingBox(mapOf(base, seoul))[2]).toBeGreaterThan(127);
  });

  it('gives an exact point its surroundings', () => {
    const [west, south, east, north] = openingBox(mapOf(base));
    expect(west).toBeLessThan(41);
    expect(east).toBeGreaterThan(44);
    expect(north - south).toBe(4);
  });

  it('falls back to the names where there is no place, and to the world where there is nothing', () => {
    expect(openingBox(mapOf(us))[0]).toBeGreaterThan(-30);
    const [west, , east] = openingBox(null);
    expect(east - west).toBeGreaterThan(200);
  });
});

it('does not show the whole world for a country whose islands cross the antimeridian', () => {
  const [west, , east] = boxOf(us);
  expect(east - west).toBeLessThan(40);
});

it.each([
  [0, 300],
  [500, 500],
  [9000, 900],
])('flies %d pixels in %d ms', (pixels, time) => {
  expect(flightTime(pixels)).toBe(time);
});
