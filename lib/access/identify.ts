import type { AccessStore, AuditEntry, Role } from '../store/access';
import { hashToken } from './accounts';
import { lesserRole } from '../rights/rights';
import { cookieName, sessionOf } from './session';

/** Who asks. */
export interface Who {
  readonly name: string | null;
  readonly role: Role;
  readonly via: AuditEntry['via'];
}

/** Whoever sits at the machine that the server runs on and is reached from. */
export const LOCAL: Who = { name: null, role: 'admin', via: 'local' };

const MAX_TOKEN = 200;

/**
 * Who asks, by a token in `Authorization: Bearer …` or by the session's cookie; null where neither is good. A token that is
 * not good is not made up for by a cookie.
 */
export async function identify(store: AccessStore, request: Request, isSecure: boolean): Promise<Who | null> {
  const authorization = request.headers.get('authorization');
  if (authorization !== null) return byToken(store, authorization);
  // Without the cookie there is nothing to ask the store for.
  if (!request.headers.get('cookie')?.includes(cookieName(isSecure))) return null;
  const { account: name, epoch } = await sessionOf(store, request, new Response(), isSecure);
  const account = name === undefined ? null : await store.account(name);
  return account && account.epoch === epoch ? { name: account.name, role: account.role, via: 'session' } : null;
}

async function byToken(store: AccessStore, authorization: string): Promise<Who | null> {
  const text = /^Bearer +(\S+) *$/i.exec(authorization)?.[1];
  if (text === undefined || text.length > MAX_TOKEN) return null;
  const found = await store.token(hashToken(text));
  if (!found || found.token.expiresAt <= new Date().toISOString()) return null;
  // An account that lost rights has not kept them in a token.
  return { name: found.account.name, role: lesserRole(found.token.role, found.account.role), via: 'token' };
}
