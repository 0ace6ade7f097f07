import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import path from 'node:path';
import { chromium, type BrowserServer } from 'playwright-core';
import { seedArticle } from './support/articles';

/** What the teardown ends: one server and one browser for all tests. Jest hands it over on `globalThis`. */
export interface Running {
  readonly server: ChildProcess;
  readonly browser: BrowserServer;
}

/** How long the built app may take to answer for the first time, in milliseconds. */
const START_MS = 30_000;
const NEEDED = [
  '.next/BUILD_ID',
  'data/build/gazetteer.bin',
  'data/build/areas.bin',
  'data/build/frequency.json',
  'public/basemap/world.pmtiles',
  'data/build/standalone.js',
];

/** Starts the built app on a free port and one browser; the tests find them by `E2E_ORIGIN` and `E2E_BROWSER`. */
export default async function setup(): Promise<void> {
  const missing = NEEDED.filter((file) => !existsSync(file));
  if (missing.length > 0) throw new Error(`Not built yet: ${missing.join(', ')}. Run the tests with "npm run e2e", which builds first.`);
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const next = path.join(path.dirname(createRequire(path.resolve('package.json')).resolve('next/package.json')), 'dist', 'bin', 'next');
  // Node runs Next itself, without npx between: ending the child then ends the server.
  const server = spawn(process.execPath, [next, 'start', '-H', '127.0.0.1', '-p', String(port)], {
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const browser = await chromium.launchServer({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // A second wall beside the guard of every test: no other host has an address.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });
  (globalThis as { running?: Running }).running = { server, browser };
  process.env.E2E_ORIGIN = origin;
  process.env.E2E_BROWSER = browser.wsEndpoint();
  await answering(origin, server);
  await warm(origin);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === 'string') throw new Error('The system gave no free port.');
  return address.port;
}

async function answering(origin: string, server: ChildProcess): Promise<void> {
  for (const until = Date.now() + START_MS; Date.now() < until;) {
    if (server.exitCode !== null) throw new Error(`"next start" ended with status ${server.exitCode} before it answered.`);
    const answered = await fetch(`${origin}/icon.svg`).then(
      (response) => response.ok,
      () => false,
    );
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`"next start" did not answer at ${origin} within ${START_MS} ms.`);
}

/** The engine loads at the first question: that is not what the tests measure. */
async function warm(origin: string): Promise<void> {
  const body = JSON.stringify(seedArticle);
  const response = await fetch(`${origin}/api/geoparse`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  if (!response.ok) throw new Error(`The API answered the seed article with ${response.status}: ${await response.text()}`);
}
