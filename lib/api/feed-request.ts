import { z } from 'zod';
import { answerWith, pageAddress } from './answers';
import { atomFeed } from './feed-form';
import { incidentFilter, incidentShape } from './incident-query';
import { withLibrary } from './library';
import { originOf } from './origin';
import { pagingOf, pagingShape, readQuery } from './query';

export const feedQuery = z.strictObject({ ...incidentShape, ...pagingShape });
export const ATOM_TYPE = 'application/atom+xml';

/** Answers `GET /feed.atom`, with the parameters of every list of incidents: an Atom feed of those saved last, with GeoRSS. */
export function feedRequest(request: Request): Promise<Response> {
  return withLibrary(async (store) => {
    const asked = readQuery(request, feedQuery);
    const { items, next } = await store.incidents(incidentFilter(asked), { ...pagingOf(asked), order: 'saved' });
    const origin = originOf(request);
    const own = new URL(request.url);
    const feed = new URL(`${own.pathname}${own.search}`, origin);
    const self = feed.href;
    for (const name of ['cursor', 'limit']) feed.searchParams.delete(name);
    const addresses = { feed: feed.href, self, next: next === null ? null : `${origin}${pageAddress(request, next)}` };
    return answerWith(request, atomFeed(items, addresses), { mediaType: ATOM_TYPE });
  });
}
