import { centroid, pointOnFeature, polygon } from '@turf/turf';
import countryCodes from 'i18n-iso-countries';
import type { Feature, Geometry, MultiPolygon, Point, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { stripHarakat } from './arabic';
import type { Admin1Topology } from './boundaries';
import { admin1Zooms, divisionOf, outlineOf } from './boundaries';
import type { LabelProperties } from './places';
import { sizeOf, zoomForSize } from './size';
import waters from '../../data/map/waters.json';

type Label = Feature<Point, LabelProperties>;

export interface NamedPoint {
  readonly labelPoint: readonly [number, number];
  readonly names: { readonly en: string; readonly ar: string | null };
}

/** The atlas gives these no number. */
const ATLAS_CODES: Record<string, string> = { Kosovo: 'XK' };
/** A country whose outline the atlas does not have is small. */
const SMALL_COUNTRY_KM = 25;

/** Names of countries, shown as soon as the country is about as wide as its name. */
export function countryLabels(
  countries: readonly (NamedPoint & { code: string })[],
  atlas: Topology<{ countries: GeometryCollection<{ name: string }> }>,
): Label[] {
  const sizes = new Map<string, number>();
  for (const outline of feature(atlas, atlas.objects.countries).features) {
    const code = ATLAS_CODES[outline.properties.name] ?? countryCodes.numericToAlpha2(String(outline.id ?? ''));
    // Islands far off share their country's number.
    if (code) sizes.set(code, Math.max(sizes.get(code) ?? 0, sizeOf(outline.geometry)));
  }
  return countries.map((country) => {
    const zoom = zoomForSize(sizes.get(country.code) ?? SMALL_COUNTRY_KM, 42);
    return label(country, Math.max(1.2, Math.min(7, zoom)), { code: country.code });
  });
}

/** Names of first-level divisions, shown when the divisions of the country are about as wide as a name; a country that is its own division has its name already. */
export function admin1Labels(admin1: Admin1Topology, countries: readonly NamedPoint[]): Label[] {
  const written = new Set(countries.map((country) => country.names.en));
  const zooms = admin1Zooms(admin1);
  return admin1.objects.admin1.geometries.flatMap((geometry) => {
    const { country, en, ar } = divisionOf(geometry);
    if (!en || written.has(en)) return [];
    const outline = outlineOf(admin1, geometry);
    const zoom = Math.max((zooms.get(country) ?? 7) + 0.9, zoomForSize(sizeOf(outline), 60));
    const names = { en, ar };
    return zoom > 10 ? [] : [label({ labelPoint: middleOf(outline), names }, zoom, { country })];
  });
}

/** By country, the Arabic words in the names of its first-level divisions. */
export function divisionWords(admin1: Admin1Topology): Map<string, Set<string>> {
  const words = new Map<string, Set<string>>();
  for (const { country, ar } of admin1.objects.admin1.geometries.map(divisionOf)) {
    words.set(country, new Set([...(words.get(country) ?? []), ...stripHarakat(ar ?? '').split(' ')]));
  }
  return words;
}

/** Names of oceans, seas, gulfs and straits. */
export function waterLabels(places: readonly (NamedPoint & { kind: string })[]): Label[] {
  const byKind: Readonly<Record<string, number>> = waters.zoomByKind;
  const byName: Readonly<Record<string, number>> = waters.zoomByName;
  const oceans = waters.oceans.map(({ kind, names, labelPoint: [lon = 0, lat = 0] }) => ({ kind, names, labelPoint: [lon, lat] as const }));
  const labelled = places.filter((place) => place.kind in byKind && !waters.leftOut.includes(place.names.en));
  return [...oceans, ...labelled].map((place) => label(place, byName[place.names.en] ?? byKind[place.kind] ?? 6, { kind: place.kind }));
}

function label({ labelPoint, names }: NamedPoint, z: number, more: object): Label {
  const ar = names.ar ? stripHarakat(names.ar) : null;
  const properties = { en: names.en, ...(ar ? { ar } : {}), z: Math.round(z * 10) / 10, ...more };
  return { type: 'Feature', geometry: { type: 'Point', coordinates: [...labelPoint] }, properties };
}

/** The centroid of the largest part where that lies inside it, otherwise some point that does. */
function middleOf(geometry: Geometry): [number, number] {
  const outline = largestPart(geometry);
  const centre = centroid(outline).geometry.coordinates;
  const [lon = 0, lat = 0] = isInside(centre, outline.geometry.coordinates[0] ?? [])
    ? centre
    : pointOnFeature(outline).geometry.coordinates;
  return [Math.round(lon * 1e3) / 1e3, Math.round(lat * 1e3) / 1e3];
}

function largestPart(geometry: Geometry): Feature<Polygon> {
  const parts = geometry.type === 'MultiPolygon' ? (geometry as MultiPolygon).coordinates : [(geometry as Polygon).coordinates];
  const polygons = parts.map((part) => polygon(part));
  return polygons.reduce((best, next) => (sizeOf(next.geometry) > sizeOf(best.geometry) ? next : best));
}

/** Even-odd rule. */
function isInside([lon = 0, lat = 0]: Position, ring: readonly Position[]): boolean {
  let inside = false;
  ring.forEach(([ax = 0, ay = 0], i) => {
    const [bx = 0, by = 0] = ring[(i || ring.length) - 1] ?? [];
    if (ay > lat !== by > lat && lon < ((bx - ax) * (lat - ay)) / (by - ay) + ax) inside = !inside;
  });
  return inside;
}
