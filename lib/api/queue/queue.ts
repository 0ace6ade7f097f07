import { randomUUID } from 'node:crypto';
import { DatabaseError, Pool } from 'pg';
import PgBoss from 'pg-boss';
import { StoreError } from '../../store/errors';
import { columnText, deflate, inflate } from '../../store/pack';
import { shownAddress } from '../../store/postgis/address';
import { toStoreError } from '../../store/postgis/store-error';
import { nameOfTask, type DeadJob, type Job, type JobOutput, type JobTask } from './job';

/** Its tables lie in a schema of their own beside the library's. */
const SCHEMA = 'jobs';
/** Feeds wait for pages and pause between them: articles do not stand in line behind them. */
export const LANES = ['articles', 'feeds'] as const;
export type Lane = (typeof LANES)[number];
const DEAD = 'dead';
/** Any number will do, as long as all take the same and the library's migrations another. */
const SETUP_LOCK = 462433688;
/** Of one statement. */
const MAX_PUT_CHARACTERS = 8_000_000;
const CONNECT_MS = 5_000;
const STATEMENT_MS = 60_000;
/** So long a job waits for a worker, and pg-boss keeps dead letters as long again. */
const MINUTES_A_YEAR = 365 * 24 * 60;

/** How a job is tried. */
export interface Trials {
  /** A worker that is silent for so long is taken for dead, and its job is anybody's. */
  readonly leaseSeconds: number;
  /** How often a job is tried again, */
  readonly retries: number;
  /** and how long after its first failure; each time twice as late. */
  readonly retrySeconds: number;
}

export const TRIALS: Trials = { leaseSeconds: 60, retries: 5, retrySeconds: 10 };

/** A job that this process has taken. */
export interface TakenJob {
  readonly id: string;
  readonly lane: Lane;
  readonly task: JobTask;
  readonly leaseSeconds: number;
}

interface Data {
  readonly name: string;
  readonly kind: JobTask['kind'];
  /** Deflated, base64: texts may hold what PostgreSQL's JSON refuses. */
  readonly packed: string;
}

/** A queue of jobs in the library's database, for any number of those who put and take. Every method throws StoreError. */
export class JobQueue {
  private constructor(
    private readonly boss: PgBoss,
    private readonly pool: Pool,
    /** Of the database, fit to be shown. */
    readonly location: string,
    private readonly trials: Trials,
  ) {}

  /** Opens the queue, and makes it where there is none. @param url of the database @throws StoreError where it cannot be reached */
  static async open(url: string, trials: Partial<Trials> = {}): Promise<JobQueue> {
    const location = shownAddress(url);
    const pool = new Pool({
      connectionString: url,
      max: 4,
      connectionTimeoutMillis: CONNECT_MS,
      statement_timeout: STATEMENT_MS,
      query_timeout: STATEMENT_MS + CONNECT_MS,
      keepAlive: true,
      application_name: 'incident-map-jobs',
    });
    // A connection that breaks while nobody uses it is thrown away by the pool; without a listener it would end the program.
    pool.on('error', () => undefined);
    // Its own timers and workers are not used: they let errors of a database that is away end the process, or swallow them.
    const options = {
      db: { executeSql: (text: string, values: unknown[]) => pool.query(text, values) },
      schema: SCHEMA,
      supervise: false,
      schedule: false,
      archiveCompletedAfterSeconds: 3_600,
      deleteAfterDays: 2,
    };
    const queue = new JobQueue(new PgBoss(options), pool, location, { ...TRIALS, ...trials });
    try {
      await queue.ask(() => queue.setUp());
    } catch (error) {
      await pool.end();
      throw error;
    }
    return queue;
  }

  /** Puts jobs at the end of the line. A feed that waits already is not put a second time. @returns their ids, in their order */
  async put(tasks: readonly JobTask[]): Promise<string[]> {
    const { leaseSeconds, retries, retrySeconds } = this.trials;
    const jobs = tasks.map((task) => {
      const data: Data = { name: columnText(nameOfTask(task)), kind: task.kind, packed: packed(task) };
      const once = task.kind === 'feed' ? { singletonKey: task.id } : {};
      return {
        id: randomUUID(),
        name: laneOf(task),
        data,
        expireInSeconds: leaseSeconds,
        retryLimit: retries,
        retryDelay: retrySeconds,
        ...once,
      };
    });
    for (let i = 0; i < jobs.length;) {
      let end = i;
      for (let size = 0; end < jobs.length && (end === i || size < MAX_PUT_CHARACTERS); end++) size += jobs[end]?.data.packed.length ?? 0;
      const some = jobs.slice(i, end);
      await this.ask(() => this.boss.insert(some));
      i = end;
    }
    return jobs.map(({ id }) => id);
  }

  /** The next job of a lane, which nobody else is given as long as its lease is kept; null where none waits. */
  async take(lane: Lane): Promise<TakenJob | null> {
    let problem: unknown = null;
    // pg-boss swallows what is wrong here.
    const db = {
      executeSql: (text: string, values: unknown[]) =>
        this.pool.query(text, values).catch((error: unknown) => Promise.reject((problem = error))),
    };
    const [job] = await this.ask(() => this.boss.fetch<Data>(lane, { batchSize: 1, db }));
    if (problem !== null) throw toStoreError(this.location, problem);
    if (!job) return null;
    return { id: job.id, lane, task: unpacked<JobTask>(job.data.packed), leaseSeconds: Number(job.expireInSeconds) };
  }

  /** Renews the lease of a job that takes long. pg-boss counts it from `started_on`. */
  async keep({ id, lane }: TakenJob): Promise<void> {
    await this.sql(`UPDATE ${SCHEMA}.job SET started_on = now() WHERE name = $1 AND id = $2 AND state = 'active'`, [lane, id]);
  }

