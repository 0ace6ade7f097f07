import { useCallback, useMemo, useState } from 'react';
import useSWR from 'swr';
import type { IncidentFilter } from '@/components/incidents/filter';
import { typeOfSlug } from '@/components/incidents/types';
import { useInitials } from '@/components/review/useInitials';
import type { Locale } from '@/components/ui/locale';
import { fill } from '@/components/ui/messages';
import type { EventsAnswer, Report } from '@/lib/api/events-request';
import { ask } from './ask';
import { eventsOf, type LibraryEvent } from './events';
import { libraryMessages, reasonOf } from './words';

/** The parameters by which the API filters incidents as the page does; actors are filtered on the page alone. */
export function filterParams({ types, statuses, from, to }: IncidentFilter, others: Readonly<Record<string, string>>): string {
  const params = new URLSearchParams(others);
  const names = types.flatMap((slug) => typeOfSlug(slug) ?? []);
  if (names.length > 0) params.set('type', names.join(','));
  if (statuses.length > 0) params.set('status', statuses.join(','));
  if (from !== null) params.set('from', from);
  if (to !== null) params.set('to', to);
  return params.toString();
}

export interface Events {
  /** Null while they are fetched; without events where there are too many, and tiles are drawn. */
  readonly answer: EventsAnswer | null;
  readonly events: readonly LibraryEvent[];
  readonly isCrowd: boolean;
  readonly error: unknown;
  readonly retry: () => void;
  /** What became of the last link or cut, in words. */
  readonly said: { readonly words: string; readonly failed: boolean };
  /** Says that a report tells of another event than the others. */
  readonly cut: (event: LibraryEvent, report: Report) => Promise<void>;
  /** Says that two events are one. */
  readonly link: (one: LibraryEvent, other: LibraryEvent) => Promise<void>;
}

const NONE: readonly LibraryEvent[] = [];

/** The events of a collection: all of them, or where those are too many, those that pass the filter. */
export function useEvents(collection: string, filter: IncidentFilter, locale: Locale): Events {
  const words = libraryMessages[locale].event;
  const [initials] = useInitials();
  const [said, setSaid] = useState({ words: '', failed: false });
  const options = { revalidateOnFocus: false, shouldRetryOnError: false, keepPreviousData: true };
  const whole = useSWR<EventsAnswer, unknown>(`/api/events?collection=${encodeURIComponent(collection)}&locale=${locale}`, ask, options);
  const isMany = whole.data !== undefined && whole.data.reports > whole.data.limit;
  const some = useSWR<EventsAnswer, unknown>(
    isMany ? `/api/events?${filterParams(filter, { collection })}&locale=${locale}` : null,
    ask,
    options,
  );
  const { data, error, mutate } = isMany ? some : whole;
  const answer = data ?? null;
  const events = useMemo(() => (answer === null ? NONE : eventsOf(answer)), [answer]);

  const put = useCallback(
    async (pairs: readonly { a: string; b: string }[], state: 'same' | 'cut', done: string) => {
      try {
        await ask('/api/links', 'POST', { links: pairs.map((pair) => ({ ...pair, state })), by: initials.trim() || null });
        setSaid({ words: done, failed: false });
        await mutate();
      } catch (problem) {
        setSaid({ words: fill(words.failed, { reason: reasonOf(problem, locale) }), failed: true });
      }
    },
    [initials, mutate, words, locale],
  );
  return {
    answer,
    events,
    isCrowd: answer !== null && answer.reports > answer.limit,
    error: answer === null ? error : undefined,
    retry: () => void mutate(),
    said,
    cut: (event, { id: a }) =>
      put(
        event.reports.filter(({ id }) => id !== a).map(({ id: b }) => ({ a, b })),
        'cut',
        words.cutDone,
      ),
    link: (one, other) =>
      put(
        one.reports.flatMap(({ id: a }) => other.reports.map(({ id: b }) => ({ a, b }))),
        'same',
        words.linkDone,
      ),
  };
}
