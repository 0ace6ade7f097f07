import { statSync } from 'node:fs';
import fc from 'fast-check';
import { decodeTile } from '../../scripts/jest/decode-tile';
import { GeneratedArticles } from '../../scripts/jest/generated-articles';
import { storeKinds, TestStores } from '../../scripts/jest/test-stores';
import type { ArticleMap } from '../types';
import type { Box, IncidentFilter, Page } from './queries';
import type { NewArticle, StoredIncident } from './records';
import type { DumpEntry, Store } from './store';

const generated = new GeneratedArticles(7, 300);
const stores = new TestStores();
const KINDS = storeKinds();
const TEXT = 'سقطت صواريخ على قاعدة عين الأسد في غربِ العراقِ. وبالعراق قوات.';
const plain = (text: string, rest: Partial<NewArticle['article']> = {}): NewArticle => ({
  article: { text, title: null, url: null, source: null, publishedAt: null, language: null, ...rest },
});

jest.setTimeout(30_000);
afterAll(() => stores.end());

describe.each(KINDS)('the %s store', (kind) => {
  let store: Store;
  beforeEach(async () => {
    store = await stores.open(kind);
  });
  afterEach(() => stores.clear());

  describe('articles', () => {
    it('gives back what was saved, to the last code unit', async () => {
      const texts = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)), minLength: 1 });
      await fc.assert(
        fc.asyncProperty(texts, fc.option(texts), fc.option(texts), async (text, title, source) => {
          const { article } = plain(text, { title, source, publishedAt: '2024-08-06' });
          const [saved] = await store.save([{ article }]);
          const got = await store.get(saved?.id ?? '');
          if (saved?.outcome === 'new') expect(got?.article).toEqual(article);
          expect(got?.article.text).toBe(Buffer.from(text).equals(Buffer.from(got?.article.text ?? '')) ? got?.article.text : text);
        }),
        { numRuns: 60 },
      );
    });

    it('one text is one article, however often and wherever it is published', async () => {
      const first = plain(TEXT, { url: 'https://a.example/1', source: 'A', title: 'T' });
      const second = plain(TEXT, { url: 'https://b.example/2', source: 'B' });
      expect((await store.save([first, second, first])).map(({ outcome }) => outcome)).toEqual(['new', 'copy', 'known']);
      const [again] = await store.save([second]);
      expect(again?.outcome).toBe('known');
      const article = await store.get(again?.id ?? '');
      expect(article).toMatchObject({ title: 'T', copies: 2 });
      expect(article?.published.map(({ source }) => source)).toEqual(['A', 'B']);
      expect((await store.list({ source: 'B' })).items).toHaveLength(1);
      expect((await store.size()).articles).toBe(1);
    });

    it('keeps the page as it was fetched, the first one', async () => {
      const bytes = Uint8Array.from([0, 255, 10, 60]);
      const url = 'https://a.example/1';
      const snapshot = { fetchedAt: '2026-01-01T00:00:00Z', headers: { etag: '"x"' }, bytes };
      const [saved] = await store.save([plain(TEXT, { url })]);
      const id = saved?.id ?? '';
      expect(await store.snapshot(id, url)).toBeNull();
      await store.save([{ ...plain(TEXT, { url }), snapshot }]);
      await store.save([{ ...plain(TEXT, { url }), snapshot: { ...snapshot, bytes: Uint8Array.from([1]) } }]);
      const kept = await store.snapshot(id, url);
      expect({ ...kept, bytes: [...(kept?.bytes ?? [])] }).toEqual({ ...snapshot, bytes: [...bytes] });
      expect((await store.get(id))?.published[0]?.snapshot).toMatchObject({ length: 4, fetchedAt: snapshot.fetchedAt });
    });

    it('an article that cannot be saved takes none of its batch with it', async () => {
      const bad = { ...plain('two'), tags: ['a\nb'] };
      await expect(store.save([plain('one'), bad])).rejects.toMatchObject({ code: 'invalid' });
      expect((await store.size()).articles).toBe(0);
    });

    it('pages through the list once and in order, while others are saved', async () => {
      await store.save([...generated.range(0, 25, 10)]);
      const seen: string[] = [];
      for (let cursor: string | null = null, first = true; first || cursor !== null; first = false) {
        const page = await store.list({}, { limit: 10, cursor });
        seen.push(...page.items.map(({ url }) => url ?? ''));
        cursor = page.next;
        await store.save([generated.at(100 + seen.length, 10)]);
      }
      expect(seen).toEqual(Array.from({ length: 25 }, (_, i) => `https://example.com/${24 - i}`));
    });

    it.each([
      [{ language: 'en' }, [1, 3, 5, 7]],
      [{ source: 'Source 3' }, [3]],
      [{ tag: 'seen' }, [2, 4]],
      [{ collection: 'c1' }, [4, 5]],
      [{ collection: 'c1', tag: 'seen' }, [4]],
      [{ text: 'no such word anywhere' }, []],
    ])('filters the list by %j', async (filter, expected) => {
      const saved = await store.save([...generated.range(0, 8, 10)]);
      const id = (i: number) => saved[i]?.id ?? '';
      await store.setTags(id(2), ['seen', 'other']);
      await store.setTags(id(4), ['seen']);
      await store.putCollection({ id: 'c1', name: 'عين الأسد', createdAt: '2026-01-01T00:00:00Z' });
      await store.addToCollection('c1', [id(4), id(5)]);
      const { items } = await store.list(filter);
      expect(items.map(({ url }) => Number(url?.split('/').at(-1))).sort()).toEqual(expected);
    });

    it('filters the list by day, country, place and type as the articles say', async () => {
      const articles = [...generated.range(0, 60, 10)];
      await store.save(articles);
      const maps = articles.map(({ result, article }) => ({ map: result?.map, article }));
      const cases = [
        { filter: { from: '2018-01-01', to: '2020-12-31' }, has: (day: string) => day >= '2018-01-01' && day <= '2020-12-31' },
      ];
      for (const { filter, has } of cases)
        expect((await store.list(filter, { limit: 100 })).items).toHaveLength(
          articles.filter(({ article }) => has(article.publishedAt ?? '')).length,
        );
      const [country, place, type] = ['IQ', maps[0]?.map?.features[0]?.id ?? '', 'Protests'];
      const found = async (filter: Parameters<Store['list']>[0]) => (await store.list(filter, { limit: 100 })).items.length;
      expect(await found({ countryCode: country })).toBe(maps.filter(({ map }) => map?.features.some((f) => f.properties.countryCode === country)).length); // prettier-ignore
      expect(await found({ place })).toBe(maps.filter(({ map }) => map?.features.some((f) => f.id === place)).length);
      expect(await found({ type })).toBe(maps.filter(({ map }) => map?.incidents.some((i) => i.type === type)).length);
    });

    it.each([
      ['العراق', true],
      ['عراق', true],
      ['العِراق', true],
      ['بالعراق', true],
      ['عين الاسد', true],
      ['صواريخ العراق', true],
      ['صوار', true],
      ['الكويت', false],
      ['العراق الكويت', false],
      ['"; DROP TABLE articles; --', false],
      ['NEAR( * ^ " \' & | ! :*', false],
    ])('search for %j finds it: %s', async (text, isFound) => {
      await store.save([plain(TEXT), plain('Nothing of the kind was said here.')]);
      const { items } = await store.list({ text });
      expect(items.length).toBe(isFound ? 1 : 0);
    });

    it('text without a word in it filters nothing', async () => {
      await store.save([plain(TEXT)]);
      expect((await store.list({ text: ' "؟! ' })).items).toHaveLength(1);
    });

    it('what is removed is gone from everything', async () => {
      const [saved] = await store.save([generated.at(3, 20), generated.at(4, 20)]);
      const id = saved?.id ?? '';
      await store.setTags(id, ['x']);
      await store.appendCorrections(id, [entry('c1')], (await mapOf(store, id)), 0); // prettier-ignore
      expect(await store.remove(id)).toBe(true);
      expect(await store.remove(id)).toBe(false);
      expect([await store.get(id), await store.shown(id), await store.tags(), await store.corrections(id)]).toEqual([null, null, [], []]);
      const left = await allIncidents(store, {});
      expect(left.every(({ articleId }) => articleId !== id)).toBe(true);
      expect(await counted(store)).toBe(left.filter(({ place }) => place).length);
    });
  });

  describe('results and corrections', () => {
    it('gives the machine’s map, the one shown, and which version made it', async () => {
      const { article, result } = generated.at(1);
      const [saved] = await store.save([{ article, result }]);
      const id = saved?.id ?? '';
      expect(await store.result(id)).toEqual(result);
      expect(await store.shown(id)).toEqual(result?.map);
      expect(await store.outdated({ engine: '1', gazetteer: '1' }, 10)).toEqual([]);
      expect(await store.outdated({ engine: '2', gazetteer: '1' }, 10)).toEqual([id]);
      expect(await store.outdated({ engine: '2', gazetteer: '1' }, 10, id)).toEqual([]);
    });

    it('the log is only added to, once for each entry, and shows what it leads to', async () => {
      const [saved] = await store.save([generated.at(1)]);
      const id = saved?.id ?? '';
      const map = await mapOf(store, id);
      const corrected = { ...map, incidents: [], features: map.features.slice(1) };
      await store.appendCorrections(id, [entry('c1')], corrected, 0);
      await expect(store.appendCorrections(id, [entry('c2')], map, 0)).rejects.toMatchObject({ code: 'conflict' });
      await store.appendCorrections(id, [entry('c1'), entry('c2')].slice(1), corrected, 1);
      expect(await store.corrections(id)).toEqual([entry('c1'), entry('c2')]);
      expect(await store.shown(id)).toEqual(corrected);
      expect((await store.result(id))?.map).toEqual(map);
      expect(await allIncidents(store, {})).toEqual([]);
      expect((await store.places({})).items).toHaveLength(corrected.features.length);
      expect(await counted(store)).toBe(0);
    });

    it('of two reviewers at once one is told to read again', async () => {
      const [saved] = await store.save([generated.at(1)]);
      const id = saved?.id ?? '';
      const map = await mapOf(store, id);
      const outcomes = await Promise.allSettled(['a', 'b', 'c', 'd'].map((name) => store.appendCorrections(id, [entry(name)], map, 0)));
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await store.corrections(id)).toHaveLength(1);
    });

    it('a result made again takes the place of the one before; incidents told again keep their place in the feed', async () => {
      const { article, result } = generated.at(2);
      const [saved] = await store.save([{ article, result }, generated.at(3)]);
      const id = saved?.id ?? '';
      if (!result) throw new Error('no result');
      const before = await allIncidents(store, {}, 'saved');
      const map = { ...result.map, incidents: result.map.incidents.slice(1) };
      await store.saveResult(id, { ...result, engine: '2', map }, null, 0);
      expect(await store.result(id)).toEqual({ ...result, engine: '2', map });
      const gone = `${id}/${result.map.incidents[0]?.id}`;
      expect(await allIncidents(store, {}, 'saved')).toEqual(before.filter((incident) => incident.id !== gone));
      await expect(store.saveResult(id, result, null, 3)).rejects.toMatchObject({ code: 'conflict' });
      await expect(store.saveResult('none', result, null, 0)).rejects.toMatchObject({ code: 'missing' });
    });
  });

  describe('what is on the map', () => {
    const articles = [...generated.range(0, 120, 20)];
    const incidents = articles.flatMap(({ result, article }) => (result?.map.incidents ?? []).map((incident) => ({ incident, article, map: result?.map }))); // prettier-ignore
    const featureOf = ({ incident, map }: { incident: { placeId: string | null }; map: ArticleMap | undefined }) =>
      map?.features.find(({ id }) => id === incident.placeId);

    it('gives the incidents that a filter asks for, each once, latest first', async () => {
      await store.save(articles);
      const boxes = fc.tuple(fc.integer({ min: -180, max: 180 }), fc.integer({ min: -90, max: 89 }), fc.integer({ min: -180, max: 180 }), fc.integer({ min: 0, max: 60 })).map(([west, south, east, height]): Box => [west, south, east, Math.min(90, south + height)]); // prettier-ignore
      const day = fc.integer({ min: 0, max: 3_700 }).map((days) => new Date(Date.UTC(2016, 0, days)).toISOString().slice(0, 10));
      const filters = fc.record({ box: boxes, from: day, to: day, types: fc.subarray(['Battles', 'Riots', 'Protests']), statuses: fc.subarray(['reported', 'denied'] as const), countryCode: fc.constantFrom('IQ', 'FJ') }, { requiredKeys: [] }); // prettier-ignore
      await fc.assert(
        fc.asyncProperty(filters, async (filter) => {
          const wanted = incidents.filter((one) => matches(filter, one.incident, featureOf(one)));
          const got = await allIncidents(store, filter);
          expect(got.map(({ incident }) => incident.headline + incident.id).sort()).toEqual(wanted.map(({ incident }) => incident.headline + incident.id).sort()); // prettier-ignore
          const days = got.map(({ incident }) => incident.date?.start ?? '').filter((start) => start !== '');
          expect(days).toEqual([...days].sort().reverse());
        }),
        { numRuns: 40 },
      );
    });

    it('gives incidents with their places whole, and each by its id', async () => {
      await store.save(articles);
      for (const stored of (await store.incidents({}, { limit: 50 })).items) {
        expect(await store.incident(stored.id)).toEqual(stored);
        const { placeId } = stored.incident;
        expect(stored.place?.id ?? null).toBe(placeId);
        if (stored.place) expect((await mapOf(store, stored.articleId)).features.find(({ id }) => id === placeId)).toMatchObject(stored.place); // prettier-ignore
      }
      expect(await store.incident('none')).toBeNull();
    });

    it('gives places and mentions in a box, the words as they stand in the text', async () => {
      await store.save(articles);
      const features = articles.flatMap(({ result }) => result?.map.features ?? []);
      const box: Box = [-180, -90, 20, 90];
      const inside = features.filter(({ bbox }) => touches(box, bbox));
      const places = await all((paging) => store.places({ box }, paging));
      expect(places.map(({ feature }) => feature.id).sort()).toEqual(inside.map(({ id }) => id).sort());
      const mentions = await all((paging) => store.mentions({ box }, paging));
      const wanted = inside.flatMap(({ properties }) => properties.mentions);
      expect(mentions.map(({ mention }) => mention).sort(byQuote)).toEqual([...wanted].sort(byQuote));
    });

    it('counts by day, week and month', async () => {
      await store.save(articles);
      for (const period of ['day', 'week', 'month'] as const) {
        const counts = await store.counts(period, { statuses: ['reported'] });
        const wanted = new Map<string, number>();
        for (const one of incidents) {
          if (one.incident.status !== 'reported') continue;
          const key = [periodOf(period, one.incident.date?.start ?? null), featureOf(one)?.properties.countryCode ?? null, one.incident.type].join(' '); // prettier-ignore
          wanted.set(key, (wanted.get(key) ?? 0) + 1);
        }
        expect(new Map(counts.map((c) => [[c.period, c.countryCode, c.type].join(' '), c.incidents]))).toEqual(wanted);
        const killed = incidents.filter(({ incident }) => incident.status === 'reported').reduce((sum, { incident }) => sum + (incident.casualties.killed?.best ?? 0), 0); // prettier-ignore
        expect(counts.reduce((sum, count) => sum + count.killed, 0)).toBe(killed);
      }
    });

    it('cuts tiles that count every incident with a place, the same with a filter as without', async () => {
      await store.save(articles);
      const placed = incidents.filter((one) => featureOf(one)).length;
      for (const z of [0, 1, 4, 7]) {
        let sum = 0;
        for (let x = 0; x < Math.min(2 ** z, 4); x++)
          for (let y = 0; y < Math.min(2 ** z, 4); y++) sum += countIn(await store.tile(z, x, y));
        if (z <= 1) expect(sum).toBe(placed);
      }
      const always: IncidentFilter = { from: '1900-01-01' };
      expect(decoded(await store.tile(1, 1, 1, always)).length).toBeGreaterThan(0);
      const dated = incidents.filter((one) => featureOf(one) && one.incident.date).length;
      expect(countIn(await store.tile(0, 0, 0, always))).toBe(dated);
      const some = { types: ['Battles'], statuses: ['reported' as const] };
      const live = decoded(await store.tile(0, 0, 0, { ...some, box: [-180, -90, 180, 90] }));
      expect(decoded(await store.tile(0, 0, 0, some))).toEqual(live);
    });

    it.each([
      [-1, 0, 0],
      [15, 0, 0],
      [0, 1, 0],
      [3, 8, 0],
      [2, 0.5, 0],
      [1, 0, NaN],
    ])('there is no tile %d/%d/%d', async (z, x, y) => {
      // prettier-ignore
      await expect(store.tile(z, x, y)).rejects.toMatchObject({ code: 'invalid' });
    });

    it.each([
      ['a cursor of another kind', { paging: { cursor: 'x; DROP TABLE' } }],
      ['no items', { paging: { limit: 0 } }],
      ['too many', { paging: { limit: 100_000 } }],
      ['a box upside down', { filter: { box: [0, 10, 0, 0] as const } }],
      ['a box of nothing', { filter: { box: [0, NaN, 0, 0] as const } }],
      ['a day that is none', { filter: { from: 'yesterday' } }],
    ])('refuses %s', async (_, { filter = {}, paging = {} }: { filter?: IncidentFilter; paging?: object }) => {
      await expect(store.incidents(filter, paging)).rejects.toMatchObject({ code: 'invalid' });
    });
  });

  describe('what people put together', () => {
    it('keeps collections, and articles in them once', async () => {
      const [one, two] = await store.save([plain('one'), plain('two')]);
      await store.putCollection({ id: 'c', name: 'First', createdAt: '2026-01-01T00:00:00Z' });
      await store.addToCollection('c', [one?.id ?? '', two?.id ?? '']);
      await store.addToCollection('c', [one?.id ?? '']);
      await store.putCollection({ id: 'c', name: 'Second', createdAt: '2027-01-01T00:00:00Z' });
      expect(await store.collections()).toEqual([{ id: 'c', name: 'Second', createdAt: '2026-01-01T00:00:00Z', articles: 2 }]);
      await store.removeFromCollection('c', [one?.id ?? '']);
      expect((await store.list({ collection: 'c' })).items.map(({ id }) => id)).toEqual([two?.id]);
      await expect(store.addToCollection('none', [one?.id ?? ''])).rejects.toMatchObject({ code: 'missing' });
      await expect(store.addToCollection('c', ['none'])).rejects.toMatchObject({ code: 'missing' });
      expect(await store.removeCollection('c')).toBe(true);
      expect([await store.collections(), (await store.size()).articles]).toEqual([[], 2]);
    });

    it('a person’s word on two incidents stands over the machine’s', async () => {
      const at = '2026-01-01T00:00:00Z';
      await store.putLinks([{ a: 'y/1', b: 'x/1', state: 'same', by: null, at }]);
      await store.putLinks([{ a: 'x/1', b: 'y/1', state: 'cut', by: 'RK', at }]);
      await store.putLinks([{ a: 'x/1', b: 'y/1', state: 'same', by: null, at }, { a: 'x/1', b: 'z/1', state: 'same', by: null, at }]); // prettier-ignore
      expect(await store.links(['y/1'])).toEqual([{ a: 'x/1', b: 'y/1', state: 'cut', by: 'RK', at }]);
      expect(await store.links()).toHaveLength(2);
      await expect(store.putLinks([{ a: 'x/1', b: 'x/1', state: 'same', by: null, at }])).rejects.toMatchObject({ code: 'invalid' });
    });
  });

  it('many savers at once save each article once', async () => {
    const batch = [...generated.range(0, 30, 10)];
    const outcomes = (await Promise.all(Array.from({ length: 6 }, (_, i) => store.save([...batch.slice(i * 3), ...batch.slice(0, i * 3)])))).flat(); // prettier-ignore
    expect(outcomes.filter(({ outcome }) => outcome === 'new')).toHaveLength(30);
    expect(await counted(store)).toBe((await allIncidents(store, {})).filter(({ place }) => place).length);
  });
});

