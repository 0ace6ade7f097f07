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
    values: readonly T[],
    has: (incident: MapIncident, value: T) => boolean,
  ): Facet<T>[] => {
    const others = incidents.filter((incident) => passes(incident, { ...filter, [part]: [] }));
    const chosen: readonly string[] = filter[part];
    return values
      .filter((value) => chosen.includes(value) || incidents.some((incident) => has(incident, value)))
      .map((value) => ({ value, count: others.filter((incident) => has(incident, value)).length, chosen: chosen.includes(value) }));
  };
  const names = [...new Set(incidents.flatMap(({ actors }) => actors.map(({ name }) => name)))];
  return {
    types: count('types', INCIDENT_SLUGS, (incident, slug) => slugOf(incident.type) === slug),
    statuses: count('statuses', INCIDENT_STATUSES, (incident, status) => incident.status === status),
    actors: count('actors', names, ({ actors }, name) => actors.some((actor) => actor.name === name)),
  };
}
