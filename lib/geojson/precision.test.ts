import { KINDS, type GeoPrecision, type Kind, type WherePrecision } from '../types';
import { geoPrecision, wherePrecision } from './precision';

/** UCDP GED Codebook, where_prec: by the kind of place that the text names, in its country, without more words beside it. */
const BY_KIND: Record<Kind, WherePrecision> = {
  country: 6,
  territory: 4,
  region: 5,
  admin1: 4,
  admin2: 3,
  city: 1,
  town: 1,
  village: 1,
  neighbourhood: 1,
  airport: 1,
  airbase: 1,
  base: 1,
  camp: 1,
  port: 1,
  crossing: 1,
  sea: 7,
  strait: 7,
  gulf: 7,
  river: 5,
  lake: 5,
  mountain: 5,
  desert: 5,
  island: 5,
  continent: 6,
  site: 1,
};

describe('where_prec', () => {
  test.each(KINDS.map((kind) => [kind, BY_KIND[kind]] as const))('%s: %d', (kind, precision) => {
    expect(wherePrecision(kind, 'IQ', false, false, false)).toBe(precision);
  });

  test.each<[string, Parameters<typeof wherePrecision>, WherePrecision]>([
    ['a part of a country is a fuzzy area', ['country', 'IQ', true, false, true], 5],
    ['so is a part of a province', ['admin1', 'IQ', true, false, false], 5],
    ['and of a sea', ['sea', null, true, false, false], 5],
    ['near a town: within about 25 km', ['town', 'IQ', false, true, false], 2],
    ['near a base', ['airbase', 'IQ', false, true, false], 2],
    ['near a country says no more than the country', ['country', 'IQ', false, true, true], 6],
    ['near a province, no more than the province', ['admin1', 'IQ', false, true, false], 4],
    ['a territory with a code of its own counts as a country', ['territory', 'GL', false, false, true], 6],
    ['a territory without counts as a first-level division', ['territory', 'PS', false, false, false], 4],
    ['a region of several countries is no better than a country', ['region', null, false, false, false], 6],
  ])('%s', (_, args, precision) => {
    expect(wherePrecision(...args)).toBe(precision);
  });
});

describe('geo_precision, as ACLED has it, from where_prec', () => {
  test.each<[WherePrecision, GeoPrecision]>([
    [1, 1],
    [2, 2],
    [3, 2],
    [4, 3],
    [5, 3],
    [6, 3],
    [7, 3],
  ])('%d gives %d', (where, geo) => {
    expect(geoPrecision(where)).toBe(geo);
  });
});
