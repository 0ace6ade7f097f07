import { InvalidArgumentError } from 'commander';
import { readFile } from 'node:fs/promises';
import { SingleBar, Presets } from 'cli-progress';
import { loadEngine, type Engine } from '../lib/api/engine';
import { sharedFetcher } from '../lib/api/fetcher';
import { addFeed, type AddedFeed } from '../lib/api/follow-feed';
import { ingestReadings, readSource, type Ingested, type ReadArticle, type Reading } from '../lib/api/ingest';
import { pollFeeds } from '../lib/api/poll-feeds';
import { JobQueue } from '../lib/api/queue/queue';
import { queueDueFeeds } from '../lib/api/queue/work';
import { closeReaders } from '../lib/ingest/read-file';
import { openStore } from '../lib/store/open-store';
import type { Store } from '../lib/store/store';
import { countOf, inputsOf, toArticle, type Input } from './ingest-input';
import { queueInputs } from './ingest-queue';
import { EXIT, writeOut } from './output';
import { newCommand, runCommand } from './run-command';

interface Options {
  readonly tag: readonly string[];
  readonly feed: readonly string[];
  readonly poll?: boolean;
  readonly results?: boolean;
  readonly queue?: boolean;
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
  .option('--queue', 'puts it all in the queue of the database at DATABASE_URL, for workers (npm run worker), and does not wait')
  .option('--results', 'prints what became of each article, as a line of JSON; with --queue the ids of the jobs');

await runCommand<Options>(command, async (options, what) => {
  if (what.length === 0 && options.feed.length === 0 && !options.poll)
    return command.error('ingest: name what is to be read, or --feed, or --poll');
  if (options.queue) return await enqueue(options, what);
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
    if (result.isDoubtful) console.error(`ingest: ${result.name}: its letters may not be those that are seen, look at the text`);
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

async function* readingsOf(what: readonly string[]): AsyncGenerator<Reading> {
  for await (const input of inputsOf(what)) yield { name: input.name, read: () => readInput(input) };
}

async function readInput(input: Input): Promise<ReadArticle> {
  const { kind, name } = input;
  if (kind === 'url') return readSource({ kind, url: name }, sharedFetcher());
  if (kind === 'file') return readSource({ kind, name, bytes: await readFile(name) }, sharedFetcher());
  return { article: toArticle(input.line) };
}

async function enqueue(options: Options, what: readonly string[]): Promise<number> {
  const url = process.env.DATABASE_URL;
  if (!url)
    return command.error(
      'ingest: the queue is in PostgreSQL: wanted DATABASE_URL=postgres://user:password@host:port/database, got nothing',
    );
  if (options.feed.length > 0) return command.error('ingest: a feed is read when it is first followed: wanted --feed without --queue');
  const queue = await JobQueue.open(url);
  const bar = progress(await countOf(what));
  let [jobs, sources, failures, feeds] = [0, 0, 0, 0];
  try {
    if (options.poll) {
      const store = await openStore();
      feeds = await queueDueFeeds(queue, store).finally(() => store.close());
    }
    for await (const queued of queueInputs(queue, inputsOf(what), options.tag)) {
      if ('failed' in queued) {
        failures++;
        bar.increment();
        console.error(`ingest: ${queued.failed.name}: ${queued.failed.problem?.message}`);
        continue;
      }
      jobs += queued.jobs.length;
      sources += queued.sources;
      bar.increment(queued.sources);
      if (options.results) for (const id of queued.jobs) await writeOut(`${JSON.stringify({ job: id, sources: queued.sources })}\n`);
    }
  } finally {
    bar.stop();
    await queue.close();
  }
  console.error(`${jobs} jobs for ${sources} articles and ${feeds} feeds wait for workers; ${failures} failed`);
  return failures > 0 ? EXIT.failed : EXIT.done;
}

/** A bar on standard error where somebody looks. */
function progress(total: number): SingleBar {
  const format = ' {bar} {percentage}% | {value}/{total} articles | {eta_formatted}';
  const bar = new SingleBar({ format, stream: process.stderr, hideCursor: true, clearOnComplete: true }, Presets.shades_classic);
  bar.start(total, 0);
  return bar;
}
