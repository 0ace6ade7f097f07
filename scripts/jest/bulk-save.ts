import { openStoreAt } from '../../lib/store/open-store';
import { GeneratedArticles } from './generated-articles';

/**
 * `tsx scripts/jest/bulk-save.ts STORE FIRST`: saves generated articles in batches until it is killed, and says after each
 * batch up to which article the store has acknowledged them. Whoever kills it checks that these are all there.
 */
const BATCH = 20;
const WORDS = 60;

const [, , where = '', first = '0'] = process.argv;
const store = await openStoreAt(where);
const generated = new GeneratedArticles(11, 400);
for (let i = Number(first); ; i += BATCH) {
  await store.save([...generated.range(i, i + BATCH, WORDS)]);
  process.stdout.write(`${i + BATCH}\n`);
}
