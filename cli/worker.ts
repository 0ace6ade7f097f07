import { InvalidArgumentError } from 'commander';
import { setTimeout as wait } from 'node:timers/promises';
import { readConfig } from '../lib/api/config';
import { loadEngine } from '../lib/api/engine';
import { sharedFetcher } from '../lib/api/fetcher';
import { JobQueue } from '../lib/api/queue/queue';
import { Worker } from '../lib/api/queue/work';
import { closeReaders } from '../lib/ingest/read-file';
import { openPostgisStore } from '../lib/store/open-store';
import { EXIT, writeOut } from './output';
import { newCommand, runCommand } from './run-command';

interface Options {
  readonly slots: number;
  readonly untilEmpty?: boolean;
  readonly failed?: boolean;
  readonly again?: boolean;
}

/** After SIGTERM, what was begun has so long to end; then it is given back. */
const PATIENCE_MS = 25_000;
const LOOK_MS = 500;

const count = (value: string) => {
  if (!/^([1-9]|[12]\d|3[0-2])$/.test(value)) throw new InvalidArgumentError('wanted a number from 1 to 32');
  return Number(value);
};
const command = newCommand('worker')
  .description(
    'Takes ingest jobs from the queue in PostgreSQL (DATABASE_URL), as long as it runs. As many as there are processors do well; each may be stopped or killed at any time, and what it had is taken by others.',
  )
  .option('--slots <n>', 'jobs at a time: while one waits for a page another is read', count, 4)
  .option('--until-empty', 'ends when no job waits or runs any more')
  .option('--failed', 'prints the jobs that failed for good and why, a line of JSON each, and ends')
  .option('--again', 'puts the jobs that failed for good in the queue again, and ends');

await runCommand<Options>(command, async (options) => {
  const url = process.env.DATABASE_URL;
  if (!url)
    return command.error(
      'worker: the queue is in PostgreSQL: wanted DATABASE_URL=postgres://user:password@host:port/database, got nothing. Without it npm run ingest reads in its own process.',
    );
  const queue = await JobQueue.open(url);
  try {
    if (options.failed) return await printDead(queue);
    if (options.again) return await putAgain(queue);
    return await serve(queue, url, options);
  } finally {
    await queue.close();
  }
});

async function serve(queue: JobQueue, url: string, { slots, untilEmpty }: Options): Promise<number> {
  const { feedMinutes } = readConfig();
  const stop = new AbortController();
  // The second one is not waited for.
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, () => (stop.signal.aborted ? process.exit(EXIT.failed) : stop.abort()));
  const store = await openPostgisStore(url);
  try {
    const worker = new Worker(
      queue,
      { store, engine: loadEngine(), fetcher: sharedFetcher() },
      {
        slots,
        feedMinutes: untilEmpty ? 0 : feedMinutes,
        signal: stop.signal,
        onJob: ({ kind }, { results, problem }) => {
          for (const one of results) if (one.problem) console.error(`worker: ${one.name}: ${one.problem.message}`);
          if (problem !== null && results.length === 0) console.error(`worker: a job (${kind}) failed: ${problem}`);
        },
        onTrouble: (trouble) => console.error(trouble ? `worker: ${trouble.message}; trying again` : 'worker: the database is back'),
      },
    );
    console.error(`worker: working on ${queue.location}, ${slots} jobs at a time`);
    const working = worker.work();
    if (untilEmpty) void stopWhenEmpty(queue, stop).catch(() => stop.abort());
    const stopped = new Promise((resolve) => stop.signal.addEventListener('abort', resolve, { once: true }));
    await Promise.race([working, stopped.then(() => wait(PATIENCE_MS, undefined, { ref: false }))]);
    // What does not end is given back and left.
    if ((await worker.giveBack()) > 0) process.exit(EXIT.done);
    return EXIT.done;
  } finally {
    await closeReaders();
    await store.close();
  }
}

async function stopWhenEmpty(queue: JobQueue, stop: AbortController): Promise<void> {
  while (!stop.signal.aborted) {
    const { waiting, running } = await queue.counts();
    if (waiting + running === 0) stop.abort();
    else await wait(LOOK_MS);
  }
}

async function printDead(queue: JobQueue): Promise<number> {
  for await (const { id, name, task, failedAt, results, problem } of queue.dead()) {
    const failed = results.filter((one) => one.problem !== null).map((one) => ({ name: one.name, ...one.problem }));
    await writeOut(`${JSON.stringify({ id, name, kind: task.kind, failedAt, problem, failed })}\n`);
  }
  return EXIT.done;
}

/** Should it be killed between the two, a job is there twice, and does nothing the second time. */
async function putAgain(queue: JobQueue): Promise<number> {
  let jobs = 0;
  for await (const { id, task } of queue.dead()) {
    await queue.put([task]);
    await queue.bury(id);
    jobs++;
  }
  console.error(`${jobs} jobs wait again`);
  return EXIT.done;
}
