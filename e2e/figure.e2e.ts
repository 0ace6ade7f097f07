import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import arFigure from '../data/messages/ar/figure.json';
import enFigure from '../data/messages/en/figure.json';
import { readPngText } from '../lib/figure/png-text';
import { figureSize } from '../lib/figure/sizes';
import { unzipSync } from 'fflate';
import { verifyBundle } from '../lib/export/verify-bundle';
import { deskTest } from './support/desk';
import { messages } from './support/messages';
import { readPdf } from './support/pdf';

/** With the time of making, so that the same address gives the same picture. */
const MADE = 'at=2026-11-22T18:30:00Z&zone=Asia/Baghdad';
const DRAWN_MS = 40_000;

async function openFigure(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator('.figure-sheet[data-ready="true"]').waitFor({ timeout: DRAWN_MS });
}

async function takePicture(page: Page, address: string): Promise<Buffer> {
  await openFigure(page, address);
  return page.screenshot({ animations: 'disabled' });
}

/** Width and height, as a PNG's header has them. */
function sizeOf(png: Uint8Array): [number, number] {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
}

const SLIDE = figureSize('16x9').pixels;

deskTest('the same address gives the same picture byte for byte, also without a language in it', { viewport: SLIDE }, async ({ page }) => {
  const address = `/figure?size=16x9&${MADE}`;
  const first = await takePicture(page, address);
  expect(new URL(page.url()).pathname).toMatch(/^\/(ar|en)\/figure$/);
  expect(sizeOf(first)).toEqual([SLIDE.width, SLIDE.height]);
  await page.goto('about:blank');
  expect((await takePicture(page, address)).equals(first)).toBe(true);
});

deskTest('nothing lies over anything else, in any layout', { viewport: { width: 800, height: 600 } }, async ({ page }) => {
  // One of each layout.
  for (const id of ['16x9', 'square', 'story', 'a4-portrait'] as const) {
    // Paper at 150 dpi is laid out as at 300, and drawn in a quarter of the time.
    await openFigure(page, `/en/figure?article=nafusa-floods&size=${id}&dpi=150&${MADE}`);
    const found = await page.locator('.figure-sheet').evaluate((sheet) => {
      const boxes = [...sheet.querySelectorAll('.figure-map [data-box]')].map((element) => element.getBoundingClientRect());
      const dots = [...sheet.querySelectorAll('.figure-place circle, .figure-leader circle')].map((element) =>
        element.getBoundingClientRect(),
      );
      const touch = (a: DOMRect, b: DOMRect) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
      const pairs = boxes.flatMap((box, i) => [...boxes.slice(i + 1), ...dots].filter((other) => touch(box, other)));
      const overflowing = [sheet, ...sheet.querySelectorAll('.figure-side, .figure-header, .figure-facts')].filter(
        ({ scrollHeight, clientHeight, scrollWidth, clientWidth }) => scrollHeight > clientHeight + 1 || scrollWidth > clientWidth + 1,
      );
      return { boxes: boxes.length, pairs: pairs.length, overflowing: overflowing.map(({ className }) => className) };
    });
    expect({ id, ...found }).toEqual({ id, boxes: expect.any(Number), pairs: 0, overflowing: [] });
    expect(found.boxes).toBeGreaterThan(8);
    // Neither does a label of the basemap come into any of them.
    expect(await page.locator('.figure-sheet').getAttribute('data-collisions')).toBe('0');
  }
});

deskTest('a PDF holds the text: Arabic in order, sources, scale and disclaimer', { viewport: SLIDE }, async ({ page }) => {
  await openFigure(page, `/ar/figure?size=a4-landscape&dpi=150&${MADE}`);
  const { text, pages, width, height } = readPdf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  expect(pages).toBe(1);
  // A4 in points.
  expect(Math.abs(width - 841.89)).toBeLessThan(1);
  expect(Math.abs(height - 595.28)).toBeLessThan(1);
  const { facts, incidents, legend } = arFigure;
  // Words in the order in which they are read, letters joined to words.
  expect(text).toContain('العراق والأردن وسوريا');
  expect(text).toContain('هجوم صاروخي على قاعدة عين الأسد في العراق');
  expect(text).toContain(facts.disclaimer.slice(0, 40));
  expect(text).toContain(facts.machine.slice(0, 30));
  for (const words of [incidents, legend.exact, facts.upTo, 'GeoNames', 'geonames.org', 'Natural', 'OurAirports', 'Unicode CLDR']) {
    expect(text).toContain(words);
  }
  expect(text).toMatch(/1 : [\d,]+/);
  expect(text.replace(/\s/g, '')).toContain(await page.locator('.figure-facts .figure-code').first().innerText());
});

