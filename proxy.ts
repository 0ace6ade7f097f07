import { NextResponse, type NextRequest } from 'next/server';
import { isLocale } from '@/components/ui/locale';
import { isDataFolder } from '@/lib/rights/find-right';
import { decide } from '@/lib/access/guard';
import { tellWho } from '@/lib/access/who-asks';
import { DATA_POLICY, pagePolicy } from '@/lib/api/content-policy';
import { negotiateLanguage } from '@/lib/api/reader-language';

/**
 * Stands before every page and every route: lets through what the table of rights allows (lib/access/guard.ts), sends
 * addresses without a language to the visitor's, and gives every answer its content policy.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  const { pathname, search } = request.nextUrl;
  const locale = negotiateLanguage(request.headers.get('accept-language'));
  const first = pathname.split('/')[1] ?? '';
  const isData = isDataFolder(first);
  if (!isData && !isLocale(first)) return localized(request, locale);

  const decision = await decide(request, pathname);
  if (decision.kind === 'refuse') return withPolicy(decision.response, DATA_POLICY);
  if (decision.kind === 'sign-in') {
    const query = new URLSearchParams({ next: pathname + search });
    return NextResponse.redirect(new URL(`/${isLocale(first) ? first : locale}/sign-in?${query.toString()}`, request.url));
  }
  const policy = isData ? DATA_POLICY : pagePolicy(btoa(crypto.randomUUID()), /^\/(ar|en)\/embed\/?$/.test(pathname));
  const headers = new Headers(request.headers);
  // Next reads the nonce out of the request's policy and puts it on its scripts.
  headers.set('content-security-policy', policy);
  tellWho(headers, decision.who);
  return withPolicy(NextResponse.next({ request: { headers } }), policy);
}

/** All but what every visitor may have: the build's own files, the built-in map, letters and the icon. */
export const config = { matcher: '/((?!_next/static/|basemap/|fonts/|icon\\.svg$|favicon\\.ico$).*)' };

/**
 * The same address in a language: the not-found page too is part of one. Not a rewrite, which Next answers by asking itself
 * over the network: the request would come from elsewhere than it does.
 */
function localized(request: NextRequest, locale: string): Response {
  const { pathname, search } = request.nextUrl;
  const response = NextResponse.redirect(new URL(`/${locale}${pathname === '/' ? '' : pathname}${search}`, request.url));
  response.headers.set('vary', 'Accept-Language');
  return response;
}

function withPolicy<T extends Response>(response: T, policy: string): T {
  response.headers.set('content-security-policy', policy);
  return response;
}
