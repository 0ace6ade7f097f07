import { hasStore } from '../store/open-store';
import { StoreError } from '../store/errors';
import { sharedFetcher } from './fetcher';
import { sharedEngine } from './geoparse-request';
import { sharedLibrary } from './library';
import { dueFeeds, pollFeeds } from './poll-feeds';

const MINUTE = 60_000;

/**
 * Asks the feeds that are followed, as their time comes, as long as the process lives: on SQLite, whose library is this
 * process's own. With PostgreSQL workers do it (`queue/work.ts`), so that a server stays free for its readers. Where there
 * is no library yet it makes none.
 * @param minutes how often it is looked whose time has come; 0: never
 */
export function startFeeds(minutes: number, environment: Readonly<Record<string, string | undefined>> = process.env): void {
  if (minutes === 0 || environment.DATABASE_URL) return;
  let isBusy = false;
  const turn = async () => {
    if (isBusy || !hasStore(environment)) return;
    isBusy = true;
    try {
      const store = await sharedLibrary();
      // The engine is loaded for those who follow feeds.
      if ((await dueFeeds(store, new Date())).length > 0) await pollFeeds(store, sharedEngine(), sharedFetcher());
    } catch (error) {
      // What is wrong with a feed stands with the feed. A library that cannot be used is told to whoever asks it for something.
      if (!(error instanceof StoreError)) console.error('Feeds could not be asked:', error);
    } finally {
      isBusy = false;
    }
  };
  void turn();
  setInterval(() => void turn(), minutes * MINUTE).unref();
}
