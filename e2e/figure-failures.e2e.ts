import arFigure from '../data/messages/ar/figure.json';
import enFigure from '../data/messages/en/figure.json';
import { figureSize } from '../lib/figure/sizes';
import { deskTest } from './support/desk';

const DRAWN_MS = 40_000;
const WORDS = { ar: arFigure, en: enFigure };
const viewport = figureSize('16x9').pixels;
const CUT = [/Failed to load resource/];

describe('a figure that cannot be made says why, and how to go on', () => {
  for (const [locale, what, files, words] of [
    ['ar', 'fonts', '**/*.woff2', arFigure.errors.fonts],
    ['en', 'map', '**/*.pmtiles', enFigure.reasons.unreachable],
  ] as const)
    deskTest(`without its ${what} (${locale})`, { viewport, expected: CUT }, async ({ page }) => {
      await page.route(files, (route) => route.abort());
      await page.goto(`/${locale}/figure/compose?size=square`);
      const sheet = page.locator('.composer[data-ready="error"]');
      await sheet.waitFor({ timeout: DRAWN_MS });
      await sheet.getByRole('alert').filter({ hasText: words }).waitFor();
      expect(await page.locator('.composer-actions .button-main').getAttribute('aria-disabled')).toBe('true');
      // Nothing answers: the page stays, with what it says.
      await page.route('**/icon.svg', (route) => route.abort());
      const retry = page.getByRole('button', { name: WORDS[locale].errors.retry });
      await retry.click();
      await page.locator('.composer-retry', { hasText: WORDS[locale].errors.stillGone }).waitFor();
      await page.unrouteAll();
      await retry.click();
      await page.locator('.composer[data-ready="true"]').waitFor({ timeout: DRAWN_MS });
      expect(await page.locator('.composer-retry').count()).toBe(0);
    });

  deskTest('a browser that refuses its clipboard is asked at the click, and then told of', { viewport }, async ({ page }) => {
    await page.addInitScript(() => {
      navigator.clipboard.write = () => {
        document.documentElement.dataset.asked = 'true';
        return Promise.reject(new DOMException('no', 'NotAllowedError'));
      };
    });
    await page.goto('/ar/figure/compose?size=square');
    await page.locator('.composer[data-ready="true"]').waitFor({ timeout: DRAWN_MS });
    const copy = page.getByRole('button', { name: arFigure.compose.copy });
    const asked = await copy.evaluate((button) => ((button as HTMLElement).click(), document.documentElement.dataset.asked));
    expect(asked).toBe('true');
    await page.getByRole('alert').filter({ hasText: arFigure.errors.clipboard }).waitFor({ timeout: DRAWN_MS });
  });

  deskTest('a bundle that no server makes is told of, and the next one is made', { viewport, expected: CUT }, async ({ page }) => {
    await page.goto('/en/figure/compose?size=square');
    await page.locator('.composer[data-ready="true"]').waitFor({ timeout: DRAWN_MS });
    await page.route('**/api/export?**', (route) => route.abort());
    const bundle = page.getByRole('button', { name: enFigure.compose.bundle });
    await bundle.click();
    await page.getByRole('alert').filter({ hasText: enFigure.reasons.unreachable }).waitFor({ timeout: DRAWN_MS });
    await page.unrouteAll();
    await page.locator('.composer[data-ready="true"]').waitFor({ timeout: DRAWN_MS });
    await Promise.all([page.waitForEvent('download', { timeout: DRAWN_MS }), bundle.click()]);
  });
});
