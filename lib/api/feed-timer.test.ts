import { mkdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import ainAlAsad from '../../data/articles/ain-al-asad.json';
import { feed } from '../../scripts/jest/contract';
import { TestStores } from '../../scripts/jest/test-stores';
import { closeReaders } from '../ingest/read-file';
import { openSqliteStore } from '../store/open-store';
import type { Store } from '../store/store';
import { startFeeds } from './feed-timer';
import { setLibrary } from './library';

jest.setTimeout(60_000);
const stores = new TestStores();
let server: Server;
let asked: string[] = [];
let at = '';
let store: Store;
let folder = '';

beforeAll(async () => {
  process.env.INGEST_ALLOW = '127.0.0.1';
  server = createServer(({ url = '' }, response) => {
    asked.push(url);
    const text = ainAlAsad.text.split('\n').map((line) => `<p>${line}</p>`).join(''); // prettier-ignore
    const rss = `<rss version="2.0"><channel><title>Wire</title><item><guid>1</guid><title>x</title><link>${at}/1</link></item></channel></rss>`;
    response.writeHead(200, { 'content-type': url === '/rss' ? 'application/rss+xml' : 'text/html; charset=utf-8' });
    response.end(url === '/rss' ? rss : `<html><body><article>${text}</article></body></html>`);
  });
  await new Promise<void>((go) => server.listen(0, '127.0.0.1', go));
  at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => {
  asked = [];
  const file = stores.file();
  folder = path.dirname(file);
  mkdirSync(folder, { recursive: true });
  store = openSqliteStore(file);
  setLibrary(store);
});
afterEach(async () => {
  setLibrary(null);
  await store.close();
  await stores.clear();
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await closeReaders();
  await stores.end();
});

const due = { nextAt: '2020-01-01T00:00:00.000Z' };

it('asks the feeds that are followed, those alone whose time has come', async () => {
  await store.addFeed(feed('due', { url: `${at}/rss`, ...due }));
  await store.addFeed(feed('later', { url: `${at}/later`, nextAt: '2999-01-01T00:00:00.000Z' }));
  startFeeds(5, { INCIDENT_MAP_DATA: folder });
  while ((await store.feeds())[0]?.polledAt === null) await wait(20);
  expect(asked).toEqual(['/rss', '/1']);
  expect(await store.size()).toMatchObject({ articles: 1 });
});

it('asks nobody where it is set to 0, where no feed is followed, and where workers do it', async () => {
  startFeeds(5, { INCIDENT_MAP_DATA: folder });
  await wait(200);
  await store.addFeed(feed('due', { url: `${at}/rss`, ...due }));
  startFeeds(0, { INCIDENT_MAP_DATA: folder });
  startFeeds(5, { INCIDENT_MAP_DATA: folder, DATABASE_URL: 'postgres://127.0.0.1/x' });
  await wait(300);
  expect(asked).toEqual([]);
});
