import { FEATURE_CODES } from './feature-codes';
import type { Gazetteer } from './gazetteer';

const CAPITAL = FEATURE_CODES.indexOf('PPLC');

/** Whether a place is its country's capital. */
export function isCapital(gazetteer: Gazetteer, place: number): boolean {
  return gazetteer.featureCode[place] === CAPITAL;
}

/** Whether `outer` is the country or the first- or second-level division that `inner` lies in. A place does not contain itself. */
export function contains(gazetteer: Gazetteer, outer: number, inner: number): boolean {
  if (outer === inner) return false;
  if (gazetteer.admin1[inner] === outer || gazetteer.admin2[inner] === outer) return true;
  const country = gazetteer.country[inner] ?? 0;
  return country !== 0 && gazetteer.countryPlace(country) === outer;
}

const EARTH_RADIUS_KM = 6371.009;
const RADIANS = Math.PI / 180;

/** Great-circle distance between two places' label points, in kilometres (haversine). */
export function distanceKm(gazetteer: Gazetteer, a: number, b: number): number {
  const latA = (gazetteer.lat[a] ?? 0) * RADIANS;
  const latB = (gazetteer.lat[b] ?? 0) * RADIANS;
  const sinLat = Math.sin((latB - latA) / 2);
  const sinLon = Math.sin((((gazetteer.lon[b] ?? 0) - (gazetteer.lon[a] ?? 0)) * RADIANS) / 2);
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(sinLat * sinLat + Math.cos(latA) * Math.cos(latB) * sinLon * sinLon)));
}
