import { FEATURE_CODES } from './feature-codes';
import type { Gazetteer } from './gazetteer';

const CAPITAL = FEATURE_CODES.indexOf('PPLC');

const EARTH_RADIUS_KM = 6371.009;
const RADIANS = Math.PI / 180;

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

/** Of an outer name only the most famous bearers are countries or divisions that readers would name. */
const MAX_OUTER = 40;

/** Whether some place of name `outer` contains some place of name `inner`: `Alexandria, La.` */
export function nameContains(gazetteer: Gazetteer, outer: number, inner: number): boolean {
  const { postingStart, postingPlace } = gazetteer;
  const outerFrom = postingStart[outer] ?? 0;
  const outerTo = Math.min(postingStart[outer + 1] ?? 0, outerFrom + MAX_OUTER);
  const innerTo = postingStart[inner + 1] ?? 0;
  for (let o = outerFrom; o < outerTo; o++) {
    for (let i = postingStart[inner] ?? 0; i < innerTo; i++)
      if (contains(gazetteer, postingPlace[o] ?? 0, postingPlace[i] ?? 0)) return true;
  }
  return false;
}

/** Great-circle distance between two places' label points, in kilometres. */
export function distanceKm(gazetteer: Gazetteer, a: number, b: number): number {
  return greatCircleKm(gazetteer.lat[a] ?? 0, gazetteer.lon[a] ?? 0, gazetteer.lat[b] ?? 0, gazetteer.lon[b] ?? 0);
}

/**
 * Great-circle distance in kilometres between points in degrees (haversine). The library's does the same with an
 * object for each point: this runs for every candidate against every anchor.
 */
export function greatCircleKm(latA: number, lonA: number, latB: number, lonB: number): number {
  const sinLat = Math.sin(((latB - latA) * RADIANS) / 2);
  const sinLon = Math.sin(((lonB - lonA) * RADIANS) / 2);
  return (
    2 *
    EARTH_RADIUS_KM *
    Math.asin(Math.min(1, Math.sqrt(sinLat * sinLat + Math.cos(latA * RADIANS) * Math.cos(latB * RADIANS) * sinLon * sinLon)))
  );
}
