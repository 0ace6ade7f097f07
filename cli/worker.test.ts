import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { storeKinds, TestStores } from '../scripts/jest/test-stores';
import { toldArticle } from '../scripts/jest/told-articles';
import { JobQueue } from '../lib/api/queue/queue';
import { openPostgisStore } from '../lib/store/open-store';

const stores = new TestStores();
jest.setTimeout(60_000);
afterEach(() => stores.clear());
afterAll(() => stores.end());

function start(args: readonly string[], url: string) {
  const child = spawn(process.execPath, ['--import', 'tsx', ...args], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, DATABASE_URL: url } }); // prettier-ignore
  const told = { out: '', errors: '' };
  child.stdout.on('data', (chunk: Buffer) => (told.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (told.errors += chunk.toString()));
  const closed = (once(child, 'close') as Promise<[number | null]>).then(([status]) => ({ status, ...told }));
  return { child, closed };
}

it.each([
  ['cli/worker.ts', []],
  ['cli/ingest.ts', ['--queue', 'README.md']],
])('%s %j says without a database that the queue is in PostgreSQL', async (command, args) => {
  const { status, errors } = await start([command, ...args], '').closed;
  expect([status, errors]).toEqual([2, expect.stringContaining('wanted DATABASE_URL=postgres://') as string]);
});

// Needs a server, which not everybody has; CI has one, and storeKinds says aloud that these are left out.
(storeKinds().includes('postgis') ? describe : describe.skip)('npm run worker', () => {
  it('told to stop ends what it has begun, takes no more, and leaves the rest to others', async () => {
    const url = await stores.database();
    const [store, queue] = [await openPostgisStore(url), await JobQueue.open(url)];
    try {
      await queue.put(Array.from({ length: 300 }, (_, i) => ({ kind: 'articles', articles: [{ name: String(i), article: toldArticle(i) }], tags: [] }))); // prettier-ignore
      const { child, closed } = start(['cli/worker.ts'], url);
      while (child.exitCode === null && (await store.size()).articles === 0) await wait(20);
      child.kill('SIGTERM');
      expect((await closed).status).toBe(0);
      const { waiting, running } = await queue.counts();
      expect(running).toBe(0);
      expect(waiting).toBeGreaterThan(0);
      expect((await store.size()).articles).toBe(300 - waiting);
    } finally {
      await queue.close();
      await store.close();
    }
  });

  it('prints the jobs that failed for good and why, and puts them in the queue again', async () => {
    const url = await stores.database();
    const [store, queue] = [await openPostgisStore(url), await JobQueue.open(url)];
    try {
      await queue.put([{ kind: 'file', name: 'a.exe', bytes: Buffer.from('MZ').toString('base64'), tags: [] }]);
      expect((await start(['cli/worker.ts', '--until-empty'], url).closed).status).toBe(0);
      const { out } = await start(['cli/worker.ts', '--failed'], url).closed;
      expect(JSON.parse(out)).toMatchObject({ name: 'a.exe', kind: 'file', failed: [{ name: 'a.exe', code: 'unsupported' }] });
      await start(['cli/worker.ts', '--again'], url).closed;
      expect(await queue.counts()).toEqual({ waiting: 1, running: 0, dead: 0 });
    } finally {
      await queue.close();
      await store.close();
    }
  });
});
