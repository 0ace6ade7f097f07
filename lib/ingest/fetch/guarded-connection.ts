import { lookup as systemLookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { IngestError } from '../ingest-error';
import { mayCall, nameOf, type Allowed } from './addresses';

/** Where a name leads. */
export type Resolver = (host: string) => Promise<readonly { readonly address: string; readonly family: number }[]>;

export const systemResolver: Resolver = (host) => systemLookup(host, { all: true, verbatim: true });

const CONNECT_MS = 10_000;
const SILENCE_MS = 15_000;
const MAX_HEADER_BYTES = 32_768;

/**
 * Connections to where may be called, and nowhere else. A name is resolved once, its addresses are looked at, and the
 * connection is made to those very addresses: a name that leads elsewhere a moment later (DNS rebinding) gains nothing.
 */
export function guardedAgent(allowed: Allowed, resolve: Resolver): Agent {
  const connect = buildConnector({ timeout: CONNECT_MS, lookup: guardedLookup(allowed, resolve) });
  return new Agent({
    maxHeaderSize: MAX_HEADER_BYTES,
    headersTimeout: SILENCE_MS,
    bodyTimeout: SILENCE_MS,
    connect: (options, callback) => {
      // An address in digits is not looked up, so it is looked at here.
      const host = nameOf(options.hostname);
      if (isIP(host) !== 0 && !mayCall(host, host, allowed)) return callback(refusal(host, host), null);
      connect(options, (...[error, socket]) => {
        if (error) return callback(error, null);
        if (mayCall(host, socket.remoteAddress ?? '', allowed)) return callback(null, socket);
        socket.destroy();
        callback(refusal(host, socket.remoteAddress ?? 'nowhere'), null);
      });
    },
  });
}

function guardedLookup(allowed: Allowed, resolve: Resolver): LookupFunction {
  return (host, options, callback) => {
    resolve(host)
      .then((found) => {
        const good = found.filter(({ address }) => mayCall(host, address, allowed));
        const [first] = good;
        if (!first) throw refusal(host, found.map(({ address }) => address).join(', ') || 'no address');
        if (options.all) callback(null, [...good]);
        else callback(null, first.address, first.family);
      })
      .catch((error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), ''));
  };
}

function refusal(host: string, got: string): IngestError {
  const where = host === got ? host : `${host} leads to ${got}, which`;
  return new IngestError('address-refused', `${where} is not a public address; INGEST_ALLOW can name hosts and ranges that may be called`);
}