describe('a dump', () => {
  afterEach(() => stores.clear());

  it('moved through every kind of store and back is equal, whatever the articles', async () => {
    const texts = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 });
    const some = fc.array(fc.tuple(fc.nat(200), fc.option(texts), fc.subarray(['a', 'ب'])), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(some, async (picked) => {
        const articles = picked.map(([i, text, tags]): NewArticle => (text === null ? { ...generated.at(i, 20), tags } : { ...plain(text), tags, snapshot: { fetchedAt: 'x', headers: {}, bytes: Buffer.from(text) } })); // prettier-ignore
        const first = await stores.open('sqlite');
        const saved = await first.save(articles);
        await first.putCollection({ id: 'c', name: 'C', createdAt: '2026-01-01T00:00:00Z' });
        await first.addToCollection('c', saved.map(({ id }) => id)); // prettier-ignore
        for (const { id } of saved.slice(0, 2)) {
          const map = await first.shown(id);
          const n = (await first.corrections(id)).length;
          if (map) await first.appendCorrections(id, [entry(`e${n}`)], { ...map, incidents: map.incidents.slice(1) }, n);
        }
        await first.putLinks([{ a: 'a', b: 'b', state: 'cut', by: null, at: 'x' }]);
        const dump = await dumpOf(first);
        for (const kind of [...KINDS.slice(1), 'sqlite'] as const) {
          const next = await stores.open(kind);
          await next.import(dump);
          await next.import(dump);
          expect(await dumpOf(next)).toEqual(dump);
          expect(await dumpOfTiles(next)).toEqual(await dumpOfTiles(first));
          expect((await next.list({ text: 'town' }, { limit: 100 })).items).toEqual((await first.list({ text: 'town' }, { limit: 100 })).items); // prettier-ignore
        }
        await stores.clear();
      }),
      { numRuns: 6 },
    );
  }, 60_000);

  it('with a text that is not the one of its hash is refused', async () => {
    const store = await stores.open('sqlite');
    await store.save([plain('one')]);
    const dump = (await dumpOf(store)).map((each) =>
      each.kind === 'article' ? { ...each, article: { ...each.article, text: 'two' } } : each,
    );
    await expect((await stores.open('sqlite')).import(dump)).rejects.toMatchObject({ code: 'corrupt' });
  });
});

