import { createHmac } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { generated } from '../../scripts/jest/contract';
import { TestStores } from '../../scripts/jest/test-stores';
import { parseAllowed } from '../ingest/fetch/addresses';
import { guardedPoster } from '../ingest/fetch/guarded-post';
import type { Store } from '../store/store';
import { deliverDue, type WebhookBody } from './deliver-webhooks';

const SECRET = `whsec_${Buffer.from('a secret of thirty-two bytes ...').toString('base64')}`;
const post = guardedPoster('test', parseAllowed(['127.0.0.1']));
const stores = new TestStores();
let store: Store;
let end: () => void = () => undefined;
beforeEach(async () => {
  store = await stores.open('sqlite');
});
afterEach(async () => {
  end();
  await stores.clear();
});

interface Told {
  readonly headers: Record<string, unknown>;
  readonly body: string;
}

/** A desk that is told, and answers as it is bid. */
async function desk(status: () => number): Promise<{ url: string; told: Told[] }> {
  const told: Told[] = [];
  const listener: RequestListener = (request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')));
    request.on('end', () => {
      told.push({ headers: request.headers, body });
      response.writeHead(status(), { location: 'http://127.0.0.1:9/' }).end();
    });
  };
  const server = createServer(listener);
  await new Promise<void>((go) => server.listen(0, '127.0.0.1', go));
  end = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, told };
}

const add = (url: string, filter: Record<string, string> = {}) =>
  store.addWebhook({
    id: 'w',
    url,
    secret: SECRET,
    filter,
    addedAt: '2026-01-01T00:00:00.000Z',
    deliveredAt: null,
    failures: 0,
    problem: null,
  });
const later = (seconds: number) => new Date(Date.now() + seconds * 1_000);
const state = async () => (await store.webhooks())[0];

test('new incidents that the filter asks for are sent, signed so that their receiver can tell', async () => {
  const { url, told } = await desk(() => 204);
  await add(url, { type: 'Battles' });
  const articles = [...generated.range(0, 40, 20)];
  const saved = await store.save(articles);
  while ((await deliverDue(store, post, later(1))) > 0);
  const bodies = told.map(({ body }) => JSON.parse(body) as WebhookBody);
  const wanted = articles.flatMap(({ result }) => result?.map.incidents ?? []).filter(({ type }) => type === 'Battles').length;
  expect(wanted).toBeGreaterThan(3);
  expect(bodies.flatMap(({ data }) => data.incidents).map(({ incident }) => incident.type)).toEqual(
    Array.from({ length: wanted }, () => 'Battles'),
  );
  for (const { data } of bodies) expect(saved.map(({ id }) => id)).toContain(data.articleId);
  for (const { headers, body } of told) {
    // As standardwebhooks.com says, worked out here once more.
    const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
    const key = Buffer.from('a secret of thirty-two bytes ...');
    expect(headers['webhook-signature']).toBe(`v1,${createHmac('sha256', key).update(signed).digest('base64')}`);
  }
  expect(new Set(told.map(({ headers }) => headers['webhook-id'])).size).toBe(told.length);
  expect(await state()).toMatchObject({ failures: 0, problem: null, deliveredAt: expect.any(String) as string });
});

test('what is not taken is tried again, later and later, and given up in the end', async () => {
  const { url, told } = await desk(() => 500);
  await add(url);
  const [saved] = await store.save(
    [generated.at(1), generated.at(2)].filter(({ result }) => (result?.map.incidents.length ?? 0) > 0).slice(0, 1),
  );
  expect(saved).toBeDefined();
  const seconds: number[] = [];
  for (let at = 1; at < 400_000; at += 5) {
    const before = told.length;
    await deliverDue(store, post, later(at));
    if (told.length > before) seconds.push(at);
    if (seconds.length > 1) at += ((seconds.at(-1) ?? 0) - (seconds.at(-2) ?? 0)) * 0.9;
    if (seconds.length === 10) at += 50_000;
  }
  expect(told.length).toBe(10);
  const waits = seconds.slice(1).map((second, i) => second - (seconds[i] ?? 0));
  expect(waits.every((wait, i) => wait >= (waits[i - 1] ?? 0) * 0.9)).toBe(true);
  expect(await state()).toMatchObject({ failures: 10, deliveredAt: null, problem: expect.stringContaining('got 500') as string });
});

test('a redirect is not followed: it is no success', async () => {
  const { url, told } = await desk(() => 302);
  await add(url);
  await store.save([...generated.range(0, 5, 20)]);
  await deliverDue(store, post, later(1));
  expect(told.length).toBeGreaterThan(0);
  expect((await state())?.problem).toContain('got 302');
});

test('inner networks are not told unless the configuration names them', async () => {
  const { url, told } = await desk(() => 204);
  await add(url.replace('127.0.0.1', 'localhost'));
  await store.save([...generated.range(0, 5, 20)]);
  await deliverDue(store, guardedPoster('test', parseAllowed([])), later(1));
  expect(told).toEqual([]);
  expect((await state())?.problem).toMatch(/wanted port|not a public address/);
});
