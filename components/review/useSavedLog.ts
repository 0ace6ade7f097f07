import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import useSWR from 'swr';
import { ask } from '@/components/library/ask';
import type { Correction } from '@/lib/review/corrections';

interface Log {
  readonly corrections: readonly Correction[];
}

/** The log of a saved article, which the library keeps. */
export interface SavedLog {
  /** Null where nothing was ever corrected. */
  readonly entries: readonly Correction[] | null;
  /** False where the library did not take the last entries: they are held, and sent again with the next. */
  readonly isKept: boolean;
  readonly isLoading: boolean;
  readonly add: (entries: readonly Correction[]) => void;
}

const NONE: readonly Correction[] = [];

/** Follows the log of an article of the library; nothing for null. */
export function useSavedLog(id: string | null): SavedLog | null {
  const path = id === null ? null : `/api/articles/${encodeURIComponent(id)}/corrections`;
  const { data, error, mutate } = useSWR<Log, unknown>(path, ask<Log>);
  const [unsent, setUnsent] = useState<readonly Correction[]>(NONE);
  const [failed, setFailed] = useState(false);
  const waiting = useRef(unsent);
  const sending = useRef(false);

  const send = useCallback(async () => {
    if (path === null || sending.current || waiting.current.length === 0) return;
    sending.current = true;
    try {
      while (waiting.current.length > 0) {
        const sent = waiting.current;
        const log = await ask<Log>(path, 'POST', { corrections: sent });
        waiting.current = waiting.current.filter((entry) => !sent.includes(entry));
        await mutate(log, { revalidate: false });
        setUnsent(waiting.current);
      }
      setFailed(false);
    } catch (problem) {
      console.warn('The library did not take the corrections.', problem);
      setFailed(true);
    } finally {
      sending.current = false;
    }
  }, [path, mutate]);

  useEffect(() => {
    const again = () => void send();
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [send]);

  const add = useCallback(
    (entries: readonly Correction[]) => {
      waiting.current = [...waiting.current, ...entries];
      setUnsent(waiting.current);
      void send();
    },
    [send],
  );
  const entries = useMemo(() => {
    const kept = data?.corrections ?? NONE;
    const known = new Set(kept.map((entry) => entry.id));
    const all = [...kept, ...unsent.filter((entry) => !known.has(entry.id))];
    return all.length === 0 ? null : all;
  }, [data, unsent]);
  if (id === null) return null;
  return { entries, isKept: !failed && error === undefined, isLoading: data === undefined && error === undefined, add };
}
