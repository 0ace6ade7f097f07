import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { startApp, type RunningApp } from '../../cli/app/start-app';
import { guard, type Guard } from './guard';

/** A server that only the tests of one file use, with an empty library of its own, and a page for the test that runs. */
export interface OwnApp {
  /** Where its library lies. */
  readonly data: string;
  readonly origin: string;
  readonly browser: Browser;
  readonly page: Page;
  readonly watch: Guard;
}

/**
 * Starts the app with these variables set before the tests of the group, and ends it after them. Each test has a page in a
 * context of its own, and fails where the page did what no page may do. What is given is filled when a test or hook runs.
 */
export function useOwnApp(environment: Readonly<Record<string, string>> = {}, options: BrowserContextOptions = {}): OwnApp {
  let data = '';
  let app: RunningApp | undefined;
  let browser: Browser | undefined;
  let context: BrowserContext | undefined;
  let opened: { readonly page: Page; readonly watch: Guard } | undefined;

  beforeAll(async () => {
    data = mkdtempSync(path.join(tmpdir(), 'incident-map-own-'));
    app = await startApp({ INCIDENT_MAP_DATA: data, DATABASE_URL: '', ...environment });
    browser = await chromium.connect(process.env.E2E_BROWSER ?? '');
  });
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
    rmSync(data, { recursive: true, force: true });
  });
  beforeEach(async () => {
    const { origin } = there(app);
    context = await there(browser).newContext({ baseURL: origin, reducedMotion: 'reduce', ...options });
    const page = await context.newPage();
    opened = { page, watch: await guard(context, page, origin, []) };
  });
  afterEach(async () => {
    await context?.close();
    expect(opened?.watch.complaints()).toEqual([]);
  });

  return {
    get data() {
      return data;
    },
    get origin() {
      return there(app).origin;
    },
    get browser() {
      return there(browser);
    },
    get page() {
      return there(opened).page;
    },
    get watch() {
      return there(opened).watch;
    },
  };
}

function there<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The app of the tests is there only while they run.');
  return value;
}
