import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { StoreError } from '../../lib/store/errors';
import { openPostgisStore, openSqliteStore } from '../../lib/store/open-store';
import { GeneratedArticles } from './generated-articles';

/**
 * `tsx scripts/jest/fill-disk.ts FOLDER [DATABASE]`: saves articles into a store on a small disk until there is no room,
 * makes room, and goes on. Prints as JSON what happened. FOLDER lies on that disk, and holds the store where no DATABASE
 * on the same disk is named.
 */
const BALLAST_BYTES = 3_000_000;
const BATCH = 20;
const TRIES = 60;

const [, , folder = '', url] = process.argv;
const ballast = path.join(folder, 'ballast');
writeFileSync(ballast, Buffer.alloc(BALLAST_BYTES));
const generated = new GeneratedArticles(13, 100);
const store = url === undefined ? openSqliteStore(path.join(folder, 'store.db')) : await openPostgisStore(url);

let acknowledged = 0;
let error: unknown = null;
while (error === null) {
  await store.save([...generated.range(acknowledged, acknowledged + BATCH)]).then(
    () => (acknowledged += BATCH),
    (reason: unknown) => (error = reason),
  );
}
const code = error instanceof StoreError ? error.code : String(error);
const kept = await again(async () => (await store.size()).articles);
rmSync(ballast);
await again(() => store.save([...generated.range(acknowledged, acknowledged + BATCH)]));
const after = (await store.size()).articles;
await store.close();
const files = readdirSync(folder).filter((name) => statSync(path.join(folder, name)).isFile());
process.stdout.write(JSON.stringify({ code, message: error instanceof Error ? error.message : '', acknowledged, kept, after, files }));

/** A server that had to start again needs a moment. */
async function again<T>(ask: () => Promise<T>): Promise<T> {
  for (let i = 1; ; i++) {
    try {
      return await ask();
    } catch (reason) {
      if (i === TRIES) throw reason;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}
