import { TestStores } from '../../scripts/jest/test-stores';
import type { Link } from '../store/records';
import type { Store } from '../store/store';
import { saveArticle } from './articles-request';
import { exportCollection } from './collection-export';
import { changeMembers, getCollection, listCollections, makeCollection, removeCollection, renameCollection } from './collections-request';
import { problemResponse } from './errors';
import { listCounts, listEvents, type EventsAnswer } from './events-request';
import { listFacets, type FacetsAnswer } from './facets-request';
import { listLinks, putLinks } from './links-request';
import { changeTags, listTags, removeTag, renameTag } from './tags-request';

const stores = new TestStores();
let store: Store;
beforeEach(async () => {
  store = await stores.open('sqlite');
});
afterEach(() => stores.clear());

const ask = (path: string) => new Request(`http://127.0.0.1${path}`);
const send = (body: unknown) =>
  new Request('http://127.0.0.1/', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
const statusOf = async (work: Promise<Response>) => (await work.catch(problemResponse)).status;
async function json<T>(work: Promise<Response>): Promise<T> {
  return (await (await work).json()) as T;
}

const ENGLISH =
  'Rockets hit Ain al-Asad air base in western Iraq on Monday, 5 August 2024. Five American soldiers were wounded in the rocket attack.';
const ARABIC = 'أصيب خمسة جنود أمريكيين في هجوم صاروخي على قاعدة عين الأسد الجوية غربي العراق يوم الاثنين 5 أغسطس 2024.';
const OTHER = 'Two people were killed in a car bomb explosion in Mogadishu on Friday, 2 August 2024.';
const save = async (text: string, source: string): Promise<string> =>
  (await json<{ id: string }>(saveArticle(send({ text, source, publishedAt: '2024-08-06' }), store))).id;
const events = (query = '') => json<EventsAnswer>(listEvents(ask(`/api/events${query}`), store));

describe('a collection', () => {
  it('is made, named anew, filled, emptied and removed', async () => {
    const article = await save(ENGLISH, 'A');
    const { id } = await json<{ id: string }>(makeCollection(send({ name: ' عين الأسد ' }), store));
    expect(await json(changeMembers(send({ add: [article] }), store, id))).toMatchObject({ name: 'عين الأسد', articles: 1 });
    expect(await json(renameCollection(send({ name: 'Base' }), store, id))).toMatchObject({ id, name: 'Base', articles: 1 });
    expect(await json(changeMembers(send({ remove: [article] }), store, id))).toMatchObject({ articles: 0 });
    expect(await json<{ collections: unknown[] }>(listCollections(ask('/'), store))).toMatchObject({ collections: [{ id, name: 'Base' }] });
    expect([await statusOf(removeCollection(store, id)), await statusOf(getCollection(ask('/'), store, id))]).toEqual([204, 404]);
    expect((await store.size()).articles).toBe(1);
  });

  it('is refused without a name, and with articles that are not there', async () => {
    const { id } = await json<{ id: string }>(makeCollection(send({ name: 'A' }), store));
    for (const body of [{}, { name: ' ' }, { name: 'a'.repeat(201) }, []])
      expect(await statusOf(makeCollection(send(body), store))).toBeGreaterThanOrEqual(400);
    expect(await statusOf(makeCollection(send({ name: 'a\nb' }), store))).toBe(400);
    expect(await statusOf(changeMembers(send({ add: ['none'] }), store, id))).toBe(404);
    expect(await statusOf(changeMembers(send({ add: [] }), store, 'none'))).toBe(404);
  });
});

describe('tags', () => {
  it('are given, named anew and taken away', async () => {
    const [one, two] = [await save(ENGLISH, 'A'), await save(OTHER, 'B')];
    expect(await json(changeTags(send({ articles: [one, two], add: ['x'], remove: [] }), store))).toEqual({
      tags: [{ tag: 'x', articles: 2 }],
    });
    expect(await json(renameTag(send({ name: 'حدود' }), store, 'x'))).toEqual({ tags: [{ tag: 'حدود', articles: 2 }] });
    expect([await statusOf(renameTag(send({ name: 'y' }), store, 'x')), await statusOf(removeTag(store, 'حدود'))]).toEqual([404, 204]);
    expect(await json(listTags(ask('/'), store))).toEqual({ tags: [] });
  });
});

describe('events', () => {
  it('two reports of one event are linked when they are saved, across languages, and told as one', async () => {
    await save(ENGLISH, 'A');
    const id = await save(ARABIC, 'B');
    await save(OTHER, 'C');
    const links = (await json<{ links: Link[] }>(listLinks(ask('/api/links'), store))).links;
    expect(links.length).toBeGreaterThan(0);
    expect(links.every(({ state, by }) => state === 'same' && by === null)).toBe(true);
    const found = await events('?locale=ar');
    const shared = found.events.filter(({ reports }) => reports.length === 2);
    expect(shared).toHaveLength(1);
    expect(new Set(shared[0]?.reports.map(({ articleId }) => found.articles[articleId]?.source))).toEqual(new Set(['A', 'B']));
    expect(found.events.length).toBe(found.reports - 1);
    const place = shared[0]?.reports.find(({ articleId }) => articleId === id)?.place ?? '';
    expect(found.places[place]?.properties.name).toContain('الأسد');
  });

  it('are given by one of their reports', async () => {
    await save(ENGLISH, 'A');
    await save(ARABIC, 'B');
    const other = await save(OTHER, 'C');
    const all = await events();
    for (const { reports } of all.events) {
      const ids = reports.map(({ id }) => id);
      for (const id of ids) {
        const { events: found, articles, reports: count } = await events(`?incident=${encodeURIComponent(id)}`);
        expect(found.map((event) => event.reports.map((report) => report.id).sort())).toEqual([[...ids].sort()]);
        expect([count, Object.keys(articles).length]).toEqual([ids.length, ids.length]);
      }
    }
    // Linked by hand, they are one however far apart.
    const [a = '', b = ''] = all.events.filter(({ reports }) => reports.length < 3).map(({ reports }) => reports[0]?.id ?? '');
    await putLinks(send({ links: [{ a, b, state: 'same' }], by: 'RK' }), store);
    const both = await events(`?incident=${encodeURIComponent(a)}`);
    expect(both.events[0]?.reports.map(({ id }) => id)).toContain(b);
    expect((await events('?incident=none')).events).toEqual([]);
    expect((await events(`?incident=${encodeURIComponent(a)}&article=${other}`)).events.length).toBeLessThanOrEqual(1);
  });

  it('can be filtered by what is counted: each value among those that pass the other filters', async () => {
    await save(ENGLISH, 'A');
    await save(OTHER, 'C');
    const facets = (query = '') => json<FacetsAnswer>(listFacets(ask(`/api/facets${query}`), store));
    const all = await facets();
    const sum = (tallies: readonly { incidents: number }[]) => tallies.reduce((n, { incidents }) => n + incidents, 0);
    expect([sum(all.types), sum(all.statuses), sum(all.dates)]).toEqual([all.total, all.total, all.total]);
    expect(all.dates.map(({ value }) => value)).toEqual(expect.arrayContaining(['2024-08-02/2024-08-02', '2024-08-05/2024-08-05']));
    const [west = 0, south = 0, east = 0, north = 0] = all.bbox ?? [];
    expect([west < 43, south < 3, east > 45, north > 33]).toEqual([true, true, true, true]);
    const days = await facets('?from=2024-08-05&to=2024-08-05');
    expect(days.total).toBeLessThan(all.total);
    expect([sum(days.types), days.dates]).toEqual([days.total, all.dates]);
    const typed = await facets(`?type=${encodeURIComponent(all.types[0]?.value ?? '')}`);
    expect([typed.types, typed.total]).toEqual([all.types, all.types[0]?.incidents]);
    expect(await statusOf(listFacets(ask('/api/facets?type=Cake'), store))).toBe(400);
    expect(await statusOf(listFacets(ask('/api/facets?square=2/4/0'), store))).toBe(400);
  });

  it('a person cuts a link and makes one, and the machine does not take it back', async () => {
    await save(ENGLISH, 'A');
    const second = await save(ARABIC, 'B');
    const together = async () => (await events()).events.find(({ reports }) => reports.length === 2)?.reports.map(({ id }) => id);
    const [a = '', b = ''] = (await together()) ?? [];
    await putLinks(send({ links: [{ a, b, state: 'cut' }], by: 'RK' }), store);
    expect(await together()).toBeUndefined();
    await store.remove(second);
    await save(ARABIC, 'B');
    expect(await together()).toBeUndefined();
    await putLinks(send({ links: [{ a, b, state: 'same' }] }), store);
    expect((await together())?.sort()).toEqual([a, b].sort());
  });

  it('links of one incident, or of none that is there, are refused', async () => {
    expect(await statusOf(putLinks(send({ links: [{ a: 'x', b: 'x', state: 'same' }] }), store))).toBe(400);
    expect(await statusOf(putLinks(send({ links: [{ a: 'x', b: 'y', state: 'same' }] }), store))).toBe(404);
    expect(await statusOf(putLinks(send({ links: [] }), store))).toBe(400);
  });

  it('are counted by period, country and type', async () => {
    await save(ENGLISH, 'A');
    await save(OTHER, 'C');
    const of = async (period: string) =>
      (await json<{ counts: { period: string; countryCode: string }[] }>(listCounts(ask(`/api/counts?period=${period}`), store))).counts;
    expect((await of('day')).map(({ period, countryCode }) => [period, countryCode])).toEqual(
      expect.arrayContaining([
        ['2024-08-02', 'SO'],
        ['2024-08-05', 'IQ'],
      ]),
    );
    expect(new Set((await of('month')).map(({ period }) => period))).toEqual(new Set(['2024-08-01']));
    expect(await statusOf(listCounts(ask('/api/counts?period=year'), store))).toBe(400);
  });
});

describe('a collection as a file', () => {
  it('holds what its articles say, and nothing else', async () => {
    const [inside] = [await save(ENGLISH, 'A'), await save(OTHER, 'C')];
    const { id } = await json<{ id: string }>(makeCollection(send({ name: 'عين الأسد' }), store));
    await changeMembers(send({ add: [inside] }), store, id);
    const file = (format: string) => exportCollection(ask(`/?format=${format}&locale=ar`), store, id);
    const geojson = await json<{ features: { properties: { source: string } }[] }>(file('geojson'));
    expect(new Set(geojson.features.map(({ properties }) => properties.source))).toEqual(new Set(['A']));
    const csv = await file('incidents-csv');
    expect(csv.headers.get('content-disposition')).toMatch(/^attachment; .*filename\*=UTF-8''incidentmap_%D8/);
    const text = await csv.text();
    expect([text.includes('2024-08-05'), text.includes('2024-08-02')]).toEqual([true, false]);
    expect([await statusOf(file('pdf')), await statusOf(exportCollection(ask('/?format=csv'), store, 'none'))]).toEqual([400, 404]);
  });
});
