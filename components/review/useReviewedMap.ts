import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Change, Correction } from '@/lib/review/corrections';
import { replay } from '@/lib/review/replay';
import type { ArticleMap } from '@/lib/types';
import { useSavedLog } from './useSavedLog';
import { addToLog, keptLog, nothingKept, setLogAside, subscribeToLogs } from './reviewStore';

export interface Reviewed {
  /** As the reviewers left it; null while the machine's is not there, or what was corrected is still being read. */
  readonly map: ArticleMap | null;
  /** What the engine gave. */
  readonly machine: ArticleMap | null;
  /** Everything that was ever changed, and what of it holds. */
  readonly log: readonly Correction[];
  readonly applied: readonly Correction[];
  readonly undone: readonly Correction[];
  /** Why something is not kept or not shown: a message of `review.problems`. */
  readonly problem: 'notKept' | 'notSaved' | 'unreadable' | 'notApplied' | null;
  /** Whether the log is known: it is not while the code that reads one is on its way. */
  readonly isRead: boolean;
  /** Adds changes to the log, by the reviewer's initials or null; gives their ids. */
  readonly add: (changes: readonly Change[], by: string | null) => readonly string[];
}

/** What it takes to read and apply a log: fetched when an article has one, which most do not. */
interface Engine {
  readonly isLog: (entries: unknown) => boolean;
  readonly apply: (map: ArticleMap, text: string, log: readonly Correction[]) => ArticleMap;
}

const NO_LOG: readonly Correction[] = [];

/**
 * The article's map with its corrections, which the browser keeps under the SHA-256 of its text, and the library those of
 * a saved article; `saved`: its id there, or null.
 */
export function useReviewedMap(machine: ArticleMap | null, text: string | null, saved: string | null = null): Reviewed {
  const key = machine?.article.sha256 ?? null;
  const own = useSyncExternalStore(subscribeToLogs, () => (key === null ? nothingKept() : keptLog(key)), nothingKept);
  const library = useSavedLog(saved);
  const entries = library === null ? own.entries : library.entries;
  const [engine, failed] = useEngine(entries !== null);

  const read = useMemo(() => {
    if (machine === null || text === null || entries === null || (!engine && !failed)) return { map: null, log: NO_LOG, problem: null };
    if (!engine) return { map: machine, log: NO_LOG, problem: 'notApplied' as const };
    if (!engine.isLog(entries)) return { map: machine, log: NO_LOG, problem: 'unreadable' as const };
    try {
      return { map: engine.apply(machine, text, entries), log: entries, problem: null };
    } catch (error) {
      console.warn('The corrections do not fit the article.', error);
      return { map: machine, log: NO_LOG, problem: 'unreadable' as const };
    }
  }, [machine, text, entries, engine, failed]);

  const { problem, log } = read;
  const addToLibrary = library?.add;
  const add = useCallback(
    (changes: readonly Change[], by: string | null) => {
      if (key === null || changes.length === 0) return [];
      const at = new Date().toISOString();
      const added = changes.map((change): Correction => ({ id: newId(), at, by, change }));
      if (addToLibrary) addToLibrary(added);
      else {
        if (problem === 'unreadable') setLogAside(key);
        addToLog(key, added);
      }
      return added.map(({ id }) => id);
    },
    [key, problem, addToLibrary],
  );
  const { applied, undone } = useMemo(() => replay(log), [log]);
  return {
    map: library?.isLoading ? null : entries === null ? machine : read.map,
    machine,
    isRead: library?.isLoading !== true && (entries === null || read.map !== null),
    log,
    applied,
    undone,
    problem: problem ?? (library ? (library.isKept ? null : 'notSaved') : own.isKept ? null : 'notKept'),
    add,
  };
}

/** Eight hexadecimal digits. Not `randomUUID`: a page that a company's own network serves without TLS has none. */
function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(4))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function useEngine(needed: boolean): [Engine | null, boolean] {
  const [engine, setEngine] = useState<Engine | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (!needed || engine) return;
    let wanted = true;
    loadEngine().then(
      (loaded) => {
        if (wanted) setEngine(loaded);
      },
      () => {
        if (wanted) setFailed(true);
      },
    );
    return () => {
      wanted = false;
    };
  }, [needed, engine]);
  return [engine, failed];
}

async function loadEngine(): Promise<Engine> {
  // The page's content policy lets nobody compile code, which zod would try as soon as it has a schema.
  const { config } = await import('zod');
  config({ jitless: true });
  const [{ logSchema }, { applyCorrections }] = await Promise.all([
    import('@/lib/review/corrections'),
    import('@/lib/review/apply-corrections'),
  ]);
  return { isLog: (entries) => logSchema.safeParse(entries).success, apply: applyCorrections };
}
