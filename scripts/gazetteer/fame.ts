import type { FeatureCode } from '../../lib/gazetteer/feature-codes';
import type { Kind } from '../../lib/types';

/** Points for each tenfold of inhabitants. */
const PER_TENFOLD_POPULATION = 14;
/** Points for each tenfold of distinct names in all languages: where GeoNames counts nobody (Yemen, Syria), names still tell. */
const PER_TENFOLD_NAMES = 22;
/** Nothing enters cities500 below it, but for seats. */
const LEAST_POPULATION = 500;
/** No other place comes before a country. */
const COUNTRY_FLOOR = 205;

const SEAT: Partial<Record<FeatureCode, number>> = { PPLC: 60, PPLA: 25, PPLA2: 10, PPLA3: 4, PPLQ: -15, PPLX: -12, ADM1: 35, ADM2: 6 };

/** Fame of curated kinds, which have no population; those not listed have CURATED. */
const BY_KIND: Partial<Record<Kind, number>> = {
  continent: 204,
  sea: 165,
  gulf: 165,
  strait: 160,
  region: 160,
  river: 135,
  territory: 175,
  island: 130,
  desert: 125,
  mountain: 120,
  lake: 120,
};
const CURATED = 110;
/** A curated place whose name is that of a larger one elsewhere: a small town's, so that the larger comes first where nothing else tells. */
const MINOR = 75;

/** Fame, 0 to 204, of a populated place or a division, from inhabitants, the number of its names and its rank as a seat. */
export function fameOf(code: FeatureCode, population: number, names: number): number {
  const inhabitants = Math.log10(Math.max(population, LEAST_POPULATION)) * PER_TENFOLD_POPULATION;
  return Math.min(COUNTRY_FLOOR - 1, inhabitants + Math.log10(Math.max(names, 1)) * PER_TENFOLD_NAMES + (SEAT[code] ?? 0));
}

/** Fame of a country, 205 to 255, or of a territory, below that. */
export function fameOfCountry(kind: 'country' | 'territory', population: number): number {
  const size = Math.log10(population + 1) * 5.4;
  return kind === 'country' ? Math.min(255, COUNTRY_FLOOR + size) : Math.min(COUNTRY_FLOOR - 1, 155 + size);
}

export function fameOfAirport(large: boolean, base: boolean): number {
  return large ? 95 : base ? 85 : 70;
}

export function fameOfCurated(kind: Kind, minor: boolean): number {
  return minor ? MINOR : (BY_KIND[kind] ?? CURATED);
}
