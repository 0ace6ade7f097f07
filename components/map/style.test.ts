import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import palette from '@/data/map/palette.json';
import { buildStyle } from './style';
import type { StyleOptions } from './style';

const options: StyleOptions = {
  theme: 'light',
  locale: 'en',
  origin: 'https://map.example',
  areas: { type: 'FeatureCollection', features: [] },
  namesOfMarks: ['Iraq'],
};

describe.each(['light', 'dark'] as const)('%s', (theme) => {
  it.each(['ar', 'en'] as const)('is a valid style in %s', (locale) => {
    expect(validateStyleMin(buildStyle({ ...options, theme, locale }))).toEqual([]);
  });
});

it('asks no host but its own', () => {
  const addresses = JSON.stringify(buildStyle(options)).match(/https?:\/\/[^/"]+/g) ?? [];
  expect(new Set(addresses)).toEqual(new Set(['https://map.example']));
});

it('never spaces Arabic letters', () => {
  expect(JSON.stringify(buildStyle({ ...options, locale: 'ar' }))).not.toMatch(/"text-letter-spacing":(?!0[,}])/);
});

it('has the same colours by name in both palettes', () => {
  expect(Object.keys(palette.dark)).toEqual(Object.keys(palette.light));
});
