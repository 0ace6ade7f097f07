import type { Readable } from 'node:stream';
import { request, type Agent, type Dispatcher } from 'undici';
import { codeOf, IngestError } from '../ingest-error';
import { isPublic, mayCall, nameOf, NOTHING_ALLOWED, type Allowed } from './addresses';
import { guardedAgent, systemResolver, type Resolver } from './guarded-connection';
import { readBody } from './read-body';

/** How far a fetch may go. */
export interface FetchLimits {
  /** Of the body, unpacked. */
  readonly bytes: number;
  /** From the first question to the last byte. */
  readonly ms: number;
  readonly redirects: number;
  /** How many times longer the body may be than what came over the wire. */
  readonly ratio: number;
}

export const FETCH_LIMITS: FetchLimits = { bytes: 20_000_000, ms: 30_000, redirects: 5, ratio: 100 };

export interface FetchOptions {
  /** Kinds of content that are wanted. */
  readonly accept?: string;
  /** Sent along so that the server need not send what has not changed. */
  readonly etag?: string | null;
  readonly lastModified?: string | null;
}

/** What came under an address. */
export interface Fetched {
  /** Where it lies in the end. */
  readonly url: string;
  /** 2xx, or 304 where it has not changed. */
  readonly status: number;
  /** Without cookies. */
  readonly headers: Readonly<Record<string, string>>;
  /** Unpacked. */
  readonly bytes: Uint8Array;
  /** ISO 8601, UTC. */
  readonly fetchedAt: string;
}

export type Fetcher = (url: string, options?: FetchOptions) => Promise<Fetched>;

/** Ports on which pages are served. On hosts and addresses that the configuration names any will do. */
const PORTS = new Set(['', '80', '443', '8080', '8443']);

/** What a server says that is asked too often or is not well. The answer may say when to come back. */
export class BusyError extends IngestError {
  constructor(
    message: string,
    readonly retryAfter: string | null,
  ) {
    super('unreachable', message);
  }
}

/**
 * A fetcher for addresses that somebody else names: http and https, public addresses (checked on the very address that is
 * connected to, at every redirect), no cookies, limits on everything.
 * @param userAgent by which the servers know it
 */
export function guardedFetcher(
  userAgent: string,
  allowed: Allowed = NOTHING_ALLOWED,
  resolve: Resolver = systemResolver,
  limits: FetchLimits = FETCH_LIMITS,
): Fetcher {
  const agent = guardedAgent(allowed, resolve);
  return async (url, options = {}) => {
    const signal = AbortSignal.timeout(limits.ms);
    try {
      return await follow(agent, url, { ...headersOf(options), 'user-agent': userAgent }, allowed, limits, signal);
    } catch (error) {
      throw toIngestError(error, url, limits, signal);
    }
  };
}

async function follow(
  dispatcher: Agent,
  start: string,
  headers: Record<string, string>,
  allowed: Allowed,
  limits: FetchLimits,
  signal: AbortSignal,
): Promise<Fetched> {
  let url = wantAddress(start, allowed);
  for (let hops = 0; ; hops++) {
    const fetchedAt = new Date().toISOString();
    const answer = await request(url, { dispatcher, headers, signal, method: 'GET' });
    const next = redirectOf(answer, url);
    if (next === null) return finish(answer, url, fetchedAt, limits, signal);
    discard(answer.body);
    if (hops >= limits.redirects)
      throw new IngestError('too-many-redirects', `wanted at most ${limits.redirects} redirects, got more from ${shown(start)}`);
    url = wantAddress(next, allowed);
  }
}

async function finish(
  answer: Dispatcher.ResponseData,
  url: URL,
  fetchedAt: string,
  limits: FetchLimits,
  signal: AbortSignal,
): Promise<Fetched> {
  const { statusCode: status, body } = answer;
  const headers = plainHeaders(answer.headers);
  if (status !== 304 && (status < 200 || status > 299)) {
    discard(body);
    const message = `wanted a page, got status ${status} from ${url.host}`;
    throw status === 429 || status >= 500
      ? new BusyError(message, headers['retry-after'] ?? null)
      : new IngestError('unreachable', message);
  }
  const bytes = status === 304 ? new Uint8Array() : await readBody(body, headers, limits, signal);
  return { url: url.href, status, headers, bytes, fetchedAt };
}

/** The address, where it is of a kind that may be called at all; whom it leads to is checked when it is connected to. */
export function wantAddress(text: string, allowed: Allowed): URL {
  if (!URL.canParse(text)) throw new IngestError('bad-address', `wanted an http or https address, got ${shown(text)}`);
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new IngestError('bad-address', `wanted an http or https address, got ${shown(text)}`);
  if (url.username !== '' || url.password !== '')
    throw new IngestError('bad-address', `wanted an address without a name and password, got one for ${url.host}`);
  if (!PORTS.has(url.port) && !isAllowed(nameOf(url.hostname), allowed))
    throw new IngestError('bad-address', `wanted port 80, 443, 8080 or 8443, got ${url.port}`);
  url.hash = '';
  return url;
}

/** Whether the configuration names the host, or its address in digits. */
function isAllowed(host: string, allowed: Allowed): boolean {
  return allowed.hosts.has(host) || (!isPublic(host) && mayCall(host, host, allowed));
}

function redirectOf({ statusCode, headers }: Dispatcher.ResponseData, from: URL): string | null {
  if (![301, 302, 303, 307, 308].includes(statusCode)) return null;
  const location = [headers.location].flat()[0];
  if (!location) return null;
  return URL.canParse(location, from) ? new URL(location, from).href : location;
}

function headersOf({ accept = '*/*', etag, lastModified }: FetchOptions): Record<string, string> {
  return {
    accept,
    'accept-encoding': 'gzip, deflate, br',
    ...(etag ? { 'if-none-match': etag } : {}),
    ...(lastModified ? { 'if-modified-since': lastModified } : {}),
  };
}

/** Without cookies: they are for whoever fetched, and evidence of nothing. */
function plainHeaders(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]): [string, string][] =>
      value === undefined || /^set-cookie2?$/i.test(name) ? [] : [[name.toLowerCase(), [value].flat().join(', ')]],
    ),
  );
}

function discard(body: Readable): void {
  body.on('error', () => undefined);
  body.destroy();
}

function toIngestError(error: unknown, url: string, limits: FetchLimits, signal: AbortSignal): unknown {
  for (let cause: unknown = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth++)
    if (cause instanceof IngestError) return cause;
  const code = codeOf(error);
  if (signal.aborted || /TIMEOUT/.test(code))
    return new IngestError('too-slow', `wanted an answer within ${limits.ms / 1000} seconds, got none from ${shown(url)}`, {
      cause: error,
    });
  if (code === 'UND_ERR_HEADERS_OVERFLOW') return new IngestError('too-large', `${shown(url)} sends too long headers`, { cause: error });
  const said = error instanceof Error ? error.message || code : String(error);
  return new IngestError('unreachable', `${shown(url)} cannot be reached: ${said}`, { cause: error });
}

const MAX_SHOWN = 120;

function shown(url: string): string {
  return JSON.stringify(url.length > MAX_SHOWN ? `${url.slice(0, MAX_SHOWN)}…` : url);
}
