import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Change, Correction } from '@/lib/review/corrections';
import { replay } from '@/lib/review/replay';
import type { ArticleMap } from '@/lib/types';
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
  readonly problem: 'notKept' | 'unreadable' | 'notApplied' | null;
  /** Whether the log is known: it is not while the code that reads one is on its way. */
  readonly isRead: boolean;
  /** Adds changes to the log, by the reviewer's initials or null. */
  readonly add: (changes: readonly Change[], by: string | null) => void;
}

/** What it takes to read and apply a log: fetched when an article has one, which most do not. */
interface Engine {
  readonly isLog: (entries: unknown) => boolean;
  readonly apply: (map: ArticleMap, text: string, log: readonly Correction[]) => ArticleMap;
}

const NO_LOG: readonly Correction[] = [];

/** The article's map with its corrections, which the browser keeps under the SHA-256 of its text. */
export function useReviewedMap(machine: ArticleMap | null, text: string | null): Reviewed {
  const key = machine?.article.sha256 ?? null;
  const kept = useSyncExternalStore(subscribeToLogs, () => (key === null ? nothingKept() : keptLog(key)), nothingKept);
  const [engine, failed] = useEngine(kept.entries !== null);

  const read = useMemo(() => {
    if (machine === null || text === null || kept.entries === null || (!engine && !failed))
      return { map: null, log: NO_LOG, problem: null };
    if (!engine) return { map: machine, log: NO_LOG, problem: 'notApplied' as const };
    if (!engine.isLog(kept.entries)) return { map: machine, log: NO_LOG, problem: 'unreadable' as const };
    try {
      return { map: engine.apply(machine, text, kept.entries), log: kept.entries, problem: null };
    } catch (error) {
      console.warn('The corrections do not fit the article.', error);
      return { map: machine, log: NO_LOG, problem: 'unreadable' as const };
    }
  }, [machine, text, kept, engine, failed]);

  const { problem, log } = read;
  const add = useCallback(
    (changes: readonly Change[], by: string | null) => {
      if (key === null || changes.length === 0) return;
      if (problem === 'unreadable') setLogAside(key);
      const at = new Date().toISOString();
      addToLog(
        key,
        changes.map((change) => ({ id: newId(), at, by, change })),
      );
    },
    [key, problem],
  );
  const { applied, undone } = useMemo(() => replay(log), [log]);
  return {
    map: kept.entries === null ? machine : read.map,
    machine,
    isRead: kept.entries === null || read.map !== null,
    log,
    applied,
    undone,
    problem: problem ?? (kept.isKept ? null : 'notKept'),
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
