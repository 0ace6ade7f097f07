import { distance } from '@turf/turf';
import type { Kind, Place } from '../types';

/** How exactly a kind of place says where: the higher, the more exact. */
export function exactness(kind: Kind): number {
  switch (kind) {
    case 'continent':
      return -1;
    case 'country':
      return 0;
    case 'territory':
    case 'region':
    case 'sea':
    case 'gulf':
      return 1;
    case 'admin1':
    case 'desert':
    case 'river':
    case 'strait':
    case 'mountain':
    case 'lake':
    case 'island':
      return 2;
    case 'admin2':
      return 3;
    case 'city':
    case 'town':
    case 'village':
      return 4;
    default:
      return 5;
  }
}

/** Features that run through many places: "on the Congo River near Mbandaka". */
const NATURAL: ReadonlySet<Kind> = new Set<Kind>(['river', 'lake', 'sea', 'gulf', 'strait', 'mountain', 'desert']);

/** How far a town may lie from the middle of its island. */
const ISLAND_KM = 400;

/** Whether the first place can lie within the second. */
export function isWithin(inner: Place, outer: Place): boolean {
  if (inner.id === outer.id) return true;
  if (exactness(inner.kind) < exactness(outer.kind)) return false;
  if (outer.kind === 'country' || outer.kind === 'territory' || outer.kind === 'region')
    return inner.countryCode !== null && inner.countryCode === outer.countryCode;
  if (outer.kind === 'island')
    return (
      exactness(inner.kind) > exactness(outer.kind) &&
      inner.countryCode === outer.countryCode &&
      distance([...inner.labelPoint], [...outer.labelPoint]) < ISLAND_KM
    );
  if (NATURAL.has(outer.kind)) return exactness(inner.kind) > exactness(outer.kind);
  // Which district a town lies in the gazetteer does not say: it can be any of its division.
  if (outer.kind === 'admin2')
    return (
      exactness(inner.kind) > 3 && inner.countryCode === outer.countryCode && inner.admin1 !== null && inner.admin1.en === outer.admin1?.en
    );
  if (outer.kind === 'admin1') return inner.countryCode === outer.countryCode && inner.admin1?.en === (outer.admin1?.en ?? outer.names.en);
  return false;
}
