import { booleanPointInPolygon } from '@turf/turf';
import type { Position } from 'geojson';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { FEATURE_CODES } from '../../lib/gazetteer/feature-codes';
import { NONE } from '../../lib/gazetteer/gazetteer';
import { isArea } from '../../lib/gazetteer/kinds';
import { greatCircleKm } from '../../lib/gazetteer/relations';
import { type Kind, KINDS } from '../../lib/types';
import type { HullRecipe } from './curated';
import type { Shape } from './fit-area';
import type { IndexBuilder } from './index-builder';
import { landFor } from './land';
import { polygonsOf } from './shapes';

const Radii = z.object({
  kinds: z.partialRecord(z.enum(KINDS), z.number().positive()),
  places: z.record(z.string(), z.number().positive()),
});

/** The last feature code of a build without a whole dump. */
const LAST_OF_BASE = FEATURE_CODES.indexOf('TERR');
const EARTH_RADIUS_KM = 6371.009;
const CIRCLE_POINTS = 48;
/** How many radii away an island's farthest cape may lie. */
const ISLAND_REACH = 4;
/** A division with one known place still covers ground. */
const MIN_DIVISION_KM = 5;
/** Share of a division's places that its circle takes in; the rest are often filed wrongly. */
const SHARE = 0.9;
/** Kinds whose true outline may be a coast of Natural Earth. */
const ISLANDS = new Set<Kind>(['island', 'territory']);

/** An area by rule: its place's id, and how it is drawn. */
export interface DefaultArea {
  readonly id: string;
  readonly shape: Shape | HullRecipe;
  /** Whether it says no more than about how large the place is. */
  readonly isCircle: boolean;
}

/**
 * Areas for the places that cover ground but have neither outline nor recipe (`has` says which have): coasts of islands
 * that Natural Earth knows, else circles. Second-level divisions get none: the engine draws those from their places.
 */
export function* defaultAreas(builder: IndexBuilder, has: (id: string) => boolean): Generator<DefaultArea> {
  const { kinds, places } = Radii.parse(JSON.parse(readFileSync('data/gazetteer/default-radii.json', 'utf8')));
  const spread = spreadOf(builder, has);
  for (let i = 0; i < builder.size; i++) {
    const kind = KINDS[builder.kind[i] ?? -1];
    // What only a whole dump has (rivers, hills, lakes by the hundred thousand) keeps its point.
    if (kind === undefined || kind === 'admin2' || !isArea(kind) || (builder.featureCode[i] ?? 0) > LAST_OF_BASE) continue;
    const id = builder.id(i);
    if (has(id)) continue;
    const radius = places[id] ?? spread.get(i) ?? kinds[kind];
    if (radius === undefined) throw new Error(`default-radii.json: wanted a radius for ${kind} (${id})`);
    const centre: Position = [builder.lon[i] ?? 0, builder.lat[i] ?? 0];
    const coast = ISLANDS.has(kind) ? coastsWithin(centre, radius) : null;
    if (coast !== null) yield { id, shape: coast, isCircle: false };
    else yield { id, shape: { hull: circle(centre, radius) }, isCircle: true };
  }
}

/** For first-level divisions without an outline, the radius in kilometres that takes in nine tenths of their places. */
function spreadOf(builder: IndexBuilder, has: (id: string) => boolean): Map<number, number> {
  const outlined = new Map<number, boolean>();
  const bare = (division: number): boolean => {
    if (division === NONE) return false;
    let known = outlined.get(division);
    if (known === undefined) outlined.set(division, (known = has(builder.id(division))));
    return !known;
  };
  const distances = new Map<number, number[]>();
  for (let i = 0; i < builder.size; i++) {
    const division = builder.admin1[i] ?? NONE;
    if (!bare(division)) continue;
    const km = greatCircleKm(builder.lat[division] ?? 0, builder.lon[division] ?? 0, builder.lat[i] ?? 0, builder.lon[i] ?? 0);
    const held = distances.get(division);
    if (held === undefined) distances.set(division, [km]);
    else held.push(km);
  }
  return new Map(
    [...distances].map(([division, kms]) => {
      kms.sort((a, b) => a - b);
      return [division, Math.max(MIN_DIVISION_KM, Math.ceil(kms[Math.floor((kms.length - 1) * SHARE)] ?? 0))];
    }),
  );
}

/** The land that a point lies on, where that is an island, and those wholly within a circle; null where Natural Earth has none. */
function coastsWithin([lon = 0, lat = 0]: Position, radius: number): Shape | null {
  const reaches = (outer: readonly Position[], km: number): boolean =>
    outer.every(([px = 0, py = 0]) => greatCircleKm(lat, lon, py, px) <= km);
  const inside = polygonsOf(landFor(0)).filter(([outer = []]) => {
    const [, y = 0] = outer[0] ?? [];
    if (Math.abs(y - lat) > (radius * ISLAND_REACH) / 100) return false;
    if (reaches(outer, radius)) return true;
    return reaches(outer, radius * ISLAND_REACH) && booleanPointInPolygon([lon, lat], { type: 'Polygon', coordinates: [outer] });
  });
  return inside.length === 0 ? null : { type: 'MultiPolygon', coordinates: inside };
}

/** A circle on the sphere, counter-clockwise, that goes on beyond 180 degrees east where it crosses the antimeridian. */
function circle([lon = 0, lat = 0]: Position, radiusKm: number): [number, number][] {
  const angle = radiusKm / EARTH_RADIUS_KM;
  const [x, y] = [(lon * Math.PI) / 180, (lat * Math.PI) / 180];
  const points = Array.from({ length: CIRCLE_POINTS }, (_, i): [number, number] => {
    const bearing = (-2 * Math.PI * i) / CIRCLE_POINTS;
    const lat2 = Math.asin(Math.sin(y) * Math.cos(angle) + Math.cos(y) * Math.sin(angle) * Math.cos(bearing));
    const lon2 = x + Math.atan2(Math.sin(bearing) * Math.sin(angle) * Math.cos(y), Math.cos(angle) - Math.sin(y) * Math.sin(lat2));
    return [(lon2 * 180) / Math.PI, (lat2 * 180) / Math.PI];
  });
  return points.some(([px]) => px < -180) ? points.map(([px, py]) => [px + 360, py]) : points;
}