it('the file of the SQLite store is its owner’s alone', async () => {
  const { location } = await stores.open('sqlite');
  expect(statSync(location).mode & 0o777).toBe(0o600);
});

function entry(id: string) {
  return { id, at: '2026-01-02T03:04:05Z', by: 'RK', change: { action: 'confirm', mentions: [{ start: 0, end: 1 }] } };
}

async function mapOf(store: Store, id: string): Promise<ArticleMap> {
  const map = await store.shown(id);
  if (!map) throw new Error(`no map of ${id}`);
  return map;
}

async function all<T>(ask: (paging: { limit: number; cursor: string | null }) => Promise<Page<T>>): Promise<T[]> {
  const items: T[] = [];
  for (let cursor: string | null = null; ;) {
    const page: Page<T> = await ask({ limit: 37, cursor });
    items.push(...page.items);
    if (page.next === null) return items;
    cursor = page.next;
  }
}

function allIncidents(store: Store, filter: IncidentFilter, order: 'event' | 'saved' = 'event'): Promise<StoredIncident[]> {
  return all((paging) => store.incidents(filter, { ...paging, order }));
}

async function dumpOf(store: Store): Promise<DumpEntry[]> {
  const entries: DumpEntry[] = [];
  for await (const each of store.export()) entries.push(each);
  return entries;
}

