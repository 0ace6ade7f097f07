/** @jest-environment node */
import { NextRequest } from 'next/server';
import { proxy } from '@/proxy';

const ask = (path: string, language = 'ar') =>
  proxy(new NextRequest(`http://127.0.0.1:3000${path}`, { headers: { 'accept-language': language } }));

describe('proxy', () => {
  it('sends the bare address to the visitor’s language, with its query', () => {
    const response = ask('/?article=own');
    expect(response.status).toBe(307);
    expect(new URL(response.headers.get('location') ?? '').pathname).toBe('/ar');
    expect(new URL(response.headers.get('location') ?? '').search).toBe('?article=own');
    expect(response.headers.get('vary')).toBe('Accept-Language');
  });

  it('gives every page a policy with a nonce of its own, and nothing inline', () => {
    const [one = '', two = ''] = [ask('/en'), ask('/en')].map((response) => response.headers.get('content-security-policy') ?? '');
    expect(one).toMatch(/script-src 'self' 'nonce-[A-Za-z0-9+/=]{20,}' 'strict-dynamic'/);
    expect(one).not.toMatch(/unsafe|https?:/);
    expect(one).not.toBe(two);
  });

  it('looks an unknown address up in the visitor’s language', () => {
    const rewritten = ask('/nothing', 'en').headers.get('x-middleware-rewrite') ?? '';
    expect(new URL(rewritten).pathname).toBe('/en/nothing');
    expect(ask('/ar/nothing', 'en').headers.get('x-middleware-rewrite')).toBeNull();
  });
});
