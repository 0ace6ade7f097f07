import { parseAllowed } from '../ingest/fetch/addresses';
import { guardedFetcher, type Fetcher } from '../ingest/fetch/guarded-fetch';
import { readConfig } from './config';

let fetcher: Fetcher | null = null;

/** The fetcher of this process, as the configuration has it. */
export function sharedFetcher(): Fetcher {
  const { userAgent, ingestAllow } = readConfig();
  fetcher ??= guardedFetcher(userAgent, parseAllowed(ingestAllow));
  return fetcher;
}
