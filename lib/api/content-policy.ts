import { readConfig } from './config';

/** For what is no page: opened in a browser, it may load, run and frame nothing. */
export const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

/**
 * The content policy of a page: scripts by nonce, everything else from this server, and from the hosts of a configured
 * basemap; only the embed page may be framed, by whom the configuration names. Development needs `eval` and a socket of
 * its own.
 */
export function pagePolicy(nonce: string, isEmbed: boolean): string {
  const { basemap, embedOrigins } = readConfig();
  const hosts = (basemap?.origins ?? []).map((origin) => ` ${origin}`).join('');
  const dev = process.env.NODE_ENV === 'development';
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ''}`,
    `style-src 'self'${dev ? " 'unsafe-inline'" : ''}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${hosts}${dev ? ' ws:' : ''}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${isEmbed && embedOrigins.length > 0 ? embedOrigins.join(' ') : "'none'"}`,
  ].join('; ');
}
