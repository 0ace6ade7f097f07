import { useMemo } from 'react';
import useSWR, { useSWRConfig } from 'swr';
import type { IncidentFilter } from '@/components/incidents/filter';
import type { Box } from '@/components/map/camera';
import { squareOf } from '@/components/map/crowd-layers';
import type { Locale } from '@/components/ui/locale';
import type { EventsAnswer } from '@/lib/api/events-request';
import type { FacetsAnswer } from '@/lib/api/facets-request';
import type { StoredIncident } from '@/lib/store/records';
import { ask } from './ask';
import { boxParam } from './crowd';
import { eventPasses, eventsOf, type LibraryEvent } from './events';
import { filterParams } from './filterParams';
import { useLinks } from './useLinks';
import { usePages } from './usePages';

const PAGE = '50';
const OPTIONS = { revalidateOnFocus: false, shouldRetryOnError: false } as const;

export interface CrowdAsked {
  readonly collection: string;
  readonly locale: Locale;
  readonly filter: IncidentFilter;
  /** What is chosen, as the address has it. */
  readonly incident: string | null;
  readonly place: string | null;
  /** The part of the world that is listed; null for all incidents, those without a place too. */
  readonly box: Box | null;
}

/** What the page holds of a collection that is too large to be held: counts, a page of the list, and what is chosen. */
export function useCrowd({ collection, locale, filter, incident, place, box }: CrowdAsked) {
  const query = filterParams(filter, { collection });
  const square = squareOf(place);
  const all = useSWR<FacetsAnswer, unknown>(`/api/facets?${new URLSearchParams({ collection }).toString()}`, ask, OPTIONS);
  const facets = useSWR<FacetsAnswer, unknown>(`/api/facets?${query}`, ask, { ...OPTIONS, keepPreviousData: true });
  const list = usePages<StoredIncident>(`/api/incidents?${query}&limit=${PAGE}${box === null ? '' : `&bbox=${boxParam(box)}`}`);
  const inSquare = usePages<StoredIncident>(square === null ? null : `/api/incidents?${query}&limit=${PAGE}&square=${square}`, false);
  const ofSquare = useSWR<FacetsAnswer, unknown>(square === null ? null : `/api/facets?${query}&square=${square}`, ask, OPTIONS);
  const told = useSWR<EventsAnswer, unknown>(incident === null ? null : eventAddress(collection, incident, locale), ask, OPTIONS);
  const filterKey = JSON.stringify(filter);
  const chosen = useMemo(() => {
    const [event] = told.data ? eventsOf(told.data) : [];
    return told.data && event && eventPasses(event, JSON.parse(filterKey) as IncidentFilter) ? { event, answer: told.data } : null;
  }, [told.data, filterKey]);
  const { mutate } = useSWRConfig();
  const links = useLinks(locale, () => mutate((key) => typeof key === 'string' && key.startsWith('/api/events')));
  return {
    query,
    /** Counts of all of it, and under the filter; null while they are fetched. */
    all: all.data ?? null,
    facets: facets.data ?? null,
    list,
    /** What the chosen mark stands for; null where none is chosen, or it is on its way. */
    square: square === null || inSquare.items === null || ofSquare.data === undefined ? null : { ...inSquare, total: ofSquare.data.total },
    chosen,
    error: all.error ?? facets.error ?? list.error ?? inSquare.error ?? ofSquare.error ?? told.error,
    retry: () => void mutate((key) => typeof key === 'string' && /^\/api\/(facets|events)/.test(key)).then(() => list.retry()),
    links,
    /** The event that an incident is a report of; null where there is none. */
    eventOf: async (id: string): Promise<LibraryEvent | null> =>
      eventsOf(await ask<EventsAnswer>(eventAddress(collection, id, locale)))[0] ?? null,
  };
}

export type CrowdHeld = ReturnType<typeof useCrowd>;

function eventAddress(collection: string, incident: string, locale: Locale): string {
  return `/api/events?${new URLSearchParams({ collection, incident, locale }).toString()}`;
}
