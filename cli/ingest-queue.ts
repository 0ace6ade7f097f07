import { readFile, stat } from 'node:fs/promises';
import { problemOf, type Ingested } from '../lib/api/ingest';
import type { JobTask } from '../lib/api/queue/job';
import type { JobQueue } from '../lib/api/queue/queue';
import { IngestError } from '../lib/ingest/ingest-error';
import { MAX_FILE_BYTES } from '../lib/ingest/read-file';
import type { Article } from '../lib/types';
import { toArticle, type Input } from './ingest-input';

/** Lines of one job. Whoever reads them saves them in one transaction. */
const LINES = 20;

/** What was put in the queue, or could not be. */
export type Queued = { readonly jobs: readonly string[]; readonly sources: number } | { readonly failed: Ingested };

/**
 * Puts what is to be read in the queue, and says so as it goes: a file and a page is a job of its own, lines are jobs of
 * some each. What it tells of is on the disk. Memory does not grow with the number of inputs.
 * @throws StoreError
 */
export async function* queueInputs(queue: JobQueue, inputs: AsyncIterable<Input>, tags: readonly string[]): AsyncGenerator<Queued> {
  let lines: { name: string; article: Article }[] = [];
  const putLines = async (): Promise<Queued> => {
    const articles = lines;
    lines = [];
    return put(queue, { kind: 'articles', articles, tags }, articles.length);
  };
  for await (const input of inputs) {
    try {
      if (input.kind === 'line') lines.push({ name: input.name, article: toArticle(input.line) });
      else yield await put(queue, await taskOf(input, tags), 1);
    } catch (error) {
      const problem = problemOf(error);
      if (!problem) throw error;
      yield { failed: { name: input.name, outcome: 'failed', id: null, title: null, alikeTo: null, isDoubtful: false, problem } };
    }
    if (lines.length === LINES) yield await putLines();
  }
  if (lines.length > 0) yield await putLines();
}

async function put(queue: JobQueue, task: JobTask, sources: number): Promise<Queued> {
  return { jobs: await queue.put([task]), sources };
}

async function taskOf({ kind, name }: Exclude<Input, { kind: 'line' }>, tags: readonly string[]): Promise<JobTask> {
  if (kind === 'url') return { kind, url: name, tags };
  const { size } = await stat(name);
  if (size > MAX_FILE_BYTES) throw new IngestError('too-large', `wanted a file of at most ${MAX_FILE_BYTES} bytes, got ${size}`);
  return { kind, name, bytes: (await readFile(name)).toString('base64'), tags };
}
