import { setTimeout as wait } from 'node:timers/promises';
import { StoreError } from '../../store/errors';
import type { Store } from '../../store/store';
import { dueFeeds } from '../poll-feeds';
import type { JobOutput, JobTask } from './job';
import type { JobQueue, Lane, TakenJob } from './queue';
import { failureOf, runTask, type IngestTools } from './run-task';

/** How often somebody looks for a job where none was. */
const IDLE_MS = 500;
/** How often jobs of the dead are looked for, and what ended long ago is cleared away. */
const EXPIRE_MS = 10_000;
const TIDY_MS = 600_000;
/** A lease is renewed three times before it would run out. */
const RENEWALS = 3;
const MINUTE = 60_000;

export interface WorkOptions {
  /** Jobs of articles at a time: while one waits for a page another is read. */
  readonly slots: number;
  /** How often it is looked which feeds' time has come; 0: never. */
  readonly feedMinutes: number;
  /** No further job is taken once it is aborted; those that were taken are ended. */
  readonly signal: AbortSignal;
  readonly onJob?: (task: JobTask, output: JobOutput) => void;
  /** Once when the database is away, and once when it is back. */
  readonly onTrouble?: (trouble: StoreError | null) => void;
}

/** Puts a job for each feed whose time has come and that does not wait already. @returns how many feeds there are of these */
export async function queueDueFeeds(queue: JobQueue, store: Store): Promise<number> {
  const feeds = await dueFeeds(store, new Date());
  if (feeds.length > 0) await queue.put(feeds.map(({ id, url }) => ({ kind: 'feed', id, url })));
  return feeds.length;
}

/**
 * Takes jobs from the queue and does them. It holds nothing that would be lost with it: a job that is not done when its
 * worker dies is taken by another one, and a database that goes away is asked again until it is back.
 */
export class Worker {
  private readonly running = new Set<TakenJob>();
  private trouble: StoreError | null = null;

  constructor(
    private readonly queue: JobQueue,
    private readonly tools: IngestTools,
    private readonly options: WorkOptions,
  ) {}

  /** Works until it is told to stop and has ended what it took. */
  async work(): Promise<void> {
    const { slots, feedMinutes } = this.options;
    const { queue, tools } = this;
    const lanes: Lane[] = [...Array.from({ length: slots }, (): Lane => 'articles'), 'feeds'];
    await Promise.all([
      ...lanes.map((lane) => this.loop(lane)),
      this.every(EXPIRE_MS, () => queue.expire()),
      this.every(TIDY_MS, () => queue.tidy()),
      ...(feedMinutes > 0 ? [this.every(feedMinutes * MINUTE, () => queueDueFeeds(queue, tools.store))] : []),
    ]);
  }

  /** Gives back what is not done yet, to be tried by others, and says how much that was: for whoever cannot wait. */
  async giveBack(): Promise<number> {
    const output = { results: [], problem: 'the worker was stopped before it was done' };
    const jobs = [...this.running];
    for (const job of jobs) await this.guarded(() => this.queue.failed(job, output, true));
    return jobs.length;
  }

  private async loop(lane: Lane): Promise<void> {
    const { signal } = this.options;
    while (!signal.aborted) {
      const job = await this.guarded(() => this.queue.take(lane));
      if (job) await this.run(job);
      else await pause(IDLE_MS, signal);
    }
  }

  private async every(ms: number, turn: () => Promise<unknown>): Promise<void> {
    const { signal } = this.options;
    while (!signal.aborted) {
      await this.guarded(turn);
      await pause(ms, signal);
    }
  }

  /** Does a job and says what became of it. Where that cannot be said, its lease runs out and it is done again. */
  private async run(job: TakenJob): Promise<void> {
    const renewal = setInterval(() => void this.guarded(() => this.queue.keep(job)), (job.leaseSeconds * 1_000) / RENEWALS);
    this.running.add(job);
    try {
      const { output, mayHelp } = await this.attempt(job.task);
      await this.guarded(() => (output.problem === null ? this.queue.done(job, output) : this.queue.failed(job, output, mayHelp)));
      this.options.onJob?.(job.task, output);
    } finally {
      this.running.delete(job);
      clearInterval(renewal);
    }
  }

  private async attempt(task: JobTask): Promise<{ output: JobOutput; mayHelp: boolean }> {
    try {
      const results = await runTask(this.tools, task);
      const failure = failureOf(task, results);
      return { output: { results, problem: failure?.problem ?? null }, mayHelp: failure?.mayHelp ?? false };
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      return { output: { results: [], problem }, mayHelp: true };
    }
  }

  /** What the work gives; null where the database is at fault, which is told once. */
  private async guarded<T>(turn: () => Promise<T>): Promise<T | null> {
    try {
      const result = await turn();
      if (this.trouble !== null) this.options.onTrouble?.((this.trouble = null));
      return result;
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      if (this.trouble === null) this.options.onTrouble?.((this.trouble = error));
      return null;
    }
  }
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await wait(ms, undefined, { signal }).catch(() => undefined);
}
