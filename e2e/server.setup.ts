import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium, type BrowserServer } from 'playwright-core';
import { startApp } from './support/app';
import { seedArticle } from './support/articles';

/** What the teardown ends: one server and one browser for all tests. Jest hands it over on `globalThis`. */
export interface Running {
  readonly server: ChildProcess;
  readonly browser: BrowserServer;
}

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
  const { origin, server } = await startApp();
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
  await warm(origin);
}

/** The engine loads at the first question: that is not what the tests measure. */
async function warm(origin: string): Promise<void> {
  const body = JSON.stringify(seedArticle);
  const response = await fetch(`${origin}/api/geoparse`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  if (!response.ok) throw new Error(`The API answered the seed article with ${response.status}: ${await response.text()}`);
}
