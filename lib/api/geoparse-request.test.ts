import fc from 'fast-check';
import type { ArticleMap } from '../types';
import type { Problem } from './errors';
import { geoparseRequest } from './geoparse-request';

const URL = 'http://127.0.0.1:3000/api/geoparse';
const BEIRUT = { text: 'انفجار في بيروت' };

interface Sent {
  readonly headers?: Record<string, string>;
  readonly query?: string;
}

function post(body: string | Uint8Array<ArrayBuffer> | ReadableStream, { headers = {}, query = '' }: Sent = {}): Promise<Response> {
  // `duplex` is what fetch asks of a body that streams; its type leaves it out.
  const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body, duplex: 'half' };
  return geoparseRequest(new Request(URL + query, init as RequestInit));
}
const postJson = (value: unknown, sent?: Sent) => post(JSON.stringify(value), sent);
const mapOf = async (response: Response) => (await response.json()) as ArticleMap;

async function expectProblem(response: Response, status: number, field: string): Promise<Problem> {
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  const problem = (await response.json()) as Problem;
  expect(problem.status).toBe(status);
  expect(problem.type).toBe('about:blank');
  expect(problem.title).not.toBe('');
  expect(problem.errors.map((error) => error.field)).toContain(field);
  for (const { got, wanted } of problem.errors) {
    expect(got).not.toBe('');
    expect(wanted).toMatch(/^wanted /);
  }
  return problem;
}

describe('an article', () => {
  test('gets its map as GeoJSON', async () => {
    const response = await postJson({ ...BEIRUT, title: 'عاجل', publishedAt: '2020-08-04' });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^application\/geo\+json/);
    const map = await mapOf(response);
    expect(map).toMatchObject({
      type: 'FeatureCollection',
      incidents: [{ type: 'Explosions/Remote violence', placeId: 'geonames:276781', status: 'reported' }],
      article: { title: 'عاجل', language: 'ar', publishedAt: '2020-08-04' },
    });
    // GeoNames 276781.
    expect(map.features.map(({ id }) => id)).toEqual(['geonames:276781']);
  });

  test.each(['application/json; charset=utf-8', 'APPLICATION/JSON', 'application/ld+json'])('may come as %s', async (type) => {
    expect((await postJson(BEIRUT, { headers: { 'content-type': type } })).status).toBe(200);
  });

  test('may come in pieces that part a letter', async () => {
    const bytes = new TextEncoder().encode(JSON.stringify(BEIRUT));
    const pieces = new ReadableStream({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    const map = await mapOf(await post(pieces));
    expect(map.features[0]?.properties.mentions[0]?.text).toBe('بيروت');
  });

  test('may name no place', async () => {
    expect((await mapOf(await postJson({ text: 'It rained.' }))).features).toEqual([]);
  });
});

describe('the language of names', () => {
  test.each<[string, Sent, string]>([
    ['is English where nothing is asked', {}, 'Beirut'],
    ['is what the query says', { query: '?locale=ar' }, 'بيروت'],
    ['is what the browser prefers', { headers: { 'accept-language': 'ar-LB,ar;q=0.9,en;q=0.5' } }, 'بيروت'],
    ['is English for other browsers', { headers: { 'accept-language': 'fr-FR,fr;q=0.9' } }, 'Beirut'],
    ['is the query before the browser', { query: '?locale=en', headers: { 'accept-language': 'ar' } }, 'Beirut'],
  ])('%s', async (_, sent, name) => {
    expect((await mapOf(await postJson(BEIRUT, sent))).features[0]?.properties.name).toBe(name);
  });
});

describe('what is no article', () => {
  test.each<[string, string]>([
    ['nothing', ''],
    ['text', 'انفجار في بيروت'],
    ['JSON cut short', '{"text": "Beir'],
    ['JSON with more behind it', '{"text": "a"} x'],
  ])('%s: 400, not JSON', async (_, body) => {
    const problem = await expectProblem(await post(body), 400, 'body');
    expect(problem.title).toBe('This is not JSON');
  });

  test.each<[string, unknown, string]>([
    ['null', null, 'body'],
    ['a list', [BEIRUT], 'body'],
    ['no text', { title: 'x' }, 'text'],
    ['white space only', { text: ' \n ' }, 'text'],
    ['a wrong date', { ...BEIRUT, publishedAt: 'yesterday' }, 'publishedAt'],
    ['a wrong address', { ...BEIRUT, url: 'javascript:alert(1)' }, 'url'],
  ])('%s: 400', async (_, value, field) => {
    await expectProblem(await postJson(value), 400, field);
  });

  test('French: 400, and it says which languages are read', async () => {
    const text = 'Des roquettes ont touché une base dans l’ouest de l’Irak lundi, faisant plusieurs blessés, selon des responsables.';
    const problem = await expectProblem(await postJson({ text }), 400, 'language');
    expect(problem.detail).toContain('Arabic (ar) or English (en)');
    await expectProblem(await postJson({ text: 'Beirut', language: 'fr' }), 400, 'language');
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''])('as "%s": 415', async (type) => {
    await expectProblem(await postJson(BEIRUT, { headers: { 'content-type': type } }), 415, 'content-type');
  });
});

describe('too long', () => {
  test('a million characters pass, one more does not', async () => {
    const text = 'ب'.repeat(1_000_000);
    expect((await postJson({ text })).status).toBe(200);
    await expectProblem(await postJson({ text: text + 'ب' }), 413, 'text');
  });

  test('a million characters pass however JSON writes them', async () => {
    const escaped = '\\u0628'.repeat(1_000_000);
    expect((await post(`{"text":"${escaped}"}`)).status).toBe(200);
  });

  test('an endless body is refused before it ends', async () => {
    const piece = new TextEncoder().encode('a'.repeat(1 << 20));
    let sent = 0;
    let cancelled = false;
    const endless = new ReadableStream({
      pull(controller) {
        sent++;
        controller.enqueue(piece);
      },
      cancel() {
        cancelled = true;
      },
    });
    await expectProblem(await post(endless), 413, 'body');
    expect(cancelled).toBe(true);
    expect(sent).toBeLessThan(12);
  });
});

describe('nothing gives 500', () => {
  const known = [200, 400, 413, 415];

  test('whatever JSON is sent', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        expect(known).toContain((await postJson(value)).status);
      }),
      { seed: 8, numRuns: 200 },
    );
  });

  test('whatever stands in an article’s fields', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('شمال الأردن', 'northern Jordan', 'غرب العراق', 'قرب هيت', 'Fiji', 'central Fiji'),
    );
    const field = fc.oneof(fc.jsonValue(), fc.string(), fc.constantFrom('ar', 'en', 'fr', '2024-08-06', 'https://example.com', null));
    const article = fc.record(
      {
        text: fc.oneof({ weight: 4, arbitrary: text }, { weight: 1, arbitrary: field }),
        title: field,
        url: field,
        source: field,
        publishedAt: field,
        language: field,
        ['__proto__']: field,
      },
      { requiredKeys: ['text'] },
    );
    await fc.assert(
      fc.asyncProperty(article, async (value) => {
        expect(known).toContain((await postJson(value)).status);
      }),
      { seed: 9, numRuns: 200 },
    );
  });

  test('whatever bytes are sent', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 60 }), async (bytes) => {
        expect(known).toContain((await post(Uint8Array.from(bytes))).status);
      }),
      { seed: 10, numRuns: 100 },
    );
  });
});
