import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { KINDS } from '../../lib/types';

const FOLDER = 'data/gazetteer';

const Point = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
/** A hull across the antimeridian goes on eastward beyond 180. */
const HullPoint = z.tuple([z.number().min(-180).max(540), z.number().min(-90).max(90)]);
const NamesByLanguage = z.object({ en: z.array(z.string()).default([]), ar: z.array(z.string()).default([]) });
const none = { en: [], ar: [] };

const Country = z.object({
  code: z.string().length(2),
  kind: z.enum(['country', 'territory']),
  labelPoint: Point,
  capital: z.string().nullable(),
  continent: z.string(),
  sovereign: z.string().nullable(),
  names: z.object({ en: z.string(), ar: z.string() }),
  aliases: NamesByLanguage.default(none),
  abbreviations: z.array(z.string()).default([]),
  demonyms: NamesByLanguage.default(none),
  neighbours: z.array(z.string()).default([]),
});
export type Country = z.infer<typeof Country>;

const Continent = z.object({
  code: z.string(),
  names: z.object({ en: z.string(), ar: z.string() }),
  aliases: NamesByLanguage.default(none),
  labelPoint: Point,
  countries: z.array(z.string()),
});
export type Continent = z.infer<typeof Continent>;

/** Names added to a place of another source, and names of it that are wrong or too common to be matched. */
const Alias = z.object({
  en: z.array(z.string()).default([]),
  ar: z.array(z.string()).default([]),
  remove: z.array(z.string()).default([]),
  abbreviations: z.array(z.string()).default([]),
  /** What it is called where the source's own name is wrong or odd. */
  label: z.object({ en: z.string().optional(), ar: z.string().optional() }).optional(),
});
export type Alias = z.infer<typeof Alias>;

const HullRecipe = z.object({
  hull: z.array(HullPoint).min(3),
  clip: z.union([z.enum(['water', 'land']), z.array(z.string())]).optional(),
});
export type HullRecipe = z.infer<typeof HullRecipe>;

/** How a curated area is drawn: from a hull clipped to sea or land, from countries or divisions, or as a line. */
export const Recipe = z.union([
  HullRecipe,
  z.object({ countries: z.array(z.string()).min(1) }),
  z.object({ admin1: z.array(z.string()).min(1) }),
  z.object({ line: z.array(Point).min(2) }),
]);
export type Recipe = z.infer<typeof Recipe>;

const CuratedPlace = z.object({
  id: z.string(),
  kind: z.enum(KINDS),
  names: z.object({ en: z.string(), ar: z.string().nullish() }),
  aliases: NamesByLanguage.default(none),
  abbreviations: z.array(z.string()).default([]),
  labelPoint: Point,
  countries: z.array(z.string()).default([]),
  admin1: z.string().nullish(),
  area: Recipe.nullish(),
  sameAs: z.string().nullish(),
  precision: z.enum(['exact', 'approximate']).nullish(),
  metonym: z.boolean().nullish(),
  /** Its name is that of a better known place elsewhere. */
  minor: z.boolean().default(false),
});
export type CuratedPlace = z.infer<typeof CuratedPlace>;

export function readCountries(): Country[] {
  return read('countries.json', z.array(Country)) ?? [];
}

export function readContinents(): Continent[] {
  return read('continents.json', z.array(Continent)) ?? [];
}

export function readAliases(): Map<string, Alias> {
  return new Map(Object.entries(read('aliases.json', z.record(z.string(), Alias)) ?? {}));
}

export function readCuratedPlaces(): CuratedPlace[] {
  return read('places.json', z.array(CuratedPlace)) ?? [];
}

/** A file of `data/gazetteer`, or null (said on the console) where it is not there. Throws, naming the row, where one is malformed. */
function read<T>(name: string, schema: z.ZodType<T>): T | null {
  const path = `${FOLDER}/${name}`;
  if (!existsSync(path)) {
    console.warn(`${path} is missing: built without it`);
    return null;
  }
  const parsed = schema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (parsed.success) return parsed.data;
  throw new Error(`${path}: ${z.prettifyError(parsed.error)}`);
}
