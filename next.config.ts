import type { NextConfig } from 'next';
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
  // Some browsers ask for this name whatever the page says.
  rewrites: async () => [{ source: '/favicon.ico', destination: '/icon.svg' }],
  headers: async () => [
    { source: '/:path*', headers: SECURITY_HEADERS },
    // The embed page says by its content policy who may frame it, which this older header cannot.
    { source: '/((?!(?:ar|en)/embed/?$).*)', headers: [{ key: 'X-Frame-Options', value: 'DENY' }] },
    ...['/api/:path*', '/ogc/:path*', '/tiles/:path*', '/tiles.json', '/feed.atom'].map((source) => ({
      source,
      headers: [{ key: 'Content-Security-Policy', value: "default-src 'none'; frame-ancestors 'none'" }],
    })),
  ],
};

export default config;
