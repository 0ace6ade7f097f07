import { useMemo } from 'react';
import useSWR from 'swr';
import type { Locale } from '@/components/ui/locale';
import type { EventsAnswer } from '@/lib/api/events-request';
import { ask } from './ask';
import { eventsOf, type LibraryEvent } from './events';
import { useLinks, type Links } from './useLinks';

export interface Events extends Links {
  /** Null while they are fetched; without events where there are too many, and tiles are drawn. */
  readonly answer: EventsAnswer | null;
  readonly events: readonly LibraryEvent[];
  readonly isCrowd: boolean;
  readonly error: unknown;
  readonly retry: () => void;
}

const NONE: readonly LibraryEvent[] = [];

/** The events of a collection, all of them; none where those are too many to be held. */
export function useEvents(collection: string, locale: Locale): Events {
  const { data, error, mutate } = useSWR<EventsAnswer, unknown>(
    `/api/events?collection=${encodeURIComponent(collection)}&locale=${locale}`,
    ask,
    { revalidateOnFocus: false, shouldRetryOnError: false, keepPreviousData: true },
  );
  const answer = data ?? null;
  const events = useMemo(() => (answer === null ? NONE : eventsOf(answer)), [answer]);
  const links = useLinks(locale, mutate);
  return {
    answer,
    events,
    isCrowd: answer !== null && answer.reports > answer.limit,
    error: answer === null ? error : undefined,
    retry: () => void mutate(),
    ...links,
  };
}
