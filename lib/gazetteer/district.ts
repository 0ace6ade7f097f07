import { KINDS } from '../types';
import type { Gazetteer } from './gazetteer';
import { distanceKm } from './relations';

/** A district with one known place still covers ground. */
const MIN_RADIUS_KM = 5;
/** Share of a district's places that its circle takes in; the rest are often filed wrongly. */
const SHARE = 0.9;

const known = new WeakMap<Gazetteer, Map<number, number>>();

/**
 * For a second-order division, which has no outline in the sources, the radius in kilometres of the circle around its
 * seat that takes in nine tenths of its populated places. Null for every other kind of place.
 */
export function districtRadiusKm(gazetteer: Gazetteer, place: number): number | null {
  if (KINDS[gazetteer.kind[place] ?? -1] !== 'admin2') return null;
  let radii = known.get(gazetteer);
  if (!radii) known.set(gazetteer, (radii = new Map()));
  let radius = radii.get(place);
  if (radius === undefined) {
    const distances: number[] = [];
    for (let i = 0; i < gazetteer.placeCount; i++) if (gazetteer.admin2[i] === place) distances.push(distanceKm(gazetteer, place, i));
    distances.sort((a, b) => a - b);
    radius = Math.max(MIN_RADIUS_KM, Math.ceil(distances[Math.floor((distances.length - 1) * SHARE)] ?? 0));
    radii.set(place, radius);
  }
  return radius;
}
