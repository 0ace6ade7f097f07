import { readConfig } from '../api/config';
import type { Store } from '../store/store';
import { accountName } from './accounts';
import { note } from './audit';
import { identify } from './identify';
import { givePoints, lacksPoints, SIGN_IN_LIMITS, takePoints } from './limits';
import { isPassword } from './passwords';
import { peerOf } from './peer';
import { isSecure, sessionOf } from './session';

/** What the sign-in page is told by the address that it is sent back to. */
export type SignInProblem = 'wrong' | 'often';

const MAX_FORM_BYTES = 4_096;

/**
 * Answers the sign-in form: sends the browser to where it wanted to go, with a session; or back to the form, with what was
 * wrong. Whether name or password was wrong is not said.
 */
export async function signIn(request: Request, store: Store): Promise<Response> {
  const form = await readForm(request);
  const locale = form.get('locale') === 'en' ? 'en' : 'ar';
  const next = ownPath(form.get('next')) ?? `/${locale}`;
  const name = accountName(form.get('name') ?? '');
  const { address } = peerOf(request.headers);
  const back = (problem: SignInProblem, headers: Readonly<Record<string, string>> = {}) =>
    seeOther(`/${locale}/sign-in?${new URLSearchParams({ problem, next }).toString()}`, headers);

  const keys = [
    { kind: 'sign-in', key: name ?? '', limit: SIGN_IN_LIMITS.account },
    { kind: 'address', key: address ?? '', limit: SIGN_IN_LIMITS.address },
  ];
  for (const { kind, key, limit } of keys) {
    const wait = await lacksPoints(kind, key, limit);
    if (wait !== null) return back('often', { 'retry-after': String(wait) });
  }
  // Taken before the slow comparison, so that many at once are not all let through.
  for (const { kind, key, limit } of keys) await takePoints(kind, key, limit);
  const account = name === null ? null : await store.account(name);
  if (!(await isPassword(form.get('password') ?? '', account?.password ?? null)) || account === null) {
    await note(store, null, `sign in ${name ?? ''}`.trim(), 'refused', address);
    return back('wrong');
  }
  for (const { kind, key, limit } of keys) await givePoints(kind, key, limit);
  await note(store, { name: account.name, role: account.role, via: 'session' }, 'sign in', 'allowed', address);
  const response = seeOther(next);
  const session = await sessionOf(store, request, response, isSecure(request.headers, readConfig().access));
  session.account = account.name;
  session.epoch = account.epoch;
  await session.save();
  return response;
}

/** Ends the session of this browser, and sends it to the sign-in page. */
export async function signOut(request: Request, store: Store): Promise<Response> {
  const secure = isSecure(request.headers, readConfig().access);
  const locale = (await readForm(request)).get('locale') === 'en' ? 'en' : 'ar';
  const who = await identify(store, request, secure);
  if (who) await note(store, who, 'sign out', 'allowed', peerOf(request.headers).address);
  const response = seeOther(`/${locale}/sign-in`);
  (await sessionOf(store, request, response, secure)).destroy();
  return response;
}

/** A path on this server, and nothing that a browser would take for another one. */
export function ownPath(text: string | null): string | null {
  if (text === null || !/^\/(?![/\\])[^\s\\]*$/.test(text)) return null;
  const url = new URL(text, 'http://own.invalid');
  return url.host === 'own.invalid' ? url.pathname + url.search : null;
}

async function readForm(request: Request): Promise<URLSearchParams> {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_FORM_BYTES) return new URLSearchParams();
  return new URLSearchParams((await request.text()).slice(0, MAX_FORM_BYTES));
}

function seeOther(location: string, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store', ...headers } });
}
