import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Locator, type Page } from 'playwright-core';
import { messages } from './messages';
import type { Language } from '../../lib/types';
import { guard } from './guard';

/** The page under test, and its parts by what they are called on the screen. */
export interface Desk {
  readonly page: Page;
  /** Opens an address of the app, such as `/ar?place=…`, and waits until its map is drawn with the article's marks. */
  readonly open: (address: string) => Promise<void>;
  /** Waits until the map is drawn with marks on it. */
  readonly ready: () => Promise<void>;
  readonly map: Locator;
  readonly mark: (placeId: string) => Locator;
  /** An incident's mark on the map. */
  readonly incident: (id: string) => Locator;
  readonly card: Locator;
  readonly text: Locator;
  /** The mentions of a place in the text. */
  readonly mentions: (placeId: string) => Locator;
  /** A place's entry in the list. */
  readonly entry: (placeId: string) => Locator;
}

export interface DeskOptions extends BrowserContextOptions {
  /** Console errors that the test brings about on purpose. */
  readonly expected?: readonly RegExp[];
}

export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;
/** The smallest usual one: where there is no graphics card, every pixel of the map costs time. */
export const DESKTOP = { width: 1024, height: 640 };
const READY = '#map:has(button[data-place-id]) [data-ready="true"]';
const SCREENSHOTS = 'test-results';
const LONGEST_MESSAGE = 4_000;

let browser: Browser | null = null;

/**
 * A test on a page of its own. It fails where the body does, and also where the page asked another host for something,
 * wrote an error or breached its content policy; a picture of the page is then left in `test-results`.
 */
export function deskTest(title: string, options: DeskOptions, body: (desk: Desk) => Promise<void>): void {
  test(title, async () => {
    const { expected = [], ...context } = options;
    browser ??= await chromium.connect(required('E2E_BROWSER'));
    const origin = required('E2E_ORIGIN');
    const opened = await browser.newContext({
      baseURL: origin,
      viewport: DESKTOP,
      reducedMotion: 'reduce',
      colorScheme: 'light',
      ...context,
    });
    opened.setDefaultTimeout(8_000);
    try {
      const page = await opened.newPage();
      const watch = await guard(opened, page, origin, expected);
      try {
        await body(deskOn(page));
        expect(watch.complaints()).toEqual([]);
      } catch (error) {
        await page.screenshot({ path: await pictureFile() }).catch(() => undefined);
        throw withComplaints(error, watch.complaints());
      }
    } finally {
      await opened.close();
    }
  });
}

afterAll(async () => {
  await browser?.close();
  browser = null;
});

function deskOn(page: Page): Desk {
  const map = page.locator('#map');
  const ready = () => page.locator(READY).waitFor({ state: 'attached' });
  const text = page.getByRole('region', { name: byLanguage((locale) => messages[locale].reader.text) });
  return {
    page,
    ready,
    open: async (address) => {
      await page.goto(address);
      await ready();
    },
    map,
    mark: (placeId) => map.locator(`button[data-place-id="${placeId}"]`),
    incident: (id) => map.locator(`button[data-incident-id="${id}"]`),
    card: map.getByRole('article'),
    text,
    mentions: (placeId) => text.locator(`mark[data-place-id="${placeId}"]`),
    entry: (placeId) => page.getByRole('tabpanel').locator(`button[data-place-id="${placeId}"]`),
  };
}

/** Matches a label in either language of the interface. */
function byLanguage(label: (locale: Language) => string): RegExp {
  const whole = (['ar', 'en'] as const).map((locale) => label(locale).replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^(${whole.join('|')})$`);
}

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: run the tests with "npm run e2e".`);
  return value;
}

async function pictureFile(): Promise<string> {
  await mkdir(SCREENSHOTS, { recursive: true });
  const name = (expect.getState().currentTestName ?? 'test').replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 120);
  return path.join(SCREENSHOTS, `${name}.png`);
}

/** What the page complained of is often why the test failed. A message that holds a whole article is cut. */
function withComplaints(error: unknown, complaints: readonly string[]): unknown {
  if (!(error instanceof Error)) return error;
  error.message = error.message.slice(0, LONGEST_MESSAGE);
  if (complaints.length > 0) error.message += `\n\nThe page's own complaints:\n${complaints.join('\n')}`;
  return error;
}
