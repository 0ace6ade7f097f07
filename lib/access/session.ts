import { randomBytes } from 'node:crypto';
import { getIronSession, type IronSession, type SessionOptions } from 'iron-session';
import type { AccessStore } from '../store/access';

/** What the sealed cookie holds. It is believed only while the account still has this epoch. */
export interface SessionData {
  account?: string;
  epoch?: string;
}

const HOURS = 12;

/**
 * The session of a request; `save` and `destroy` set the cookie on `response`.
 * @param isSecure whether the browser reached us through https: only then will it keep a cookie that is for https alone
 */
export async function sessionOf(
  store: AccessStore,
  request: Request,
  response: Response,
  isSecure: boolean,
): Promise<IronSession<SessionData>> {
  return getIronSession<SessionData>(request, response, await optionsFor(store, isSecure));
}

/** Whether the browser reached us through https, as the configuration or a trusted server in front of us says. */
export function isSecure(headers: Headers, config: { readonly origins: readonly string[]; readonly trustedProxies: number }): boolean {
  if (config.trustedProxies > 0 && headers.has('x-forwarded-proto')) return headers.get('x-forwarded-proto') === 'https';
  return config.origins.length > 0 && config.origins.every((origin) => origin.startsWith('https:'));
}

/** A prefix that browsers know: no other host and no plain http can have set such a cookie. */
export function cookieName(secure: boolean): string {
  return secure ? '__Host-incident-map' : 'incident-map';
}

async function optionsFor(store: AccessStore, secure: boolean): Promise<SessionOptions> {
  return {
    password: await sealingKey(store),
    cookieName: cookieName(secure),
    ttl: HOURS * 3_600,
    cookieOptions: { httpOnly: true, secure, sameSite: 'lax', path: '/' },
  };
}

const shared = globalThis as { incidentMapSealingKey?: Promise<string> | null };

/** Kept in the store, so that all servers on one database share it, and read once. */
function sealingKey(store: AccessStore): Promise<string> {
  shared.incidentMapSealingKey ??= store.secret('session', randomBytes(48).toString('base64url')).catch((error: unknown) => {
    shared.incidentMapSealingKey = null;
    throw error;
  });
  return shared.incidentMapSealingKey;
}
