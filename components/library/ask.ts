import { problemOf } from '@/components/article/requestMap';

/**
 * Asks the library's API, and gives what it answers, parsed; null for an answer without a body.
 * @throws ProblemError where the server refuses or fails; TypeError where it cannot be reached (as `fetch` does).
 */
export async function ask<T>(path: string, method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' = 'GET', body?: unknown): Promise<T> {
  const response = await fetch(path, {
    method,
    headers: {
      accept: 'application/json, application/problem+json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw await problemOf(response);
  return (response.status === 204 ? null : await response.json()) as T;
}
