import { parseAllowed } from '../ingest/fetch/addresses';
import { guardedPoster } from '../ingest/fetch/guarded-post';
import { hasStore } from '../store/open-store';
import { StoreError } from '../store/errors';
import { deliverDue } from './deliver-webhooks';
import { sharedLibrary } from './library';

const EVERY_MS = 5_000;
const USER_AGENT = 'IncidentMap-Webhooks/1.0';

/**
 * Has webhooks told of what is due, every few seconds as long as the process lives, beside all else: saving never waits for
 * it. `WEBHOOK_ALLOW` names hosts and ranges that are not public and may be told all the same. Where there is no library
 * yet it makes none.
 */
export function startWebhooks(environment: Readonly<Record<string, string | undefined>> = process.env): void {
  const post = guardedPoster(USER_AGENT, parseAllowed(environment.WEBHOOK_ALLOW?.split(/[\s,]+/).filter(Boolean) ?? []));
  let isBusy = false;
  const turn = async () => {
    if (isBusy || !hasStore(environment)) return;
    isBusy = true;
    try {
      const store = await sharedLibrary();
      while ((await deliverDue(store, post)) > 0);
    } catch (error) {
      // What is queued stays queued. A library that cannot be reached is told to whoever asks it for something.
      if (!(error instanceof StoreError)) console.error('Webhooks could not be told:', error);
    } finally {
      isBusy = false;
    }
  };
  setInterval(() => void turn(), EVERY_MS).unref();
}
