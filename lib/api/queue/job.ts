import type { Article } from '../../types';
import type { Ingested } from '../ingest';

/** What a worker is to do. */
export type JobTask =
  | { readonly kind: 'url'; readonly url: string; readonly tags: readonly string[] }
  /** `bytes`: base64. */
  | { readonly kind: 'file'; readonly name: string; readonly bytes: string; readonly tags: readonly string[] }
  | {
      readonly kind: 'articles';
      readonly articles: readonly { readonly name: string; readonly article: Article }[];
      readonly tags: readonly string[];
    }
  /** Asked for what is new, if its time has come. */
  | { readonly kind: 'feed'; readonly id: string; readonly url: string };

export const JOB_KINDS = ['url', 'file', 'articles', 'feed'] as const satisfies readonly JobTask['kind'][];

/** What became of a job at its last attempt. */
export interface JobOutput {
  /** Of each of its sources; what a result tells of is in the library. */
  readonly results: readonly Ingested[];
  /** Why it failed; null where it did not. */
  readonly problem: string | null;
}

/** waiting: for a worker, or for its next attempt; running: a worker has it; done; failed: it is not tried again. */
export const JOB_STATES = ['waiting', 'running', 'done', 'failed'] as const;

/** A job as it stands. */
export interface Job extends JobOutput {
  readonly id: string;
  /** Of its file, page, feed or first line, fit to be shown. */
  readonly name: string;
  readonly kind: JobTask['kind'];
  readonly state: (typeof JOB_STATES)[number];
  /** How often it was begun. */
  readonly attempts: number;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  /** ISO 8601, UTC; when it is tried again at the earliest; null where it is not. */
  readonly nextAt: string | null;
  /** ISO 8601, UTC; null where it has not ended. */
  readonly endedAt: string | null;
}

/** A job that failed for good, with what it was to do. */
export interface DeadJob extends JobOutput {
  /** Of this letter, not of the job. */
  readonly id: string;
  readonly name: string;
  readonly task: JobTask;
  /** ISO 8601, UTC. */
  readonly failedAt: string;
}

/** What a task is called where it is shown. */
export function nameOfTask(task: JobTask): string {
  if (task.kind === 'url' || task.kind === 'feed') return task.url;
  if (task.kind === 'file') return task.name;
  const [first] = task.articles;
  const last = task.articles.at(-1);
  return first && last && first !== last ? `${first.name} … ${last.name}` : (first?.name ?? '');
}
