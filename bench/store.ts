import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { GeneratedArticles, seeded } from '../scripts/jest/generated-articles';
import { GROW_TENFOLD } from './grow';
import { openPostgisStore, openSqliteStore } from '../lib/store/open-store';
import type { Box } from '../lib/store/queries';
import type { Store } from '../lib/store/store';

/**
 * `npm run bench:store -- sqlite|postgis [SIZES] [WORDS]`: how fast the store answers as it grows. SIZES: how many articles,
 * such as 10000,100000 (about 1.5 incidents an article), each of so many WORDS; `x10` makes what is there tenfold. PostGIS: on the server at INCIDENT_MAP_TEST_DATABASE (`.ci/postgres`),
 * in a database of its own, which is dropped in the end. Each question is asked ROUNDS times, with other words, boxes and
 * tiles each time, all of them drawn from a seed.
 */
const ROUNDS = 200;
const BATCH = 250;
const SEED = 42;

const [, , kind = 'sqlite', sizes = '10000,100000', length = '250'] = process.argv;
const WORDS = Number(length);
const generated = new GeneratedArticles(SEED, 10_000);
console.log(
  `node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}, load ${loadavg()
    .map((n) => n.toFixed(1))
    .join(' ')}`,
);

const { store, size, end } = kind === 'postgis' ? await postgis() : sqlite();
let saved = 0;
for (const step of sizes.split(',')) {
  const articles = step === 'x10' ? saved : Number(step);
  const begun = performance.now();
  const from = saved;
  if (step === 'x10') await query(databaseUrl(), GROW_TENFOLD);
  for (; saved < articles; saved = Math.min(articles, saved + BATCH))
    await store.save([...generated.range(saved, Math.min(articles, saved + BATCH), WORDS)]);
  const seconds = (performance.now() - begun) / 1000;
  if (kind === 'postgis') await analyze();
  const { articles: kept, incidents, mentions } = await store.size();
  console.log(`\n${kept} articles, ${incidents} incidents, ${mentions} mentions, ${((await size()) / 1e6).toFixed(0)} MB`);
  if (saved > from) console.log(`  saved ${((articles - from) / seconds).toFixed(0)} articles a second, made-up articles included`);
  await measure(store);
  console.log(
    `  load ${loadavg()
      .map((n) => n.toFixed(1))
      .join(' ')}`,
  );
}
await store.close();
await end();

async function measure(subject: Store): Promise<void> {
  const random = seeded(SEED + 1);
  // As common as the words of the articles are.
  const word = () => {
    const words = generated
      .at(Math.floor(random() * saved), WORDS)
      .article.text.split(' ')
      .filter((one) => /^\p{L}{3}/u.test(one));
    return words[Math.floor(random() * words.length)] ?? 'word';
  };
  const tile = (z: number): [number, number, number] => [z, Math.floor(random() * 2 ** z), Math.floor(random() * 2 ** z)];
  const busy = (z: number): [number, number, number] => {
    // Where something lies: a tile at random would mostly be empty.
    const [x = 0, y = 0] = generated.at(Math.floor(random() * saved)).result?.map.features[0]?.properties.labelPoint ?? [];
    const sine = Math.sin((y * Math.PI) / 180);
    const [u, v] = [(x + 180) / 360, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
    return [z, Math.floor(u * 2 ** z), Math.floor(v * 2 ** z)];
  };
  const box = (side: number): Box => {
    const [x = 0, y = 0] = generated.at(Math.floor(random() * saved)).result?.map.features[0]?.properties.labelPoint ?? [];
    return [x - side / 2, y - side / 2, x + side / 2, y + side / 2];
  };
  await time('search, one word', () => subject.list({ text: `${word()} ` }));
  await time('search, two words', () => subject.list({ text: `${word()} ${word()} ` }));
  await time('search, a word cut short', () => subject.list({ text: word().slice(0, 3) }));
  await time('search in one source and year', () =>
    subject.list({ text: `${word()} `, source: 'Source 3', from: '2018-01-01', to: '2018-12-31' }),
  );
  await time('the list, first page', () => subject.list({}));
  await time('box of 1°', () => subject.incidents({ box: box(1) }));
  await time('box of 10°', () => subject.incidents({ box: box(10) }));
  await time('box of the world', () => subject.incidents({ box: [-180, -90, 180, 90] }));
  await time('box of 10°, one month', () => subject.incidents({ box: box(10), from: '2020-03-01', to: '2020-03-31' }));
  await time('places in a box of 10°', () => subject.places({ box: box(10) }));
  await time('mentions in a box of 1°', () => subject.mentions({ box: box(1) }));
  await time('tile 0/0/0', () => subject.tile(0, 0, 0));
  for (const z of [3, 6, 7, 10]) await time(`tile of zoom ${z} where something lies`, () => subject.tile(...busy(z)));
  await time('tile of any zoom anywhere', () => subject.tile(...tile(Math.floor(random() * 13))));
  await time('tile of zoom 0, one month', () => subject.tile(0, 0, 0, { from: '2020-03-01', to: '2020-03-31' }));
  await time('tile of zoom 0, one country', () => subject.tile(0, 0, 0, { countryCode: 'IQ' }), 20);
  await time('tile of zoom 0, one word', () => subject.tile(0, 0, 0, { articles: { text: `${word()} ` } }), 50);
  await time('incidents told with one word', () => subject.incidents({ articles: { text: `${word()} ` } }), 50);
  await time('counts by month', () => subject.counts('month', {}), 50);
  await time('counts by month, one year', () => subject.counts('month', { from: '2018-01-01', to: '2018-12-31' }), 20);
  await time('counts by week', () => subject.counts('week', {}), 10);
  await time('who published how much', () => subject.sources(50), 10);
}

async function time(name: string, ask: () => Promise<unknown>, rounds = ROUNDS): Promise<void> {
  await ask();
  const times: number[] = [];
  for (let i = 0; i < rounds; i++) {
    const begun = performance.now();
    await ask();
    times.push(performance.now() - begun);
  }
  times.sort((a, b) => a - b);
  const at = (part: number) => (times[Math.min(rounds - 1, Math.floor(rounds * part))] ?? NaN).toFixed(1).padStart(8);
  console.log(`  ${name.padEnd(38)} median ${at(0.5)} ms   p95 ${at(0.95)} ms   max ${at(1)} ms`);
}

function sqlite() {
  const folder = mkdtempSync(path.join(tmpdir(), 'incident-map-bench-'));
  const file = path.join(folder, 'store.db');
  return {
    store: openSqliteStore(file),
    size: () => Promise.resolve(statSync(file).size),
    end: () => Promise.resolve(rmSync(folder, { recursive: true })),
  };
}

async function postgis() {
  const server = process.env.INCIDENT_MAP_TEST_DATABASE ?? '';
  const name = `bench_${process.pid}`;
  await query(server, `CREATE DATABASE ${name}`);
  return {
    store: await openPostgisStore(databaseUrl()),
    size: async () => Number((await query<{ n: string }>(server, `SELECT pg_database_size('${name}') AS n`))[0]?.n),
    end: async () => void (await query(server, `DROP DATABASE ${name} WITH (FORCE)`)),
  };
}

/** What autovacuum would do a little later. */
async function analyze(): Promise<void> {
  await query(databaseUrl(), 'VACUUM ANALYZE');
}

function databaseUrl(): string {
  const url = new URL(process.env.INCIDENT_MAP_TEST_DATABASE ?? '');
  url.pathname = `/bench_${process.pid}`;
  return url.href;
}

async function query<Row>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as Row[];
  } finally {
    await client.end();
  }
}
