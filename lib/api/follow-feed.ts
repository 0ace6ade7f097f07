import { createHash } from 'node:crypto';
import type { Fetcher } from '../ingest/fetch/guarded-fetch';
import type { Feed } from '../store/records';
import type { Store } from '../store/store';
import type { Engine } from './engine';
import type { Ingested } from './ingest';
import { pollFeeds } from './poll-feeds';

/** Of one library. */
export const MAX_FEEDS = 1_000;

export interface AddedFeed {
  readonly feed: Feed;
  /** What its first reading brought; nothing where it is followed already. */
  readonly results: readonly Ingested[];
  readonly isNew: boolean;
  /** Why it is not followed; null where it is. */
  readonly problem: string | null;
}

/** Follows a feed, and reads it at once. What cannot be read is not followed: it is as likely as not a wrong address. @throws StoreError */
export async function addFeed(
  store: Store,
  engine: Engine,
  fetcher: Fetcher,
  address: string,
  tags: readonly string[],
): Promise<AddedFeed> {
  const url = new URL(address).href;
  const id = createHash('sha256').update(url).digest('hex').slice(0, 16);
  const at = new Date().toISOString();
  const fresh = { title: null, etag: null, lastModified: null, polledAt: null, failures: 0, problem: null, seen: [] };
  const feed: Feed = { id, url, tags, addedAt: at, nextAt: at, ...fresh };
  const known = await store.feeds();
  const same = known.find((one) => one.id === id);
  if (same) return { feed: same, results: [], isNew: false, problem: null };
  if (known.length >= MAX_FEEDS)
    return { feed, results: [], isNew: false, problem: `${known.length} feeds are followed, which is as many as can be` };
  await store.addFeed(feed);
  const [polled = { feed, results: [] }] = await pollFeeds(store, engine, fetcher, { ids: [id] });
  if (polled.feed.problem === null) return { ...polled, isNew: true, problem: null };
  await store.removeFeed(id);
  return { ...polled, isNew: false, problem: polled.feed.problem };
}
