import type { ReadDocument } from './document';
import type { FeedContent } from './feed';
import { charsetOf, kindOfFile, kindOfPage } from './file-kind';
import type { Fetched } from './fetch/guarded-fetch';
import { IngestError } from './ingest-error';
import type { Job } from './worker/jobs';
import { Readers } from './worker/readers';

export const MAX_FILE_BYTES = 30_000_000;

const shared = globalThis as { incidentMapReaders?: Readers };

/** Reads a file by its kind. Where the text itself gives no title, the file's name is one. @throws IngestError */
export async function readFile(name: string, bytes: Uint8Array): Promise<ReadDocument> {
  if (bytes.byteLength > MAX_FILE_BYTES)
    throw new IngestError('too-large', `wanted a file of at most ${MAX_FILE_BYTES} bytes, got ${bytes.byteLength}`);
  const document = await readDocument({ kind: kindOfFile(name, bytes), bytes, at: null, charset: null });
  return { ...document, title: document.title ?? titleOf(name) };
}

/** Reads what came under an address. @throws IngestError */
export async function readPage({ url, headers, bytes }: Fetched): Promise<ReadDocument> {
  const contentType = headers['content-type'];
  const document = await readDocument({ kind: kindOfPage(contentType, bytes), bytes, at: url, charset: charsetOf(contentType) });
  return { ...document, url: document.url ?? url, source: document.source ?? new URL(url).hostname.replace(/^www\./, '') };
}

/** @throws IngestError where it is no RSS, Atom, RDF or JSON feed */
export async function readFeed({ url, headers, bytes }: Fetched): Promise<FeedContent> {
  const answer = await run({ kind: 'feed', bytes, at: url, charset: charsetOf(headers['content-type']) });
  if ('feed' in answer) return answer.feed;
  throw new Error('the reader of feeds gave no feed');
}

/** Ends the readers that wait for work: a program that is done would wait for them. */
export async function closeReaders(): Promise<void> {
  await shared.incidentMapReaders?.close();
  delete shared.incidentMapReaders;
}

async function readDocument(job: Job): Promise<ReadDocument> {
  const answer = await run(job);
  if ('document' in answer) return answer.document;
  throw new Error('the reader of files gave no document');
}

async function run(job: Job) {
  shared.incidentMapReaders ??= new Readers();
  const answer = await shared.incidentMapReaders.run(job);
  if ('problem' in answer) throw new IngestError(answer.problem.code, answer.problem.message);
  return answer;
}

function titleOf(name: string): string | null {
  const base = name.split(/[/\\]/).at(-1) ?? '';
  return (
    base
      .replace(/\.[a-z0-9]{1,10}$/i, '')
      .replace(/[\p{C}\s_]+/gu, ' ')
      .trim()
      .slice(0, 200) || null
  );
}
