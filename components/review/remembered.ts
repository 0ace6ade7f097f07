import { useEffect, useSyncExternalStore } from 'react';
import type { Change, Correction, Where } from '@/lib/review/corrections';
import type { ArticleMap } from '@/lib/types';
import type { Reviewed } from './useReviewedMap';

/** A name that a person put somewhere and wanted remembered. */
export interface Remembered {
  readonly name: string;
  readonly where: Where;
}

const KEY = 'incident-map.remembered';
/** As many names as are kept: the oldest go first. */
const MOST = 500;
const NONE: readonly Remembered[] = [];

let kept: readonly Remembered[] | null = null;
const listeners = new Set<() => void>();

/** The names that are remembered, the latest first, followed as they change. */
export function useRememberedNames(): readonly Remembered[] {
  return useSyncExternalStore(subscribe, names, () => NONE);
}

/** Keeps where a name was put for the articles to come. Gives false where the browser refuses. */
export function remember(name: string, where: Where): boolean {
  return write([{ name, where }, ...names().filter((other) => other.name !== name)].slice(0, MOST));
}

export function forget(name: string): void {
  write(names().filter((other) => other.name !== name));
}

/** Puts remembered names where they were put before, in an article that has them and was not corrected there: a draft, to be confirmed. */
export function useRemembered({ machine, log, problem, add, isRead }: Reviewed): void {
  const known = useRememberedNames();
  useEffect(() => {
    if (machine === null || !isRead || problem !== null) return;
    add(rememberedChanges(machine, log, known), null);
  }, [machine, log, problem, add, isRead, known]);
}

/** The changes that remembered names call for: where nothing was ever said of any of their mentions. */
export function rememberedChanges({ features, unlocated }: ArticleMap, log: readonly Correction[], known: readonly Remembered[]): Change[] {
  const touched = new Set(log.flatMap(({ change }) => ('mentions' in change ? change.mentions.map(({ start }) => start) : [])));
  const all = [
    ...features.flatMap(({ id, properties }) => properties.mentions.map((mention) => ({ id, mention }))),
    ...unlocated.flatMap(({ mentions }) => mentions.map((mention) => ({ id: null, mention }))),
  ];
  return known.flatMap(({ name, where }): Change[] => {
    const own = all.filter(({ mention }) => mention.text === name);
    const elsewhere = own.some(({ id }) => where.type !== 'place' || id !== where.place.id);
    if (!elsewhere || own.some(({ mention }) => touched.has(mention.start))) return [];
    const mentions = own.map(({ mention: { start, end } }) => ({ start, end })).sort((a, b) => a.start - b.start);
    // What was kept of the other article, its feature, is not in this one.
    return [{ action: 'remembered', mentions, where: where.type === 'shape' ? { ...where, of: null } : where }];
  });
}

function names(): readonly Remembered[] {
  return (kept ??= read());
}

function read(): readonly Remembered[] {
  try {
    const value: unknown = JSON.parse(window.localStorage.getItem(KEY) ?? '[]');
    // What a name says of its place is checked where it is used: as an entry of the log, by its schema.
    return Array.isArray(value) ? value.filter(isRemembered) : NONE;
  } catch {
    return NONE;
  }
}

function isRemembered(value: unknown): value is Remembered {
  return typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string' && 'where' in value;
}

function write(next: readonly Remembered[]): boolean {
  kept = next;
  listeners.forEach((listener) => listener());
  try {
    window.localStorage.setItem(KEY, JSON.stringify(next));
    return true;
  } catch {
    return false;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
