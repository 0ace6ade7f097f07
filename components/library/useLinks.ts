import { useState } from 'react';
import { useInitials } from '@/components/review/useInitials';
import type { Locale } from '@/components/ui/locale';
import { fill } from '@/components/ui/messages';
import type { Report } from '@/lib/api/events-request';
import { ask } from './ask';
import type { LibraryEvent } from './events';
import { libraryMessages, reasonOf } from './words';

export interface Links {
  /** What became of the last link or cut, in words. */
  readonly said: { readonly words: string; readonly failed: boolean };
  /** Says that a report tells of another event than the others. */
  readonly cut: (event: LibraryEvent, report: Report) => Promise<void>;
  /** Says that two events are one; nothing where the other is not there, or is the same. */
  readonly link: (one: LibraryEvent, other: LibraryEvent | Promise<LibraryEvent | null>) => Promise<void>;
}

/** Cutting reports from events and linking events by hand; `after` fetches anew what is shown. */
export function useLinks(locale: Locale, after: () => Promise<unknown>): Links {
  const words = libraryMessages[locale].event;
  const [initials] = useInitials();
  const [said, setSaid] = useState({ words: '', failed: false });
  const put = async (wanted: Pairs | Promise<Pairs>, state: 'same' | 'cut', done: string) => {
    try {
      const pairs = await wanted;
      if (pairs.length === 0) return;
      await ask('/api/links', 'POST', { links: pairs.map((pair) => ({ ...pair, state })), by: initials.trim() || null });
      setSaid({ words: done, failed: false });
      await after();
    } catch (problem) {
      setSaid({ words: fill(words.failed, { reason: reasonOf(problem, locale) }), failed: true });
    }
  };
  return {
    said,
    cut: (event, { id: a }) =>
      put(
        event.reports.filter(({ id }) => id !== a).map(({ id: b }) => ({ a, b })),
        'cut',
        words.cutDone,
      ),
    link: (one, other) => put(pairsOf(one, other), 'same', words.linkDone),
  };
}

type Pairs = readonly { readonly a: string; readonly b: string }[];

async function pairsOf(one: LibraryEvent, asked: LibraryEvent | Promise<LibraryEvent | null>): Promise<Pairs> {
  const other = await asked;
  if (other === null || other.id === one.id) return [];
  return one.reports.flatMap(({ id: a }) => other.reports.map(({ id: b }) => ({ a, b })));
}
