import type { Feature, Geometry, MultiLineString, Position } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';
import { unwrapLine, unwrapPolygons } from './antimeridian';
import { joinLines, LineIndex, splitLine } from './lines';
import type { Line } from './lines';
import { sizeOf, zoomForSize } from './size';

/** A stretch of the boundary between two countries of the world atlas that is not agreed; without `bbox` all of it. */
export interface DisputedPair {
  readonly countries: readonly [string, string];
  /** west, south, east, north */
  readonly bbox?: readonly [number, number, number, number];
  readonly note: string;
}

export interface BoundarySources {
  readonly atlas: Topology<{ countries: GeometryCollection<{ name: string }>; land: GeometryObject }>;
  /** Disputed lines of Natural Earth. */
  readonly disputedLines: readonly Line[];
  readonly pairs: readonly DisputedPair[];
  /** Degrees within which two lines count as one: the sources are generalized differently. */
  readonly tolerance: number;
}

export interface Boundaries {
  readonly land: Feature[];
  readonly coastline: Line[];
  readonly country: Line[];
  readonly disputed: Line[];
}

export interface Division {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly en: string;
  readonly ar: string | null;
}

export type Admin1Topology = Topology<{ admin1: GeometryCollection<Division> }>;

/** Degrees: the same points, but for rounding. */
const SAME = 0.002;
/** Enclaves of the atlas that are leases, not countries: their outline is no boundary between countries. */
const LEASES = new Set(['Baikonur', 'USNB Guantanamo Bay']);

/** Land, coasts, agreed and disputed boundaries of countries, each drawn once. */
export function countryBoundaries({ atlas, disputedLines, pairs, tolerance }: BoundarySources): Boundaries {
  const countries = atlas.objects.countries;
  const disputed = new LineIndex();
  const disputedParts: Line[] = [];
  const addDisputed = (lines: readonly Line[]): void => {
    for (const line of lines) {
      const fresh = disputed.apart([line], tolerance);
      disputed.add(fresh);
      disputedParts.push(...fresh);
    }
  };
  // Claims of two sides are given twice where they agree; only what is the very same line is left out here.
  for (const line of joinLines(disputedLines)) {
    const fresh = disputed.apart([line], SAME);
    disputed.add(fresh);
    disputedParts.push(...fresh);
  }
  const agreed: Line[] = [];
  for (const { names, lines } of sharedBoundaries(countries, atlas)) {
    if (names.some((name) => LEASES.has(name))) continue;
    const claims = pairs.filter((pair) => pair.countries.every((name) => names.includes(name)));
    const isDisputed = (a: Position, b: Position): boolean => claims.some(({ bbox }) => !bbox || (inside(a, bbox) && inside(b, bbox)));
    addDisputed(lines.flatMap((line) => splitLine(line, isDisputed)));
    agreed.push(...lines.flatMap((line) => splitLine(line, (a, b) => !isDisputed(a, b))));
  }
  return {
    land: landOf(atlas),
    coastline: outlines(mesh(atlas, countries, (a, b) => a === b)).flatMap((line) => splitLine(unwrapLine(line), isCoast)),
    country: disputed.apart(agreed, tolerance),
    disputed: joinLines(disputedParts),
  };
}

/** Boundaries between the first-level divisions of a country, by the country's code. */
export type Admin1Lines = Topology<Record<string, GeometryObject>>;

/**
 * Boundaries between first-level divisions of one country, grouped by the zoom from which they are worth drawing.
 * @param drawn lines that are drawn already; nothing of these comes again
 */
export function admin1Boundaries(
  lines: Admin1Lines,
  zooms: ReadonlyMap<string, number>,
  drawn: LineIndex,
  tolerance: number,
): { zoom: number; lines: Line[] }[] {
  const byZoom = new Map<number, Line[]>();
  for (const [country, object] of Object.entries(lines.objects)) {
    const zoom = zooms.get(country) ?? 7;
    byZoom.set(zoom, [...(byZoom.get(zoom) ?? []), ...drawn.apart(outlines(mesh(lines, object)), tolerance)]);
  }
  return [...byZoom].map(([zoom, own]) => ({ zoom, lines: own }));
}

/** For each country the zoom at which one of its ordinary divisions is about 45 pixels wide. */
export function admin1Zooms(admin1: Admin1Topology): Map<string, number> {
  const sizes = new Map<string, number[]>();
  for (const geometry of admin1.objects.admin1.geometries) {
    const country = divisionOf(geometry).country;
    const size = sizeOf(outlineOf(admin1, geometry));
    sizes.set(country, [...(sizes.get(country) ?? []), size]);
  }
  const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 1;
  return new Map([...sizes].map(([country, values]) => [country, zoomForSize(median(values), 45)]));
}

/** What is known of a division; the types allow for one without anything. */
export function divisionOf({ properties }: GeometryObject<Partial<Division>>): Division {
  return { country: '', en: '', ar: null, ...properties };
}

export function outlineOf(admin1: Admin1Topology, division: GeometryObject<Division>): Geometry {
  const outline = feature<Partial<Division>>(admin1, division);
  if (outline.type === 'FeatureCollection') throw new Error('admin1.topojson: a division is a collection, wanted one outline');
  return outline.geometry;
}

/** The shared arcs, by the pair of countries that share them. */
function sharedBoundaries(countries: GeometryCollection<{ name: string }>, atlas: Topology): { names: string[]; lines: Line[] }[] {
  const pairs = new Map<string, string[]>();
  mesh(atlas, countries, (a, b) => {
    const names = [nameOf(a), nameOf(b)].sort();
    if (a !== b) pairs.set(names.join('|'), names);
    return false;
  });
  return [...pairs.values()].map((names) => ({
    names,
    lines: outlines(mesh(atlas, countries, (a, b) => a !== b && [nameOf(a), nameOf(b)].sort().join('|') === names.join('|'))),
  }));
}

function landOf(atlas: Topology<{ land: GeometryObject }>): Feature[] {
  const land = feature(atlas, atlas.objects.land);
  return (land.type === 'FeatureCollection' ? (land.features as Feature<Geometry>[]) : [land]).flatMap(unwrapPolygons);
}

/** False along the edges where the atlas cuts the world open: the antimeridian and the south end. */
function isCoast(a: Position, b: Position): boolean {
  const [ax = 0, ay = 0] = a;
  const [bx = 0, by = 0] = b;
  return !(Math.abs(ax % 360) > 179.99 && Math.abs(bx % 360) > 179.99) && !(ay < -84.9 && by < -84.9);
}

function inside([lon = 0, lat = 0]: Position, [west, south, east, north]: readonly [number, number, number, number]): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north;
}

const nameOf = (geometry: { properties?: unknown }): string => (geometry.properties as { name?: string } | undefined)?.name ?? '';
const outlines = (lines: MultiLineString): Line[] => lines.coordinates;
