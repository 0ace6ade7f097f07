import { bbox, difference, featureCollection, intersect } from '@turf/turf';
import type { Feature, LineString, Polygon } from 'geojson';
import { readFileSync } from 'node:fs';
import { feature, merge } from 'topojson-client';
import { z } from 'zod';
import type { GeometryCollection, MultiPolygon as TopoMultiPolygon, Polygon as TopoPolygon, Topology } from 'topojson-specification';
import type { Continent, CuratedPlace, Recipe } from './curated';
import type { DefaultArea } from './default-areas';
import { idOfCurated } from './add-curated';
import { fitArea, MAX_AREA_BYTES, type Shape } from './fit-area';
import { landFor } from './land';
import { DivisionNames, DivisionProperties } from './natural-earth';
import { asFeature, clippedTo, cutAtAntimeridian, polygonsOf, shifted } from './shapes';

export type DivisionRecord = DivisionProperties & DivisionNames;
type Division = (TopoPolygon<DivisionProperties> | TopoMultiPolygon<DivisionProperties>) & { properties: DivisionRecord };

/** Degrees. */
const MARGIN = 0.1;
/** A continent is never looked at closely. */
const CONTINENT_BYTES = 8_000;

/** First-level divisions with their shared borders, as `scripts/extract-natural-earth.ts` left them. */
export class Divisions {
  private readonly topology: Topology<{ admin1: GeometryCollection }>;
  readonly all: readonly Division[];
  private readonly byCountry: ReadonlyMap<string, Division[]>;
  private readonly byCode: ReadonlyMap<string, Division[]>;
  private readonly byParent: ReadonlyMap<string, Division[]>;
  private readonly shapes = new Map<string, Shape | null>();

  constructor(folder = 'data/gazetteer') {
    this.topology = JSON.parse(readFileSync(`${folder}/admin1.topojson`, 'utf8')) as Topology<{ admin1: GeometryCollection }>;
    const names = z.record(z.string(), DivisionNames).parse(JSON.parse(readFileSync(`${folder}/admin1-names.json`, 'utf8')));
    this.all = this.topology.objects.admin1.geometries.flatMap((g) => {
      if (g.type !== 'Polygon' && g.type !== 'MultiPolygon') return [];
      const properties = DivisionProperties.parse(g.properties);
      return [{ ...g, properties: { ...properties, ...(names[properties.id] ?? { iso: '', type_en: '', alt: [] }) } }];
    });
    this.byCountry = groupBy(this.all, (p) => p.country);
    this.byCode = groupBy(this.all, (p) => p.code);
    this.byParent = groupBy(this.all, (p) => p.within);
  }

  shapeOf(division: Division): Shape {
    const shape = feature(this.topology, division);
    if (!('geometry' in shape) || (shape.geometry.type !== 'Polygon' && shape.geometry.type !== 'MultiPolygon'))
      throw new Error(`admin1.topojson: ${division.properties.id} is no area`);
    return shape.geometry;
  }

  /** Everything of a country, its overseas divisions with it, or null. */
  country(code: string): Shape | null {
    return this.union([code]);
  }

  /** First-level divisions by GeoNames' code as one, from their own outlines or from what lies in them, or null. */
  admin1(...codes: string[]): Shape | null {
    return this.merged(
      `division ${codes.join()}`,
      codes.flatMap((code) => this.byCode.get(code) ?? this.byParent.get(code) ?? []),
    );
  }

  /** Several countries as one, without the borders between them, or null. */
  union(countries: readonly string[]): Shape | null {
    return this.merged(
      countries.join(),
      countries.flatMap((code) => this.byCountry.get(code) ?? []),
    );
  }

  private merged(key: string, parts: readonly Division[]): Shape | null {
    const held = this.shapes.get(key);
    if (held !== undefined) return held;
    const shape = parts.length === 0 ? null : merge(this.topology, [...parts]);
    this.shapes.set(key, shape);
    return shape;
  }
}

