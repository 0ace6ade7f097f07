import { SAMPLE } from '../../scripts/jest/sample-map';
import { TestStores } from '../../scripts/jest/test-stores';
import type { StoredIncident } from '../store/records';
import type { Store } from '../store/store';
import { addCorrections, articleMap, getSnapshot, listCorrections, putTags } from './article-request';
import { getArticle, listArticles, removeArticle, saveArticle } from './articles-request';
import { problemResponse } from './errors';

const stores = new TestStores();
let store: Store;
beforeEach(async () => {
  store = await stores.open('sqlite');
});
afterEach(() => stores.clear());

const ask = (path: string) => new Request(`http://127.0.0.1${path}`);
const send = (body: unknown, mediaType = 'application/json') =>
  new Request('http://127.0.0.1/', { method: 'POST', headers: { 'content-type': mediaType }, body: JSON.stringify(body) });
/** As a route answers. */
const answered = (work: Promise<Response>) => work.catch(problemResponse);
const save = async (article: object = SAMPLE): Promise<string> =>
  ((await (await saveArticle(send(article), store)).json()) as { id: string }).id;
async function items(query: string): Promise<string[]> {
  const page = (await (await listArticles(ask(`/api/articles${query}`), store)).json()) as { items: { id: string }[] };
  return page.items.map(({ id }) => id);
}

describe('an article', () => {
  it('is read and saved once, and found by its words however they are spelt', async () => {
    const first = await saveArticle(send({ ...SAMPLE, tags: ['حدود'] }), store);
    const saved = (await first.json()) as { id: string; outcome: string };
    expect([first.status, saved.outcome, first.headers.get('location')]).toEqual([201, 'new', `/api/articles/${saved.id}`]);
    expect((await saveArticle(send(SAMPLE), store)).status).toBe(200);
    for (const query of ['?q=عين الاسد', '?tag=حدود', '?language=ar', '?country=iq', '?source=AFP', '?type=Explosions/Remote violence'])
      expect(await items(query)).toEqual([saved.id]);
    for (const query of ['?q=الكويت الكويتية', '?tag=x', '?language=en', '?from=2030-01-01']) expect(await items(query)).toEqual([]);
  });

  it('is given back with its text and its map, names in the reader’s language', async () => {
    const id = await save();
    expect(await (await getArticle(ask('/'), store, id)).json()).toMatchObject({
      article: { text: SAMPLE.text },
      published: [{ source: 'AFP' }],
    });
    const nameOf = async (locale: string) => {
      const map = (await (await articleMap(ask(`/?locale=${locale}`), store, id)).json()) as {
        features: { id: string; properties: { name: string } }[];
      };
      return map.features.find((feature) => feature.id === 'iso:IQ')?.properties.name;
    };
    expect([await nameOf('ar'), await nameOf('en')]).toEqual(['العراق', 'Iraq']);
  });

  it('is removed with all that was read from it', async () => {
    const id = await save();
    expect((await removeArticle(store, id)).status).toBe(204);
    for (const gone of [
      removeArticle(store, id),
      getArticle(ask('/'), store, id),
      articleMap(ask('/'), store, id),
      listCorrections(ask('/'), store, id),
    ])
      expect((await answered(gone)).status).toBe(404);
  });

  it('has the tags that it is given', async () => {
    const id = await save();
    expect(await (await putTags(send({ tags: ['b', 'a', 'b'] }), store, id)).json()).toEqual({ tags: ['a', 'b'] });
    expect((await answered(putTags(send({ tags: ['a\nb'] }), store, id))).status).toBe(400);
  });

  it('gives the page as it was fetched only as a file', async () => {
    const url = 'https://example.com/a';
    const bytes = Buffer.from('<script>alert(1)</script>');
    const [saved] = await store.save([
      { article: { ...SAMPLE, url }, snapshot: { fetchedAt: '2026-01-01T00:00:00Z', headers: {}, bytes } },
    ]);
    const response = await getSnapshot(ask(`/?url=${encodeURIComponent(url)}`), store, saved?.id ?? '');
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    expect(response.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true);
    expect((await answered(getSnapshot(ask('/'), store, saved?.id ?? ''))).status).toBe(404);
  });

  it.each([
    [400, { text: '' }],
    [400, { text: 'ハロー、世界。これは日本語の文章です。' }],
    [400, { ...SAMPLE, tags: 'x' }],
    [413, { text: 'a'.repeat(1_000_001) }],
  ])('is refused with %i', async (status, body) => {
    expect((await answered(saveArticle(send(body), store))).status).toBe(status);
    expect((await store.size()).articles).toBe(0);
  });

  it.each(['?limit=0', '?cursor=x', '?from=yesterday', '?type=War', '?what=this'])('a list cannot be asked for by %s', async (query) => {
    expect((await answered(listArticles(ask(`/api/articles${query}`), store))).status).toBe(400);
  });
});

describe('a review', () => {
  const reject = (id: string, incident: string) => ({
    id,
    at: '2026-01-01T00:00:00Z',
    by: 'RK',
    change: { action: 'rejectIncident', incident },
  });
  const incidents = async (): Promise<readonly StoredIncident[]> => (await store.incidents({})).items;

  it('is kept in the log, and what it leads to is what is found', async () => {
    const id = await save();
    const [first, second] = await incidents();
    if (!first || !second) throw new Error('wanted two incidents');
    await addCorrections(send({ corrections: [reject('c1', first.incident.id)] }), store, id);
    const log = [reject('c1', first.incident.id), reject('c2', second.incident.id)];
    expect(await (await addCorrections(send({ corrections: log }), store, id)).json()).toEqual({ corrections: log });
    expect(await (await listCorrections(ask('/'), store, id)).json()).toEqual({ corrections: log });
    const left = await incidents();
    expect(left.map((one) => one.id)).not.toContain(first.id);
    const machine = (await (await articleMap(ask('/?as=machine'), store, id)).json()) as { incidents: unknown[] };
    expect(machine.incidents).toHaveLength(left.length + 2);
  });

  it('of many people at once loses nothing', async () => {
    const id = await save();
    const ids = (await incidents()).map(({ incident }) => incident.id).slice(0, 4);
    await Promise.all(ids.map((incident, i) => addCorrections(send({ corrections: [reject(`c${i}`, incident)] }), store, id)));
    expect(await store.corrections(id)).toHaveLength(ids.length);
  });

  it('is refused where it points past the text, or is none', async () => {
    const id = await save();
    const beyond = {
      id: 'c1',
      at: '2026-01-01T00:00:00Z',
      by: null,
      change: { action: 'confirm', mentions: [{ start: 0, end: 999_999 }] },
    };
    for (const body of [{ corrections: [beyond] }, { corrections: [{ id: 'c' }] }, {}])
      expect((await answered(addCorrections(send(body), store, id))).status).toBe(400);
    expect((await answered(addCorrections(send({ corrections: [reject('c1', 'x')] }), store, 'none'))).status).toBe(404);
    expect(await store.corrections(id)).toEqual([]);
  });
});
