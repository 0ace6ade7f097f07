import type { Role } from '../store/access';
import type { Who } from './identify';

const HEADER = 'x-incident-map-who';

/** Tells pages and routes who asks, in place of what the client may have written there. */
export function tellWho(headers: Headers, who: Who | null): void {
  headers.delete(HEADER);
  if (who) headers.set(HEADER, [who.via, who.role, encodeURIComponent(who.name ?? '')].join(' '));
}

/** Who asks, as the proxy told it; null where nobody signed in. */
export function whoAsks(headers: Pick<Headers, 'get'>): Who | null {
  const [via, role, name = ''] = (headers.get(HEADER) ?? '').split(' ');
  return via ? { via: via as Who['via'], role: role as Role, name: decodeURIComponent(name) || null } : null;
}
