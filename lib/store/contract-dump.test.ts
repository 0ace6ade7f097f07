import fc from 'fast-check';
import { statSync } from 'node:fs';
import { dumpOf, dumpOfTiles, entry, feed, generated, plain } from '../../scripts/jest/contract';
import { storeKinds, TestStores } from '../../scripts/jest/test-stores';
import type { NewArticle } from './records';

const KINDS = storeKinds();
const stores = new TestStores();
jest.setTimeout(60_000);
afterAll(() => stores.end());

describe('a dump', () => {
  afterEach(() => stores.clear());

  it('moved through every kind of store and back is equal, whatever the articles', async () => {
    const texts = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 });
    const some = fc.array(fc.tuple(fc.nat(200), fc.option(texts), fc.subarray(['a', 'ب'])), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(some, async (picked) => {
        const articles = picked.map(([i, text, tags]): NewArticle =>
          text === null
            ? { ...generated.at(i, 20), tags }
            : { ...plain(text), tags, snapshot: { fetchedAt: 'x', headers: {}, bytes: Buffer.from(text) } },
        );
        const first = await stores.open('sqlite');
        const saved = await first.save(articles);
        await first.putCollection({ id: 'c', name: 'C', createdAt: '2026-01-01T00:00:00Z' });
        await first.addToCollection(
          'c',
          saved.map(({ id }) => id),
        );
        for (const { id } of saved.slice(0, 2)) {
          const map = await first.shown(id);
          const n = (await first.corrections(id)).length;
          if (map) await first.appendCorrections(id, [entry(`e${n}`)], { ...map, incidents: map.incidents.slice(1) }, n);
        }
        await first.putLinks([{ a: 'a', b: 'b', state: 'cut', by: null, at: 'x' }]);
        await first.addFeed(feed('f'));
        const dump = await dumpOf(first);
        for (const kind of [...KINDS.slice(1), 'sqlite'] as const) {
          const next = await stores.open(kind);
          await next.import(dump);
          await next.import(dump);
          expect(await dumpOf(next)).toEqual(dump);
          expect(await dumpOfTiles(next)).toEqual(await dumpOfTiles(first));
          expect((await next.list({ text: 'town' }, { limit: 100 })).items).toEqual(
            (await first.list({ text: 'town' }, { limit: 100 })).items,
          );
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
