const SAFE = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Whether a request's `Host` names one of these hosts. A page elsewhere whose name was made to point to this machine (DNS
 * rebinding) asks in that name.
 * @param hosts with or without a port; without one, on any port
 */
export function isHostOf(host: string | null, hosts: readonly string[]): boolean {
  if (host === null || !URL.canParse(`http://${host}`)) return false;
  const asked = new URL(`http://${host}`);
  return asked.pathname === '/' && asked.username === '' && hosts.some((known) => known === asked.host || known === asked.hostname);
}

/**
 * Whether a request was not made by another site's page in somebody's browser: it changes nothing, or comes from our own
 * page, or from no browser. By `Sec-Fetch-Site`, which no script can set, and by `Origin` in browsers that lack it: the
 * method of Go's `http.CrossOriginProtection`, which needs no token in the page.
 */
export function isOwnRequest(method: string, headers: Headers, origins: readonly string[] = []): boolean {
  if (SAFE.includes(method)) return true;
  const site = headers.get('sec-fetch-site');
  const origin = headers.get('origin');
  if (origin !== null && origins.includes(origin)) return true;
  if (site !== null) return site === 'same-origin' || site === 'none';
  if (origin === null) return true;
  return URL.canParse(origin) && new URL(origin).host === headers.get('host');
}
