import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import library from '../data/messages/en/library.json';
import type { FacetsAnswer } from '../lib/api/facets-request';
import type { StoredIncident } from '../lib/store/records';
import { PHONE } from './support/desk';
import { eventually } from './support/eventually';
import { useOwnApp } from './support/own-app';

const ARTICLES = 5_000;
/** Past so many reports a collection's map is made of tiles. */
const LIMIT = 5_000;

describe('a collection of more incidents than a browser should hold', () => {
  const app = useOwnApp({}, { viewport: { width: 1180, height: 760 } });
  beforeAll(async () => {
    const args = ['--import', 'tsx', 'e2e/support/fill-library.ts', app.data, String(ARTICLES), 'crowd', 'Ten years'];
    await promisify(execFile)(process.execPath, args);
  }, 120_000);

  const ask = async <T>(path: string): Promise<T> => (await (await fetch(`${app.origin}${path}`)).json()) as T;
  const open = async (page: Page, address: string) => {
    await page.goto(address);
    await page.locator('#map [data-ready="true"]').waitFor({ state: 'attached', timeout: 20_000 });
    await page.locator('button.incident').first().waitFor();
  };
  const param = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);
  const shown = (page: Page) => page.locator('.incidents-shown').innerText();
  const entries = (page: Page) => page.locator('button.incident').evaluateAll((all) => all.slice(0, 4).map((one) => one.textContent));

  test('has a timeline whose brush filters tiles, list and address, and a reload brings all of it back', async () => {
    const { page } = app;
    await open(page, '/en/library/crowd');
    const { total } = await ask<FacetsAnswer>('/api/facets?collection=crowd');
    expect(total).toBeGreaterThan(LIMIT);
    await eventually(async () => expect(await shown(page)).toContain(total.toLocaleString('en')));
    expect(await page.locator('.timeline-bin').count()).toBeGreaterThan(20);

    const box = await page.locator('.timeline-track').boundingBox();
    if (!box) throw new Error('the timeline has no size');
    const tile = page.waitForRequest((request) => /\/tiles\/.*from=.*to=/.test(request.url()));
    await page.mouse.move(box.x + box.width * 0.4, box.y + 20);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.6, box.y + 20, { steps: 8 });
    await page.mouse.up();
    await eventually(async () => expect(param(page, 'to')).toMatch(/^\d{4}-\d{2}-\d{2}$/));
    const [from, to] = [param(page, 'from') ?? '', param(page, 'to') ?? ''];
    expect((await tile).url()).toContain(`from=${from}`);
    const some = await ask<FacetsAnswer>(`/api/facets?collection=crowd&from=${from}&to=${to}`);
    await eventually(async () => expect(await shown(page)).toMatch(new RegExp(`^${some.total.toLocaleString('en')} of`)));
    expect(some.total).toBeLessThan(total / 2);
    const [first] = (await ask<{ items: StoredIncident[] }>(`/api/incidents?collection=crowd&from=${from}&to=${to}&bbox=-180,-90,180,90`))
      .items;
    await eventually(async () => expect((await entries(page))[0]).toContain(first?.incident.headline));
    const before = [await entries(page), await shown(page), await page.locator('.timeline-range').innerText()];
    await open(page, page.url());
    await eventually(async () =>
      expect([await entries(page), await shown(page), await page.locator('.timeline-range').innerText()]).toEqual(before),
    );
  });

  test('shows what a mark stands for, with its quote, and the same after a reload', async () => {
    const { page } = app;
    const { items } = await ask<{ items: StoredIncident[] }>('/api/incidents?collection=crowd&limit=1000');
    const at = (item: StoredIncident) => item.place?.properties.labelPoint.join() ?? '';
    const exact = items.filter(({ incident }) => incident.wherePrecision === 1);
    const many = exact.find((item) => exact.filter((other) => at(other) === at(item)).length > 3);
    const [lon, lat] = many?.place?.properties.labelPoint ?? [0, 0];
    await open(page, `/en/library/crowd?map=9/${lat.toFixed(5)}/${lon.toFixed(5)}`);
    const pane = await page.locator('#map').boundingBox();
    if (!pane) throw new Error('the map has no size');
    await page.mouse.click(pane.x + pane.width / 2, pane.y + pane.height / 2);
    const card = page.locator('#map').getByRole('article');
    await card
      .getByText(many?.place?.properties.name ?? '')
      .first()
      .waitFor();
    expect(param(page, 'place')).toMatch(/^square:24\//);
    await card.locator('.map-card-incidents button').first().click();
    await card.locator('blockquote').waitFor();
    const id = param(page, 'incident') ?? '';
    const chosen = await ask<StoredIncident>(`/api/incidents/${encodeURIComponent(id)}`);
    expect(at(chosen)).toBe(at(many ?? chosen));
    expect(chosen.incident.evidence.map(({ text }) => text)).toContain(await card.locator('blockquote').textContent());
    const before = await card.textContent();
    await open(page, page.url());
    await eventually(async () => expect(await card.textContent()).toBe(before));
    await page.goBack();
  });

  test('lists every incident, with the keyboard too, and filters them by type and status', async () => {
    const { page } = app;
    await open(page, '/en/library/crowd');
    await page.getByRole('button', { name: library.collection.whole }).click();
    expect(param(page, 'view')).toBe('incidents');
    await page.locator('.filters > summary').click();
    await page.getByRole('checkbox', { name: /^Disaster/ }).check();
    await page.getByRole('checkbox', { name: /^Denied/ }).check();
    const some = await ask<FacetsAnswer>('/api/facets?collection=crowd&type=Disaster&status=denied');
    await eventually(async () => expect(await shown(page)).toMatch(new RegExp(`^${some.total.toLocaleString('en')} of`)));
    // The end of what is fetched brings more, until all are there.
    const set = () => page.locator('.long-list li').first().getAttribute('aria-setsize');
    await page.locator('button.incident').first().focus();
    for (let presses = 0; presses < 12 && Number(await set()) < some.total; presses += 1) {
      const before = await set();
      await page.keyboard.press('End');
      await eventually(async () => expect(await set()).not.toBe(before));
    }
    expect(Number(await set())).toBe(some.total);
    await page.keyboard.press('Home');
    await eventually(async () =>
      expect(await page.locator('[data-index="0"] button.incident').evaluate((one) => one === document.activeElement)).toBe(true),
    );
    await page.keyboard.press('Enter');
    await page.locator('#map').getByRole('article').locator('blockquote').waitFor();
    expect(param(page, 'map')).not.toBe('');
  });

  test.each([
    ['English, light', '/en', 'light', {}],
    ['Arabic, dark, on a phone', '/ar', 'dark', PHONE],
  ] as const)('breaches no rule of WCAG that axe can see: %s', async (_, locale, colorScheme, options) => {
    const context = await app.browser.newContext({
      baseURL: app.origin,
      reducedMotion: 'reduce',
      bypassCSP: true,
      colorScheme,
      ...options,
    });
    const page = await context.newPage();
    const { items } = await ask<{ items: StoredIncident[] }>('/api/incidents?collection=crowd&limit=1');
    await open(page, `${locale}/library/crowd?from=2018-01-01&incident=${encodeURIComponent(items[0]?.id ?? '')}`);
    await page.locator('#map').getByRole('article').waitFor();
    await page.evaluate(axe.source);
    const found = await page.evaluate(async () => {
      const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run({
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`);
    });
    await context.close();
    expect(found).toEqual([]);
  });
});
