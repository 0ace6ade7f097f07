import { readConfig, type AccessConfig } from '../api/config';
import { sharedLibrary } from '../api/library';
import { problemResponse } from '../api/errors';
import { refuse } from './answers';
import { note } from './audit';
import { findRight, methodsOf, type Found } from '../rights/find-right';
import { identify, LOCAL, type Who } from './identify';
import { takePoints } from './limits';
import { MAX_BODY_BYTES } from './max-body';
import { peerOf, type Peer } from './peer';
import { maySo } from '../rights/rights';
import { isHostOf, isOwnRequest } from './same-site';
import { isSecure } from './session';

/** What becomes of a request. */
export type Decision =
  | { readonly kind: 'pass'; readonly who: Who | null }
  /** Nobody has signed in, and a page was asked for. */
  | { readonly kind: 'sign-in' }
  | { readonly kind: 'refuse'; readonly response: Response };

const LOCAL_HOSTS = ['localhost', '127.0.0.1', '[::1]'];
const SAFE = ['GET', 'HEAD', 'OPTIONS'];
const MINUTE = 60;
const COST_OF_CHANGE = 10;

/**
 * Decides on every request, whatever route it is for: by the name that the server is called, by the site that asks, by the
 * table of rights, by who asks and how often. What no rule allows is refused.
 * @param path the path as it came, without the query
 */
export async function decide(request: Request, path: string): Promise<Decision> {
  const { access } = readConfig();
  const peer = peerOf(request.headers);
  const open = peer.isLocal && access.mode === 'auto';
  const wrong = wrongAddress(request, access, open) ?? wrongLength(request);
  if (wrong) return { kind: 'refuse', response: wrong };
  const found = findRight(path, request.method);
  if (!found) return { kind: 'refuse', response: refuse(404, 'There is nothing at this address.') };
  if (found.needed === null) {
    const allow = methodsOf(found.right).join(', ');
    return { kind: 'refuse', response: refuse(405, `Wanted ${allow}, got ${request.method}.`, { allow }) };
  }
  try {
    return open ? await passed(request, path, found, LOCAL, peer) : await judged(request, path, found, peer, access);
  } catch (error) {
    return { kind: 'refuse', response: problemResponse(error) };
  }
}

async function judged(request: Request, path: string, found: Found, peer: Peer, access: AccessConfig): Promise<Decision> {
  const { right, needed } = found;
  const who = await identify(await sharedLibrary(), request, isSecure(request.headers, access));
  const cost = right.cost ?? (SAFE.includes(request.method) ? 1 : COST_OF_CHANGE);
  const key = who?.name ?? `at ${peer.address ?? 'nowhere'}`;
  const wait = await takePoints('use', key, { points: access.pointsPerMinute, seconds: MINUTE }, cost);
  if (wait !== null) {
    const detail = `Wanted at most ${access.pointsPerMinute} points a minute; try again in ${wait} seconds.`;
    return { kind: 'refuse', response: refuse(429, detail, { 'retry-after': String(wait) }) };
  }
  if (needed === 'anyone') return { kind: 'pass', who };
  if (who === null) {
    const isPage = right.route.startsWith('/[locale]') && request.headers.get('authorization') === null;
    if (isPage) return { kind: 'sign-in' };
    const detail = 'Wanted an account or a token: Authorization: Bearer ….';
    return { kind: 'refuse', response: refuse(401, detail, { 'www-authenticate': 'Bearer realm="Incident Map"' }) };
  }
  if (needed === null || !maySo(who.role, needed)) {
    await note(await sharedLibrary(), who, `${request.method} ${path}`, 'refused', peer.address);
    return { kind: 'refuse', response: refuse(403, `This takes the role ${needed ?? 'of nobody'}; you have the role ${who.role}.`) };
  }
  return passed(request, path, found, who, peer);
}

/** What changes something is written down before it is done: what cannot be written down is not done. */
async function passed(request: Request, path: string, { right }: Found, who: Who, peer: Peer): Promise<Decision> {
  if (!SAFE.includes(request.method) && !right.keepsNothing)
    await note(await sharedLibrary(), who, `${request.method} ${path}`, 'allowed', peer.address);
  return { kind: 'pass', who };
}

function wrongAddress(request: Request, { origins }: AccessConfig, open: boolean): Response | null {
  const { method, headers } = request;
  const named = origins.map((origin) => new URL(origin).host);
  // With accounts and no name configured any name will do: a page under another name has no cookie of ours.
  const hosts = open ? [...LOCAL_HOSTS, ...named] : named;
  if (hosts.length > 0 && !isHostOf(headers.get('host'), hosts)) return refuse(421, `Wanted the host ${hosts.join(' or ')}.`);
  if (!isOwnRequest(method, headers, origins)) return refuse(403, 'Another site’s page asked for a change.');
  return null;
}

function wrongLength({ headers }: Request): Response | null {
  const length = Number(headers.get('content-length') ?? 0);
  return length > MAX_BODY_BYTES ? refuse(413, `Wanted at most ${MAX_BODY_BYTES} bytes, got ${length}.`) : null;
}