async function dumpOfTiles(store: Store) {
  const tiles = [[0, 0, 0], [1, 0, 0], [1, 1, 1], [3, 2, 3], [8, 128, 100]] as const; // prettier-ignore
  return Promise.all(tiles.map(async ([z, x, y]) => decoded(await store.tile(z, x, y))));
}

/** In an order that does not hang on the store's. */
function decoded(tile: Uint8Array): string[] {
  return decodeTile(tile)
    .map((feature) => JSON.stringify(Object.entries(feature).sort()))
    .sort();
}

function countIn(tile: Uint8Array): number {
  return decodeTile(tile).reduce((sum, { count }) => sum + Number(count), 0);
}

/** How many incidents the pyramid counts. */
async function counted(store: Store): Promise<number> {
  return countIn(await store.tile(0, 0, 0));
}

function byQuote(a: { quote: { text: string }; start: number }, b: { quote: { text: string }; start: number }): number {
  return a.quote.text < b.quote.text ? -1 : a.quote.text > b.quote.text ? 1 : a.start - b.start;
}

function periodOf(period: 'day' | 'week' | 'month', start: string | null): string | null {
  if (start === null || period === 'day') return start;
  if (period === 'month') return `${start.slice(0, 7)}-01`;
  const date = new Date(start);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}

