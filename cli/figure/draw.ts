import type { Browser } from 'playwright-core';
import type { FigureSize } from '../../lib/figure/sizes';

export interface DrawOptions {
  readonly address: string;
  readonly origin: string;
  /** The article as the page keeps one that was pasted (components/article/draft.ts). */
  readonly draft: { readonly text: string; readonly title: string; readonly date: string };
  readonly size: FigureSize;
  readonly format: 'png' | 'pdf';
}

export interface Drawn {
  readonly bytes: Uint8Array;
  readonly alt: string;
  readonly title: string;
}

const PATIENCE_MS = 120_000;

/** Opens the figure's page, hands it the article as though it had been pasted there, and takes its picture once it says that it is ready. */
export async function drawFigure(browser: Browser, { address, origin, draft, size, format }: DrawOptions): Promise<Drawn> {
  const context = await browser.newContext({ viewport: size.pixels, deviceScaleFactor: 1, colorScheme: 'light', reducedMotion: 'reduce' });
  // The text goes to the app on this machine, and nothing goes anywhere else.
  await context.route('**', (route) => (route.request().url().startsWith(`${origin}/`) ? route.continue() : route.abort()));
  const page = await context.newPage();
  await page.addInitScript((kept) => window.sessionStorage.setItem('incident-map.article', kept), JSON.stringify(draft));
  await page.goto(address);
  const end = page.locator('[data-ready="true"], [data-ready="error"]');
  await end.waitFor({ state: 'attached', timeout: PATIENCE_MS });
  if ((await end.getAttribute('data-ready')) === 'error') throw new Error(await end.innerText());
  const alt = (await page.locator('.figure-map > img').getAttribute('alt')) ?? '';
  const title = await page.locator('.figure-header h1').innerText();
  // The PDF's own title.
  await page.evaluate((words) => (document.title = words), title);
  const bytes =
    format === 'pdf'
      ? await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true })
      : await page.screenshot({ animations: 'disabled' });
  return { bytes, alt, title };
}
