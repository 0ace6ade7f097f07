import type { GeoPrecision, Kind, WherePrecision } from '../types';

/** What "near" means in UCDP's codebook, in kilometres. */
export const NEAR_KM = 25;
/** Twelve nautical miles: farther out are international waters. */
export const TERRITORIAL_KM = 22.224;

/**
 * How exactly a place of some kind is known from its name alone, by UCDP GED's `where_prec` (GED Codebook, "Location
 * precision"): 1 an exact place, 3 a second-order and 4 a first-order division, 5 a linear feature or fuzzy area, 6 a
 * country, 7 international waters or airspace. A town's name counts as exact, as it does there.
 *
 * `part`: only a part of the place is meant (western Iraq): a fuzzy area. `near`: its surroundings (within about 25 km).
 */
export function wherePrecision(kind: Kind, countryCode: string | null, part: boolean, near: boolean, sovereign: boolean): WherePrecision {
  if (part) return 5;
  switch (kind) {
    case 'country':
      return 6;
    case 'territory':
      return sovereign ? 6 : 4;
    case 'continent':
      return 6;
    case 'region':
      return countryCode === null ? 6 : 5;
    case 'admin1':
      return 4;
    case 'admin2':
      return 3;
    case 'sea':
    case 'gulf':
    case 'strait':
      return 7;
    case 'river':
    case 'lake':
    case 'mountain':
    case 'desert':
    case 'island':
      return 5;
    default:
      return near ? 2 : 1;
  }
}

/**
 * ACLED `geo_precision` from UCDP `where_prec`. Lossy: ACLED's 1 is an exact place, 2 its surroundings or a part of a
 * region, 3 a larger region; it codes no country without a place, so that 4 to 7 fall together at 3.
 */
export function geoPrecision(where: WherePrecision): GeoPrecision {
  if (where === 1) return 1;
  return where <= 3 ? 2 : 3;
}
