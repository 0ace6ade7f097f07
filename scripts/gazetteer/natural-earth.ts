import type { MultiPolygon, Polygon } from 'geojson';
import { z } from 'zod';
import { mends } from './mends';
import { isMatchable, plainForm } from './names';

/** A first-level division as Natural Earth has it, its country mended. */
export interface Division {
  /** `settled` where the country is a decision of ours, against which no vote of places counts. */
  readonly properties: NaturalEarthProperties & { readonly country: string; readonly settled: boolean };
  readonly geometry: Polygon | MultiPolygon;
}

/** What a division is to GeoNames: itself a first-level division, or something within one. */
export interface Match {
  readonly country: string;
  readonly level: 1 | 2;
  /** `IQ.01` at level 1, `FR.84.42` at level 2; null where GeoNames has no such division. */
  readonly code: string | null;
  /** Code of the first-level division that it is or lies in. */
  readonly admin1: string | null;
}

/** Properties of a division in `admin1.topojson`. */
export const DivisionProperties = z.object({
  code: z.string().nullable(),
  /** Set where it is not a first-level division to GeoNames, but lies in this one. */
  within: z.string().optional(),
  country: z.string(),
  id: z.string(),
  en: z.string(),
  ar: z.string().nullable(),
  point: z.tuple([z.number(), z.number()]),
});
export type DivisionProperties = z.infer<typeof DivisionProperties>;

/** What else is known of a division, in `admin1-names.json` by its id: kept apart so that the map needs not carry it. */
export const DivisionNames = z.object({ iso: z.string(), type_en: z.string(), alt: z.array(z.string()) });
export type DivisionNames = z.infer<typeof DivisionNames>;

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');
const NaturalEarthProperties = z.object({
  adm1_code: z.string(),
  iso_3166_2: text,
  iso_a2: text,
  adm0_a3: text,
  gn_id: z.number().nullish(),
  gn_a1_code: text,
  name: text,
  name_alt: text,
  name_local: text,
  name_en: text,
  name_ar: text,
  gn_name: text,
  gns_name: text,
  woe_name: text,
  type_en: text,
  latitude: z.number(),
  longitude: z.number(),
});
type NaturalEarthProperties = z.infer<typeof NaturalEarthProperties>;

const Collection = z.object({
  features: z.array(
    z.object({
      properties: NaturalEarthProperties,
      geometry: z.custom<Polygon | MultiPolygon>((g) => typeof g === 'object' && g !== null && 'coordinates' in g),
    }),
  ),
});

/** Reads the source's text; unnamed rows (reefs and specks) are left out. */
export function readDivisions(json: string): Division[] {
  return Collection.parse(JSON.parse(json))
    .features.filter((f) => f.properties.name !== '')
    .map((f) => ({ properties: { ...f.properties, country: f.properties.iso_a2, settled: false }, geometry: f.geometry }));
}

/**
 * GeoNames' id of each division where Natural Earth gives one that is its alone and no town's, else Natural Earth's own
 * (the Hungarian county seats bear their counties' ids).
 */
export function chooseIds(divisions: readonly Division[], towns: ReadonlySet<number>): Map<Division, string> {
  const bearers = new Map<number, number>();
  for (const { properties } of divisions) if (properties.gn_id) bearers.set(properties.gn_id, (bearers.get(properties.gn_id) ?? 0) + 1);
  const own = (id: number): boolean => id > 0 && bearers.get(id) === 1 && !towns.has(id);
  return new Map(
    divisions.map((d) => {
      const { gn_id, adm1_code } = d.properties;
      return [d, gn_id && own(gn_id) ? `geonames:${gn_id}` : `naturalearth:${adm1_code}`];
    }),
  );
}

/** What is kept of a division in the finished file. */
export function describeDivision(source: Division['properties'], id: string, match: Match | null): DivisionProperties & DivisionNames {
  const en = source.name_en || source.name;
  const ar = isMatchable(source.name_ar) ? source.name_ar : null;
  const others = [source.name, ...source.name_alt.split('|'), source.gn_name, source.woe_name, source.name_local];
  const alt = distinct([en, ...others.map((name) => name.trim())]).filter((name) => name !== en);
  const mended = mends.divisions[id];
  return {
    code: match?.code ?? null,
    ...(match?.level === 2 && match.admin1 !== null ? { within: match.admin1 } : {}),
    iso: source.iso_3166_2.includes('~') ? '' : source.iso_3166_2,
    country: match?.country ?? source.country,
    id,
    en,
    ar,
    alt,
    type_en: source.type_en,
    point: [Number(source.longitude.toFixed(2)), Number(source.latitude.toFixed(2))],
    ...mended,
  };
}

/** Names that still differ once accents, hyphens and generic nouns are gone: matching ignores the rest. */
function distinct(names: readonly string[]): string[] {
  const seen = new Map<string, string>();
  for (const name of names) if (isMatchable(name) && !/[,()\d]/.test(name) && !seen.has(plainForm(name))) seen.set(plainForm(name), name);
  return [...seen.values()];
}
