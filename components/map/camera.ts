import type { LngLatBoundsLike, Map as MapLibreMap } from 'maplibre-gl';
import marks from '@/data/map/marks.json';
import type { ArticleMap, Coordinates, PlaceFeature } from '@/lib/types';
import type { Padding } from './make-room';
import { formOf } from './marks';

/** West, south, east, north in degrees. */
export type Box = readonly [number, number, number, number];

/** Degrees shown around an exact point: its surrounding region. */
const AROUND_POINT = 2;
/** A place with less than this part of the heaviest one's weight is left out, unless it lies within the picture anyway. */
const LEAST_PART = 0.4;
/** Degrees from the middle within which a place is never left out, and how many times as far as most of the weight it may lie. */
const NEVER_FAR = 4;
const TOO_FAR = 2.5;
const MOST = 0.7;
/** Degrees of a country shown on each side of its label point at most: enough to know it by. */
const COUNTRY_REACH = 9;
/** Without anything to show: most of the inhabited world. */
const WORLD: Box = [-125, -45, 155, 65];

/**
 * What the camera opens on: all places of incidents that are not far from the rest; without any, the places where something is,
 * weighted by how exactly and how often they are named. Names that stand for someone count only where there is nothing else.
 * @param isWhole leaves out nothing that lies far off: a collection tells of many things
 */
export function openingBox(map: ArticleMap | null, isWhole = false): Box {
  const features = map?.features ?? [];
  const scenes = features.filter((feature) => incidentsAt(map, feature) > 0);
  const literal = features.filter((feature) => feature.properties.role === 'literal');
  const weighed = (scenes.length > 0 ? scenes : literal.length > 0 ? literal : features).map((feature) => ({
    box: boxOf(feature),
    point: feature.properties.labelPoint,
    weight: weightOf(feature, incidentsAt(map, feature)),
  }));
  const [heaviest, ...others] = (isWhole ? weighed : together(weighed)).sort((a, b) => b.weight - a.weight);
  if (!heaviest) return WORLD;
  const least = scenes.length > 0 ? 0 : LEAST_PART * heaviest.weight;
  return others.reduce((box, next) => (next.weight >= least ? union(box, next.box) : box), heaviest.box);
}

/** How many incidents are drawn at a place. */
function incidentsAt(map: ArticleMap | null, { id }: PlaceFeature): number {
  return (map?.incidents ?? []).filter(({ placeId }) => placeId === id).length;
}

/** The places without those that lie far from all the rest: one name misread must not open the map on half the world. */
function together<T extends { readonly point: Coordinates; readonly weight: number }>(places: readonly T[]): T[] {
  const lon = quantile(
    places.map(({ point, weight }) => [point[0], weight]),
    0.5,
  );
  const lat = quantile(
    places.map(({ point, weight }) => [point[1], weight]),
    0.5,
  );
  const distance = ({ point }: T): number => Math.hypot((point[0] - lon) * Math.cos((lat * Math.PI) / 180), point[1] - lat);
  const usual = quantile(
    places.map((place) => [distance(place), place.weight]),
    MOST,
  );
  return places.filter((place) => distance(place) <= Math.max(NEVER_FAR, TOO_FAR * usual));
}

/** The least value at which `part` of the weight is reached; 0 of nothing. */
function quantile(values: readonly (readonly [value: number, weight: number])[], part: number): number {
  const all = values.reduce((sum, [, weight]) => sum + weight, 0);
  let sum = 0;
  for (const [value, weight] of [...values].sort((a, b) => a[0] - b[0])) {
    sum += weight;
    if (sum >= part * all) return value;
  }
  return 0;
}

/** What the camera shows for one place. */
export function boxOf(feature: PlaceFeature): Box {
  const { labelPoint, wherePrecision } = feature.properties;
  const [lon, lat] = labelPoint;
  const form = formOf(feature);
  if (form === 'point' || form === 'near' || feature.geometry.type === 'Point') return around(lon, lat, AROUND_POINT);
  const [west, south, east, north] = feature.bbox;
  if (wherePrecision < 5 && form !== 'name') return [west, south, east, north];
  // A box that goes round the world because of one island is no picture of a country.
  const [w, s, e, n] = around(lon, lat, COUNTRY_REACH);
  return [Math.max(west, w), Math.max(south, s), Math.min(east, e), Math.min(north, n)];
}

/** Milliseconds that a flight over `pixels` of the screen takes. */
export function flightTime(pixels: number): number {
  return Math.round(Math.min(900, Math.max(300, 300 + pixels * 0.4)));
}

/** What is seen of the world where nothing covers the map; west is greater than east across the antimeridian. */
export function boxInView(map: MapLibreMap, { top, right, bottom, left }: Padding): Box {
  const { clientWidth, clientHeight } = map.getContainer();
  const northWest = map.unproject([left, top]);
  const southEast = map.unproject([clientWidth - right, clientHeight - bottom]);
  const isRound = southEast.lng - northWest.lng >= 360;
  const [west, east] = isRound ? [-180, 180] : [northWest.wrap().lng, southEast.wrap().lng];
  return [west, Math.max(-90, southEast.lat), east, Math.min(90, northWest.lat)];
}

/** As MapLibre wants it. */
export function toBounds([west, south, east, north]: Box): LngLatBoundsLike {
  return [west, south, east, north];
}

function weightOf({ properties }: PlaceFeature, incidents: number): number {
  const mentions = properties.mentions.filter((mention) => mention.role === properties.role).length;
  // The root: the fifth mention of a country says less than the first.
  return Math.sqrt(Math.max(1, incidents > 0 ? incidents : mentions)) * marks.exactness[properties.wherePrecision];
}

function around(lon: number, lat: number, degrees: number): Box {
  return [
    lon - degrees / Math.max(0.2, Math.cos((lat * Math.PI) / 180)),
    lat - degrees,
    lon + degrees / Math.max(0.2, Math.cos((lat * Math.PI) / 180)),
    lat + degrees,
  ];
}

function union(a: Box, b: Box): Box {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}
