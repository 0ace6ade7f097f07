import { linkArticle } from '../collections/link-article';
import { sha256 } from '../store/pack';
import type { NewArticle, Saved } from '../store/records';
import type { Store } from '../store/store';
import { mapArticle, type Engine } from './engine';
import { resultVersion } from './rebuild';

/**
 * Reads articles and saves them with what was read, in one transaction, then links their incidents to those of other
 * articles that tell of the same events.
 * @throws UnknownLanguageError for an article that is neither Arabic nor English; StoreError
 */
export function saveArticles(store: Store, engine: Engine, items: readonly Omit<NewArticle, 'result'>[]): Promise<Saved[]> {
  return saveRead(
    store,
    items.map((item) => withResult(engine, item)),
  );
}

/** Reads an article, whose result is to be saved with it. @throws UnknownLanguageError */
export function withResult<Item extends Omit<NewArticle, 'result'>>(engine: Engine, item: Item): Item & NewArticle {
  // As `rebuild` does: the library's names are English, and a map is told in the reader's language when it is asked for.
  const map = mapArticle(item.article, engine, 'en', sha256(item.article.text));
  return { ...item, result: { ...resultVersion(engine), madeAt: new Date().toISOString(), map } };
}

/** Saves articles that were read, in one transaction, and links their incidents. @throws StoreError */
export async function saveRead(store: Store, items: readonly NewArticle[]): Promise<Saved[]> {
  const saved = await store.save(items);
  // Those that were known too: whoever saved them may have been killed before it linked them.
  for (const id of new Set(saved.map((one) => one.id))) await linkArticle(store, id);
  return saved;
}
