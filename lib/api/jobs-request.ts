import { z } from 'zod';
import { answerJson } from './answers';
import { InputError, notThere } from './errors';
import type { Source } from './ingest';
import { readQuery } from './query';
import { nameOfTask, type Job, type JobTask } from './queue/job';
import { sharedQueue } from './queue/shared-queue';
import type { Upload } from './read-upload';

/** Of `POST /api/ingest`. */
export const ingestQuery = z.strictObject({
  queue: z
    .enum(['true', 'false'], 'wanted true or false')
    .optional()
    .meta({ description: 'Does not wait for the reading: workers do it, and the answer names the jobs. Wants PostgreSQL.' }),
});

/** A job that was put in the queue, and where to ask for it. */
export interface QueuedJob {
  readonly id: string;
  readonly name: string;
  readonly url: string;
}

/** The body of the answer to `POST /api/ingest?queue=true`: a job for each file, in their order. */
export interface QueuedAnswer {
  readonly jobs: readonly QueuedJob[];
}

/** The body of the answer to `GET /api/jobs/{id}`. */
export type JobAnswer = Job;

/** Whether a request to ingest asks for the queue. @throws InputError */
export function isForQueue(request: Request): boolean {
  return readQuery(request, ingestQuery).queue === 'true';
}

/** Puts what a request brings in the queue: 202, with an address for each job. @throws InputError, StoreError */
export async function queueUpload(request: Request, { sources, tags }: Upload): Promise<Response> {
  const queue = await sharedQueue();
  if (queue === null)
    throw new InputError(422, 'There is no queue here', [
      { field: 'queue', got: 'a library in SQLite', wanted: 'wanted a library in PostgreSQL (DATABASE_URL), or no queue' },
    ]);
  const tasks = sources.map((source) => toTask(source, tags));
  const ids = await queue.put(tasks);
  const jobs = tasks.map((task, i): QueuedJob => ({ id: ids[i] ?? '', name: nameOfTask(task), url: `/api/jobs/${ids[i]}` }));
  const [job, ...more] = jobs;
  const headers: Record<string, string> = job && more.length === 0 ? { location: job.url } : {};
  return answerJson(request, { jobs } satisfies QueuedAnswer, { status: 202, headers });
}

/** Answers `GET /api/jobs/{id}`: what becomes of a job. @throws InputError, StoreError */
export async function getJob(request: Request, id: string): Promise<Response> {
  const job = z.uuid().safeParse(id).success ? await (await sharedQueue())?.find(id) : null;
  if (!job) throw notThere('job', id);
  return answerJson(request, job satisfies JobAnswer);
}

function toTask(source: Source, tags: readonly string[]): JobTask {
  if (source.kind === 'url') return { kind: 'url', url: source.url, tags };
  if (source.kind === 'file') return { kind: 'file', name: source.name, bytes: Buffer.from(source.bytes).toString('base64'), tags };
  return { kind: 'articles', articles: [{ name: source.name, article: source.article }], tags };
}
