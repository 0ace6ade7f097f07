import { readFile } from 'node:fs/promises';
import autocannon from 'autocannon';
import { seeded } from '../scripts/jest/generated-articles';

/**
 * `npm run bench:load -- ORIGIN [SECONDS] [CONNECTIONS] [PID]`: asks a running server of all that is read, mixed as an
 * analyst's browser, a GIS and a feed reader would ask it. With the server's PID it says what memory it had before, in the
 * middle and after (Linux).
 */
const [, , origin = 'http://127.0.0.1:3000', seconds = '60', connections = '50', pid] = process.argv;
const KINDS = 400;
const random = seeded(5);
const around = (span: number) => (random() - 0.5) * span;

/** How often each is asked, in a hundred. */
const MIX: readonly (readonly [share: number, path: () => string])[] = [
  [30, () => tile()],
  [15, () => `/api/incidents?bbox=${box(10)}&limit=50`],
  [10, () => `/api/incidents?type=Battles&limit=50`],
  [10, () => `/api/articles?q=${pick(['هجوم', 'rocket', 'الحكومة', 'police', 'مدينة'])}`],
  [5, () => '/api/articles'],
  [5, () => `/api/places?bbox=${box(5)}`],
  [5, () => `/api/mentions?bbox=${box(2)}`],
  [10, () => `/ogc/collections/incidents/items?bbox=${box(10)}`],
  [5, () => '/feed.atom'],
  [3, () => '/tiles.json'],
  [2, () => '/ar'],
];

const requests = MIX.flatMap(([share, path]) =>
  Array.from({ length: (share * KINDS) / 100 }, () => ({ method: 'GET' as const, path: encodeURI(path()) })),
).sort(() => around(1));
const memory: string[] = [];
const measure = setInterval(() => void note(), (Number(seconds) * 1_000) / 6);
await note();
const result = await autocannon({ url: origin, connections: Number(connections), duration: Number(seconds), requests, timeout: 30 });
clearInterval(measure);
await note();
const { latency, non2xx, errors, timeouts } = result;
console.log(
  `${result.requests.average.toFixed(0)} requests a second (${result.requests.total} in ${result.duration} s, ${connections} connections)`,
);
console.log(`latency ms: p50 ${latency.p50}, p90 ${latency.p90}, p99 ${latency.p99}, max ${latency.max}`);
console.log(`errors ${errors}, timeouts ${timeouts}, answers that are not 2xx ${non2xx}`);
if (pid) console.log(`memory MB: ${memory.join(', ')}`);
process.exitCode = errors + timeouts + non2xx > 0 ? 1 : 0;

function tile(): string {
  const z = Math.floor(random() * 8);
  const at = () => Math.floor(random() * 2 ** z);
  return `/tiles/${z}/${at()}/${at()}.mvt`;
}

function box(size: number): string {
  const [west, south] = [around(340), around(120)];
  return [west, south, Math.min(180, west + size), south + size].map((degrees) => degrees.toFixed(3)).join(',');
}

function pick<T>(list: readonly T[]): T {
  return list[Math.floor(random() * list.length)] as T;
}

async function note(): Promise<void> {
  if (!pid) return;
  const kilobytes = /VmRSS:\s+(\d+) kB/.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '0';
  memory.push(String(Math.round(Number(kilobytes) / 1024)));
}
