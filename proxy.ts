import { NextResponse, type NextRequest } from 'next/server';
import { isLocale } from '@/components/ui/locale';
import { readConfig } from '@/lib/api/config';
import { negotiateLanguage } from '@/lib/api/reader-language';

/** Sends `/` to the visitor's language, keeps other unknown addresses within it, and gives every page its content policy. */
export function proxy(request: NextRequest): NextResponse {
  const { nextUrl } = request;
  const locale = negotiateLanguage(request.headers.get('accept-language'));
  if (nextUrl.pathname === '/') {
    const response = NextResponse.redirect(new URL(`/${locale}${nextUrl.search}`, request.url));
    response.headers.set('vary', 'Accept-Language');
    return response;
  }

  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy(nonce, /^\/(ar|en)\/embed\/?$/.test(nextUrl.pathname));
  const headers = new Headers(request.headers);
  // Next reads the nonce out of the request's policy and puts it on its scripts.
  headers.set('content-security-policy', policy);
  const options = { request: { headers } };
  const known = isLocale(nextUrl.pathname.split('/')[1] ?? '');
  // The not-found page is part of a language's layout: an address without a language is looked up in the visitor's.
  const response = known
    ? NextResponse.next(options)
    : NextResponse.rewrite(new URL(`/${locale}${nextUrl.pathname}`, request.url), options);
  response.headers.set('content-security-policy', policy);
  return response;
}

/** Pages only: what has an extension, and the interfaces, are not documents. */
export const config = { matcher: '/((?!api/|ogc(?:/|$)|_next/|.*\\.[a-z0-9]+$).*)' };

/**
 * Scripts by nonce, everything else from this server, and from the hosts of a configured basemap; only the embed page may be
 * framed, by whom the configuration names. Development needs `eval` and a socket of its own.
 */
function contentSecurityPolicy(nonce: string, isEmbed: boolean): string {
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
