import type { Correction } from '@/lib/review/corrections';

/** What the browser keeps of an article's review. */
export interface KeptLog {
  /** As it was kept: whether it is a log is for its schema to say. Null where nothing was ever corrected. */
  readonly entries: readonly Correction[] | null;
  /** False where the browser refused the last entry, as it does past its quota; it is then held until the page is closed. */
  readonly isKept: boolean;
}

const PREFIX = 'incident-map.review.';
const NOTHING: KeptLog = { entries: null, isKept: true };

const logs = new Map<string, KeptLog>();
const listeners = new Set<() => void>();

/** The log kept under a key (the SHA-256 of the article's text): the same object as long as nothing is added. */
export function keptLog(key: string): KeptLog {
  let kept = logs.get(key);
  if (!kept) logs.set(key, (kept = { entries: read(key), isKept: true }));
  return kept;
}

/** On the server, and where there is no article, nothing is kept. */
export function nothingKept(): KeptLog {
  return NOTHING;
}

/** Adds entries to a log and keeps it at once: a page that is closed in the next moment loses nothing. */
export function addToLog(key: string, added: readonly Correction[]): void {
  const before = keptLog(key);
  // Another tab may have added to it; what was refused is in this one alone.
  const entries = [...((before.isKept ? read(key) : before.entries) ?? []), ...added];
  logs.set(key, { entries, isKept: write(PREFIX + key, JSON.stringify(entries)) });
  tell();
}

/** Puts a log aside that cannot be read, under another key, so that what is added does not write over it. */
export function setLogAside(key: string): void {
  try {
    const unread = window.localStorage.getItem(PREFIX + key);
    if (unread !== null) window.localStorage.setItem(`${PREFIX}unreadable.${key}`, unread);
    window.localStorage.removeItem(PREFIX + key);
  } catch {
    // No storage: then there was nothing to put aside.
  }
  logs.delete(key);
  tell();
}

export function subscribeToLogs(listener: () => void): () => void {
  if (listeners.size === 0) window.addEventListener('storage', onStorage);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener('storage', onStorage);
  };
}

/** Another tab wrote: what was read before no longer counts. */
function onStorage({ key }: StorageEvent): void {
  if (key === null) logs.clear();
  else if (key.startsWith(PREFIX)) logs.delete(key.slice(PREFIX.length));
  else return;
  tell();
}

function tell(): void {
  listeners.forEach((listener) => listener());
}

function read(key: string): readonly Correction[] | null {
  let text: string | null;
  try {
    text = window.localStorage.getItem(PREFIX + key);
  } catch {
    // Storage switched off: the same as nothing kept, until something is to be.
    return null;
  }
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? (value as Correction[]) : UNREADABLE;
  } catch {
    return UNREADABLE;
  }
}

/** Stands for what is no JSON: no log has an entry that is none, so that its schema refuses it. */
const UNREADABLE = [null] as unknown as readonly Correction[];

function write(key: string, value: string): boolean {
  try {
    window.localStorage.setItem(key, value);
    return true;
  } catch {
    return false;
  }
}
