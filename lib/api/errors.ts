import type { z } from 'zod';
import { UnknownLanguageError } from '../geoparse';
import { StoreError } from '../store/errors';

/** One field of the input that is not as wanted. */
export interface FieldError {
  readonly field: string;
  readonly got: string;
  readonly wanted: string;
}

/** RFC 9457 problem details, with the fields at fault. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly errors: readonly FieldError[];
}

/** The input is not what was asked for: says which field, what was got and what was wanted. */
export class InputError extends Error {
  constructor(
    readonly status: 400 | 403 | 404 | 409 | 413 | 415 | 422,
    readonly title: string,
    readonly errors: readonly FieldError[],
  ) {
    super(errors.map(({ field, got, wanted }) => `${field}: ${wanted}, got ${got}`).join('; '));
    this.name = 'InputError';
  }
}

/** 404: there is no such article, collection, tag. */
export function notThere(what: string, id: string): InputError {
  const got = JSON.stringify(id.slice(0, MAX_SHOWN));
  return new InputError(404, `The library has no such ${what}`, [{ field: what, got, wanted: `wanted one that is there` }]);
}

/** What a value that is refused is called, where it is no article: too long (413), or not what was asked for (400). */
export interface Titles {
  readonly tooLong: string;
  readonly wrong: string;
}

const OF_ARTICLE: Titles = { tooLong: 'The article is too long', wrong: 'This is not an article' };

/** Parses a value from outside. Throws InputError: 413 where only a length is exceeded, else 400. */
export function parseInput<T extends z.ZodType>(schema: T, value: unknown, titles = OF_ARTICLE): z.output<T> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issues = result.error.issues;
  const errors = issues.map((issue) => {
    const field = issue.path.join('.') || 'body';
    return {
      field,
      got: describe(at(value, issue.path)),
      wanted: issue.message.startsWith('wanted') ? issue.message : `wanted ${lowerFirst(issue.message)}`,
    };
  });
  const tooLong = issues.every((issue) => issue.code === 'too_big');
  throw tooLong ? new InputError(413, titles.tooLong, errors) : new InputError(400, titles.wrong, errors);
}

/** The one mapping from an error to an HTTP answer. Anything unforeseen is rethrown: it is a fault of ours, not of the input. */
export function toProblem(error: unknown): Problem {
  if (error instanceof InputError)
    return { type: 'about:blank', title: error.title, status: error.status, detail: error.message, errors: error.errors };
  if (error instanceof UnknownLanguageError) {
    const errors = [{ field: 'language', got: error.got ?? 'a text in neither language', wanted: 'wanted Arabic (ar) or English (en)' }];
    return { type: 'about:blank', title: 'The article is in a language that is not read', status: 400, detail: error.message, errors };
  }
  if (error instanceof StoreError) {
    const { status, title } = OF_STORE[error.code];
    return { type: 'about:blank', title, status, detail: error.message, errors: [] };
  }
  throw error;
}

const OF_STORE: Readonly<Record<StoreError['code'], { readonly status: number; readonly title: string }>> = {
  invalid: { status: 400, title: 'This is no question to the library' },
  missing: { status: 404, title: 'The library has no such thing' },
  conflict: { status: 409, title: 'Somebody else was first' },
  corrupt: { status: 500, title: 'The library cannot be read' },
  busy: { status: 503, title: 'The library is busy' },
  unavailable: { status: 503, title: 'The library cannot be reached' },
  full: { status: 507, title: 'There is no room left for the library' },
};
/** Seconds after which to try again. */
const RETRY_AFTER = '5';

/** The answer for an error, as `application/problem+json`; rethrows what `toProblem` does. */
export function problemResponse(error: unknown): Response {
  const problem = toProblem(error);
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      ...(problem.status === 503 ? { 'retry-after': RETRY_AFTER } : {}),
    },
  });
}

const MAX_SHOWN = 60;

function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') return value.length > MAX_SHOWN ? `a string of ${value.length} characters` : JSON.stringify(value);
  if (Array.isArray(value)) return 'an array';
  return value !== null && typeof value === 'object' ? 'an object' : String(value);
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  let current = value;
  for (const key of path) {
    if (current === null || typeof current !== 'object') return undefined;
    current = (current as Record<PropertyKey, unknown>)[key];
  }
  return current;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
