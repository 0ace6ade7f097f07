import ainAlAsad from '../../data/articles/ain-al-asad.json';
import type { ArticleMap } from '../types';
import { problemResponse } from './errors';
import { geoparseRequest } from './geoparse-request';
import { sampleMap } from './sample-request';

jest.setTimeout(60_000);

const ask = (query = '', headers: Record<string, string> = {}, id = 'ain-al-asad') =>
  sampleMap(new Request(`http://127.0.0.1/api/samples/${id}/map${query}`, { headers }), id).catch(problemResponse);

describe('GET /api/samples/{id}/map', () => {
  it.each(['ar', 'en'])('gives what POST /api/geoparse gives of its text (%s)', async (locale) => {
    const { text, title, language, publishedAt, source } = ainAlAsad;
    const body = JSON.stringify({ text, title, language, publishedAt, source, url: ainAlAsad.url });
    const headers = { 'content-type': 'application/json' };
    const sent = await geoparseRequest(new Request(`http://127.0.0.1/api/geoparse?locale=${locale}`, { method: 'POST', headers, body }));
    const got = await ask(`?locale=${locale}`);
    expect([got.status, got.headers.get('content-type')]).toEqual([200, 'application/geo+json; charset=utf-8']);
    expect(await got.json()).toEqual(await sent.json());
  });

  it('says that nothing changed to whoever has it', async () => {
    const etag = (await ask()).headers.get('etag') ?? '';
    expect((await ask('', { 'if-none-match': etag })).status).toBe(304);
    expect((await ask('?locale=ar', { 'if-none-match': etag })).status).toBe(200);
  });

  it('reads it as of another day, and keeps that apart', async () => {
    const starts = async (query: string) => ((await (await ask(query)).json()) as ArticleMap).incidents.map(({ date }) => date?.start);
    const own = await starts('');
    expect(await starts('?published=2020-02-04')).not.toEqual(own);
    expect(await starts('')).toEqual(own);
  });

  it.each([
    ['another sample', '', 'none', 404],
    ['a path', '', '../../package', 404],
    ['a day that is none', '?published=yesterday', 'ain-al-asad', 400],
    ['another parameter', '?x=1', 'ain-al-asad', 400],
  ])('refuses %s', async (_, query, id, status) => {
    const response = await ask(query, {}, id);
    expect([response.status, response.headers.get('content-type')]).toEqual([status, 'application/problem+json; charset=utf-8']);
  });
});
