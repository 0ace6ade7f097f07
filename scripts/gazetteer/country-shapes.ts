import { booleanPointInPolygon, difference, featureCollection, intersect } from '@turf/turf';
import isoCountries from 'i18n-iso-countries';
import { readFileSync } from 'node:fs';
import { merge } from 'topojson-client';
import type { GeometryCollection, MultiPolygon, Topology } from 'topojson-specification';
import type { Shape } from './fit-area';
import { golan, mends } from './mends';
import { asFeature, belowLatitude, joined, unstitched } from './shapes';

type Atlas = Topology<{ countries: GeometryCollection }>;

/**
 * Countries' outlines from world-atlas 10m, by ISO code, mended as `mends.json` says. Finer than the divisions'; the
 * few territories that Natural Earth counts to their sovereign are not here.
 */
export function readCountryShapes(path = 'node_modules/world-atlas/countries-10m.json'): Map<string, Shape> {
  const atlas = JSON.parse(readFileSync(path, 'utf8')) as Atlas;
  const arcs = new Map<string, number[][][]>();
  for (const geometry of atlas.objects.countries.geometries) {
    const code = mends.countryOfAtlasName[nameOf(geometry.properties)] ?? isoCountries.numericToAlpha2(String(geometry.id ?? ''));
    if (code === undefined) continue;
    const own = geometry.type === 'Polygon' ? [geometry.arcs] : geometry.type === 'MultiPolygon' ? geometry.arcs : [];
    arcs.set(code, [...(arcs.get(code) ?? []), ...own]);
  }
  const shapeOf = (polygons: number[][][]): Shape => merge(atlas, [{ type: 'MultiPolygon', arcs: polygons } as MultiPolygon]);

  const { from, to, point } = mends.crimea;
  const [taken, left] = partition(required(arcs, from), (polygon) => booleanPointInPolygon(point, shapeOf([polygon])));
  arcs.set(from, left);
  arcs.set(to, [...required(arcs, to), ...taken]);

  const shapes = new Map([...arcs].map(([code, polygons]) => [code, unstitched(shapeOf(polygons))]));
  mendGolan(shapes);
  mendWesternSahara(shapes);
  return shapes;
}

function mendGolan(shapes: Map<string, Shape>): void {
  const { from, to } = mends.golan;
  const holder = asFeature(required(shapes, from));
  const held = intersect(featureCollection<Shape>([holder, golan]));
  const rest = difference(featureCollection<Shape>([holder, golan]));
  if (held === null || rest === null) throw new Error('world-atlas: the Golan does not meet Israel any more');
  shapes.set(from, rest.geometry);
  shapes.set(to, joined(required(shapes, to), held.geometry));
}

function mendWesternSahara(shapes: Map<string, Shape>): void {
  const morocco = required(shapes, 'MA');
  const { north } = mends.westernSahara;
  shapes.set('EH', joined(required(shapes, 'EH'), belowLatitude(morocco, north, 'below')));
  shapes.set('MA', belowLatitude(morocco, north, 'above'));
}

function nameOf(properties: object | undefined): string {
  return properties !== undefined && 'name' in properties ? String(properties.name) : '';
}

function partition<T>(items: readonly T[], test: (item: T) => boolean): [T[], T[]] {
  const yes: T[] = [];
  const no: T[] = [];
  for (const item of items) (test(item) ? yes : no).push(item);
  return [yes, no];
}

function required<T>(map: ReadonlyMap<string, T>, code: string): T {
  const value = map.get(code);
  if (value === undefined) throw new Error(`world-atlas has no ${code} any more`);
  return value;
}
