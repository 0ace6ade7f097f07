/** What may stand in a `Host` header: a name, an IPv4 or a bracketed IPv6 address, with a port or without. */
const HOST = /^([A-Za-z0-9.-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\])(:\d{1,5})?$/;

/**
 * The origin by which a client reached the server, for links that have to be whole: `PUBLIC_ORIGIN` where it is
 * configured, else as the request says. Next's own address of a request names the host that it is bound to instead.
 */
export function originOf(request: Request, configured = process.env.PUBLIC_ORIGIN?.trim()): string {
  if (configured) return new URL(configured).origin;
  const { headers } = request;
  const own = new URL(request.url);
  const host = headers.get('x-forwarded-host') ?? headers.get('host') ?? own.host;
  const forwarded = headers.get('x-forwarded-proto')?.split(',')[0]?.trim();
  const protocol = forwarded === 'https' || forwarded === 'http' ? `${forwarded}:` : own.protocol;
  return HOST.test(host) && URL.canParse(`${protocol}//${host}`) ? `${protocol}//${host}` : own.origin;
}