deskTest(
  'the composer saves a picture of exactly the size, with its words in it',
  { viewport: { width: 1280, height: 720 } },
  async (desk) => {
    const { page } = desk;
    await desk.open('/en');
    await page.getByRole('link', { name: messages.en.bar.figure }).click();
    await page.getByLabel(enFigure.compose.size).selectOption('story');
    await page.getByLabel(enFigure.compose.heading, { exact: true }).fill('Rockets on an air base');
    await page.locator('.figure-header h1', { hasText: 'Rockets on an air base' }).waitFor();
    await page.locator('.composer[data-ready="true"] .figure-sheet[data-size="story"][data-ready="true"]').waitFor({ timeout: DRAWN_MS });
    const { png, name } = await savePicture(page);
    expect(name).toMatch(/^incidentmap_ain-al-asad-air-base_\d{8}_story\.png$/);
    expect(sizeOf(png)).toEqual([1080, 1920]);
    const said = readPngText(png);
    expect(said['Title']).toBe('Rockets on an air base');
    expect(said['Description']).toContain('Ain al-Asad Air Base');
    expect(said['Description']).toContain('GeoNames');
    await page.locator('.composer-said', { hasText: name }).waitFor();
  },
);

deskTest('the composer saves paper at 300 dpi', { viewport: { width: 1280, height: 720 } }, async ({ page }) => {
  await page.goto(`/ar/figure/compose?size=a4-portrait&${MADE}`);
  await page.locator('.composer[data-ready="true"]').waitFor({ timeout: DRAWN_MS });
  const { png, name } = await savePicture(page);
  expect(name).toBe('incidentmap_ain-al-asad-air-base_20261122_a4-portrait-300dpi.png');
  expect(sizeOf(png)).toEqual([2480, 3508]);
});

deskTest(
  'the composer copies the picture to the clipboard',
  { viewport: SLIDE, permissions: ['clipboard-read', 'clipboard-write'] },
  async ({ page }) => {
    await page.goto(`/en/figure/compose?size=square&${MADE}`);
    await page.locator('.composer[data-ready="true"]').waitFor({ timeout: DRAWN_MS });
    await page.getByRole('button', { name: enFigure.compose.copy }).click();
    await page.locator('.composer-said', { hasText: enFigure.compose.copied }).waitFor({ timeout: DRAWN_MS });
    const png = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const blob = await item?.getType('image/png');
      return [...new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0))];
    });
    const { width, height } = figureSize('square').pixels;
    expect(sizeOf(Uint8Array.from(png))).toEqual([width, height]);
  },
);

deskTest('the composer puts the figure into an evidence bundle that verifies', { viewport: SLIDE }, async ({ page }) => {
  await page.goto(`/en/figure/compose?size=square&${MADE}`);
  await page.locator('.composer[data-ready="true"]').waitFor({ timeout: DRAWN_MS });
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: DRAWN_MS }),
    page.getByRole('button', { name: 'Save evidence bundle' }).click(),
  ]);
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'figure-')), 'bundle.zip');
  await download.saveAs(file);
  const bytes = new Uint8Array(await readFile(file));
  expect(Object.keys(unzipSync(bytes)).filter((name) => name.endsWith('.png'))).toHaveLength(1);
  expect((await verifyBundle(bytes, null, null)).filter(({ outcome }) => outcome === 'failed')).toEqual([]);
});

/** Presses the composer's button and gives what it saves. */
async function savePicture(page: Page): Promise<{ png: Buffer; name: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download', { timeout: DRAWN_MS }),
    page.locator('.composer-actions .button-main').click(),
  ]);
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'figure-')), 'figure.png');
  await download.saveAs(file);
  return { png: await readFile(file), name: download.suggestedFilename() };
}

deskTest('the scale bar is as long on the map as what it says', { viewport: SLIDE }, async ({ page }) => {
  await openFigure(page, `/en/figure?size=square&${MADE}&frame=6/33.7856/42.4412`);
  const { metres, width, sheet } = await page.locator('.figure-scale-line').evaluate((line) => ({
    metres: Number(line.getAttribute('data-metres')),
    width: line.getBoundingClientRect().width,
    sheet: line.closest('.figure-sheet')?.getBoundingClientRect().width ?? 0,
  }));
  // The address gives the zoom: the world is 512 · 2^6 units wide. A degree of latitude is 111.195 km on the sphere.
  const units = width / (sheet / figureSize('square').page.width);
  const degrees = (units / (512 * 2 ** 6)) * 360;
  const kilometres = degrees * 111.195 * Math.cos((33.7856 * Math.PI) / 180);
  expect(Math.abs(kilometres / (metres / 1000) - 1)).toBeLessThan(0.01);
});
