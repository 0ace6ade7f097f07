import { randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Webhook } from '../store/records';
import type { Store } from '../store/store';
import { answerJson } from './answers';
import { InputError, notThere, parseInput } from './errors';
import { incidentShape } from './incident-query';
import { readJson } from './read-json';

const MAX_URL = 2_000;
const MAX_BYTES = 20_000;
/** Each costs a row for every article that is saved. */
const MAX_WEBHOOKS = 100;
const SECRET_BYTES = 32;
const TITLES = { tooLong: 'The webhook is too long', wrong: 'This is not a webhook' };

/** The filter as it is given: as parameters of an address are, so that one form does for both. */
const filterSchema = z
  .record(z.string().max(50), z.string().max(1_000))
  .superRefine((given, context) => {
    const { error } = webhookFilter.safeParse(given);
    for (const { message, path } of error?.issues ?? []) context.addIssue({ code: 'custom', message, path: [...path], input: given });
  })
  .meta({ description: 'Which incidents: parameters as of `/api/incidents`, such as `{"type": "Battles", "country": "IQ"}`.' });
export const webhookFilter = z.strictObject(incidentShape);

/** A webhook on its way in. */
export const newWebhookSchema = z.strictObject(
  {
    url: z.url({ protocol: /^https?$/, error: 'wanted an http or https address' }).max(MAX_URL),
    filter: filterSchema.default({}),
  },
  { error: (issue) => (issue.code === 'unrecognized_keys' ? 'wanted url and filter alone' : 'wanted a webhook as a JSON object') },
);

/** A webhook as it is listed; its secret is told once, when it is made. */
export const webhookSchema = z.object({
  id: z.string(),
  url: z.string(),
  filter: z.record(z.string(), z.string()),
  addedAt: z.string(),
  deliveredAt: z.string().nullable().meta({ description: 'When it last took what was sent.' }),
  failures: z.int().meta({ description: 'In a row.' }),
  problem: z.string().nullable().meta({ description: 'What was the matter the last time.' }),
});
export const madeWebhookSchema = webhookSchema.extend({
  secret: z.string().meta({ description: 'Signs what is sent (standardwebhooks.com). Not told again.' }),
});

/** Answers `GET /api/webhooks`. */
export async function listWebhooks(request: Request, store: Store): Promise<Response> {
  return answerJson(request, { items: (await store.webhooks()).map(toShown), next: null });
}

/** Answers `POST /api/webhooks`: makes one, and tells its secret. */
export async function makeWebhook(request: Request, store: Store): Promise<Response> {
  const { url, filter } = parseInput(newWebhookSchema, await readJson(request, MAX_BYTES, 'webhook'), TITLES);
  if ((await store.webhooks()).length >= MAX_WEBHOOKS) throw tooMany();
  const secret = `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;
  const webhook: Webhook = {
    id: randomUUID(),
    url,
    secret,
    filter,
    addedAt: new Date().toISOString(),
    deliveredAt: null,
    failures: 0,
    problem: null,
  };
  await store.addWebhook(webhook);
  const made: z.output<typeof madeWebhookSchema> = { ...toShown(webhook), secret };
  return answerJson(request, made, { status: 201, headers: { location: `/api/webhooks/${webhook.id}`, 'cache-control': 'no-store' } });
}

/** Answers `GET /api/webhooks/{id}`. */
export async function getWebhook(request: Request, store: Store, id: string): Promise<Response> {
  return answerJson(request, toShown(await wantWebhook(store, id)));
}

/** Answers `PUT /api/webhooks/{id}`: another address or filter, under the same secret. */
export async function changeWebhook(request: Request, store: Store, id: string): Promise<Response> {
  const changes = parseInput(newWebhookSchema, await readJson(request, MAX_BYTES, 'webhook'), TITLES);
  const changed: Webhook = { ...(await wantWebhook(store, id)), ...changes };
  if (!(await store.changeWebhook(changed))) throw notThere('webhook', id);
  return answerJson(request, toShown(changed));
}

/** Answers `DELETE /api/webhooks/{id}`: 204, and nothing more is sent there. */
export async function removeWebhook(store: Store, id: string): Promise<Response> {
  if (!(await store.removeWebhook(id))) throw notThere('webhook', id);
  return new Response(null, { status: 204 });
}

async function wantWebhook(store: Store, id: string): Promise<Webhook> {
  const webhook = (await store.webhooks()).find((one) => one.id === id);
  if (!webhook) throw notThere('webhook', id);
  return webhook;
}

function toShown({ id, url, filter, addedAt, deliveredAt, failures, problem }: Webhook): z.output<typeof webhookSchema> {
  return { id, url, filter, addedAt, deliveredAt, failures, problem };
}

function tooMany(): InputError {
  return new InputError(409, 'There are too many webhooks', [{ field: 'body', got: 'one more', wanted: `wanted at most ${MAX_WEBHOOKS}` }]);
}
