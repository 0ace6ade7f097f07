import type { NewArticle } from '../../lib/store/records';
import { setLibrary } from '../../lib/api/library';
import { TestStores } from './test-stores';

/** Puts a SQLite store with these articles in the place of the process's library, for the tests of the file that calls it. */
export function openTestLibrary(articles: readonly NewArticle[]): void {
  const stores = new TestStores();
  beforeAll(async () => {
    const store = await stores.open('sqlite');
    await store.save(articles);
    setLibrary(store);
  });
  afterAll(async () => {
    setLibrary(null);
    await stores.end();
  });
}
