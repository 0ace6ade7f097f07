import { createHmac } from 'node:crypto';
import { IngestError } from '../ingest/ingest-error';
import type { Poster } from '../ingest/fetch/guarded-post';
import type { Delivery, StoredIncident, Webhook } from '../store/records';
import type { Store } from '../store/store';
import { incidentFilter } from './incident-query';
import { webhookFilter } from './webhooks-request';

/** Of one article: more than any tells of. */
const MAX_INCIDENTS = 1_000;
/** Taken at a time, and sent at once. */
const BATCH = 20;
/** Whoever took a delivery and fell over is waited for so long: more than sending takes. */
const LEASE_MS = 120_000;
/** Waits after the first, second … failure; after the last it is given up. A day and a half in all. */
const BACK_OFF_S = [10, 60, 300, 1_800, 7_200, 18_000, 36_000, 36_000, 36_000] as const;

/** What is sent: an article's incidents that the webhook's filter asks for. */
export interface WebhookBody {
  readonly type: 'incidents.new';
  /** ISO 8601, UTC: when it is sent. */
  readonly timestamp: string;
  readonly data: { readonly articleId: string; readonly incidents: readonly StoredIncident[] };
}

/**
 * Sends what is due to the webhooks, signed (standardwebhooks.com). What is not taken is tried again later, by the back-off
 * above; what became of it is written down with the webhook. Many servers may run it: each delivery is sent by one.
 * @returns how many were taken from the queue
 */
export async function deliverDue(store: Store, post: Poster, now = new Date()): Promise<number> {
  const until = new Date(now.getTime() + LEASE_MS).toISOString();
  const due = await store.takeDeliveries(now.toISOString(), until, BATCH);
  await Promise.all(due.map((delivery) => deliver(store, post, delivery, now)));
  return due.length;
}

async function deliver(store: Store, post: Poster, { webhook, articleId, attempts }: Delivery, now: Date): Promise<void> {
  const asked = webhookFilter.safeParse(webhook.filter);
  if (!asked.success)
    return giveUp(store, webhook, articleId, `its filter is not understood: ${asked.error.issues[0]?.message ?? ''}`, now);
  const filter = incidentFilter(asked.data);
  const isOther = filter.article !== undefined && filter.article !== articleId;
  const { items } = isOther ? { items: [] } : await store.incidents({ ...filter, article: articleId }, { limit: MAX_INCIDENTS });
  if (items.length === 0) return store.putOffDelivery(webhook.id, articleId, null);
  const body: WebhookBody = { type: 'incidents.new', timestamp: now.toISOString(), data: { articleId, incidents: items } };
  const problem = await send(post, webhook, articleId, JSON.stringify(body), now);
  const wait = BACK_OFF_S[attempts - 1];
  const again = problem !== null && wait !== undefined ? new Date(now.getTime() + wait * 1_000).toISOString() : null;
  await store.putOffDelivery(webhook.id, articleId, again);
  await note(store, webhook.id, problem, now);
}

async function giveUp(store: Store, { id }: Webhook, articleId: string, problem: string, now: Date): Promise<void> {
  await store.putOffDelivery(id, articleId, null);
  await note(store, id, problem, now);
}

/** Null where it was taken, else what was the matter. */
async function send(
  post: Poster,
  { id: webhook, url, secret }: Webhook,
  articleId: string,
  body: string,
  now: Date,
): Promise<string | null> {
  const id = `msg_${webhook}_${articleId}`;
  const timestamp = String(Math.floor(now.getTime() / 1_000));
  const headers = {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatureOf(secret, `${id}.${timestamp}.${body}`),
  };
  try {
    await post(url, body, headers);
    return null;
  } catch (error) {
    if (error instanceof IngestError) return error.message;
    throw error;
  }
}

/** `v1,` and the HMAC-SHA256 in Base64, under the secret's bytes. */
export function signatureOf(secret: string, content: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return `v1,${createHmac('sha256', key).update(content).digest('base64')}`;
}

async function note(store: Store, id: string, problem: string | null, now: Date): Promise<void> {
  // As it stands now: others may have written since it was taken.
  const webhook = (await store.webhooks()).find((one) => one.id === id);
  if (!webhook) return;
  const isFine = problem === null;
  const outcome = isFine ? { deliveredAt: now.toISOString(), failures: 0, problem } : { failures: webhook.failures + 1, problem };
  await store.changeWebhook({ ...webhook, ...outcome });
}
