import { randomBytes } from 'node:crypto';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, Server } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** Where a request comes from. */
export interface Peer {
  /** The address of whoever asks; null where it is not known. */
  readonly address: string | null;
  /** Whether the request came to a loopback address, straight from this machine. */
  readonly isLocal: boolean;
}

const HEADER = 'x-incident-map-peer';
const UNKNOWN: Peer = { address: null, isLocal: false };
const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');
/** What a server in front of this one adds. */
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'];

/** Made by the first one to ask, and known to this process alone: what a client writes into the header is not believed. */
const shared = globalThis as { incidentMapPeerMark?: string };
const markOf = () => (shared.incidentMapPeerMark ??= randomBytes(16).toString('base64url'));

/**
 * Writes down on every request that reaches this process where it comes from, before anybody sees it. Next tells neither
 * a proxy nor a route of the socket, and believes every `X-Forwarded-For`.
 * @param trustedProxies how many servers stand in front of this one, each of which adds to `X-Forwarded-For`
 */
export function watchPeers(trustedProxies: number): void {
  subscribe('http.server.request.start', (message) => {
    const { request, server } = message as { request: IncomingMessage; server: Server };
    writePeer(request.headers, peerAt(request, server, trustedProxies));
  });
}

/** Writes a peer into headers, in place of whatever stands there. */
export function writePeer(headers: Record<string, string | string[] | undefined>, peer: Peer): void {
  headers[HEADER] = `${markOf()} ${peer.isLocal ? 'local' : 'remote'} ${peer.address ?? ''}`;
}

/** Where a request comes from, as `watchPeers` wrote it down; not local where nobody did. */
export function peerOf(headers: Headers): Peer {
  const [mark, reach, address] = (headers.get(HEADER) ?? '').split(' ');
  return mark === markOf() ? { address: address || null, isLocal: reach === 'local' } : UNKNOWN;
}

function peerAt(request: IncomingMessage, server: Server, trustedProxies: number): Peer {
  const socket = request.socket.remoteAddress ?? null;
  const bound = server.address();
  const isForwarded = FORWARDED.some((name) => request.headers[name] !== undefined);
  const isLocal = isLoopback(socket) && bound !== null && typeof bound !== 'string' && isLoopback(bound.address) && !isForwarded;
  const list = [request.headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
  const told = trustedProxies > 0 ? list[list.length - trustedProxies]?.trim() : undefined;
  return { address: told && isIP(told) ? told : socket, isLocal };
}

function isLoopback(address: string | null): boolean {
  const plain = address?.replace(/^::ffff:/, '') ?? '';
  const family = isIP(plain);
  return family !== 0 && LOOPBACK.check(plain, family === 6 ? 'ipv6' : 'ipv4');
}
