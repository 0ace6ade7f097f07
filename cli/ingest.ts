import { InvalidArgumentError } from 'commander';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { SingleBar, Presets } from 'cli-progress';
import { loadEngine, type Engine } from '../lib/api/engine';
import { InputError, parseInput } from '../lib/api/errors';
import { sharedFetcher } from '../lib/api/fetcher';
import { addFeed, type AddedFeed } from '../lib/api/follow-feed';
import { ingestReadings, readSource, type Ingested, type Reading } from '../lib/api/ingest';
import { pollFeeds } from '../lib/api/poll-feeds';
import { articleLineSchema } from '../lib/api/schemas';
import { closeReaders } from '../lib/ingest/read-file';
import { filesIn, isFolder, isLines } from '../lib/ingest/walk';
import { openStore } from '../lib/store/open-store';
import type { Store } from '../lib/store/store';
import type { Article } from '../lib/types';
import { EXIT, reasonOf, writeOut } from './output';
import { newCommand, runCommand } from './run-command';

interface Options {
  readonly tag: readonly string[];
  readonly feed: readonly string[];
  readonly poll?: boolean;
  readonly results?: boolean;
}

const address = (value: string, before: readonly string[]) => {
  if (!URL.canParse(value) || !/^https?:/i.test(value)) throw new InvalidArgumentError('wanted an http or https address');
  return [...before, value];
};
const several = (value: string, before: readonly string[]) => [...before, value];
const command = newCommand('ingest')
  .description(
    'Reads articles and saves them in the library: what is there already is passed over, so that it may be broken off and begun again.',
  )
  .argument(
    '[what...]',
    'folders, files (txt, md, html, pdf, docx, eml; jsonl with an article as JSON on each line) and addresses of pages',
  )
  .option('--tag <tag>', 'given to each article; may be repeated', several, [])
  .option('--feed <address>', 'follows an RSS or Atom feed, and reads it at once; may be repeated', address, [])
  .option('--poll', 'asks the feeds that are followed, those whose time has come, for what is new')
  .option('--results', 'prints what became of each article, as a line of JSON');

await runCommand<Options>(command, async (options, what) => {
  if (what.length === 0 && options.feed.length === 0 && !options.poll)
    return command.error('ingest: name what is to be read, or --feed, or --poll');
  const store = await openStore();
  try {
    return await ingest(store, loadEngine(), options, what);
  } finally {
    await closeReaders();
    await store.close();
  }
});

async function ingest(store: Store, engine: Engine, options: Options, what: readonly string[]): Promise<number> {
  const counts = { saved: 0, alike: 0, copy: 0, known: 0, failed: 0 };
  const tell = async (result: Ingested) => {
    counts[result.outcome]++;
    if (options.results) await writeOut(`${JSON.stringify(result)}\n`);
    if (result.problem) console.error(`ingest: ${result.name}: ${result.problem.message}`);
  };
  let refused = 0;
  for (const url of options.feed) {
    const { problem, results }: AddedFeed = await addFeed(store, engine, sharedFetcher(), url, options.tag);
    if (problem !== null) console.error(`ingest: ${url}: ${problem}`);
    if (problem !== null) refused++;
    for (const result of results) await tell(result);
  }
  if (options.poll)
    for (const { feed, results } of await pollFeeds(store, engine, sharedFetcher())) {
      if (feed.problem !== null) console.error(`ingest: ${feed.url}: ${feed.problem}`);
      if (feed.problem !== null) refused++;
      for (const result of results) await tell(result);
    }
  const bar = progress(await countOf(what));
  try {
    for await (const result of ingestReadings(store, engine, readingsOf(what), { tags: options.tag })) {
      await tell(result);
      bar.increment();
    }
  } finally {
    bar.stop();
  }
  const { saved, alike, copy, known, failed } = counts;
  console.error(
    `${saved + alike} articles saved, ${alike} of them nearly the same as others; ${copy} known from another place, ${known} known, ${failed} failed`,
  );
  return failed + refused > 0 ? EXIT.failed : EXIT.done;
}

/** Everything that is named, opened when its turn comes. */
async function* readingsOf(what: readonly string[]): AsyncGenerator<Reading> {
  for (const one of what) {
    if (/^https?:\/\//i.test(one)) yield { name: one, read: () => readSource({ kind: 'url', url: one }, sharedFetcher()) };
    else if (await isFolder(one)) for await (const file of filesIn(one)) yield* readingsOfFile(file);
    else yield* readingsOfFile(one);
  }
}

async function* readingsOfFile(file: string): AsyncGenerator<Reading> {
  if (!isLines(file))
    return yield { name: file, read: async () => readSource({ kind: 'file', name: file, bytes: await readFile(file) }, sharedFetcher()) };
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    number++;
    if (line.trim() === '') continue;
    yield { name: `${file}:${number}`, read: async () => ({ article: toArticle(line) }) };
  }
}

function toArticle(line: string): Article {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new InputError(400, 'This is not JSON', [{ field: 'line', got: reasonOf(error), wanted: 'wanted an article as JSON' }]);
  }
  const { text, title, url, source, publishedAt, language } = parseInput(articleLineSchema, value);
  return { text, title, url, source, publishedAt, language };
}

/** How many articles there are, as far as can be told without reading them; what cannot be opened is told here, before anything is saved. */
async function countOf(what: readonly string[]): Promise<number> {
  let count = 0;
  for (const one of what) {
    if (/^https?:\/\//i.test(one)) count++;
    else if (await isFolder(one)) for await (const file of filesIn(one)) count += await countIn(file);
    else count += await countIn(one);
  }
  return count;
}

async function countIn(file: string): Promise<number> {
  if (!isLines(file)) return 1;
  let count = 0;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) if (line.trim() !== '') count++;
  return count;
}

/** A bar on standard error where somebody looks. */
function progress(total: number): SingleBar {
  const format = ' {bar} {percentage}% | {value}/{total} articles | {eta_formatted}';
  const bar = new SingleBar({ format, stream: process.stderr, hideCursor: true, clearOnComplete: true }, Presets.shades_classic);
  bar.start(total, 0);
  return bar;
}
