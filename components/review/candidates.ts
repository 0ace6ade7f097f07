import type { ListedPlace } from '@/lib/api/gazetteer-request';
import type { Coordinates, Kind, PlaceFeature, Reason } from '@/lib/types';

/** A place that a name may mean, with its number on the keys and on the map. */
export interface Candidate {
  readonly n: number;
  /** The gazetteer's id, without what tells a relation. */
  readonly id: string;
  readonly name: string;
  readonly countryCode: string | null;
  readonly admin1: string | null;
  readonly kind: Kind | null;
  readonly point: Coordinates;
  readonly why: readonly Reason[];
  /** Whether the map has it there now. */
  readonly current: boolean;
}

/** As many as there are keys from 1 to 9. */
const MOST = 9;

/** What a place of the map may mean: what it is taken for, then the runners-up. */
export function candidatesOf({ id, properties }: PlaceFeature): Candidate[] {
  const { name, countryCode, admin1, kind, labelPoint, why, alternatives } = properties;
  const own = { id, name, countryCode, admin1, kind, point: labelPoint, why, current: true };
  const others = alternatives
    // What was once drawn by hand cannot be asked of the gazetteer: undo brings it back.
    .filter((other) => !/^placed:|\/placed-/.test(other.id))
    .map((other) => ({
      ...other,
      id: baseOf(other.id),
      admin1: null,
      kind: null,
      point: other.labelPoint,
      why: other.why ?? [],
      current: false,
    }));
  return [own, ...others].slice(0, MOST).map((one, i) => ({ ...one, n: i + 1 }));
}

/** What a search of the gazetteer found, numbered. */
export function candidatesFound(places: readonly ListedPlace[], locale: 'ar' | 'en'): Candidate[] {
  return places.slice(0, MOST).map(({ id, name, countryCode, admin1, kind, labelPoint }, i) => ({
    n: i + 1,
    id,
    name,
    countryCode,
    admin1: (locale === 'ar' ? admin1?.ar : null) ?? admin1?.en ?? null,
    kind,
    point: labelPoint,
    why: [],
    current: false,
  }));
}

function baseOf(id: string): string {
  return id.split('/')[0] ?? id;
}
