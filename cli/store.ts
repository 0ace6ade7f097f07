import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { SingleBar, Presets } from 'cli-progress';
import { readDump, writeDump } from '../lib/store/dump-file';
import { openStoreAt } from '../lib/store/open-store';
import type { DumpEntry, Store } from '../lib/store/store';
import { EXIT } from './output';
import { newCommand, runCommand } from './run-command';

/** What the chosen subcommand does: Commander refuses to go on without one. */
let work: (store: Store) => Promise<number>;

const command = newCommand('store')
  .description(
    'Keeps the library of articles: the database at DATABASE_URL, else the file store.db in the folder INCIDENT_MAP_DATA, else in your own data folder.',
  )
  .option('--store <where>', 'another one: a postgres:// address or a SQLite file');

command
  .command('backup <file>')
  .description('writes everything to a compressed dump, whole or not at all')
  .action((file: string) => choose((store) => backup(store, file)));
command
  .command('restore <file>')
  .description('fills an empty store from a backup, after checking all of it')
  .action((file: string) => choose((store) => restore(store, file)));
command
  .command('export [file]')
  .description('writes everything as lines of JSON, to standard output where no file is named')
  .action((file: string | undefined) => choose((store) => exportTo(store, file ?? '-')));
command
  .command('import [file]')
  .description('adds what a dump holds, from standard input where no file is named; what is there stays as it is')
  .action((file: string | undefined) => choose((store) => importFrom(store, file ?? '-')));
command
  .command('rebuild')
  .description('makes results again that another version of the engine made, from the texts and the log of corrections')
  .action(() => choose(rebuildAll));

function choose(chosen: typeof work): void {
  work = chosen;
}

await runCommand<{ store?: string }>(command, async ({ store: where }) => {
  const store = await openStoreAt(where);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
});

async function backup(store: Store, file: string): Promise<number> {
  const partial = `${file}.partial`;
  try {
    await exportThrough(store, [createGzip(), createWriteStream(partial, { mode: 0o600 })]);
    const written = await open(partial, 'r+');
    await written.sync();
    await written.close();
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
  return EXIT.done;
}

async function restore(store: Store, file: string): Promise<number> {
  const { articles } = await store.size();
  if (articles > 0) throw new Error(`${store.location} holds ${articles} articles: restore fills an empty store, import adds to one`);
  let total = 0;
  for await (const { kind } of entriesOf(file)) if (kind === 'article') total++;
  return importEntries(store, entriesOf(file), total);
}

async function exportTo(store: Store, file: string): Promise<number> {
  await exportThrough(store, [file === '-' ? process.stdout : createWriteStream(file, { mode: 0o600 })]);
  return EXIT.done;
}

async function importFrom(store: Store, file: string): Promise<number> {
  return importEntries(store, entriesOf(file), 0);
}

async function rebuildAll(store: Store): Promise<number> {
  // Loaded here alone: the other commands need no engine, and start in half the time.
  const [{ loadEngine }, { rebuild }] = await Promise.all([import('../lib/api/engine'), import('../lib/api/rebuild')]);
  const engine = loadEngine();
  const { articles } = await store.size();
  const bar = progress(articles);
  const { made, failed } = await rebuild(store, engine, () => bar.increment()).finally(() => bar.stop());
  for (const { id, reason } of failed) console.error(`store: ${id}: ${reason}`);
  console.error(`${made} of ${articles} articles read again, ${articles - made - failed.length} were up to date, ${failed.length} failed`);
  return failed.length > 0 ? EXIT.failed : EXIT.done;
}

async function exportThrough(store: Store, streams: readonly (Writable | NodeJS.ReadWriteStream)[]): Promise<void> {
  const { articles } = await store.size();
  const bar = progress(articles);
  let done = 0;
  async function* counted(): AsyncGenerator<DumpEntry> {
    for await (const entry of store.export()) {
      if (entry.kind === 'article') bar.update(++done);
      yield entry;
    }
  }
  await pipeline([Readable.from(writeDump(counted()), { objectMode: false, highWaterMark: 1 << 16 }), ...streams]).finally(() =>
    bar.stop(),
  );
  console.error(`${done} articles written`);
}

async function importEntries(store: Store, entries: AsyncIterable<DumpEntry>, total: number): Promise<number> {
  const before = (await store.size()).articles;
  const bar = progress(total);
  let read = 0;
  await store.import(entries, () => bar.update(++read)).finally(() => bar.stop());
  const added = (await store.size()).articles - before;
  console.error(`${added} articles added, ${read - added} were there already`);
  return EXIT.done;
}

/** The entries of a dump, compressed or not, read as they are asked for. */
async function* entriesOf(file: string): AsyncGenerator<DumpEntry> {
  const input = file === '-' ? process.stdin : createReadStream(file);
  if (!(await isCompressed(file))) return yield* readDump(linesOf(input));
  const plain = createGunzip();
  // What befalls the input ends what is read from it, and is told there.
  void pipeline(input, plain).catch(() => undefined);
  yield* readDump(linesOf(plain));
}

/** readline would not pass on what befalls its input. */
async function* linesOf(input: AsyncIterable<unknown>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  for await (const chunk of input) {
    if (!(chunk instanceof Uint8Array)) throw new Error('wanted bytes');
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}

async function isCompressed(file: string): Promise<boolean> {
  if (file === '-') return false;
  const handle = await open(file, 'r');
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
  await handle.close();
  return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
}

/** A bar on standard error where somebody looks; `total` 0: how many there are is not known. */
function progress(total: number): SingleBar {
  const format =
    total > 0 ? ' {bar} {percentage}% | {value}/{total} articles | {eta_formatted}' : ' {value} articles | {duration_formatted}';
  const bar = new SingleBar({ format, stream: process.stderr, hideCursor: true, clearOnComplete: true }, Presets.shades_classic);
  bar.start(total, 0);
  return bar;
}
