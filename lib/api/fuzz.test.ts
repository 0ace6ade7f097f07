import { readdirSync } from 'node:fs';
import path from 'node:path';
import { generated } from '../../scripts/jest/contract';
import { hostileRequests } from '../../scripts/jest/hostile-requests';
import { openTestLibrary } from '../../scripts/jest/test-library';
import { closeReaders } from '../ingest/read-file';
import { HOSTILE_FILES, hostileFile, multipart, type HostileFile } from '../../scripts/jest/hostile-files';
import { readRequest } from './ingest-request';
import { sharedLibrary } from './library';
import { OPERATIONS } from './openapi/operations/all';

jest.setTimeout(120_000);
openTestLibrary([...generated.range(0, 40, 20)]);

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response> | Response;

interface Route {
  readonly pattern: RegExp;
  readonly handlers: Readonly<Record<string, Handler | undefined>>;
}

/** The routes as the server finds them: the plainest first. */
async function loadRoutes(): Promise<Route[]> {
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter((file) => path.basename(file) === 'route.ts');
  return Promise.all(
    files.sort().map(async (file): Promise<Route> => {
      const pattern = path.posix
        .dirname(file)
        .replaceAll('.', '\\.')
        .replace(/\/\[\[\\\.\\\.\\\.\w+\]\]/, '(?:/.*)?')
        .replace(/\[\\\.\\\.\\\.(\w+)\]/g, '(?<$1>.+)')
        .replace(/\[(\w+)\]/g, '(?<$1>[^/]+)');
      const handlers = (await import(path.resolve('app', file))) as Record<string, Handler | undefined>;
      return { pattern: new RegExp(`^/${pattern}$`), handlers };
    }),
  );
}

const COUNT = Number(process.env.FUZZ_REQUESTS ?? 400);
const SEED = Number(process.env.FUZZ_SEED ?? 1);

afterAll(closeReaders);

describe('a hostile file gets an answer, and the next one is read', () => {
  test.each(HOSTILE_FILES.map((name) => [JSON.stringify(name).slice(0, 40), name]))('%s', async (_, name) => {
    const send = (file: HostileFile) => {
      const { type, body } = multipart([file]);
      return readRequest(new Request('http://127.0.0.1/api/read', { method: 'POST', headers: { 'content-type': type }, body: new Uint8Array(body) })); // prettier-ignore
    };
    const answer = await send(hostileFile(name));
    expect([200, 400, 413, 422]).toContain(answer.status);
    if (answer.status === 200) {
      const { article } = (await answer.json()) as { article: { title: string | null } };
      expect(article.title ?? '').not.toMatch(/[\0-\x1f]|\.\.\//);
    } else expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect((await send(hostileFile('news.txt'))).status).toBe(200);
  });
});

// `npm run bench:fuzz` sends 10,000 to a running server.
test(`${COUNT} hostile requests get an answer that is no fault of ours, and the library stays whole`, async () => {
  const routes = await loadRoutes();
  const library = await sharedLibrary();
  const before = await library.size();
  const statuses = new Map<number, number>();
  let sent = 0;
  for (const { method, path: target, headers, body } of hostileRequests(SEED, OPERATIONS)) {
    if (++sent > COUNT) break;
    // An address of nothing but dots leads elsewhere, and a server answers that by itself.
    const url = URL.canParse(target, 'http://127.0.0.1') ? new URL(target, 'http://127.0.0.1') : null;
    const route = url && routes.find(({ pattern }) => pattern.test(url.pathname));
    const handler = route?.handlers[method];
    if (!url || !route || !handler) continue;
    const given = Object.entries(route.pattern.exec(url.pathname)?.groups ?? {});
    const params = Object.fromEntries(given.map(([name, value]) => [name, decoded(value)]));
    const sendable = Object.fromEntries(Object.entries(headers).filter(([, value]) => /^[\x20-\x7e]*$/.test(value)));
    const request = new Request(url, { method, headers: sendable, ...(body ? { body: new Uint8Array(body) } : {}) });
    const response = await handler(request, { params: Promise.resolve(params) });
    statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
    if (response.status >= 500) throw new Error(`${method} ${target.slice(0, 300)}: ${response.status} ${await response.text()}`);
    if (response.status >= 400)
      expect([target, response.headers.get('content-type')]).toEqual([target, 'application/problem+json; charset=utf-8']);
    await response.arrayBuffer();
  }
  // A generator that is always refused at the door would test nothing.
  expect(statuses.get(200)).toBeGreaterThan(COUNT / 20);
  expect(statuses.get(400)).toBeGreaterThan(COUNT / 20);
  const after = await library.size();
  expect(after.articles).toBeGreaterThanOrEqual(before.articles);
});

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
