import { INCIDENT_STATUSES, type IncidentStatus, type MapIncident } from '@/lib/types';
import { INCIDENT_SLUGS, slugOf } from './types';

/** What is let through. An empty list lets everything through. */
export interface IncidentFilter {
  /** Slugs of event types. */
  readonly types: readonly string[];
  readonly statuses: readonly IncidentStatus[];
  /** Names as the text has them. */
  readonly actors: readonly string[];
  /** Calendar days, inclusive, ISO 8601; null is open. */
  readonly from: string | null;
  readonly to: string | null;
}

export const NO_FILTER: IncidentFilter = { types: [], statuses: [], actors: [], from: null, to: null };

/** Whether anything is held back. */
export function isFiltering({ types, statuses, actors, from, to }: IncidentFilter): boolean {
  return types.length > 0 || statuses.length > 0 || actors.length > 0 || from !== null || to !== null;
}

/** Whether an incident passes. One without a date passes no filter of dates: nobody says that it happened then. */
export function passes(incident: MapIncident, { types, statuses, actors, from, to }: IncidentFilter): boolean {
  if (types.length > 0 && !types.includes(slugOf(incident.type))) return false;
  if (statuses.length > 0 && !statuses.includes(incident.status)) return false;
  if (actors.length > 0 && !incident.actors.some(({ name }) => actors.includes(name))) return false;
  if (from === null && to === null) return true;
  // ISO days compare as text. A month that reaches into the range may have brought it then.
  return incident.date !== null && (to === null || incident.date.start <= to) && (from === null || incident.date.end >= from);
}

/** A value that can be chosen, how many incidents would be shown with it, and whether it is chosen. */
export interface Facet<T extends string = string> {
  readonly value: T;
  readonly count: number;
  readonly chosen: boolean;
}

export interface Facets {
  readonly types: readonly Facet[];
  readonly statuses: readonly Facet<IncidentStatus>[];
  readonly actors: readonly Facet[];
}

/** What the filters offer: each value that occurs, counted among the incidents that pass all the other filters. */
export function facetsOf(incidents: readonly MapIncident[], filter: IncidentFilter): Facets {
  const count = <T extends string>(
    part: 'types' | 'statuses' | 'actors',
    order: readonly T[] | null,
    valuesOf: (incident: MapIncident) => readonly T[],
  ): Facet<T>[] => {
    const others = { ...filter, [part]: [] };
    const counts = new Map<T, number>();
    // Once over all of them: there may be thousands, and hundreds of values.
    for (const incident of incidents) {
      const counted = passes(incident, others) ? 1 : 0;
      for (const value of new Set(valuesOf(incident))) counts.set(value, (counts.get(value) ?? 0) + counted);
    }
    const chosen: readonly string[] = filter[part];
    const values = order?.filter((value) => chosen.includes(value) || counts.has(value)) ?? [...counts.keys()];
    return values.map((value) => ({ value, count: counts.get(value) ?? 0, chosen: chosen.includes(value) }));
  };
  return {
    types: count('types', INCIDENT_SLUGS, ({ type }) => [slugOf(type)]),
    statuses: count('statuses', INCIDENT_STATUSES, ({ status }) => [status]),
    actors: count('actors', null, ({ actors }) => actors.map(({ name }) => name)),
  };
}
