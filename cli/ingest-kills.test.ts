import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { seeded } from '../scripts/jest/generated-articles';
import { storeKinds, TestStores } from '../scripts/jest/test-stores';
import { toldArticle } from '../scripts/jest/told-articles';
import { sharedEngine } from '../lib/api/geoparse-request';
import { ingestReadings, type Ingested } from '../lib/api/ingest';
import type { Job } from '../lib/api/queue/job';
import { JobQueue } from '../lib/api/queue/queue';
import { openPostgisStore, openSqliteStore } from '../lib/store/open-store';
import { sha256 } from '../lib/store/pack';
import type { Store } from '../lib/store/store';
import { inputsOf } from './ingest-input';
import { queueInputs } from './ingest-queue';

/** How often an ingest is killed on each store: `npm run bench:kills` is the long run. */
const KILLS = Number(process.env.INGEST_KILLS ?? 3);
/** More than are read before the last kill. */
const ARTICLES = 100 + KILLS * 60;
/** Killed so soon after it told of its first success, or had time for one. */
const MAX_WAIT_MS = 500;
/** A worker without a lease for so long is dead; it is killed so often that a job may meet several ends. */
const TRIALS = { leaseSeconds: 2, retries: 30, retrySeconds: 0 };

const stores = new TestStores();
const random = seeded(KILLS + 17);
const children = new Set<ChildProcess>();
jest.setTimeout(120_000 + KILLS * 30_000);
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  await stores.clear();
});
afterAll(() => stores.end());

/** The file of articles, beside where a SQLite store may be made. */
function lines(): { file: string; folder: string } {
  const folder = path.dirname(stores.file());
  const file = path.join(folder, 'articles.jsonl');
  writeFileSync(file, Array.from({ length: ARTICLES }, (_, i) => JSON.stringify(toldArticle(i))).join('\n'));
  return { file, folder };
}

interface Ran {
  /** Lines of standard output that were told whole. */
  readonly told: string[];
  readonly status: number | NodeJS.Signals | null;
}

/** Runs a command until it ends, or until it is killed some moment after `isGoing`. */
async function run(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  isGoing?: (out: string) => Promise<boolean>,
): Promise<Ran> {
  const child = spawn(process.execPath, ['--import', 'tsx', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  });
  children.add(child);
  let [out, errors] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const closed = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  if (isGoing) {
    while (child.exitCode === null && !(await isGoing(out))) await wait(20);
    await wait(random() * MAX_WAIT_MS);
    child.kill('SIGKILL');
  }
  const [code, signal] = await closed;
  children.delete(child);
  if (isGoing && signal !== 'SIGKILL') throw new Error(`it ended by itself (${code}): ${errors}`);
  if (!isGoing && code !== 0) throw new Error(`it ended with ${code}: ${errors}`);
  return { told: out.split('\n').slice(0, -1), status: signal ?? code };
}

/** What the store holds when nothing went wrong. */
async function undisturbed(): Promise<ReturnType<Store['size']>> {
  const store = await stores.open('sqlite');
  const readings = Array.from({ length: ARTICLES }, (_, i) => ({ name: String(i), read: async () => ({ article: toldArticle(i) }) }));
  for await (const { outcome } of ingestReadings(store, sharedEngine(), readings)) if (outcome === 'failed') throw new Error('none fails');
  return store.size();
}

/** Ids of all articles, each as often as it is there. */
async function idsIn(store: Store): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | null = null; ;) {
    const page: Awaited<ReturnType<Store['list']>> = await store.list({}, { limit: 1_000, cursor });
    ids.push(...page.items.map(({ id }) => id));
    if (page.next === null) return ids;
    cursor = page.next;
  }
}

/** Nothing acknowledged is lost, nothing doubled, and what is there has its map. */
async function check(store: Store, acknowledged: ReadonlySet<string>): Promise<number> {
  const ids = await idsIn(store);
  const there = new Set(ids);
  expect(there.size).toBe(ids.length);
  expect([...acknowledged].filter((id) => !there.has(id))).toEqual([]);
  // Those that were saved when it was killed come first.
  for (const id of ids.slice(0, 50)) expect(await store.shown(id)).not.toBeNull();
  return ids.length;
}

const everything = () => Array.from({ length: ARTICLES }, (_, i) => sha256(toldArticle(i).text)).sort();
const report = (kind: string, kills: number, articles: number) => process.stderr.write(`${kind}: killed ${kills} times, ${articles} of ${ARTICLES} articles there\n`); // prettier-ignore

test('npm run ingest on SQLite, killed at any moment and begun again, loses nothing it told of and doubles nothing', async () => {
  const { file, folder } = lines();
  const environment = { INCIDENT_MAP_DATA: folder, DATABASE_URL: '' };
  const acknowledged = new Set<string>();
  for (let kill = 1; kill <= KILLS; kill++) {
    const saves = async (out: string) => out.includes('"outcome":"saved"');
    const { told } = await run(['cli/ingest.ts', '--results', file], environment, saves);
    for (const line of told) acknowledged.add((JSON.parse(line) as Ingested).id ?? '');
    const store = openSqliteStore(path.join(folder, 'store.db'));
    report('SQLite', kill, await check(store, acknowledged));
    await store.close();
  }
  expect(acknowledged.size).toBeGreaterThan(0);
  await run(['cli/ingest.ts', '--results', file], environment);
  const store = openSqliteStore(path.join(folder, 'store.db'));
  expect((await idsIn(store)).sort()).toEqual(everything());
  expect(await store.size()).toEqual(await undisturbed());
  await store.close();
});

// Needs a server, which not everybody has; CI has one, and storeKinds says aloud that these are left out.
(storeKinds().includes('postgis') ? test : test.skip)(
  'npm run worker on PostGIS, killed at any moment: its jobs are taken again, each article is there once',
  async () => {
    const { file } = lines();
    const url = await stores.database();
    const environment = { DATABASE_URL: url };
    const store = await openPostgisStore(url);
    const queue = await JobQueue.open(url, TRIALS);
    try {
      const ids: string[] = [];
      for await (const queued of queueInputs(queue, inputsOf([file]), [])) if ('jobs' in queued) ids.push(...queued.jobs);
      const doneJobs = async () => (await Promise.all(ids.map((id) => queue.find(id)))).filter((job): job is Job => job?.state === 'done');
      for (let kill = 1; kill <= KILLS; kill++) {
        const { length: before } = await doneJobs();
        await run(['cli/worker.ts', '--slots', '2'], environment, async () => (await doneJobs()).length > before);
        const acknowledged = (await doneJobs()).flatMap(({ results }) => results.map(({ id }) => id ?? ''));
        expect(acknowledged.length).toBeGreaterThan(0);
        report('PostGIS', kill, await check(store, new Set(acknowledged)));
      }
      expect((await queue.counts()).waiting).toBeGreaterThan(0);
      await run(['cli/worker.ts', '--until-empty'], environment);
      expect(await doneJobs()).toHaveLength(ids.length);
      expect(await queue.counts()).toEqual({ waiting: 0, running: 0, dead: 0 });
      expect((await idsIn(store)).sort()).toEqual(everything());
      expect(await store.size()).toEqual(await undisturbed());
    } finally {
      await queue.close();
      await store.close();
    }
  },
);
