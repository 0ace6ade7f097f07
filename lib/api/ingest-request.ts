import type { Store } from '../store/store';
import type { Article } from '../types';
import { answerJson } from './answers';
import { InputError, problemResponse } from './errors';
import { sharedFetcher } from './fetcher';
import { sharedEngine } from './geoparse-request';
import { ingestSources, problemOf, readSource, type Ingested } from './ingest';
import { isForQueue, queueUpload } from './jobs-request';
import { readUpload } from './read-upload';

/** The body of the answer to `POST /api/ingest`: a result for each file, in their order. */
export interface IngestAnswer {
  readonly results: readonly Ingested[];
}

/** The body of the answer to `POST /api/read`. */
export interface ReadAnswer {
  readonly article: Article;
  readonly byline: string | null;
  /** A PDF's letters may not be those that are seen: the text is to be looked at. */
  readonly isDoubtful: boolean;
}

/** Answers `POST /api/ingest`: reads files or a page, and saves their articles; with `?queue=true` workers do. */
export async function ingestRequest(request: Request, store: Store): Promise<Response> {
  const isQueued = isForQueue(request);
  const upload = await readUpload(request);
  if (isQueued) return queueUpload(request, upload);
  const { sources, tags } = upload;
  const results: Ingested[] = [];
  for await (const result of ingestSources(store, sharedEngine(), sharedFetcher(), sources, { tags })) results.push(result);
  return answerJson(request, { results } satisfies IngestAnswer);
}

/** Answers `POST /api/read`: the article of one file or page, which is not saved. */
export async function readRequest(request: Request): Promise<Response> {
  try {
    const { sources } = await readUpload(request);
    const [source, ...more] = sources;
    if (!source || more.length > 0)
      throw new InputError(400, 'This is not one thing to read', [
        { field: 'file', got: `${sources.length} files`, wanted: 'wanted one file, or an address' },
      ]);
    const { article, byline = null, isDoubtful = false } = await readSource(source, sharedFetcher());
    return answerJson(request, { article, byline, isDoubtful } satisfies ReadAnswer);
  } catch (error) {
    return problemResponse(toInputError(error));
  }
}

/** What is wrong with a source, as a problem with the request. `code` tells a page which words to say it in. */
function toInputError(error: unknown): unknown {
  if (error instanceof InputError) return error;
  const problem = problemOf(error);
  if (!problem) return error;
  return new InputError(422, 'No article can be read from it', [{ field: 'source', got: problem.code, wanted: problem.message }]);
}
