import type { Kind, Place, Relation, Resolution, WherePrecision } from '../types';
import { NEAR_KM, TERRITORIAL_KM, wherePrecision } from './precision';

/** What of the gazetteer it takes to say where a mention puts something, without drawing it. */
export interface PlacementSource {
  place(index: number): Place;
  /** Whether the sources know the place's point only roughly. */
  isApproximate(index: number): boolean;
  isArea(place: Place): boolean;
  /** The division that a town's countryside is: the governorate that bears its name; null where there is none. */
  countryside(index: number): number | null;
}

/** Where a mention puts something: in a place, or in some relation to it. */
export interface Placement {
  /** The feature's id: the place's, with what tells the relation behind a stroke. */
  readonly id: string;
  readonly index: number;
  readonly place: Place;
  readonly isArea: boolean;
  /** Null where it is simply in the place. */
  readonly relation: Relation | null;
  readonly wherePrecision: WherePrecision;
}

/**
 * Where a mention puts something, and how exactly the text says so (UCDP GED's `where_prec`): the one place that decides
 * it, for the map, for `--jsonl` and for incidents. Null for a resolution without candidates. Draws nothing.
 */
export function placementOf({ mention, candidates }: Resolution, source: PlacementSource): Placement | null {
  const best = candidates[0];
  return best ? placementAt(best.place, mention.relation, source) : null;
}

/** The same of a place by its index, in some relation to it or simply in it. */
export function placementAt(named: number, said: Relation | null, source: PlacementSource): Placement {
  const { index, relation } = inCountryside(named, said, source);
  const place = source.place(index);
  const isArea = source.isArea(place);
  const drawn = relation && isDrawable(place, isArea, relation) ? relation : null;
  const id = drawn ? `${place.id}/${suffixOf(drawn)}` : place.id;
  return { id, index, place, isArea, relation: drawn, wherePrecision: precisionOf(place, isArea, drawn, source.isApproximate(index)) };
}

/**
 * Where a mention's own words begin: with the direction, where it picks out a part of an area. The words are the
 * mention's, since a placement may be shared by all mentions of one place.
 */
export function mentionStart(mention: Resolution['mention'], { isArea, relation }: Placement): number {
  const start = isArea && relation?.type === 'part' ? (mention.relation?.directionStart ?? -1) : -1;
  return start >= 0 && start < mention.start ? start : mention.start;
}

/** The countryside of a town is its governorate, or a part of it; where it has none, what lies around the town. */
function inCountryside(index: number, relation: Relation | null, source: PlacementSource): { index: number; relation: Relation | null } {
  if (relation?.type !== 'countryside') return { index, relation };
  const isArea = source.isArea(source.place(index));
  const division = isArea ? index : source.countryside(index);
  if (division === null) return { index, relation: { ...relation, type: relation.direction ? 'direction' : 'around' } };
  return { index: division, relation: relation.direction ? { ...relation, type: 'part' } : null };
}

/** Kinds that have sides but no surroundings worth drawing: too large, or with no certain edge. */
const WITHOUT_SURROUNDINGS: ReadonlySet<Kind> = new Set<Kind>(['continent', 'sea', 'gulf', 'strait', 'river', 'desert', 'mountain']);

function isDrawable(place: Place, isArea: boolean, { type, direction }: Relation): boolean {
  // The centre of a town is the town.
  if (!isArea) return !(direction === 'central' && (type === 'part' || type === 'direction')) && type !== 'border';
  if (type === 'part') return true;
  if (WITHOUT_SURROUNDINGS.has(place.kind) || (place.kind === 'region' && place.countryCode === null)) return false;
  // Around Iraq, outside Iraq: all over it, anywhere but there.
  return type !== 'around' && direction !== 'central';
}

function suffixOf({ type, direction, distanceKm }: Relation): string {
  const away = distanceKm === null ? '' : `${distanceKm < 1 ? Math.round(distanceKm * 10) / 10 : Math.round(distanceKm)}km`;
  switch (type) {
    case 'part':
      return direction ?? type;
    case 'direction':
      return `${direction ?? ''}-of`;
    case 'distance':
      return direction ? `${away}-${direction}` : away;
    case 'around':
      return direction ? `${direction}-of` : 'near';
    default:
      return away ? `${type}-${away}` : type;
  }
}

function precisionOf(place: Place, isArea: boolean, relation: Relation | null, approximate: boolean): WherePrecision {
  if (!relation) return wherePrecision(place.kind, place.countryCode, false, approximate, place.id.startsWith('iso:'));
  const { type, distanceKm } = relation;
  if (type === 'offshore') return distanceKm !== null && distanceKm <= TERRITORIAL_KM ? 5 : 7;
  if (isArea) return 5;
  return distanceKm !== null && distanceKm > NEAR_KM ? 5 : 2;
}
