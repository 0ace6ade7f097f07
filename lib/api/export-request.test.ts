import fc from 'fast-check';
import { unzipSync } from 'fflate';
import seed from '../../data/articles/ain-al-asad.json';
import { engineVersion } from '../export/engine-version';
import { verifyBundle } from '../export/verify-bundle';
import type { ArticleMap } from '../types';
import { mapArticle } from './engine';
import type { Problem } from './errors';
import { exportRequest, EXPORTS, MANIFEST_HEADER, type ExportFormat } from './export-request';
import { sharedEngine } from './geoparse-request';

const { text, title, publishedAt } = seed;
const article = { text, title, publishedAt };
const post = (format: string | null, body: unknown, locale = 'ar') =>
  exportRequest(
    new Request(`http://127.0.0.1:3000/api/export?locale=${locale}${format === null ? '' : `&format=${format}`}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );
const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer());
const png = { name: 'figure.png', base64: Buffer.from([137, 80, 78, 71]).toString('base64') };

async function expectProblem(response: Response, status: number, field: string): Promise<void> {
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  const problem = (await response.json()) as Problem;
  expect([response.status, problem.status]).toEqual([status, status]);
  expect(problem.errors.map((error) => error.field)).toContain(field);
}

test.each(Object.keys(EXPORTS) as ExportFormat[])('%s comes as a file of its type, under the article’s name', async (format) => {
  const response = await post(format, { article });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe(EXPORTS[format].mediaType);
  const disposition = response.headers.get('content-disposition') ?? '';
  expect(disposition).toMatch(/^attachment; filename="incidentmap_/);
  expect(decodeURIComponent(disposition)).toContain(`incidentmap_${title.replaceAll(' ', '-')}_20240806.${EXPORTS[format].extension}`);
  expect((await bytesOf(response)).byteLength).toBeGreaterThan(500);
});

test('GeoJSON is what the geoparse API gives', async () => {
  const map = (await (await post('geojson', { article })).json()) as ArticleMap;
  expect(map).toEqual(
    JSON.parse(JSON.stringify(mapArticle({ url: null, source: null, language: null, ...article }, sharedEngine(), 'ar'))),
  );
});

test('tables begin with a byte-order mark, and KML says its folders in the reader’s language', async () => {
  for (const format of ['csv', 'incidents-csv'])
    expect([...(await bytesOf(await post(format, { article }))).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(await (await post('kml', { article })).text()).toContain('<name>الأماكن</name>');
  expect(await (await post('kml', { article }, 'en')).text()).toContain('<name>Places</name>');
});

test('a bundle verifies, by the manifest’s SHA-256 in its header, with what was attached', async () => {
  const response = await post('bundle', { article, attachments: [png] });
  const bytes = await bytesOf(response);
  const engine = sharedEngine();
  const rerun = {
    versions: { engine: engineVersion(), gazetteer: engine.knowledge.gazetteer.version },
    map: (...[of, reader, id]: [Parameters<typeof mapArticle>[0], 'ar' | 'en', string]) => mapArticle(of, engine, reader, id),
  };
  const checks = await verifyBundle(bytes, rerun, response.headers.get(MANIFEST_HEADER));
  expect(checks.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
  expect([...(unzipSync(bytes)['figure.png'] ?? [])]).toEqual([137, 80, 78, 71]);
});

describe('with corrections', () => {
  const map = mapArticle({ url: null, source: null, language: null, ...article }, sharedEngine(), 'ar');
  const [place, other] = map.features;
  if (!place || !other) throw new Error('the seed names too few places');
  const mentions = place.properties.mentions.map(({ start, end }) => ({ start, end }));
  const corrections = [{ id: 'c1', at: '2026-01-02T03:04:05Z', by: 'RK', change: { action: 'notPlace', mentions } }];

  test('every format gives the map as corrected', async () => {
    const corrected = (await (await post('geojson', { article, corrections })).json()) as ArticleMap;
    expect(corrected.features.map(({ id }) => id)).toEqual(map.features.slice(1).map(({ id }) => id));
    const csv = await (await post('csv', { article, corrections })).text();
    expect(csv).toContain(other.id);
    expect(csv).not.toContain(`,${place.id},`);
  });

  test('a bundle holds the log, and verifies', async () => {
    const bytes = await bytesOf(await post('bundle', { article, corrections }));
    expect(JSON.parse(new TextDecoder().decode(unzipSync(bytes)['corrections.json']))).toEqual(corrections);
    const checks = await verifyBundle(bytes, null, null);
    expect(checks.find(({ name }) => name === 'replay')?.outcome).toBe('passed');
    expect(checks.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
  });
});

describe('what is not as wanted gets a problem', () => {
  test.each<[string, string | null, unknown, number, string]>([
    ['no format', null, { article }, 400, 'format'],
    ['an unknown format', 'docx', { article }, 400, 'format'],
    ['a format of the prototype', 'constructor', { article }, 400, 'format'],
    ['no article', 'kml', {}, 400, 'article'],
    ['an article without words', 'kml', { article: { text: ' ' } }, 400, 'article.text'],
    [
      'a language that is not read',
      'kml',
      { article: { text: 'Dies ist ein deutscher Satz über Berlin.', language: 'de' } },
      400,
      'language',
    ],
    ['an attachment where none goes', 'kml', { article, attachments: [png] }, 400, 'attachments'],
    ['an attachment with a path', 'bundle', { article, attachments: [{ ...png, name: '../x' }] }, 400, 'attachments.0.name'],
    ['an attachment that is no base64', 'bundle', { article, attachments: [{ ...png, base64: '%' }] }, 400, 'attachments.0.base64'],
    ['a name twice', 'bundle', { article, attachments: [png, png] }, 400, 'attachments'],
    ['a name that is taken', 'bundle', { article, attachments: [{ ...png, name: 'Map.GeoJSON' }] }, 400, 'body'],
    ['half a surrogate pair', 'bundle', { article: { text: 'An attack in Beirut \ud83d', language: 'en' } }, 400, 'body'],
    ['too many attachments', 'bundle', { article, attachments: Array.from({ length: 9 }, () => png) }, 413, 'attachments'],
    ['corrections that are none', 'kml', { article, corrections: [{ id: 'x' }] }, 400, 'corrections.0.change'],
    [
      'corrections of a longer article',
      'kml',
      {
        article,
        corrections: [
          { id: 'x', at: '2026-01-02T03:04:05Z', by: null, change: { action: 'confirm', mentions: [{ start: 99_998, end: 99_999 }] } },
        ],
      },
      400,
      'corrections',
    ],
    ['a list', 'kml', [], 400, 'body'],
  ])('%s', async (_, format, body, status, field) => {
    await expectProblem(await post(format, body), status, field);
  });

  test('whatever is sent, nothing is thrown', async () => {
    const anyArticle = fc.record({ text: fc.string({ unit: 'binary', maxLength: 200 }), title: fc.string({ unit: 'binary' }) });
    const formats = Object.keys(EXPORTS);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...formats), fc.oneof(fc.jsonValue(), fc.record({ article: anyArticle })), async (format, body) => {
        expect((await post(format, body)).status).toBeLessThan(500);
      }),
      { numRuns: 150 },
    );
  });
});
