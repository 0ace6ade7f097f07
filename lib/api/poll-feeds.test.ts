import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import ainAlAsad from '../../data/articles/ain-al-asad.json';
import mindoro from '../../data/articles/mindoro-ferry.json';
import { feed } from '../../scripts/jest/contract';
import { TestStores } from '../../scripts/jest/test-stores';
import { parseAllowed } from '../ingest/fetch/addresses';
import { guardedFetcher } from '../ingest/fetch/guarded-fetch';
import { closeReaders } from '../ingest/read-file';
import type { Store } from '../store/store';
import { addFeed } from './follow-feed';
import { sharedEngine } from './geoparse-request';
import { pollFeeds } from './poll-feeds';

jest.setTimeout(120_000);
const stores = new TestStores();
const fetcher = guardedFetcher('Test/1', parseAllowed(['127.0.0.1']));
const NOW = '2026-02-01T00:00:00.000Z';
const now = () => new Date(NOW);
let server: Server;
let store: Store;
let at = '';
let asked: string[] = [];
let answer: (request: IncomingMessage, response: ServerResponse) => void = () => undefined;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.url} ${request.headers['if-none-match'] ?? '-'}`);
    answer(request, response);
  });
  await new Promise<void>((go) => server.listen(0, '127.0.0.1', go));
  at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(async () => {
  store = await stores.open('sqlite');
  asked = [];
});
afterEach(() => stores.clear());
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await closeReaders();
});

const page = (text: string) =>
  `<html><body><article>${text
    .split('\n')
    .map((line) => `<p>${line}</p>`)
    .join('')}</article></body></html>`;
const item = (path: string, title: string, description = '') =>
  `<item><guid>${at}${path}</guid><link>${at}${path}</link><title>${title}</title><pubDate>Tue, 06 Aug 2024 10:00:00 GMT</pubDate><description><![CDATA[${description}]]></description></item>`;
const rss = (...items: string[]) => `<rss version="2.0"><channel><title>Wire</title>${items.join('')}</channel></rss>`;

/** Serves a feed and pages by their paths; what is not there is 404. */
function serve(pages: Readonly<Record<string, string>>): void {
  answer = ({ url = '', headers }, response) => {
    const body = pages[url];
    if (body === undefined) return response.writeHead(404).end();
    if (url !== '/rss') return response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(body);
    const etag = `"${body.length}"`;
    if (headers['if-none-match'] === etag) return response.writeHead(304).end();
    response.writeHead(200, { etag, 'content-type': 'application/rss+xml; charset=utf-8' }).end(body);
  };
}

const follow = () => addFeed(store, sharedEngine(), fetcher, `${at}/rss`, ['wire']);
const poll = (ids?: string[]) => pollFeeds(store, sharedEngine(), fetcher, { now, pauseMs: 0, ...(ids ? { ids } : {}) });

it('what a feed names is fetched, read and kept once, the oldest first', async () => {
  serve({ '/rss': rss(item('/2', 'Ferry'), item('/1', 'هجوم')), '/1': page(ainAlAsad.text), '/2': page(mindoro.text) });
  const { feed: followed, results, isNew } = await follow();
  expect([isNew, followed.title, followed.problem]).toEqual([true, 'Wire', null]);
  expect(results.map(({ name, outcome }) => [name, outcome])).toEqual([
    [`${at}/1`, 'saved'],
    [`${at}/2`, 'saved'],
  ]);
  const { items } = await store.list({ tag: 'wire' });
  expect(items.map(({ title, publishedAt }) => [title, publishedAt])).toEqual([
    ['Ferry', '2024-08-06T10:00:00.000Z'],
    ['هجوم', '2024-08-06T10:00:00.000Z'],
  ]);
  const snapshot = await store.snapshot(items[0]?.id ?? '', `${at}/2`);
  expect(Buffer.from(snapshot?.bytes ?? []).toString()).toBe(page(mindoro.text));

  asked = [];
  expect((await poll([followed.id]))[0]).toMatchObject({ results: [], feed: { failures: 0, problem: null } });
  expect(asked).toEqual([`/rss "${rss(item('/2', 'Ferry'), item('/1', 'هجوم')).length}"`]);
  expect(await follow()).toMatchObject({ isNew: false, results: [] });
});

it('where a page cannot be had the feed’s own text stands in, if it is enough; what passes is tried again', async () => {
  const isSick = { value: true };
  const body = rss(item('/gone', 'Ferry', mindoro.text), item('/short', 'Short', 'Too little.'), item('/sick', 'هجوم'));
  answer = ({ url }, response) => {
    if (url === '/rss') response.writeHead(200, { etag: '"1"' }).end(body);
    else if (url === '/sick' && !isSick.value) response.writeHead(200, { 'content-type': 'text/html' }).end(page(ainAlAsad.text));
    else response.writeHead(url === '/sick' ? 503 : 404).end();
  };
  const { feed: followed, results } = await follow();
  expect(results.map(({ outcome }) => outcome)).toEqual(['failed', 'failed', 'saved']);
  expect((await store.list({})).items).toMatchObject([{ title: 'Ferry', url: `${at}/gone`, source: 'Wire' }]);
  isSick.value = false;
  const [again] = await poll([followed.id]);
  expect(again?.results.map(({ name, outcome }) => [name, outcome])).toContainEqual([`${at}/sick`, 'saved']);
});

it('a feed that fails is asked ever later, as late as its server says, and forgiven at once', async () => {
  await store.addFeed(feed('f', { url: `${at}/rss`, nextAt: NOW }));
  const minutes = async () => {
    await poll(['f']);
    const [one] = await store.feeds();
    return (Date.parse(one?.nextAt ?? '') - Date.parse(NOW)) / 60_000;
  };
  answer = (_, response) => response.writeHead(500).end();
  const waits = [];
  for (let i = 0; i < 8; i++) waits.push(await minutes());
  expect(waits).toEqual([30, 60, 120, 240, 480, 960, 1440, 1440]);
  answer = (_, response) => response.writeHead(429, { 'retry-after': '172800' }).end();
  expect(await minutes()).toBe(2 * 24 * 60);
  expect((await store.feeds())[0]).toMatchObject({ failures: 9, problem: expect.stringContaining('429') as string });
  answer = (_, response) => response.writeHead(200, { 'cache-control': 'max-age=3600' }).end(rss());
  expect(await minutes()).toBe(60);
  expect((await store.feeds())[0]).toMatchObject({ failures: 0, problem: null });
  expect(await pollFeeds(store, sharedEngine(), fetcher, { now })).toEqual([]);
});

it.each([
  ['a page', page(mindoro.text)],
  ['nothing', ''],
])('what is no feed (%s) is not followed', async (_, body) => {
  serve({ '/rss': body });
  expect(await follow()).toMatchObject({ isNew: false, problem: expect.stringContaining('wanted an RSS') as string });
  expect(await store.feeds()).toEqual([]);
});

it('a feed cannot lead into the network', async () => {
  serve({
    '/rss': rss(
      '<item><link>http://169.254.169.254/latest/</link><title>A</title></item>',
      '<item><link>file:///etc/passwd</link><title>B</title></item>',
    ),
  });
  const { results } = await follow();
  expect(results.map(({ problem }) => problem?.code)).toEqual(['no-text', 'address-refused']);
});

it('a feed that was left while it was read stays left', async () => {
  answer = (_, response) => void store.removeFeed('f').then(() => response.writeHead(200).end(rss()));
  await store.addFeed(feed('f', { url: `${at}/rss`, nextAt: NOW }));
  await poll();
  expect(await store.feeds()).toEqual([]);
});
