import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { inputsOf } from '../cli/ingest-input';
import { queueInputs } from '../cli/ingest-queue';
import { JobQueue } from '../lib/api/queue/queue';
import { openPostgisStore, openSqliteStore } from '../lib/store/open-store';
import { TestStores } from '../scripts/jest/test-stores';
import { toldArticle } from '../scripts/jest/told-articles';

/**
 * `npm run bench:ingest -- [ARTICLES] [WORKERS]`: how many articles a second are read by the engine, saved and linked: by
 * `npm run ingest` into SQLite, and by so many workers (1,2) from the queue into PostGIS, each in a process of its own. On
 * the server at INCIDENT_MAP_TEST_DATABASE (`.ci/postgres`), in databases of their own, which are dropped in the end. The
 * time in which processes start is left out: it counts from the first articles to the last.
 */
const [, , articles = '2000', workers = '1,2'] = process.argv;
const ARTICLES = Number(articles);
/** About 250 words. */
const SENTENCES = 14;
const LOOK_MS = 50;

const load = () => loadavg().map((n) => n.toFixed(1)).join(' '); // prettier-ignore
const words = Array.from({ length: 100 }, (_, i) => toldArticle(i, SENTENCES).text.split(/\s+/).length).reduce((a, b) => a + b) / 100;
const folder = mkdtempSync(path.join(tmpdir(), 'incident-map-ingest-'));
const file = path.join(folder, 'articles.jsonl');
writeFileSync(file, Array.from({ length: ARTICLES }, (_, i) => JSON.stringify(toldArticle(i, SENTENCES))).join('\n'));
console.log(`node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}; ${ARTICLES} articles of ${words.toFixed(0)} words`);

const stores = new TestStores();
try {
  await intoSqlite();
  for (const count of workers.split(',')) await byWorkers(Number(count));
} finally {
  await stores.end();
  rmSync(folder, { recursive: true });
}

async function intoSqlite(): Promise<void> {
  const child = start(['cli/ingest.ts', '--results', file], { INCIDENT_MAP_DATA: folder, DATABASE_URL: '' });
  const marks: { at: number; count: number }[] = [];
  child.stdout.on('data', (chunk: Buffer) => {
    const more = chunk.toString().split('\n').length - 1;
    marks.push({ at: performance.now(), count: (marks.at(-1)?.count ?? 0) + more });
  });
  await once(child, 'close');
  const store = openSqliteStore(path.join(folder, 'store.db'));
  const { articles: there } = await store.size();
  await store.close();
  tell('SQLite, one process', marks, there);
}

async function byWorkers(count: number): Promise<void> {
  const url = await stores.database();
  const store = await openPostgisStore(url);
  const queue = await JobQueue.open(url);
  const database = new Client(url);
  await database.connect();
  const begun = performance.now();
  for await (const queued of queueInputs(queue, inputsOf([file]), [])) if ('failed' in queued) throw new Error('none fails');
  const queuedIn = performance.now() - begun;
  const children = Array.from({ length: count }, () => start(['cli/worker.ts', '--until-empty'], { DATABASE_URL: url }));
  const closed = Promise.all(children.map((child) => once(child, 'close')));
  const marks: { at: number; count: number }[] = [];
  // From when all of them work: one starts later than another.
  await Promise.all(children.map((child) => once(child.stderr, 'data')));
  for (let there = 0; there < ARTICLES; await wait(LOOK_MS)) {
    const { rows } = await database.query<{ there: number }>('SELECT CAST(count(*) AS integer) AS there FROM articles');
    there = rows[0]?.there ?? 0;
    if (there > (marks.at(-1)?.count ?? 0)) marks.push({ at: performance.now(), count: there });
  }
  await closed;
  tell(`PostGIS, ${count} ${count === 1 ? 'worker' : 'workers'} (queued in ${(queuedIn / 1000).toFixed(1)} s)`, marks, (await store.size()).articles); // prettier-ignore
  await database.end();
  await queue.close();
  await store.close();
}

function start(args: readonly string[], environment: Readonly<Record<string, string>>) {
  return spawn(process.execPath, ['--heap-growing-percent=10', '--import', 'tsx', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  });
}

function tell(what: string, marks: readonly { at: number; count: number }[], there: number): void {
  const [first, last] = [marks[0], marks.at(-1)];
  if (!first || !last || there !== ARTICLES) throw new Error(`wanted ${ARTICLES} articles, got ${there}`);
  const rate = ((last.count - first.count) / (last.at - first.at)) * 1000;
  console.log(`${what}: ${rate.toFixed(0)} articles a second (load ${load()})`);
}
