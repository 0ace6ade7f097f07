import type { Fetcher } from '../../ingest/fetch/guarded-fetch';
import type { IngestProblem } from '../../ingest/ingest-error';
import type { Store } from '../../store/store';
import type { Engine } from '../engine';
import { ingestSources, type Ingested, type Source } from '../ingest';
import { pollFeeds } from '../poll-feeds';
import type { JobTask } from './job';

/** What ingesting takes. */
export interface IngestTools {
  readonly store: Store;
  readonly engine: Engine;
  readonly fetcher: Fetcher;
}

/** What may be otherwise when it is tried again. */
const PASSING: ReadonlySet<string> = new Set<IngestProblem>(['unreachable', 'too-slow']);

/**
 * Does what a job asks for, and gives a result for each of its sources. It may be done twice: what was saved is known the
 * second time.
 * @throws StoreError
 */
export async function runTask({ store, engine, fetcher }: IngestTools, task: JobTask): Promise<Ingested[]> {
  if (task.kind === 'feed') {
    const polled = await pollFeeds(store, engine, fetcher, { ids: [task.id], dueOnly: true });
    return polled.flatMap(({ results }) => results);
  }
  const results: Ingested[] = [];
  for await (const result of ingestSources(store, engine, fetcher, sourcesOf(task), { tags: task.tags })) results.push(result);
  return results;
}

/** Why a task failed, by its results; null where it did not. What of a feed fails is no fault of its job: it keeps its own count. */
export function failureOf(task: JobTask, results: readonly Ingested[]): { problem: string; mayHelp: boolean } | null {
  const failed = results.flatMap(({ problem }) => problem ?? []);
  const [first] = failed;
  if (!first || task.kind === 'feed') return null;
  const others = failed.length > 1 ? ` (and ${failed.length - 1} more)` : '';
  return { problem: `${first.message}${others}`, mayHelp: failed.some(({ code }) => PASSING.has(code)) };
}

function* sourcesOf(task: Exclude<JobTask, { kind: 'feed' }>): Generator<Source> {
  if (task.kind === 'url') yield task;
  else if (task.kind === 'file') yield { kind: 'file', name: task.name, bytes: Buffer.from(task.bytes, 'base64') };
  else for (const { name, article } of task.articles) yield { kind: 'article', name, article };
}
