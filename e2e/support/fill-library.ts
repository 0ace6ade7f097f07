import path from 'node:path';
import { GeneratedArticles } from '../../scripts/jest/generated-articles';
import { openSqliteStore } from '../../lib/store/open-store';

/** `tsx e2e/support/fill-library.ts FOLDER ARTICLES ID NAME`: saves so many made-up articles there, all in one collection. */
const [, , folder = '', articles = '0', id = '', name = ''] = process.argv;
const BATCH = 250;
const WORDS = 40;

const store = openSqliteStore(path.join(folder, 'store.db'));
const generated = new GeneratedArticles(11, 2_000);
const ids: string[] = [];
for (let i = 0; i < Number(articles); i += BATCH)
  for (const saved of await store.save([...generated.range(i, Math.min(i + BATCH, Number(articles)), WORDS)])) ids.push(saved.id);
await store.putCollection({ id, name, createdAt: '2026-01-01T00:00:00.000Z' });
await store.addToCollection(id, ids);
await store.close();
