import { parseAllowed } from '../ingest/fetch/addresses';
import { guardedPoster } from '../ingest/fetch/guarded-post';
import { deliverDue } from './deliver-webhooks';
import { everySoOften } from './library-timer';

const EVERY_MS = 5_000;
const USER_AGENT = 'IncidentMap-Webhooks/1.0';

/**
 * Has webhooks told of what is due, every few seconds, beside all else: saving never waits for it, and what is queued stays
 * queued. `WEBHOOK_ALLOW` names hosts and ranges that are not public and may be told all the same.
 */
export function startWebhooks(environment: Readonly<Record<string, string | undefined>> = process.env): void {
  const post = guardedPoster(USER_AGENT, parseAllowed(environment.WEBHOOK_ALLOW?.split(/[\s,]+/).filter(Boolean) ?? []));
  everySoOften(EVERY_MS, 'Webhooks could not be told:', environment, async (store) => {
    while ((await deliverDue(store, post)) > 0);
  });
}
