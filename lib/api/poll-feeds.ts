import { setTimeout as wait } from 'node:timers/promises';
import type { FeedContent, FeedEntry } from '../ingest/feed';
import { BusyError, type Fetched, type Fetcher } from '../ingest/fetch/guarded-fetch';
import { IngestError, type IngestProblem } from '../ingest/ingest-error';
import { readFeed } from '../ingest/read-file';
import type { Feed } from '../store/records';
import type { Store } from '../store/store';
import type { Engine } from './engine';
import { ingestReadings, problemOf, readSource, toReadArticle, type Ingested, type ReadArticle, type Reading } from './ingest';

const MINUTE = 60_000;
/** A feed is asked no more often, and after failures twice as late each time, up to a day. */
const INTERVAL_MS = 15 * MINUTE;
const LONGEST_MS = 24 * 60 * MINUTE;
/** While a feed is read nobody else asks it; should the one who reads it break off, it is asked again after this. */
const TAKEN_MS = 10 * MINUTE;
/** Entries whose pages are fetched at one poll; the rest wait for the next. */
const MAX_PAGES = 40;
/** Between two pages of one host. */
const PAUSE_MS = 1_000;
/** A feed's own text of an entry is an article from so many characters on. */
const MIN_TEXT = 300;
const MAX_SEEN = 2_000;
/** What may be otherwise the next time. */
const PASSING: ReadonlySet<string> = new Set<IngestProblem>(['unreachable', 'too-slow']);

/** What a poll brought. */
export interface Polled {
  readonly feed: Feed;
  readonly results: readonly Ingested[];
}

export interface PollOptions {
  /** These feeds; those whose time has come where absent. */
  readonly ids?: readonly string[];
  /** Of the feeds that are named only those whose time has come; else whatever their time. */
  readonly dueOnly?: boolean;
  readonly now?: () => Date;
  readonly pauseMs?: number;
}

/** Asks feeds for what is new, one after the other, and saves it. @throws StoreError */
export async function pollFeeds(store: Store, engine: Engine, fetcher: Fetcher, options: PollOptions = {}): Promise<Polled[]> {
  const now = options.now ?? (() => new Date());
  const early = options.ids !== undefined && !options.dueOnly;
  const polled: Polled[] = [];
  for (const id of options.ids ?? (await dueFeeds(store, now())).map((feed) => feed.id)) {
    // Each when its turn comes: those at the end of a long row are not kept from others meanwhile.
    const [feed] = await store.takeFeeds(now().toISOString(), new Date(now().getTime() + TAKEN_MS).toISOString(), [id], early);
    if (!feed) continue;
    const one = await pollFeed(store, engine, fetcher, feed, { ...options, now });
    // It may have been left meanwhile.
    await store.changeFeed(one.feed);
    polled.push(one);
  }
  return polled;
}

/** Feeds whose time has come. @throws StoreError */
export async function dueFeeds(store: Store, now: Date): Promise<Feed[]> {
  return (await store.feeds()).filter(({ nextAt }) => nextAt <= now.toISOString());
}

async function pollFeed(
  store: Store,
  engine: Engine,
  fetcher: Fetcher,
  feed: Feed,
  { now, pauseMs = PAUSE_MS }: PollOptions & { readonly now: () => Date },
): Promise<Polled> {
  const polledAt = now().toISOString();
  const later = (ms: number) => new Date(now().getTime() + ms).toISOString();
  try {
    const { etag, lastModified } = feed;
    const fetched = await fetcher(feed.url, {
      accept: 'application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,*/*;q=0.1',
      etag,
      lastModified,
    });
    const well = { ...feed, polledAt, failures: 0, problem: null, nextAt: later(intervalOf(fetched)) };
    if (fetched.status === 304) return { feed: well, results: [] };
    const content = await readFeed(fetched);
    const seen = new Set(feed.seen);
    // The oldest first, so that what is published later is saved later.
    const fresh = content.entries.filter(({ key }) => !seen.has(key)).reverse();
    const chosen = fresh.slice(0, MAX_PAGES);
    const readings = readingsOf(chosen, content, fetched.url, fetcher, pauseMs);
    const results: Ingested[] = [];
    for await (const result of ingestReadings(store, engine, readings, { tags: feed.tags })) results.push(result);
    results.forEach(({ problem }, i) => {
      if (!problem || !PASSING.has(problem.code)) seen.add(chosen[i]?.key ?? '');
    });
    const isAll = chosen.length === fresh.length && results.every(({ problem }) => !problem || !PASSING.has(problem.code));
    // Where something is left the feed is to come again whole.
    const marks = isAll
      ? { etag: fetched.headers.etag ?? null, lastModified: fetched.headers['last-modified'] ?? null }
      : { etag: null, lastModified: null };
    return { feed: { ...well, ...marks, title: content.title ?? feed.title, seen: [...seen].slice(-MAX_SEEN) }, results };
  } catch (error) {
    const problem = problemOf(error);
    if (!problem) throw error;
    const failures = feed.failures + 1;
    const pause = Math.max(
      Math.min(INTERVAL_MS * 2 ** Math.min(failures, 10), LONGEST_MS),
      error instanceof BusyError ? retryMs(error.retryAfter, now()) : 0,
    );
    return { feed: { ...feed, polledAt, failures, problem: problem.message, nextAt: later(pause) }, results: [] };
  }
}

/** An entry's article is on its page; where that cannot be had, what the feed gives of it, if it is enough. */
async function* readingsOf(
  entries: readonly FeedEntry[],
  content: FeedContent,
  at: string,
  fetcher: Fetcher,
  pauseMs: number,
): AsyncGenerator<Reading> {
  const hosts = new Set<string>();
  for (const entry of entries) {
    const host = entry.url === null ? null : new URL(entry.url).host;
    if (host !== null && hosts.has(host)) await wait(pauseMs);
    if (host !== null) hosts.add(host);
    yield { name: entry.url ?? entry.title ?? at, read: () => readEntry(entry, content, at, fetcher) };
  }
}

async function readEntry(entry: FeedEntry, content: FeedContent, at: string, fetcher: Fetcher): Promise<ReadArticle> {
  const { url, title, byline, publishedAt, text } = entry;
  try {
    if (url === null) throw new IngestError('no-text', 'the entry names no page');
    const read = await readSource({ kind: 'url', url }, fetcher);
    const { article } = read;
    return {
      ...read,
      article: { ...article, title: article.title ?? title, publishedAt: article.publishedAt ?? publishedAt },
      ...(read.byline || !byline ? {} : { byline }),
    };
  } catch (error) {
    if (problemOf(error) === null || text.length < MIN_TEXT) throw error;
    return toReadArticle({ text, title, byline, publishedAt, language: null, source: content.title ?? new URL(at).hostname, url });
  }
}

/** As the server wishes it, within bounds. */
function intervalOf({ headers }: Fetched): number {
  const seconds = Number(/max-age\s*=\s*(\d{1,9})/i.exec(headers['cache-control'] ?? '')?.[1] ?? 0);
  return Math.min(Math.max(INTERVAL_MS, seconds * 1_000), LONGEST_MS);
}

/** `Retry-After` (RFC 9110, 10.2.3): seconds, or a date. */
function retryMs(header: string | null, now: Date): number {
  if (header === null) return 0;
  const ms = /^\d{1,9}$/.test(header.trim()) ? Number(header) * 1_000 : Date.parse(header) - now.getTime();
  return Number.isFinite(ms) ? Math.min(Math.max(0, ms), 7 * LONGEST_MS) : 0;
}
