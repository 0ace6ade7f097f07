import { useSyncExternalStore } from 'react';
import type { Draft } from './draft';

/** A draft kept by the browser: `undefined` before the browser was asked (as on the server), null where it keeps none. */
export interface DraftStore {
  readonly get: () => Draft | null | undefined;
  readonly set: (draft: Draft | null) => void;
  /** False where the browser refused the last one, as it does past its quota; it is then held until the page is closed. */
  readonly isKept: () => boolean;
  readonly subscribe: (onChange: () => void) => () => void;
}

/** What is being typed: kept until it is cleared, over visits. */
export const typedDraft = createDraftStore('localStorage', 'incident-map.draft');
/** What was last read: kept as long as the tab, over reloads and the language switch. */
export const readDraft = createDraftStore('sessionStorage', 'incident-map.article');

/** The store's draft, followed as it changes. */
export function useDraft(store: DraftStore): Draft | null | undefined {
  return useSyncExternalStore(store.subscribe, store.get, () => undefined);
}

/** Whether the browser could keep it. */
export function useIsKept(store: DraftStore): boolean {
  return useSyncExternalStore(store.subscribe, store.isKept, () => true);
}

/** Writing a long text costs milliseconds: it waits until the typing rests. */
const REST_MS = 300;

/** A store over a part of the browser's storage, which is first touched when the first component asks. */
function createDraftStore(area: 'localStorage' | 'sessionStorage', key: string): DraftStore {
  const listeners = new Set<() => void>();
  let draft: Draft | null | undefined;
  let kept = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = () => listeners.forEach((listener) => listener());

  const write = () => {
    clearTimeout(timer);
    timer = undefined;
    const before = kept;
    try {
      if (draft === null || draft === undefined) window[area].removeItem(key);
      else window[area].setItem(key, JSON.stringify(draft));
      kept = true;
    } catch {
      kept = false;
    }
    if (kept !== before) tell();
  };
  const writeNow = () => {
    if (timer !== undefined) write();
  };

  return {
    get: () => (draft === undefined ? (draft = read(area, key)) : draft),
    set: (next) => {
      draft = next;
      clearTimeout(timer);
      timer = setTimeout(write, REST_MS);
      tell();
    },
    isKept: () => kept,
    subscribe: (listener) => {
      if (listeners.size === 0) window.addEventListener('pagehide', writeNow);
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        window.removeEventListener('pagehide', writeNow);
        writeNow();
      };
    },
  };
}

function read(area: 'localStorage' | 'sessionStorage', key: string): Draft | null {
  try {
    const value: unknown = JSON.parse(window[area].getItem(key) ?? 'null');
    if (typeof value !== 'object' || value === null) return null;
    const { text, title, date, url, source }: Partial<Record<keyof Draft, unknown>> = value;
    if (typeof text !== 'string') return null;
    const from = { ...(asText(url) === '' ? {} : { url: asText(url) }), ...(asText(source) === '' ? {} : { source: asText(source) }) };
    return { text, title: asText(title), date: asText(date), ...from };
  } catch {
    // Storage switched off, or not ours: the same as nothing kept.
    return null;
  }
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
