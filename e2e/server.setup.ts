import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type BrowserServer } from 'playwright-core';
import { chromiumOptions } from '../cli/app/chromium';
import { startApp, type RunningApp } from '../cli/app/start-app';
import { seedArticle } from './support/articles';

/** What the teardown ends: one server and one browser for all tests. Jest hands it over on `globalThis`. */
export interface Running {
  readonly app: RunningApp;
  readonly browser: BrowserServer;
  /** Where the library of the tests lies: never the user's own. */
  readonly data: string;
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
  const data = mkdtempSync(path.join(tmpdir(), 'incident-map-e2e-'));
  const app = await startApp({ INCIDENT_MAP_DATA: data, DATABASE_URL: '' });
  const browser = await chromium.launchServer(chromiumOptions());
  (globalThis as { running?: Running }).running = { app, browser, data };
  process.env.E2E_ORIGIN = app.origin;
  process.env.E2E_BROWSER = browser.wsEndpoint();
  await warm(app.origin);
}

/** The engine loads at the first question: that is not what the tests measure. */
async function warm(origin: string): Promise<void> {
  const body = JSON.stringify(seedArticle);
  const response = await fetch(`${origin}/api/geoparse`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  if (!response.ok) throw new Error(`The API answered the seed article with ${response.status}: ${await response.text()}`);
}
