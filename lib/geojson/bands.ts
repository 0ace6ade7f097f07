import { area as areaOf, bbox, bboxClip, bboxPolygon, buffer, center, destination, feature, polygon } from '@turf/turf';
import type { Position } from 'geojson';
import { coarser, fromOutlines, movedEast, outlinesOf, shared, united, without, type Area } from './outline';

/** What may be lost of an outline when it is widened: a share of the width. */
const COARSE_SHARE = 0.1;
/** Corners of a widened outline are quarter circles of so many steps. */
const CORNER_STEPS = 4;
/** Southern edge of what can be widened: around a pole there is no outside. */
const SOUTHERNMOST = -80;

/** An area and all that lies within a distance of it. Longitudes may run over ±180. Null for what surrounds a pole. */
export function widened(area: Area, km: number): Area | null {
  const [, south] = bbox(area) as [number, number, number, number];
  if (south < SOUTHERNMOST) return null;
  const grown: Area[] = [];
  for (const rings of outlinesOf(area)) {
    const [outer] = rings;
    if (!outer) continue;
    // Each outline has a projection of its own: one for Hawaii and Maine would bend both.
    const wide = buffer({ type: 'Polygon', coordinates: [outer] }, km, { units: 'kilometers', steps: CORNER_STEPS })?.geometry;
    if (wide) grown.push(unwrapped(wide, outer[0]?.[0] ?? 0));
  }
  return united(grown);
}

/** Undoes the wrap at ±180°, so that an outline stays in one piece: positions within half the world of `near`. */
function unwrapped(area: Area, near: number): Area {
  const turn = ([lon = 0, lat = 0]: Position): Position => [lon - near > 180 ? lon - 360 : lon - near < -180 ? lon + 360 : lon, lat];
  return fromOutlines(outlinesOf(area).map((rings) => rings.map((ring) => ring.map(turn)))) ?? area;
}

/** What lies outside an area, from one distance to another, in kilometres. */
export function bandAround(area: Area, fromKm: number, toKm: number): Area | null {
  const plain = coarser(area, toKm * COARSE_SHARE);
  const outer = widened(plain, toKm);
  const inner = fromKm > 0 ? widened(plain, fromKm) : plain;
  return outer && without(outer, inner ? aroundTheWorld(inner) : []);
}

/** Copies of an area that stand at fractions of the way, for a sweep. */
const SWEEP_STEPS = 6;

/** What lies beyond an area's edge in a direction: the area moved that way by `fromKm` to `toKm`, less the area itself. */
export function beyondEdge(area: Area, bearing: number, fromKm: number, toKm: number): Area | null {
  const plain = coarser(area, toKm * COARSE_SHARE);
  const copies: Area[] = [];
  for (let k = 1; k <= SWEEP_STEPS; k++) copies.push(moved(plain, bearing, fromKm + ((toKm - fromKm) * k) / SWEEP_STEPS));
  const swept = united(copies);
  const nearer = fromKm > 0 ? [1, 2, 3].map((k) => moved(plain, bearing, (fromKm * k) / 3)) : [];
  const beyond = swept && without(swept, [plain, ...nearer]);
  return beyond && shared(beyond, sideBox(plain, bearing, beyond));
}

/** The side of an area that a bearing points to, as far as `reach` goes: past its middle, not beside its foot. */
function sideBox(area: Area, bearing: number, reach: Area): Area {
  const largest = outlinesOf(area).reduce((a, b) => (areaOf(polygon(b)) > areaOf(polygon(a)) ? b : a));
  const [x = 0, y = 0] = center(polygon(largest)).geometry.coordinates;
  const [west, south, east, north] = bbox(reach) as [number, number, number, number];
  const [eastward, northward] = [Math.sin((bearing * Math.PI) / 180), Math.cos((bearing * Math.PI) / 180)];
  const side = (towards: number, middle: number, low: number, high: number) =>
    towards > 0.1 ? [middle, high] : towards < -0.1 ? [low, middle] : [low, high];
  const [[left = west, right = east], [low = south, high = north]] = [side(eastward, x, west, east), side(northward, y, south, north)];
  return bboxPolygon([left, low, right, high]).geometry;
}

function moved(area: Area, bearing: number, km: number): Area {
  const shift = (position: Position) => destination(position, km, bearing, { units: 'kilometers' }).geometry.coordinates;
  return fromOutlines(outlinesOf(area).map((rings) => rings.map((ring) => ring.map(shift)))) ?? area;
}

/** What of a band is sea: less the land of every country it touches. Null where that is next to nothing: inland. */
export function atSea(band: Area, lands: readonly Area[]): Area | null {
  const [west, south, east, north] = bbox(band) as [number, number, number, number];
  const cut = lands
    .flatMap((land) => aroundTheWorld(coarser(land, LAND_COARSE_KM)))
    .map((land) => fromOutlines(outlinesOf(bboxClip(feature(land), [west, south, east, north]).geometry as Area).filter(hasRing)))
    .filter((land) => land !== null);
  const sea = without(band, cut);
  const open = sea && fromOutlines(outlinesOf(sea).filter((rings) => areaOf(polygon(rings)) >= areaOf(band) * MIN_SEA_SHARE));
  return open;
}

/** Smaller waters are cracks between two countries' outlines. */
const MIN_SEA_SHARE = 0.02;
const LAND_COARSE_KM = 2.5;

const hasRing = ([outer]: readonly Position[][]) => (outer?.length ?? 0) >= 4;

/** An area where it lies, and where it would lie one turn farther, for what runs over ±180°. */
function aroundTheWorld(area: Area): Area[] {
  const [west, , east] = bbox(area) as [number, number, number, number];
  if (east > 170) return west < -170 ? [movedEast(area, -360), area, movedEast(area, 360)] : [area, movedEast(area, -360)];
  return west < -170 ? [area, movedEast(area, 360)] : [area];
}

/** The ground within a distance of the boundary that two areas share, on either side. Null where they share none. */
export function sharedStrip(a: Area, b: Area, km: number): Area | null {
  const [plainA, plainB] = [coarser(a, km * COARSE_SHARE), coarser(b, km * COARSE_SHARE)];
  const [wideA, wideB] = [widened(plainA, km), widened(plainB, km)];
  const both = wideA && wideB && shared(wideA, wideB);
  // Made coarser apart from each other, the two leave cracks along the boundary: one of them goes over it a little.
  const over = both && widened(plainA, 2 * km * COARSE_SHARE);
  const ground = over && united([over, plainB]);
  return ground && shared(both, ground);
}

/** The ground within a distance of an area's edge, on either side of it. */
export function edgeStrip(area: Area, km: number): Area | null {
  const plain = coarser(area, km * COARSE_SHARE);
  const outer = widened(plain, km);
  const inner = buffer(plain, -km, { units: 'kilometers', steps: CORNER_STEPS })?.geometry;
  return outer && without(outer, inner && outlinesOf(inner).length > 0 ? [inner] : []);
}

/** What of an area lies within a distance of another: the side of the border that is spoken of. */
export function sideOf(area: Area, other: Area, km: number): Area | null {
  const wide = widened(coarser(other, km * COARSE_SHARE), km);
  return wide && shared(wide, area);
}
