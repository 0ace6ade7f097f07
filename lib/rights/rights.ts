import type { Role } from '../store/access';

/** Each may do what those before it may. */
export const ROLES: readonly Role[] = ['reader', 'analyst', 'admin'];

/** `anyone`: nobody has to sign in. */
export type Needed = Role | 'anyone';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One route of `app/`, under the path of its folder, and who may use it by which method. What is not named, nobody may. */
export interface Right extends Partial<Record<Method, Needed>> {
  readonly route: string;
  /** It changes nothing that is kept, so that the audit log has no line for it. */
  readonly keepsNothing?: true;
  /** How many points of a rate limit a use costs; 1 where absent, 10 for what changes something. */
  readonly cost?: number;
}

/**
 * Who may do what: the only place that says so. A reader reads; an analyst also geoparses, saves, reviews, ingests, tags;
 * an admin also manages accounts, feeds and webhooks, and deletes. `rights.test.ts` finds routes that are missing here.
 */
export const RIGHTS: readonly Right[] = [
  { route: '/[locale]', GET: 'reader' },
  { route: '/[locale]/about', GET: 'reader' },
  { route: '/[locale]/account', GET: 'reader' },
  { route: '/[locale]/docs/api', GET: 'reader' },
  { route: '/[locale]/embed', GET: 'reader' },
  { route: '/[locale]/figure', GET: 'reader' },
  { route: '/[locale]/figure/compose', GET: 'reader' },
  { route: '/[locale]/library', GET: 'reader' },
  { route: '/[locale]/library/[collection]', GET: 'reader' },
  { route: '/[locale]/library/[collection]/summary', GET: 'reader' },
  { route: '/[locale]/sign-in', GET: 'anyone' },
  { route: '/[locale]/[...rest]', GET: 'reader' },

  // Signing in and out is written to the audit log where it is done: only there is it known whether it went well.
  { route: '/api/session', GET: 'reader', POST: 'anyone', keepsNothing: true },
  { route: '/api/session/end', POST: 'anyone', keepsNothing: true },
  { route: '/api/audit', GET: 'admin' },

  { route: '/api/webhooks', GET: 'admin', POST: 'admin' },
  { route: '/api/webhooks/[id]', GET: 'admin', PUT: 'admin', DELETE: 'admin' },

  { route: '/api/openapi.json', GET: 'reader' },
  { route: '/api/gazetteer', GET: 'reader' },
  { route: '/api/samples/[id]/map', GET: 'reader' },
  { route: '/api/read', POST: 'analyst', keepsNothing: true },
  { route: '/api/geoparse', POST: 'analyst', keepsNothing: true },
  { route: '/api/export', POST: 'analyst', keepsNothing: true },

  { route: '/api/articles', GET: 'reader', POST: 'analyst' },
  { route: '/api/articles/[id]', GET: 'reader', DELETE: 'admin' },
  { route: '/api/articles/[id]/corrections', GET: 'reader', POST: 'analyst' },
  { route: '/api/articles/[id]/map', GET: 'reader' },
  { route: '/api/articles/[id]/snapshot', GET: 'reader' },
  { route: '/api/articles/[id]/tags', PUT: 'analyst' },
  { route: '/api/ingest', POST: 'analyst' },
  { route: '/api/jobs/[id]', GET: 'analyst' },
  { route: '/api/feeds', GET: 'reader', POST: 'admin' },
  { route: '/api/feeds/[id]', DELETE: 'admin' },
  { route: '/api/feeds/poll', POST: 'analyst' },
  { route: '/api/sources', GET: 'reader' },
  { route: '/api/tags', GET: 'reader', PATCH: 'analyst' },
  { route: '/api/tags/[tag]', PUT: 'analyst', DELETE: 'admin' },
  { route: '/api/collections', GET: 'reader', POST: 'analyst' },
  { route: '/api/collections/[id]', GET: 'reader', PUT: 'analyst', DELETE: 'admin' },
  { route: '/api/collections/[id]/export', GET: 'reader', cost: 10 },
  { route: '/api/collections/[id]/articles', PATCH: 'analyst' },
  { route: '/api/links', GET: 'reader', POST: 'analyst' },

  { route: '/api/counts', GET: 'reader' },
  { route: '/api/facets', GET: 'reader' },
  { route: '/api/events', GET: 'reader' },
  { route: '/api/incidents', GET: 'reader' },
  { route: '/api/incidents/[...id]', GET: 'reader' },
  { route: '/api/mentions', GET: 'reader' },
  { route: '/api/places', GET: 'reader' },

  { route: '/feed.atom', GET: 'reader' },
  { route: '/ogc/[[...path]]', GET: 'reader' },
  { route: '/tiles.json', GET: 'reader' },
  { route: '/tiles/[z]/[x]/[y]', GET: 'reader' },
];

/** Whether a role may do what another one is needed for. */
export function maySo(role: Role, needed: Needed): boolean {
  return needed === 'anyone' || ROLES.indexOf(role) >= ROLES.indexOf(needed);
}

/** The lesser of two roles. */
export function lesserRole(a: Role, b: Role): Role {
  return ROLES.indexOf(a) <= ROLES.indexOf(b) ? a : b;
}
