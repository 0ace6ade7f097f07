import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { OPERATIONS } from '../lib/api/openapi/operations/all';
import { hostileRequests, type HostileRequest } from '../scripts/jest/hostile-requests';

/**
 * `npm run bench:fuzz -- ORIGIN [COUNT] [SEED] [PID]`: sends hostile requests to a running server, four at a time, and fails
 * where one gets a 5xx or no answer. With the server's PID it says how much memory that had at most (Linux).
 */
const [, , origin = 'http://127.0.0.1:3000', count = '10000', seed = '1', pid] = process.argv;
const AT_ONCE = 4;
const ANSWER_MS = 60_000;
const SAMPLE_MS = 200;
const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
const statuses = new Map<number, number>();
const failed: string[] = [];
let mostMegabytes = 0;

const requests = hostileRequests(Number(seed), OPERATIONS);
let left = Number(count);
const start = Date.now();
// A file that unpacks to much does so in a second: looked at seldom, the memory would seem flat.
const watch = pid ? setInterval(() => (mostMegabytes = Math.max(mostMegabytes, megabytes(pid))), SAMPLE_MS) : undefined;
await Promise.all(Array.from({ length: AT_ONCE }, work));
const alive = await send({ method: 'GET', path: '/api/incidents?limit=1', headers: {}, body: null });
if (alive !== 200) failed.push(`afterwards the server answers ${alive}`);
clearInterval(watch);
const told = [...statuses].sort(([a], [b]) => a - b).map(([status, times]) => `${status}: ${times}`);
console.log(`${count} requests of seed ${seed} in ${Math.round((Date.now() - start) / 1000)} s; ${told.join(', ')}`);
if (pid) console.log(`memory: now ${megabytes(pid)} MB, at most ${mostMegabytes} MB`);
for (const line of failed) console.error(line);
agent.destroy();
process.exitCode = failed.length > 0 ? 1 : 0;

async function work(): Promise<void> {
  while (left-- > 0) {
    const { value } = requests.next() as { value: HostileRequest };
    const said = `${value.method} ${value.path.slice(0, 300)} ${JSON.stringify(value.headers).slice(0, 200)} ${value.body ? Buffer.from(value.body.slice(0, 200)).toString() : ''}`;
    try {
      const status = await send(value);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (status >= 500) failed.push(`${status}: ${said}`);
    } catch (error) {
      // A server may hang up on a body that it will not read, and on what is no HTTP; it must answer the next one.
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      const isRefused = ['ECONNRESET', 'EPIPE', 'ERR_INVALID_CHAR', 'ERR_UNESCAPED_CHARACTERS'].includes(code);
      statuses.set(isRefused ? 0 : -1, (statuses.get(isRefused ? 0 : -1) ?? 0) + 1);
      if (!isRefused) failed.push(`${String(error)}: ${said}`);
    }
  }
}

function send({ method, path, headers, body }: HostileRequest): Promise<number> {
  return new Promise((resolve, reject) => {
    const sized = body ? { ...headers, 'content-length': String(body.length) } : headers;
    const { hostname, port } = new URL(origin);
    const sent = request({ hostname, port, method, path, headers: sized, agent, timeout: ANSWER_MS }, (response) => {
      response.on('error', reject);
      response.on('end', () => resolve(response.statusCode ?? 0));
      response.resume();
    });
    sent.on('timeout', () => sent.destroy(new Error(`no answer within ${ANSWER_MS / 1000} s`)));
    sent.on('error', reject);
    sent.end(body ?? undefined);
  });
}

/** Of the process and those that it started. */
function megabytes(process: string): number {
  const children = readFileSync(`/proc/${process}/task/${process}/children`, 'utf8').split(' ').filter(Boolean);
  const own = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${process}/status`, 'utf8'))?.[1] ?? '0';
  return Math.round(Number(own) / 1024) + children.reduce((sum, child) => sum + megabytes(child), 0);
}
