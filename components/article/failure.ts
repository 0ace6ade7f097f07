import { ProblemError } from './requestMap';

/** Why an article has no map, as a message of `desk.errors`, with the server's own words where they say more. */
export interface Failure {
  readonly message: 'language' | 'date' | 'refused' | 'server' | 'unreachable' | 'offline';
  /** English, as the API speaks. */
  readonly detail: string | null;
}

/** Names what went wrong with a request for a map. `online` is the browser's `navigator.onLine`. */
export function failureOf(error: unknown, online: boolean): Failure {
  if (!(error instanceof ProblemError)) return { message: online ? 'unreachable' : 'offline', detail: null };
  const { status, fields, detail, title } = error.problem;
  if (status >= 500) return { message: 'server', detail: null };
  if (fields.includes('language')) return { message: 'language', detail: null };
  if (fields.includes('publishedAt')) return { message: 'date', detail: null };
  return { message: 'refused', detail: detail ?? title };
}