function matches(
  { box, from, to, types, statuses, countryCode }: IncidentFilter,
  incident: StoredIncident['incident'],
  feature: ArticleMap['features'][number] | undefined,
): boolean {
  // prettier-ignore
  const { date } = incident;
  return (
    (box === undefined || (feature !== undefined && touches(box, feature.bbox))) &&
    (from === undefined || (date !== null && date.end >= from)) &&
    (to === undefined || (date !== null && date.start <= to)) &&
    (types === undefined || types.includes(incident.type)) &&
    (statuses === undefined || statuses.includes(incident.status)) &&
    (countryCode === undefined || feature?.properties.countryCode === countryCode)
  );
}

/** By cutting both at the antimeridian, which is not how the store does it. */
function touches(a: Box, b: Box): boolean {
  const pieces = ([west, south, east, north]: Box): Box[] =>
    west <= east ? [[west, south, east, north]] : [[west, south, 180, north], [-180, south, east, north]]; // prettier-ignore
  const turned = ([west, south, east, north]: Box): Box[] => [[west, south, east, north], ...(west === -180 ? [[180, south, 180, north] as const] : []), ...(east === 180 ? [[-180, south, -180, north] as const] : [])]; // prettier-ignore
  return pieces(a)
    .flatMap(turned)
    .some((p) => pieces(b).some((q) => p[0] <= q[2] && p[2] >= q[0] && p[1] <= q[3] && p[3] >= q[1]));
}