  async done({ id, lane }: TakenJob, output: JobOutput): Promise<void> {
    await this.ask(() => this.boss.complete(lane, id, { packed: packed(output) }));
  }

  /** A job that failed is tried again where that may help and is not in vain too often; else it becomes a dead letter. */
  async failed({ id, lane }: TakenJob, output: JobOutput, mayHelp: boolean): Promise<void> {
    if (!mayHelp)
      await this.sql(`UPDATE ${SCHEMA}.job SET retry_limit = retry_count WHERE name = $1 AND id = $2 AND state = 'active'`, [lane, id]);
    await this.ask(() => this.boss.fail(lane, id, { packed: packed(output) }));
  }

  /** A job as it stands; null where there is none, or it ended more than two days ago. @param id a UUID */
  async find(id: string): Promise<Job | null> {
    for (const lane of LANES) {
      const found = await this.ask(() => this.boss.getJobById<Data>(lane, id, { includeArchive: true }));
      if (!found) continue;
      const state = STATES[found.state];
      const attempts = found.state === 'created' ? 0 : found.retryCount + 1;
      const nextAt = state === 'waiting' ? found.startAfter.toISOString() : null;
      const { name, kind } = found.data;
      return {
        id,
        name,
        kind,
        state,
        attempts,
        createdAt: found.createdOn.toISOString(),
        nextAt,
        endedAt: found.completedOn?.toISOString() ?? null,
        ...outputOf(found.output),
      };
    }
    return null;
  }

  /** How many jobs wait and run, and how many failed for good. */
  async counts(): Promise<{ waiting: number; running: number; dead: number }> {
    const rows = await this.sql<{ waiting: string; running: string; dead: string }>(
      `SELECT count(*) FILTER (WHERE name <> '${DEAD}' AND state < 'active') AS waiting,
         count(*) FILTER (WHERE name <> '${DEAD}' AND state = 'active') AS running,
         count(*) FILTER (WHERE name = '${DEAD}' AND state = 'created') AS dead FROM ${SCHEMA}.job`,
    );
    const { waiting = '0', running = '0', dead = '0' } = rows[0] ?? {};
    return { waiting: Number(waiting), running: Number(running), dead: Number(dead) };
  }

  /** Jobs that failed for good, the oldest first, each when its turn comes: they hold whole files. */
  async *dead(): AsyncGenerator<DeadJob> {
    const ids = await this.sql<{ id: string }>(
      `SELECT id FROM ${SCHEMA}.job WHERE name = $1 AND state = 'created' ORDER BY created_on, id`,
      [DEAD],
    );
    for (const { id } of ids) {
      const letter = await this.ask(() => this.boss.getJobById<Data>(DEAD, id));
      if (!letter) continue;
      const { name, packed: task } = letter.data;
      yield { id, name, task: unpacked<JobTask>(task), failedAt: letter.createdOn.toISOString(), ...outputOf(letter.output) };
    }
  }

  /** Throws a dead letter away. */
  async bury(id: string): Promise<void> {
    await this.ask(() => this.boss.deleteJob(DEAD, id));
  }

  /** Gives jobs whose lease has run out to whoever comes. */
  async expire(): Promise<void> {
    await this.ask(() => this.boss.expire());
  }

  /** Clears away what ended long ago. */
  async tidy(): Promise<void> {
    await this.ask(() => this.boss.maintain());
  }

  async close(): Promise<void> {
    await this.boss.stop({ graceful: false });
    await this.pool.end();
  }

  /** One process at a time: several that make the tables at once stand in each other's way. */
  private async setUp(): Promise<void> {
    const client = await this.pool.connect();
    try {
      await client.query(`SELECT pg_advisory_lock(${SETUP_LOCK})`);
      await this.boss.start();
      await this.boss.createQueue(DEAD);
      const common = { deadLetter: DEAD, retryBackoff: true, retentionMinutes: MINUTES_A_YEAR };
      await this.boss.createQueue('articles', { name: 'articles', ...common });
      // One job at a time waits for a feed (`singletonKey`).
      await this.boss.createQueue('feeds', { name: 'feeds', policy: 'short', ...common });
    } finally {
      // The lock goes with its connection.
      client.release(true);
    }
  }

  private async sql<Row>(text: string, values: readonly string[] = []): Promise<Row[]> {
    const { rows } = await this.ask(() => this.pool.query(text, [...values]));
    return rows as Row[];
  }

  private async ask<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      // Broken off in favour of others, or held up by them too long: the next time it goes.
      if (error instanceof DatabaseError && /^(40|55P03)/.test(error.code ?? ''))
        throw new StoreError('busy', `the queue is held by others: ${this.location}: ${error.message}`, { cause: error });
      throw toStoreError(this.location, error);
    }
  }
}

const STATES = {
  created: 'waiting',
  retry: 'waiting',
  active: 'running',
  completed: 'done',
  cancelled: 'failed',
  failed: 'failed',
} as const;

function laneOf({ kind }: JobTask): Lane {
  return kind === 'feed' ? 'feeds' : 'articles';
}

function packed(value: unknown): string {
  return deflate(value).toString('base64');
}

function unpacked<T>(text: string): T {
  return inflate<T>(Buffer.from(text, 'base64'));
}

/** Of its last attempt; what pg-boss itself writes says that a lease ran out. */
function outputOf(output: object | null): JobOutput {
  if (output === null) return { results: [], problem: null };
  if ('packed' in output && typeof output.packed === 'string') return unpacked<JobOutput>(output.packed);
  return { results: [], problem: 'the worker that had it was gone before it was done' };
}
