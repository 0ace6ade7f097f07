import type { Locale } from '@/components/ui/locale';
import type { ArticleMap } from '@/lib/types';

/** What is sent to be read: the contract's article, as far as it is known. */
export interface ArticleRequest {
  readonly text: string;
  readonly title?: string;
  readonly publishedAt?: string;
  readonly language?: string;
  readonly source?: string;
  readonly url?: string;
  /** The id of the sample that it is, if it is one: whoever may only read may open it. */
  readonly sample?: string;
}

/** RFC 9457, as our API answers: `errors` names each field that was not as expected. */
export interface ProblemDetails {
  readonly title: string;
  readonly status: number;
  readonly detail: string | null;
  readonly fields: readonly string[];
  /** What each of them was, in the same order. */
  readonly got: readonly string[];
}

/** The server answered, and said no. */
export class ProblemError extends Error {
  constructor(readonly problem: ProblemDetails) {
    super(`${problem.status} ${problem.title}`);
    this.name = 'ProblemError';
  }
}

/**
 * Asks the API for an article's map, with names in the reader's language where the gazetteer has them.
 * @throws ProblemError where the server refuses or fails; TypeError where it cannot be reached (as `fetch` does).
 */
export async function requestMap(article: ArticleRequest, locale: Locale): Promise<ArticleMap> {
  const response = await (article.sample === undefined ? readText(article, locale) : readSample(article.sample, article, locale));
  if (!response.ok) throw await problemOf(response);
  return (await response.json()) as ArticleMap;
}

const ACCEPT = { accept: 'application/geo+json, application/problem+json' };

function readText(article: ArticleRequest, locale: Locale): Promise<Response> {
  const headers = { ...ACCEPT, 'content-type': 'application/json' };
  return fetch(`/api/geoparse?locale=${locale}`, { method: 'POST', headers, body: JSON.stringify(article) });
}

function readSample(id: string, { publishedAt }: ArticleRequest, locale: Locale): Promise<Response> {
  const day = publishedAt === undefined ? '' : `&published=${encodeURIComponent(publishedAt)}`;
  return fetch(`/api/samples/${encodeURIComponent(id)}/map?locale=${locale}${day}`, { headers: ACCEPT });
}

/** What the API says of a request that it refused. */
export async function problemOf(response: Response): Promise<ProblemError> {
  return new ProblemError(await readProblem(response));
}

async function readProblem(response: Response): Promise<ProblemDetails> {
  // Whatever stands between us and the API may answer with a page of its own.
  const body: unknown = await response.json().catch(() => null);
  const { title, detail, errors }: Record<string, unknown> = isRecord(body) ? body : {};
  return {
    title: typeof title === 'string' ? title : response.statusText,
    status: response.status,
    detail: typeof detail === 'string' ? detail : null,
    fields: wordsOf(errors, 'field'),
    got: wordsOf(errors, 'got'),
  };
}

function wordsOf(errors: unknown, key: 'field' | 'got'): string[] {
  return Array.isArray(errors) ? errors.map((error: unknown) => (isRecord(error) ? String(error[key]) : '')) : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
