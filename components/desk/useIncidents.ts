import { useMemo } from 'react';
import { passes, type IncidentFilter } from '@/components/incidents/filter';
import type { ArticleMap, MapIncident } from '@/lib/types';

const NONE: readonly MapIncident[] = [];

/** The article's incidents that pass the filter: the same list as long as article and filter are the same. */
export function useIncidents(map: ArticleMap | null, filter: IncidentFilter): readonly MapIncident[] {
  const all = map?.incidents ?? NONE;
  return useMemo(() => all.filter((incident) => passes(incident, filter)), [all, filter]);
}
