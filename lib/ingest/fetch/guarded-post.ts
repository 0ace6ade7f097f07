import { request } from 'undici';
import { codeOf, IngestError } from '../ingest-error';
import { NOTHING_ALLOWED, type Allowed } from './addresses';
import { guardedAgent, systemResolver, type Resolver } from './guarded-connection';
import { wantAddress } from './guarded-fetch';

const POST_MS = 15_000;

/** Sends a body to an address; resolves where it was taken. @throws IngestError where it was not */
export type Poster = (url: string, body: string, headers: Readonly<Record<string, string>>) => Promise<void>;

/**
 * Sends to addresses that somebody else names, as `guardedFetcher` fetches from them: public ones alone, checked on the
 * very address that is connected to. Redirects are not followed, and what the server says beside its status is not read.
 */
export function guardedPoster(
  userAgent: string,
  allowed: Allowed = NOTHING_ALLOWED,
  resolve: Resolver = systemResolver,
  ms = POST_MS,
): Poster {
  const dispatcher = guardedAgent(allowed, resolve);
  return async (url, body, headers) => {
    const { host, href } = wantAddress(url, allowed);
    const status = await post(href, { dispatcher, body, headers: { ...headers, 'user-agent': userAgent } }, ms).catch((error: unknown) => {
      throw toIngestError(error, host, ms);
    });
    if (status < 200 || status > 299) throw new IngestError('unreachable', `wanted a status of 200 to 299, got ${status} from ${host}`);
  };
}

async function post(
  url: string,
  options: Omit<NonNullable<Parameters<typeof request>[1]>, 'method' | 'signal'>,
  ms: number,
): Promise<number> {
  const answer = await request(url, { ...options, method: 'POST', signal: AbortSignal.timeout(ms) });
  answer.body.on('error', () => undefined);
  answer.body.destroy();
  return answer.statusCode;
}

function toIngestError(error: unknown, host: string, ms: number): IngestError {
  for (let cause: unknown = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth++)
    if (cause instanceof IngestError) return cause;
  const isLate = /TIMEOUT/i.test(codeOf(error)) || (error instanceof Error && error.name === 'TimeoutError');
  if (isLate) return new IngestError('too-slow', `wanted an answer within ${ms / 1000} seconds, got none from ${host}`, { cause: error });
  const said = error instanceof Error ? error.message || codeOf(error) : String(error);
  return new IngestError('unreachable', `${host} cannot be reached: ${said}`, { cause: error });
}
