import { bbox } from '@turf/turf';
import type { Geometry } from 'geojson';
import type { Direction, Place, Relation } from '../types';
import { atSea, bandAround, beyondEdge, edgeStrip, sharedStrip, sideOf } from './bands';
import { APPROXIMATE_KM, circleGeometry, pointGeometry } from './geometry';
import { isGround } from './lands';
import { innerPoint, tidied, type Area } from './outline';
import type { Part } from './parts';
import type { Placement, PlacementSource } from './placement';
import { NEAR_KM } from './precision';
import { BEARINGS, corridorPart, DISTANCE_MARGIN, LOOSE_HALF, sectorPart, WIND_HALF } from './sectors';

/** What of the gazetteer the features need, handed in so that this stage imports none of its insides. */
export interface PlaceSource extends PlacementSource {
  /** The area of a place (or the line of a river), or null where it has none. */
  geometry(place: Place): Geometry | null;
  /** The part of an area that a direction picks out, or null where the place has no area. */
  part(place: Place, direction: Direction): Part | null;
  /** What is drawn under a key: kept between articles. */
  kept(key: string, draw: () => Part | null): Part | null;
  /** The areas of all countries that reach into a box (west, south, east, north). */
  lands(box: readonly [number, number, number, number]): readonly Area[];
  /** A country by its ISO code, or null. */
  country(code: string): Place | null;
  /** Radius in kilometres of the circle that stands for a district, which has no outline in the sources; null for every other place. */
  districtRadiusKm(index: number): number | null;
}

/** Widths in kilometres where the text gives no distance: "near" a country or a smaller area, "off" a coast, "on" a border, "north of" an area. */
const NEAR_COUNTRY_KM = 50;
const OFFSHORE_KM = 50;
export const BORDER_KM = 25;
const BEYOND_KM = 100;

/** Draws where a mention puts something: an area wherever the text gives no point. */
export function draw(placement: Placement, source: PlaceSource): Part {
  const { place, index, relation } = placement;
  const drawn = relation && source.kept(placement.id, () => drawRelation(placement, relation, source));
  if (drawn) return drawn;
  const area = source.geometry(place);
  if (area) return { geometry: area, labelPoint: place.labelPoint };
  const radius = relation ? NEAR_KM : source.isApproximate(index) ? APPROXIMATE_KM : source.districtRadiusKm(index);
  return around(place, radius);
}

function around({ labelPoint }: Place, radiusKm: number | null): Part {
  return { geometry: radiusKm === null ? pointGeometry(labelPoint) : circleGeometry(labelPoint, radiusKm), labelPoint };
}

/** How far off, in kilometres, or null where the text does not say. */
function rangeOf({ type, distanceKm }: Relation): readonly [number, number] | null {
  if (distanceKm === null) return null;
  return type === 'within' ? [0, distanceKm] : [distanceKm * (1 - DISTANCE_MARGIN), distanceKm * (1 + DISTANCE_MARGIN)];
}

/** The kilometres that a band is wide where the text gives no distance; null where it does, or nothing is a band. */
export function assumedWidthKm({ isArea, place, relation }: Placement): number | null {
  if (!relation || relation.distanceKm !== null) return null;
  if (relation.type === 'offshore') return OFFSHORE_KM;
  if (!isArea) return relation.type === 'part' ? null : NEAR_KM;
  if (relation.type === 'direction') return isCountry(place) ? BEYOND_KM : BEYOND_KM / 2;
  if (relation.type === 'border') return BORDER_KM;
  return relation.type === 'near' ? (isCountry(place) ? NEAR_COUNTRY_KM : NEAR_KM) : null;
}

const isCountry = ({ kind }: Place): boolean => kind === 'country';

function drawRelation(placement: Placement, relation: Relation, source: PlaceSource): Part | null {
  const { place, isArea, index } = placement;
  if (isArea && relation.type === 'part') return relation.direction && source.part(place, relation.direction);
  const [from, to] = rangeOf(relation) ?? [0, assumedWidthKm(placement) ?? NEAR_KM];
  const bearing = relation.direction && BEARINGS[relation.direction];
  const area = isArea ? source.geometry(place) : null;
  if (!area || !isGround(area)) {
    const reach = (isArea ? source.districtRadiusKm(index) : null) ?? 0;
    return besidePoint(place, relation, from === 0 ? 0 : from + reach, to + reach, bearing, source);
  }
  const band = bandOf(area, relation, from, to, bearing, source);
  const geometry = band && tidied(band);
  return geometry && { geometry, labelPoint: innerPoint(geometry) };
}

function bandOf(area: Area, { type }: Relation, from: number, to: number, bearing: number | null, source: PlaceSource): Area | null {
  if (type === 'border') return edgeStrip(area, to);
  const band = bearing === null || type === 'offshore' ? bandAround(area, from, to) : beyondEdge(area, bearing, from, to);
  if (type !== 'offshore' || !band) return band;
  return atSea(band, source.lands(bbox(band) as [number, number, number, number])) ?? band;
}

function besidePoint(
  { labelPoint }: Place,
  { type, distanceKm }: Relation,
  from: number,
  to: number,
  bearing: number | null,
  source: PlaceSource,
): Part | null {
  const part = sectorPart(labelPoint, from, to, bearing, distanceKm === null ? LOOSE_HALF : WIND_HALF);
  if (type !== 'offshore' || !part || !isGround(part.geometry)) return part;
  const sea = atSea(part.geometry, source.lands(bbox(part.geometry) as [number, number, number, number]));
  const geometry = sea && tidied(sea);
  return geometry ? { geometry, labelPoint: innerPoint(geometry) } : part;
}

/** A place of a pair, with the side of it that the text means. */
export interface Side {
  readonly place: Place;
  readonly isArea: boolean;
  readonly direction: Direction | null;
}

/** The strip along the border of two areas, or the part of the first that lies near the second; null where they do not touch. */
export function drawBorder(id: string, a: Side, b: Side, oneSide: boolean, source: PlaceSource): Part | null {
  if (!a.isArea || !b.isArea) return null;
  return source.kept(id, () => {
    const [own, other] = [source.geometry(a.place), source.geometry(b.place)];
    if (!own || !other || !isGround(own) || !isGround(other)) return null;
    const part = a.direction && oneSide ? source.part(a.place, a.direction)?.geometry : null;
    const near = oneSide
      ? ((part && isGround(part) ? sideOf(part, other, BORDER_KM) : null) ?? sideOf(own, other, BORDER_KM))
      : sharedStrip(own, other, BORDER_KM);
    const geometry = near && tidied(near);
    return geometry && { geometry, labelPoint: innerPoint(geometry) };
  });
}

/** The corridor between two points; null for areas, whose middles are no ends of a road. */
export function drawBetween(id: string, a: Side, b: Side, source: PlaceSource): Part | null {
  if (a.isArea || b.isArea) return null;
  return source.kept(id, () => corridorPart(a.place.labelPoint, b.place.labelPoint));
}
