import type { Browser, CDPSession, Page } from 'playwright-core';
import { withApp } from '../cli/app/start-app';
import article from '../data/articles/mindoro-ferry.json';
import type { ArticleMap } from '../lib/types';
import { generatedMap } from './generated-map';

/**
 * `npm run bench:map`: what 10,000 incidents cost the map. The built page is opened in headless Chromium with software rendering,
 * its API answered with a generated collection; the same drag across the map is played with the incidents, with their places
 * alone, and on the empty basemap, in turns; of the ratios of ROUNDS rounds the median counts. Exits 1 where panning costs
 * more than MOST times the same map without them.
 */
const ROUNDS = Number(process.env.ROUNDS ?? 7);
/** Steps of the drag, and how far each goes, in pixels; as many back. */
const STEPS = 45;
const STEP = 6;
const MOST = 1.3;
/** The same picture in each case: zoom, latitude, longitude. */
const CAMERA = '5/33/41';
const VIEW = { width: 1440, height: 900 };
const OPTIONS = { seed: 5, places: 300, incidents: 10_000, text: article.text, language: article.language };

type Name = 'with' | 'places' | 'bare';
const collection = generatedMap(OPTIONS);
const COLLECTIONS: Readonly<Record<Name, ArticleMap>> = {
  with: collection,
  places: { ...collection, incidents: [] },
  bare: { ...collection, incidents: [], features: [] },
};
const NAMES = ['with', 'places', 'bare'] as const;

interface Pan {
  /** Milliseconds from one frame to the next, median and 95th percentile. */
  readonly frame: number;
  readonly slow: number;
  /** Milliseconds of processor time, all the browser's processes, a frame. */
  readonly cpu: number;
  /** Milliseconds of the page's main thread, a frame. */
  readonly main: number;
}

interface Opened {
  readonly page: Page;
  readonly firstPaint: number;
  readonly ready: number;
}

process.exitCode = await withApp(measure);

async function measure(origin: string, opened: Browser): Promise<number> {
  await (await open(origin, opened, 'bare')).page.context().close();
  const paints: Record<Name, number[]> = { with: [], places: [], bare: [] };
  const ready: Record<Name, number[]> = { with: [], places: [], bare: [] };
  const pans: Record<Name, Pan[]> = { with: [], places: [], bare: [] };
  let buttons = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const name of NAMES) {
      const { page, ...times } = await open(origin, opened, name);
      paints[name].push(times.firstPaint);
      ready[name].push(times.ready);
      pans[name].push(await pan(opened, page));
      if (name === 'with') buttons = await page.locator('#map button[aria-pressed]').count();
      if (name === 'with' && round === 0) await interact(page);
      await page.context().close();
    }
  }
  console.log(
    `${OPTIONS.incidents} incidents at ${OPTIONS.places} places, seed ${OPTIONS.seed}; medians of ${ROUNDS}, ${2 * STEPS} frames a drag`,
  );
  for (const name of NAMES) {
    const of = (key: keyof Pan): string => median(pans[name].map((one) => one[key])).toFixed(1);
    console.log(
      `${name.padEnd(6)} frame ${of('frame')} ms (95 % under ${of('slow')}), processor ${of('cpu')} ms a frame, main thread ${of('main')} ms; ` +
        `first paint ${median(paints[name]).toFixed(0)} ms, map ready ${median(ready[name]).toFixed(0)} ms`,
    );
  }
  console.log(`buttons on the map: ${buttons}`);
  // Round by round: what else the machine does then weighs on both.
  const ratio = (key: keyof Pan, to: Name): number => median(pans.with.map((one, i) => one[key] / (pans[to][i]?.[key] ?? NaN)));
  for (const to of ['places', 'bare'] as const)
    console.log(`with / ${to}: frame ${ratio('frame', to).toFixed(2)}, processor ${ratio('cpu', to).toFixed(2)}`);
  const worst = Math.max(ratio('frame', 'places'), ratio('cpu', 'places'));
  if (worst > MOST) console.error(`Panning costs ${worst.toFixed(2)} times the same map without the incidents, more than ${MOST}.`);
  return worst > MOST ? 1 : 0;
}

