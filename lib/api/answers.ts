import { createHash } from 'node:crypto';
import type { Page } from '../store/queries';

/** What an answer may be told beside its body. */
interface AnswerOptions {
  readonly status?: number;
  /** `application/json` where absent. */
  readonly mediaType?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * A body with its ETag (a hash of it), or 304 where the request has it already (`If-None-Match`, RFC 9110, 13.1.2).
 * Whoever keeps it asks again each time.
 */
export function answerWith(request: Request, body: string | Uint8Array<ArrayBuffer>, options: AnswerOptions = {}): Response {
  const { status = 200, mediaType = 'application/json', headers = {} } = options;
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  const all = { etag, 'cache-control': 'private, no-cache', ...headers };
  if (status === 200 && isKnown(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers: all });
  return new Response(body, {
    status,
    headers: { ...all, 'content-type': typeof body === 'string' ? `${mediaType}; charset=utf-8` : mediaType },
  });
}

/** `answerWith` of a value as JSON. */
export function answerJson(request: Request, value: unknown, options: AnswerOptions = {}): Response {
  return answerWith(request, JSON.stringify(value), options);
}

/** A page of a list: `{ items, next }`, where `next` is the cursor of the page behind or null, and a `Link` to that page (RFC 8288). */
export function answerPage(request: Request, { items, next }: Page<unknown>): Response {
  const headers: Record<string, string> = next === null ? {} : { link: `<${pageAddress(request, next)}>; rel="next"` };
  return answerJson(request, { items, next }, { headers });
}

/** The request's own address with another cursor, relative to the server's root: what stands before it is for proxies to know. */
export function pageAddress(request: Request, cursor: string): string {
  const { pathname, searchParams } = new URL(request.url);
  searchParams.set('cursor', cursor);
  return `${pathname}?${searchParams.toString()}`;
}

function isKnown(header: string | null, etag: string): boolean {
  if (header === null) return false;
  return header.split(',').some((tag) => ['*', etag, `W/${etag}`].includes(tag.trim()));
}
