import type { NextConfig } from 'next';
import { MAX_BODY_BYTES } from './lib/access/max-body';
import { engineVersionIn } from './lib/export/engine-version';

/** For every answer; the pages' content policy carries a nonce and is set in proxy.ts. */
const SECURITY_HEADERS = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'no-referrer' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=(), payment=(), usb=()' },
];

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // What the build is made from, so that a bundle names the engine that runs and not the sources that lie beside it.
  env: { ENGINE_VERSION: engineVersionIn(process.cwd()) },
  // Bundled, its convex hull fails (`n is not a constructor`: concaveman and tinyqueue disagree on a default export); left to Node it works.
  serverExternalPackages: ['@turf/turf'],
  // Its optimizer would fetch addresses of this server past the proxy, for whoever asks.
  images: { unoptimized: true },
  // The proxy stands before uploads too: what is longer is refused there (lib/access/guard.ts), not cut off.
  experimental: { proxyClientMaxBodySize: MAX_BODY_BYTES },
  // Some browsers ask for this name whatever the page says.
  rewrites: async () => [{ source: '/favicon.ico', destination: '/icon.svg' }],
  headers: async () => [
    { source: '/:path*', headers: SECURITY_HEADERS },
    // The embed page says by its content policy who may frame it, which this older header cannot.
    { source: '/((?!(?:ar|en)/embed/?$).*)', headers: [{ key: 'X-Frame-Options', value: 'DENY' }] },
  ],
};

export default config;
