import type { Geometry } from 'geojson';
import type { ArticleMap, PlaceFeature, PlaceProperties } from '@/lib/types';
import { areasOf, formOf, marksOf } from './marks';

const point: Geometry = { type: 'Point', coordinates: [44, 33] };
const area: Geometry = {
  type: 'Polygon',
  coordinates: [
    [
      [40, 30],
      [48, 30],
      [48, 36],
      [40, 30],
    ],
  ],
};

function feature(id: string, geometry: Geometry, more: Partial<PlaceProperties>): PlaceFeature {
  const properties: PlaceProperties = {
    name: id,
    names: { en: id },
    kind: 'city',
    countryCode: 'IQ',
    admin1: null,
    labelPoint: [44, 33],
    wherePrecision: 1,
    geoPrecision: 1,
    role: 'literal',
    confidence: 1,
    why: [],
    alternatives: [],
    mentions: [],
    ...more,
  };
  return { type: 'Feature', id, bbox: [40, 30, 48, 36], geometry, properties };
}

describe('the form of a mark never says more than the text does', () => {
  it.each<[string, Geometry, Partial<PlaceProperties>, string]>([
    ['a town', point, { wherePrecision: 1 }, 'point'],
    ['near a town', point, { wherePrecision: 2 }, 'near'],
    ['a circle around a town', area, { wherePrecision: 2 }, 'near'],
    ['a district that has no outline', point, { wherePrecision: 3 }, 'near'],
    ['a province', area, { wherePrecision: 4 }, 'area'],
    ['a sea', area, { wherePrecision: 7 }, 'area'],
    ['a country', area, { wherePrecision: 6 }, 'country'],
    ['the west of a country', area, { wherePrecision: 5, direction: 'west' }, 'area'],
    ['a government', area, { wherePrecision: 6, role: 'associative' }, 'name'],
    ['a capital that stands for one', point, { role: 'associative' }, 'name'],
  ])('%s', (_, geometry, more, form) => {
    expect(formOf(feature('x', geometry, more))).toBe(form);
  });
});

describe('marks of an article', () => {
  const features = [
    feature('iraq', area, { kind: 'country', wherePrecision: 6 }),
    feature('base', point, { kind: 'airbase' }),
    feature('hit', point, {}),
    feature('baghdad', point, { role: 'associative' }),
  ];
  const map = { features } as unknown as ArticleMap;
  const nameOf = (place: PlaceFeature): string => place.id.toUpperCase();

  it('keeps the order of the text and leaves names out when they are switched off', () => {
    expect(marksOf(map, true, nameOf).map((mark) => mark.feature.id)).toEqual(['iraq', 'base', 'hit', 'baghdad']);
    expect(marksOf(map, false, nameOf).map((mark) => mark.feature.id)).toEqual(['iraq', 'base', 'hit']);
  });

  it('draws an exact base larger than an exact town, and both larger than a name', () => {
    const [, base, hit, baghdad] = marksOf(map, true, nameOf).map((mark) => mark.size);
    expect(base).toBeGreaterThan(hit ?? Infinity);
    expect(hit).toBeGreaterThan(baghdad ?? Infinity);
  });

  it('gives the map the areas, and room for each name that a marker writes', () => {
    const ids = areasOf(marksOf(map, true, nameOf)).features.map(({ properties }) => properties?.['id'] as string);
    expect(ids).toEqual(['iraq', 'iraq#name', 'base#name', 'hit#name']);
  });
});
