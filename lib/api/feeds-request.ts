import { z } from 'zod';
import type { Feed } from '../store/records';
import type { Store } from '../store/store';
import { answerJson } from './answers';
import { InputError, notThere, parseInput, type Titles } from './errors';
import { sharedFetcher } from './fetcher';
import { addFeed, MAX_FEEDS } from './follow-feed';
import { sharedEngine } from './geoparse-request';
import type { Ingested } from './ingest';
import { pollFeeds, type Polled } from './poll-feeds';
import { readJson } from './read-json';
import { ingestSchema } from './read-upload';

const MAX_JSON = 50_000;
const TITLES: Titles = { tooLong: 'This is too long for a feed', wrong: 'This is not the address of a feed' };

/** The body of `POST /api/feeds`. */
export const newFeedSchema = ingestSchema;

/** The body of `POST /api/feeds/poll`: which feeds; those whose time has come where none are named. */
export const pollSchema = z.object(
  { ids: z.array(z.string().max(100), { error: 'wanted an array of ids' }).max(MAX_FEEDS).optional() },
  { error: 'wanted an object, with the ids of feeds or without' },
);

/** A feed as the API tells of it: without what only the poll needs. */
export type ListedFeed = Omit<Feed, 'seen' | 'etag' | 'lastModified'>;

export interface FeedsAnswer {
  readonly items: readonly ListedFeed[];
}

/** The body of the answer to a poll. */
export interface PollAnswer {
  readonly feeds: readonly { readonly feed: ListedFeed; readonly results: readonly Ingested[] }[];
}

/** Answers `GET /api/feeds`: the feeds that are followed. */
export async function listFeeds(request: Request, store: Store): Promise<Response> {
  return answerJson(request, { items: (await store.feeds()).map(toListed) } satisfies FeedsAnswer);
}

/** Answers `POST /api/feeds`: follows a feed and asks it at once. 201, or 200 where it is followed already. */
export async function postFeed(request: Request, store: Store): Promise<Response> {
  const { url, tags } = parseInput(newFeedSchema, await readJson(request, MAX_JSON, 'feed'), TITLES);
  const { feed, results, isNew, problem } = await addFeed(store, sharedEngine(), sharedFetcher(), url, tags);
  if (problem !== null)
    throw new InputError(422, TITLES.wrong, [{ field: 'url', got: problem, wanted: 'wanted the address of an RSS or Atom feed' }]);
  const headers = { location: `/api/feeds/${feed.id}` };
  return answerJson(request, told({ feed, results }), { status: isNew ? 201 : 200, headers });
}

/** Answers `DELETE /api/feeds/{id}`: follows it no longer. Its articles stay. */
export async function removeFeed(store: Store, id: string): Promise<Response> {
  if (!(await store.removeFeed(id))) throw notThere('feed', id);
  return new Response(null, { status: 204 });
}

/** Answers `POST /api/feeds/poll`: asks feeds for what is new. */
export async function pollRequest(request: Request, store: Store): Promise<Response> {
  const { ids } = parseInput(pollSchema, await readJson(request, MAX_JSON, 'poll'), { ...TITLES, wrong: 'This names no feeds' });
  const polled = await pollFeeds(store, sharedEngine(), sharedFetcher(), ids ? { ids } : {});
  return answerJson(request, { feeds: polled.map(told) } satisfies PollAnswer);
}

function told({ feed, results }: Polled): PollAnswer['feeds'][number] {
  return { feed: toListed(feed), results };
}

function toListed({ id, url, title, tags, addedAt, polledAt, nextAt, failures, problem }: Feed): ListedFeed {
  return { id, url, title, tags, addedAt, polledAt, nextAt, failures, problem };
}
