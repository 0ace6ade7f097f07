/** @jest-environment node */
import { NextRequest } from 'next/server';
import { writePeer } from '@/lib/access/peer';
import { proxy } from '@/proxy';

/** Asks as a browser on the server's own machine does. */
const ask = (path: string, language = 'ar', init: { method?: string; headers?: Record<string, string> } = {}) => {
  const headers: Record<string, string> = { host: '127.0.0.1:3000', 'accept-language': language, ...init.headers };
  writePeer(headers, { address: '127.0.0.1', isLocal: true });
  return proxy(new NextRequest(`http://127.0.0.1:3000${path}`, { ...init, headers }));
};

describe('proxy', () => {
  it('sends the bare address to the visitor’s language, with its query', async () => {
    const response = await ask('/?article=own');
    expect(response.status).toBe(307);
    expect(new URL(response.headers.get('location') ?? '').pathname).toBe('/ar');
    expect(new URL(response.headers.get('location') ?? '').search).toBe('?article=own');
    expect(response.headers.get('vary')).toBe('Accept-Language');
  });

  it('gives every page a policy with a nonce of its own, and nothing inline', async () => {
    const [one = '', two = ''] = (await Promise.all([ask('/en'), ask('/en')])).map(
      (response) => response.headers.get('content-security-policy') ?? '',
    );
    expect(one).toMatch(/script-src 'self' 'nonce-[A-Za-z0-9+/=]{20,}' 'strict-dynamic'/);
    expect(one).not.toMatch(/unsafe|https?:/);
    expect(one).not.toBe(two);
  });

  it('looks an unknown address up in the visitor’s language', async () => {
    const response = await ask('/nothing', 'en');
    expect([response.status, new URL(response.headers.get('location') ?? '').pathname]).toEqual([307, '/en/nothing']);
    expect((await ask('/ar/nothing', 'en')).headers.get('location')).toBeNull();
  });

  it('runs nothing of what is no page', async () => {
    expect((await ask('/api/gazetteer')).headers.get('content-security-policy')).toBe(
      "default-src 'none'; frame-ancestors 'none'; sandbox",
    );
  });

  it.each([
    ['another name for this machine', 421, '/en', { headers: { host: 'rebound.example' } }],
    ['a form on another site', 403, '/api/articles', { method: 'POST', headers: { 'sec-fetch-site': 'cross-site' } }],
    ['a form on another port', 403, '/api/articles', { method: 'POST', headers: { 'sec-fetch-site': 'same-site' } }],
    ['an older browser’s form on another site', 403, '/api/articles', { method: 'POST', headers: { origin: 'https://evil.example' } }],
    ['a sandboxed page', 403, '/api/articles', { method: 'POST', headers: { origin: 'null' } }],
    ['a route that nobody wrote down', 404, '/api/unlisted', {}],
    ['a method that a route has not', 405, '/api/gazetteer', { method: 'DELETE' }],
    ['more than is kept', 413, '/api/articles', { method: 'POST', headers: { 'content-length': '99999999' } }],
  ])('refuses %s: %i', async (_what, status, path, init) => {
    const response = await ask(path, 'en', init);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
  });

  it.each([
    ['our own page', { 'sec-fetch-site': 'same-origin' }],
    ['no browser', {}],
    ['an older browser on our own page', { origin: 'http://127.0.0.1:3000' }],
  ])('lets %s change something', async (_who, headers) => {
    expect((await ask('/api/geoparse', 'en', { method: 'POST', headers })).headers.get('x-middleware-next')).toBe('1');
  });
});
