import { all } from '../../../scripts/jest/contract';
import { administer, TEST_DATABASE, TestStores } from '../../../scripts/jest/test-stores';
import { openPostgisStore } from '../open-store';

const stores = new TestStores();
jest.setTimeout(60_000);
afterAll(() => stores.end());

const ROWS = 70_000;
/** Every so many rows one has the word. */
const EVERY = { common: 1, seldom: 100, scarce: 3_000, rare: 30_000 } as const;

/** More rows than the first two spans in which a page is looked for. */
const FILL = `
  INSERT INTO articles (id, day, language, saved_at)
    SELECT lpad(to_hex(n), 64, '0'), n % 1000, CASE WHEN n % 500 = 0 THEN 'ar' ELSE 'en' END, '2026-01-01T00:00:00Z' FROM generate_series(1, ${ROWS}) n;
  INSERT INTO words (rowid, joined)
    SELECT seq, concat_ws(' ', ${Object.entries(EVERY)
      .map(([word, every]) => `CASE WHEN seq % ${every} = 0 THEN '${word}' END`)
      .join(', ')}, CASE WHEN seq < 100 THEN 'oldest' END)
    FROM articles ORDER BY seq;
  ANALYZE articles, words`;

(TEST_DATABASE ? describe : describe.skip)('a search of many articles', () => {
  it('finds every article once, the last saved first, however common its words', async () => {
    const database = await stores.database();
    const store = await openPostgisStore(database);
    await administer(FILL, database);
    const found = async (text: string, language?: string) =>
      (await all((paging) => store.list({ text, ...(language && { language }) }, { ...paging, limit: 400 }))).map(({ id }) =>
        parseInt(id, 16),
      );
    const every = (step: number) => Array.from({ length: Math.floor(ROWS / step) }, (_, i) => (Math.floor(ROWS / step) - i) * step);
    expect(await found('seldom ')).toEqual(every(100));
    expect(await found('common seldom ')).toEqual(every(100));
    expect(await found('scarce ')).toEqual(every(3_000));
    expect(await found('common rare ')).toEqual(every(30_000));
    expect(await found('common ', 'ar')).toEqual(every(500));
    expect(await found('oldest ')).toEqual(Array.from({ length: 99 }, (_, i) => 99 - i));
    expect(await found('none ')).toEqual([]);
    expect((await store.list({ text: 'common ' }, { limit: 3 })).items.map(({ id }) => parseInt(id, 16))).toEqual([
      ROWS,
      ROWS - 1,
      ROWS - 2,
    ]);
    await store.close();
  });
});
