import type { ArticleMap } from '../../lib/types';
import type { IncidentFilter, Page } from '../../lib/store/queries';
import type { Feed, NewArticle, StoredIncident } from '../../lib/store/records';
import type { DumpEntry, Store } from '../../lib/store/store';
import { decodeTile } from './decode-tile';
import { GeneratedArticles } from './generated-articles';

/** The articles of the store's contract. */
export const generated = new GeneratedArticles(7, 300);

/** An article that nobody has read yet. */
export const plain = (text: string, rest: Partial<NewArticle['article']> = {}): NewArticle => ({
  article: { text, title: null, url: null, source: null, publishedAt: null, language: null, ...rest },
});

export function entry(id: string) {
  return { id, at: '2026-01-02T03:04:05Z', by: 'RK', change: { action: 'confirm', mentions: [{ start: 0, end: 1 }] } };
}

export function feed(id: string, rest: Partial<Feed> = {}): Feed {
  const times = { addedAt: '2026-01-01T00:00:00.000Z', polledAt: null, nextAt: '2026-01-01T00:00:00.000Z' };
  const answer = { etag: null, lastModified: null, failures: 0, problem: null, seen: ['a'] };
  return { id, url: `https://example.com/${id}`, title: null, tags: ['wire'], ...times, ...answer, ...rest };
}

export async function mapOf(store: Store, id: string): Promise<ArticleMap> {
  const map = await store.shown(id);
  if (!map) throw new Error(`no map of ${id}`);
  return map;
}

export async function all<T>(ask: (paging: { limit: number; cursor: string | null }) => Promise<Page<T>>): Promise<T[]> {
  const items: T[] = [];
  for (let cursor: string | null = null; ;) {
    const page: Page<T> = await ask({ limit: 37, cursor });
    items.push(...page.items);
    if (page.next === null) return items;
    cursor = page.next;
  }
}

export function allIncidents(store: Store, filter: IncidentFilter, order: 'event' | 'saved' = 'event'): Promise<StoredIncident[]> {
  return all((paging) => store.incidents(filter, { ...paging, order }));
}

export async function dumpOf(store: Store): Promise<DumpEntry[]> {
  const entries: DumpEntry[] = [];
  for await (const each of store.export()) entries.push(each);
  return entries;
}

export async function dumpOfTiles(store: Store) {
  const tiles = [
    [0, 0, 0],
    [1, 0, 0],
    [1, 1, 1],
    [3, 2, 3],
    [8, 128, 100],
  ] as const;
  return Promise.all(tiles.map(async ([z, x, y]) => decoded(await store.tile(z, x, y))));
}

/** In an order that does not hang on the store's. */
export function decoded(tile: Uint8Array): string[] {
  return decodeTile(tile)
    .map((feature) => JSON.stringify(Object.entries(feature).sort()))
    .sort();
}

export function countIn(tile: Uint8Array): number {
  return decodeTile(tile).reduce((sum, { count }) => sum + Number(count), 0);
}

/** How many incidents the pyramid counts. */
export async function counted(store: Store): Promise<number> {
  return countIn(await store.tile(0, 0, 0));
}
