import ainAlAsad from '../../data/articles/ain-al-asad.json';
import { storeKinds, TestStores } from '../../scripts/jest/test-stores';
import { openPostgisStore } from '../store/open-store';
import type { Store } from '../store/store';
import { problemResponse } from './errors';
import { ingestRequest } from './ingest-request';
import { getJob, type JobAnswer, type QueuedAnswer } from './jobs-request';
import { JobQueue } from './queue/queue';
import { setQueue } from './queue/shared-queue';

jest.setTimeout(30_000);
const stores = new TestStores();
afterEach(() => stores.clear());
afterAll(() => stores.end());

const JSON_TYPE = { 'content-type': 'application/json' };
const ask = (store: Store, body: BodyInit, query = '?queue=true', headers: Record<string, string> = {}) =>
  ingestRequest(new Request(`http://127.0.0.1/api/ingest${query}`, { method: 'POST', body, headers }), store).catch(problemResponse);
const find = (id: string) => getJob(new Request(`http://127.0.0.1/api/jobs/${id}`), id).catch(problemResponse);

describe('on SQLite', () => {
  it('there is no queue, and that is said', async () => {
    const store = await stores.open('sqlite');
    const response = await ask(store, JSON.stringify({ url: 'https://example.org/1' }), '?queue=true', JSON_TYPE);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ detail: expect.stringContaining('wanted a library in PostgreSQL') as string });
    expect((await find('00000000-0000-4000-8000-000000000000')).status).toBe(404);
    expect((await find("x' OR 1=1")).status).toBe(404);
  });

  it.each(['?queue=1', '?queue=', '?queu=true'])('%s is refused', async (query) => {
    const store = await stores.open('sqlite');
    expect((await ask(store, JSON.stringify({ url: 'https://example.org/1' }), query, JSON_TYPE)).status).toBe(400);
  });
});

// Needs a server, which not everybody has; CI has one, and storeKinds says aloud that these are left out.
(storeKinds().includes('postgis') ? describe : describe.skip)('on PostgreSQL', () => {
  it('a request is answered at once, with where to ask what became of it', async () => {
    const url = await stores.database();
    const [store, queue] = [await openPostgisStore(url), await JobQueue.open(url)];
    setQueue(queue);
    try {
      const form = new FormData();
      for (const name of ['a.txt', 'b.txt']) form.append('file', new File([`${ainAlAsad.text}\n\n${name}`], name));
      form.append('tag', 't');
      const response = await ask(store, form);
      expect(response.status).toBe(202);
      const { jobs } = (await response.json()) as QueuedAnswer;
      expect(jobs.map(({ name }) => name)).toEqual(['a.txt', 'b.txt']);
      expect(await store.size()).toMatchObject({ articles: 0 });
      const page = await ask(store, JSON.stringify({ url: 'https://example.org/1' }), '?queue=true', JSON_TYPE);
      const address = page.headers.get('location') ?? '';
      expect(address).toBe(((await page.json()) as QueuedAnswer).jobs[0]?.url);
      const job = (await (await find(address.split('/').at(-1) ?? '')).json()) as JobAnswer;
      expect(job).toMatchObject({ kind: 'url', name: 'https://example.org/1', state: 'waiting', attempts: 0, results: [], problem: null });
      expect((await queue.take('articles'))?.task).toMatchObject({ kind: 'file', tags: ['t'] });
    } finally {
      setQueue(null);
      await queue.close();
      await store.close();
    }
  });
});
