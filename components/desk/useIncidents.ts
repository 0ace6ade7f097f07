import { useMemo } from 'react';
import { passes, type IncidentFilter } from '@/components/incidents/filter';
import type { ArticleMap, MapIncident } from '@/lib/types';

const NONE: readonly MapIncident[] = [];

/** The article's incidents that pass the filter: the same list as long as article and filter say the same. */
export function useIncidents(map: ArticleMap | null, filter: IncidentFilter): readonly MapIncident[] {
  const all = map?.incidents ?? NONE;
  // Each change of the address makes a new filter: it is compared by what it says, or the map would be drawn anew each time.
  const key = JSON.stringify(filter);
  return useMemo(() => {
    const same = JSON.parse(key) as IncidentFilter;
    return all.filter((incident) => passes(incident, same));
  }, [all, key]);
}