/** Opens the page with a collection for its API's answer; times are milliseconds from the start of the navigation. */
async function open(origin: string, opened: Browser, name: Name): Promise<Opened> {
  const context = await opened.newContext({ viewport: VIEW, reducedMotion: 'reduce', colorScheme: 'light' });
  // tsx keeps functions' names by this helper, which the page does not have.
  await context.addInitScript('globalThis.__name = (one) => one');
  const page = await context.newPage();
  const body = JSON.stringify(COLLECTIONS[name]);
  await page.route('**/api/samples/*/map?*', (route) => route.fulfill({ contentType: 'application/geo+json', body }));
  const start = performance.now();
  await page.goto(`${origin}/en?article=mindoro-ferry&map=${CAMERA}`);
  await page.locator('#map [data-ready="true"]').waitFor({ state: 'attached' });
  const took = performance.now() - start;
  const firstPaint = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN);
  await page.waitForTimeout(500);
  return { page, firstPaint, ready: took };
}

/** Drags the map away and back, a step with each frame. */
async function pan(opened: Browser, page: Page): Promise<Pan> {
  const box = await page.locator('#map').boundingBox();
  if (box === null) throw new Error('The map is not on the screen.');
  const at = await freePoint(page, box);
  const system = await opened.newBrowserCDPSession();
  const own = await page.context().newCDPSession(page);
  await own.send('Performance.enable');
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  const [cpu, main] = [await cpuTime(system), await taskTime(own)];
  await page.evaluate(() => {
    const times: number[] = [];
    const tick = (now: number): void => {
      times.push(now);
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
    Object.assign(window, { frameTimes: times });
  });
  for (let step = 1; step <= 2 * STEPS; step += 1) {
    const far = step <= STEPS ? step : 2 * STEPS - step;
    await page.mouse.move(at.x - far * STEP, at.y - far * 2);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
  const times = await page.evaluate(() => (window as unknown as { frameTimes: number[] }).frameTimes);
  const frames = 2 * STEPS;
  const result = { cpu: ((await cpuTime(system)) - cpu) / frames, main: ((await taskTime(own)) - main) / frames };
  await page.mouse.up();
  await system.detach();
  const gaps = times.slice(1).map((time, i) => time - (times[i] ?? time));
  return { ...result, frame: median(gaps), slow: quantile(gaps, 0.95) };
}

/** Where the map itself is pressed, and no mark. */
async function freePoint(page: Page, box: { x: number; y: number; width: number; height: number }): Promise<{ x: number; y: number }> {
  const found = await page.evaluate(({ x, y, width, height }) => {
    for (let dy = 0; dy < height / 2; dy += 7)
      for (let dx = 0; dx < width / 2; dx += 7) {
        const point = { x: x + width * 0.7 - dx / 2, y: y + height * 0.6 - dy / 2 };
        if (document.elementFromPoint(point.x, point.y)?.tagName === 'CANVAS') return point;
      }
    return null;
  }, box);
  if (found === null) throw new Error('No free point on the map.');
  return found;
}

/** What a reader does with thousands: filters and chooses. Milliseconds from the press to the next frame that shows it. */
async function interact(page: Page): Promise<void> {
  await page.getByRole('tab', { name: /Incidents/ }).click();
  await page.getByText('Filters', { exact: true }).click();
  const timed = (selector: string): Promise<number> =>
    page.evaluate(async (target) => {
      const element = document.querySelector<HTMLElement>(target);
      if (element === null) throw new Error(`Nothing is ${target}.`);
      const start = performance.now();
      element.click();
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      return performance.now() - start;
    }, selector);
  for (const [what, selector] of [
    ['filter by type', '#panel-incidents .filters input[type="checkbox"]'],
    ['and back', '#panel-incidents .filters input[type="checkbox"]'],
    ['choose an incident', '#panel-incidents button.incident'],
  ] as const) {
    console.log(`${what}: ${(await timed(selector)).toFixed(0)} ms`);
    await page.waitForTimeout(700);
  }
}

async function cpuTime(session: CDPSession): Promise<number> {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  return 1000 * processInfo.reduce((sum, { cpuTime: seconds }) => sum + seconds, 0);
}

async function taskTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN);
}

function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

function quantile(values: readonly number[], part: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * part)] ?? NaN;
}
