import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { GeneratedArticles, seeded } from '../../scripts/jest/generated-articles';
import { storeKinds, TestStores } from '../../scripts/jest/test-stores';
import { decodeTile } from '../../scripts/jest/decode-tile';
import { openPostgisStore, openSqliteStore } from './open-store';
import type { Store } from './store';

/** How often a saver is killed: `STORE_KILLS=20 npx jest lib/store/crash` is the long run. */
const KILLS = Number(process.env.STORE_KILLS ?? 2);
const WORDS = 60;
/** Killed so soon after its first batch was acknowledged. */
const MAX_WAIT_MS = 400;

const stores = new TestStores();
const generated = new GeneratedArticles(11, 400);
jest.setTimeout(60_000 + KILLS * 20_000);
afterAll(() => stores.end());

it.each(storeKinds())('a bulk save into %s, killed at any moment, loses nothing acknowledged and doubles nothing', async (kind) => {
  const where = kind === 'sqlite' ? stores.file() : await stores.database();
  const random = seeded(KILLS);
  let acknowledged = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    // Begins within what is there, so that a part of it is saved a second time.
    acknowledged = Math.max(acknowledged, await saveUntilKilled(where, Math.max(0, acknowledged - 30), random() * MAX_WAIT_MS));
    const store = kind === 'sqlite' ? openSqliteStore(where) : await openPostgisStore(where);
    await checkWhole(store, acknowledged);
    await store.close();
  }
});

/** Gives up to which article the store acknowledged what the killed process saved. */
async function saveUntilKilled(where: string, first: number, ms: number): Promise<number> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/jest/bulk-save.ts', where, String(first)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let told = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => (told += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const closed = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  await Promise.race([once(child.stdout, 'data'), closed]);
  await wait(ms);
  child.kill('SIGKILL');
  const [, signal] = await closed;
  if (signal !== 'SIGKILL') throw new Error(`the saver ended by itself: ${errors}`);
  return Number(told.trimEnd().split('\n').at(-1) ?? 0);
}

/** All that was acknowledged is there, each article once and whole with what is found by it. */
async function checkWhole(store: Store, acknowledged: number): Promise<void> {
  const numbers: number[] = [];
  for (let cursor: string | null = null; ;) {
    const page: Awaited<ReturnType<Store['list']>> = await store.list({}, { limit: 1_000, cursor });
    numbers.push(...page.items.map(({ url }) => Number(url?.split('/').at(-1))));
    if (page.next === null) break;
    cursor = page.next;
  }
  const there = new Set(numbers);
  expect(numbers.length).toBe(there.size);
  expect(Array.from({ length: acknowledged }, (_, i) => i).filter((i) => !there.has(i))).toEqual([]);

  const maps = numbers.map((i) => generated.at(i, WORDS).result?.map);
  const sum = (count: (map: NonNullable<(typeof maps)[number]>) => number) =>
    maps.reduce((total, map) => total + (map ? count(map) : 0), 0);
  expect(await store.size()).toEqual({
    articles: numbers.length,
    places: sum(({ features }) => features.length),
    mentions: sum(({ features }) => features.flatMap(({ properties }) => properties.mentions).length),
    incidents: sum(({ incidents }) => incidents.length),
  });
  const placed = sum(({ incidents }) => incidents.filter(({ placeId }) => placeId !== null).length);
  expect(decodeTile(await store.tile(0, 0, 0)).reduce((total, { count }) => total + Number(count), 0)).toBe(placed);
  const last = generated.at(Math.max(...numbers), WORDS);
  expect((await store.list({ text: `${last.article.text.split(' ')[0]} ${last.article.title}` })).items).toMatchObject([
    { url: last.article.url },
  ]);
}