/** Every area by its place's id, as JSON text of 20 kB at most, and which of them are circles by rule. */
export function buildAreas(
  divisions: Divisions,
  countries: readonly string[],
  countryShapes: ReadonlyMap<string, Shape>,
  admin1Codes: Iterable<string>,
  continents: readonly Continent[],
  curated: readonly CuratedPlace[],
  defaults: (has: (id: string) => boolean) => Iterable<DefaultArea>,
): { areas: Map<string, string>; circles: Set<string> } {
  const areas = new Map<string, string>();
  const put = (id: string, shape: Shape | LineString | null, limit = MAX_AREA_BYTES): void => {
    const text = shape === null ? null : fitArea(shape, limit);
    if (text !== null) areas.set(id, text);
  };
  for (const division of divisions.all) put(division.properties.id, divisions.shapeOf(division));
  const outlined = new Set(divisions.all.map((d) => d.properties.code));
  for (const code of admin1Codes) if (!outlined.has(code)) put(`admin1:${code}`, divisions.admin1(code));
  for (const code of countries) put(`iso:${code}`, countryShapes.get(code) ?? divisions.country(code));
  for (const continent of continents) put(`continent:${continent.code}`, divisions.union(continent.countries), CONTINENT_BYTES);
  for (const place of curated) {
    if (!place.area) continue;
    const id = idOfCurated(place);
    put(id, drawn(place.area, divisions));
    if (!areas.has(id)) console.warn(`places.json: the area of ${place.id} comes out empty`);
  }
  const circles = new Set<string>();
  for (const { id, shape, isCircle } of [...defaults((id) => areas.has(id))]) {
    put(id, 'hull' in shape ? drawn(shape, divisions) : shape);
    if (isCircle) circles.add(id);
  }
  return { areas, circles };
}

/** A curated recipe carried out, or null where it comes out empty. */
function drawn(recipe: Recipe, divisions: Divisions): Shape | LineString | null {
  if ('line' in recipe) return { type: 'LineString', coordinates: recipe.line };
  if ('countries' in recipe) return divisions.union(recipe.countries);
  if ('admin1' in recipe) return divisions.admin1(...recipe.admin1);
  const hull: Feature<Polygon> = { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [closed(recipe.hull)] } };
  if (recipe.clip === undefined) return cutAtAntimeridian(hull.geometry);
  const [west, , east] = bbox(hull);
  const cover = Array.isArray(recipe.clip) ? divisions.union(recipe.clip) : landFor(east - west);
  if (cover === null) return null;
  // The world's land has tens of thousands of points: only those near the hull take part.
  const near = asFeature(clippedAround(cover, hull));
  if (near.geometry.coordinates.length === 0) return recipe.clip === 'water' ? cutAtAntimeridian(hull.geometry) : null;
  const both = featureCollection<Shape>([hull, near]);
  const result = (recipe.clip === 'water' ? difference(both) : intersect(both))?.geometry;
  return result === undefined ? null : cutAtAntimeridian(result);
}

/** What of an area lies in a hull's box, repeated a turn further east where the hull goes on beyond 180. */
function clippedAround(cover: Shape, hull: Feature<Polygon>): Shape {
  const [w, s, e, n] = bbox(hull) as [number, number, number, number];
  // A margin keeps the box's own edges, which clipping adds, off the hull's.
  const [west, south, east, north] = [w - MARGIN, s - MARGIN, e + MARGIN, n + MARGIN];
  const here = polygonsOf(clippedTo(cover, [west, south, Math.min(east, 180), north]));
  if (e <= 180) return { type: 'MultiPolygon', coordinates: here };
  const beyond = shifted(clippedTo(cover, [Math.max(west - 360, -180), south, east - 360, north]), 360);
  return { type: 'MultiPolygon', coordinates: [...here, ...polygonsOf(beyond)] };
}

function closed(ring: readonly [number, number][]): [number, number][] {
  const [first] = ring;
  const last = ring.at(-1);
  if (first === undefined || last === undefined || (first[0] === last[0] && first[1] === last[1])) return [...ring];
  return [...ring, first];
}

function groupBy(divisions: readonly Division[], key: (properties: DivisionRecord) => string | null | undefined): Map<string, Division[]> {
  const groups = new Map<string, Division[]>();
  for (const division of divisions) {
    const name = key(division.properties);
    if (name) groups.set(name, [...(groups.get(name) ?? []), division]);
  }
  return groups;
}
