import { findRight } from '../../rights/find-right';
import type { Needed } from '../../rights/rights';
import type { OpenApiVersion } from './document';
import type { Operation } from './operation';

type Json = Record<string, unknown>;

/** What the two ways of saying who asks are, in a sentence each. */
export interface SecurityWords {
  readonly token: string;
  readonly session: string;
}

/** The cookie's name where the server is reached without TLS, as it is at home; the words say the other. */
const COOKIE = 'incident-map';

/** OpenAPI's `securitySchemes`: a token or a session. */
export function securitySchemes({ token, session }: SecurityWords): Json {
  return {
    token: { type: 'http', scheme: 'bearer', description: token },
    session: { type: 'apiKey', in: 'cookie', name: COOKIE, description: session },
  };
}

/** What an operation wants: either of the two, with a role; OpenAPI before 3.1 has no roles. Empty where anyone may. */
export function securityOf(version: OpenApiVersion, needed: Needed): Json[] {
  if (needed === 'anyone') return [];
  const roles = version === '3.1.1' ? [needed] : [];
  return [{ token: roles }, { session: roles }];
}

/**
 * The role that an operation takes, by the table that the guard goes by.
 * @param root what stands before the operation's path in this server's own paths
 * @throws where nobody may use it: a fault of ours
 */
export function neededFor({ method, path }: Operation, root: string): Needed {
  const needed = findRight(`${root}${path}`, method.toUpperCase())?.needed ?? null;
  if (needed === null) throw new Error(`${method} ${root}${path} is told, and nobody may use it`);
  return needed;
}
