import type { Problem } from '../api/errors';

const TITLES = {
  401: 'Nobody has signed in',
  403: 'This is not allowed',
  404: 'There is no such thing here',
  405: 'This cannot be done with it',
  413: 'This is too long',
  421: 'This server is not called so',
  429: 'This is too often',
} as const;

/** Refuses a request: RFC 9457 problem details, kept by nobody. */
export function refuse(status: keyof typeof TITLES, detail: string, headers: Readonly<Record<string, string>> = {}): Response {
  const problem: Problem = { type: 'about:blank', title: TITLES[status], status, detail, errors: [] };
  return new Response(JSON.stringify(problem), {
    status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store', ...headers },
  });
}
