import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import ainAlAsad from '../../../data/articles/ain-al-asad.json';
import mindoro from '../../../data/articles/mindoro-ferry.json';
import nafusa from '../../../data/articles/nafusa-floods.json';
import { feed } from '../../../scripts/jest/contract';
import { Proxy } from '../../../scripts/jest/proxy';
import { storeKinds, TestStores } from '../../../scripts/jest/test-stores';
import { parseAllowed } from '../../ingest/fetch/addresses';
import { guardedFetcher } from '../../ingest/fetch/guarded-fetch';
import { closeReaders } from '../../ingest/read-file';
import { openPostgisStore } from '../../store/open-store';
import type { Article } from '../../types';
import { sharedEngine } from '../geoparse-request';
import type { Job } from './job';
import { JobQueue } from './queue';
import { Worker } from './work';

jest.setTimeout(120_000);
const stores = new TestStores();
const fetcher = guardedFetcher('Test/1', parseAllowed(['127.0.0.1']));
const undo: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
  await stores.clear();
});
afterAll(async () => {
  await stores.end();
  await closeReaders();
});

const article = ({ text, title }: { text: string; title: string }): Article => ({
  text,
  title,
  url: null,
  source: 'x',
  publishedAt: null,
  language: null,
});
const articles = (...items: { text: string; title: string }[]) =>
  ({ kind: 'articles', articles: items.map((one, i) => ({ name: `l:${i}`, article: article(one) })), tags: ['t'] }) as const;

/** A worker on a database, until the test is over. */
async function start(url: string, feedMinutes = 0) {
  const [queue, store] = [await JobQueue.open(url, { leaseSeconds: 1, retries: 2, retrySeconds: 0 }), await openPostgisStore(url)];
  const stop = new AbortController();
  const troubles: (string | null)[] = [];
  const onTrouble = (trouble: Error | null) => troubles.push(trouble?.message ?? null);
  const worker = new Worker(queue, { store, engine: sharedEngine(), fetcher }, { slots: 2, feedMinutes, signal: stop.signal, onTrouble });
  const working = worker.work();
  undo.push(async () => {
    stop.abort();
    await working;
    await queue.close();
    await store.close();
  });
  return { queue, store, troubles };
}

async function ended(queue: JobQueue, id: string | undefined): Promise<Job> {
  for (;;) {
    const job = await queue.find(id ?? '').catch(() => null);
    if (job?.state === 'done' || job?.state === 'failed') return job;
    await wait(50);
  }
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await wait(50);
}

async function serve(pages: () => Readonly<Record<string, string>>): Promise<string> {
  const server: Server = createServer(({ url = '' }, response) => {
    const body = pages()[url];
    if (body === undefined) return response.writeHead(503).end();
    response.writeHead(200, { 'content-type': url === '/rss' ? 'application/rss+xml' : 'text/html; charset=utf-8' }).end(body);
  });
  await new Promise<void>((go) => server.listen(0, '127.0.0.1', go));
  undo.push(async () => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const html = (text: string) =>
  `<html><body><article>${text
    .split('\n')
    .map((line) => `<p>${line}</p>`)
    .join('')}</article></body></html>`;

// Needs a server, which not everybody has; CI has one, and storeKinds says aloud that these are left out.
(storeKinds().includes('postgis') ? describe : describe.skip)('a worker', () => {
  it('saves what jobs bring, each text once however often it comes', async () => {
    const { queue, store } = await start(await stores.database());
    const [one, two, file] = await queue.put([
      articles(ainAlAsad, mindoro),
      articles(mindoro, nafusa),
      { kind: 'file', name: 'a.txt', bytes: Buffer.from(ainAlAsad.text).toString('base64'), tags: [] },
    ]);
    const jobs = [await ended(queue, one), await ended(queue, two), await ended(queue, file)];
    expect(jobs.map(({ state, problem }) => [state, problem])).toEqual(jobs.map(() => ['done', null]));
    const outcomes = jobs.flatMap(({ results }) => results.map(({ outcome }) => outcome));
    expect(outcomes.filter((outcome) => outcome === 'saved')).toHaveLength(3);
    expect(await store.size()).toMatchObject({ articles: 3 });
    expect((await store.list({ tag: 't' })).items).toHaveLength(3);
  });

  it('tries a page again that nobody gave, and leaves what is no article', async () => {
    let pages: Record<string, string> = { '/none': html('short') };
    const at = await serve(() => pages);
    const { queue, store } = await start(await stores.database());
    const [late, never, none] = await queue.put(['late', 'never', 'none'].map((path) => ({ kind: 'url', url: `${at}/${path}`, tags: [] })));
    expect(await ended(queue, none)).toMatchObject({ state: 'failed', attempts: 1 });
    await until(async () => (await queue.find(late ?? ''))?.attempts === 2);
    pages = { '/late': html(ainAlAsad.text) };
    expect(await ended(queue, late)).toMatchObject({ state: 'done', attempts: 3, results: [{ outcome: 'saved' }] });
    expect(await ended(queue, never)).toMatchObject({ state: 'failed', attempts: 3, problem: expect.stringContaining('503') as string });
    expect(await store.size()).toMatchObject({ articles: 1 });
    expect((await queue.counts()).dead).toBe(2);
  });

  it('asks feeds as their time comes, among several workers each once', async () => {
    let asked = 0;
    const rss =
      '<rss version="2.0"><channel><title>Wire</title><item><guid>1</guid><title>x</title><link>AT/1</link></item></channel></rss>';
    const at = await serve(() => ({
      get '/rss'() {
        asked++;
        return rss.replace('AT', at);
      },
      '/1': html(ainAlAsad.text),
    }));
    const url = await stores.database();
    const store = await openPostgisStore(url);
    undo.push(() => store.close());
    await store.addFeed(feed('due', { url: `${at}/rss`, nextAt: '2020-01-01T00:00:00.000Z' }));
    await store.addFeed(feed('later', { url: `${at}/rss`, nextAt: '2999-01-01T00:00:00.000Z' }));
    await Promise.all([start(url, 5), start(url, 5), start(url, 5)]);
    await until(async () => (await store.size()).articles === 1);
    await until(async () => (await store.feeds())[0]?.polledAt !== null);
    expect(asked).toBe(1);
    expect((await store.feeds()).map(({ id, polledAt }) => [id, polledAt === null])).toEqual([
      ['due', false],
      ['later', true],
    ]);
  });

  it('whose database goes away and comes back works on, and says both', async () => {
    const proxy = new Proxy(await stores.database());
    await proxy.up();
    undo.push(() => proxy.down());
    const { queue, store, troubles } = await start(proxy.url);
    const variants = Array.from({ length: 60 }, (_, i) => ({ ...nafusa, text: `${nafusa.text}\n\n${i}` }));
    const ids = await queue.put(variants.map((one) => articles(one)));
    await ended(queue, ids[0]);
    await proxy.down();
    await until(() => troubles.length === 1);
    await proxy.up();
    const jobs = await Promise.all(ids.map((id) => ended(queue, id)));
    expect(jobs.every(({ state }) => state === 'done')).toBe(true);
    expect(await store.size()).toMatchObject({ articles: 60 });
    expect([troubles[0], troubles.at(-1)]).toEqual([expect.stringMatching(/cannot be reached|let us in/), null]);
  });
});
