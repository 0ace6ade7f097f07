import { sharedFetcher } from './fetcher';
import { sharedEngine } from './geoparse-request';
import { everySoOften } from './library-timer';
import { dueFeeds, pollFeeds } from './poll-feeds';

const MINUTE = 60_000;

/**
 * Asks the feeds that are followed, as their time comes: on SQLite, whose library is this process's own. With PostgreSQL
 * workers do it (`queue/work.ts`), so that a server stays free for its readers. What is wrong with a feed stands with the feed.
 * @param minutes how often it is looked whose time has come; 0: never
 */
export function startFeeds(minutes: number, environment: Readonly<Record<string, string | undefined>> = process.env): void {
  if (minutes === 0 || environment.DATABASE_URL) return;
  const turn = everySoOften(minutes * MINUTE, 'Feeds could not be asked:', environment, async (store) => {
    // The engine is loaded for those who follow feeds.
    if ((await dueFeeds(store, new Date())).length > 0) await pollFeeds(store, sharedEngine(), sharedFetcher());
  });
  void turn();
}
