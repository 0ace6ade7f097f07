import type { Page } from 'playwright-core';
import type { Correction } from '../lib/review/corrections';
import reviewed from '../data/messages/en/reviewed.json';
import words from '../data/messages/en/review.json';
import { verifyBundle } from '../lib/export/verify-bundle';
import { askApi } from './support/articles';
import { deskTest, type Desk } from './support/desk';
import { download } from './support/download';
import { eventually } from './support/eventually';
import { PLANTED_FAULTS, RIGHT, WRONG } from './support/planted-faults';

const { text, title, date } = PLANTED_FAULTS;

// The longest of these presses some two hundred keys: half a minute on a busy machine.
jest.setTimeout(150_000);

test('the engine makes the faults that are planted', async () => {
  const map = await askApi({ text, publishedAt: date } as { text: string }, 'en');
  const ids = map.features.map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining([WRONG.sanJose, WRONG.santaFe]));
  expect(JSON.stringify([map.features, map.unlocated])).not.toMatch(/"Quebradita"/);
  expect(map.incidents[0]).toMatchObject({ placeId: WRONG.sanJose, casualties: { killed: { best: WRONG.killed } } });
});

describe('a reviewer with the keyboard alone', () => {
  deskTest(
    'corrects a wrong San José, a missed village, a false place and a wrong toll; a reload loses nothing, and the bundle verifies',
    {},
    async (desk) => {
      const { page } = desk;
      const { keyboard } = page;
      await openArticle(desk);
      await tabTo(page, '.review-switch');
      await keyboard.press('Enter');
      await said(page, words.progress, { checked: 0, all: 7 });
      await tabTo(page, '.review-initials input');
      await keyboard.type('RK');
      await keyboard.press('Escape');

      // The wrong San José: the first place. The right one is not among the runners-up.
      await eventually(async () => expect(await heading(page)).toContain('San José'));
      await keyboard.press('/');
      await keyboard.type(RIGHT.sanJoseName);
      await found(page, /^1\s*San José del Guaviare/);
      await keyboard.press('Enter');
      await keyboard.press('1');
      await said(page, words.progress, { checked: 1, all: 7 });
      await desk.mark(RIGHT.sanJose).waitFor();
      expect(await desk.mark(WRONG.sanJose).count()).toBe(0);
      expect(await desk.mark(RIGHT.sanJose).getAttribute('data-checked')).toBe('true');
      expect(await desk.mentions(RIGHT.sanJose).count()).toBe(2);
      // Both incidents went with it.
      expect(await desk.map.locator('button.map-incident').count()).toBe(2);

      // The missed village: typing finds its words, which no gazetteer knows; coordinates place it.
      await keyboard.press('m');
      await keyboard.type('Queb');
      await page.getByText('Chosen: \u2068Quebradita\u2069').waitFor();
      await keyboard.press('Enter');
      await page.getByText(words.noCandidates).or(page.locator('.review-candidates')).waitFor();
      await keyboard.press('p');
      await keyboard.type(String(RIGHT.quebradita[1]));
      await keyboard.press('Tab');
      await keyboard.type(String(RIGHT.quebradita[0]));
      await keyboard.press('Enter');
      await eventually(async () => expect(await page.locator('.text mark', { hasText: /^Quebradita$/ }).count()).toBe(1));

      // The false place: a football team.
      await walkTo(page, 'Santa Fe');
      await keyboard.press('x');
      await eventually(async () => expect(await desk.mentions(WRONG.santaFe).count()).toBe(0));
      expect(await desk.mark(WRONG.santaFe).count()).toBe(0);

      // The wrong toll.
      await walkTo(page, 'Armed clash');
      await keyboard.press('e');
      await keyboard.press('ControlOrMeta+a');
      await keyboard.type(String(RIGHT.killed));
      await keyboard.press('Enter');
      await eventually(async () => expect(await page.locator('.review-headline').first().isVisible()).toBe(true));
      await walkTo(page, 'Armed clash');
      expect(await page.locator('.review-item').innerText()).toContain('2 killed');

      // All of it is kept, with time and initials.
      const before = await keptLog(page);
      expect(before.map(({ change, by }) => [change.action, by])).toEqual([
        ['choose', 'RK'],
        ['mark', 'RK'],
        ['notPlace', 'RK'],
        ['editIncident', 'RK'],
      ]);
      await page.reload();
      await desk.ready();
      await eventually(async () => expect(await desk.mentions(RIGHT.sanJose).count()).toBe(2));
      expect(await keptLog(page)).toEqual(before);
      expect(await desk.mentions(WRONG.santaFe).count()).toBe(0);
      expect(await page.locator('.text mark', { hasText: /^Quebradita$/ }).count()).toBe(1);
      await walkTo(page, 'Armed clash');
      expect(await page.locator('.review-item').innerText()).toMatch(
        new RegExp(`2 killed[\\s\\S]*${reviewed.actions.edit} by \u2068RK\u2069`),
      );

      // What is exported holds it, and verifies.
      const { bytes, panel } = await download(desk, 'bundle', undefined, true);
      const checks = await verifyBundle(bytes, null, await panel.locator('code').textContent());
      expect(checks.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
      expect(checks.find(({ name }) => name === 'replay')?.outcome).toBe('passed');
      await keyboard.press('Escape');
      await panel.waitFor({ state: 'hidden' });

      // And all of it can be taken back, and done again.
      for (let i = 0; i < 4; i += 1) await keyboard.press('u');
      await said(page, words.progress, { checked: 0, all: 7 });
      await desk.mark(WRONG.sanJose).waitFor();
      for (let i = 0; i < 4; i += 1) await keyboard.press('r');
      await desk.mark(RIGHT.sanJose).waitFor();
      expect(await desk.mark(WRONG.sanJose).count()).toBe(0);
    },
  );

  deskTest('confirms by Enter, moves by j and k, and hears its keys from an Arabic keyboard too', {}, async (desk) => {
    const { page } = desk;
    await openArticle(desk, '&review=on');
    await eventually(async () => expect(await heading(page)).toContain('San José'));
    await page.keyboard.press('j');
    await eventually(async () => expect(await heading(page)).not.toContain('San José'));
    await page.keyboard.press('k');
    await eventually(async () => expect(await heading(page)).toContain('San José'));
    await page.keyboard.press('Enter');
    await said(page, words.progress, { checked: 1, all: 7 });
    expect(await desk.mark(WRONG.sanJose).getAttribute('data-checked')).toBe('true');
    const before = await heading(page);
    await page.evaluate(() => window.dispatchEvent(new KeyboardEvent('keydown', { key: 'ت', code: 'KeyJ', bubbles: true })));
    await eventually(async () => expect(await heading(page)).not.toBe(before));
    await page.keyboard.press('?');
    await page.locator('#review-keys').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('#review-keys').waitFor({ state: 'detached' });
  });

  deskTest('a name remembered in one article is put there in the next, as a draft to be confirmed', {}, async (desk) => {
    const { page } = desk;
    await openArticle(desk, '&review=on');
    await eventually(async () => expect(await heading(page)).toContain('San José'));
    await page.getByLabel(words.remember).check();
    await page.keyboard.press('/');
    await page.keyboard.type(RIGHT.sanJoseName);
    await found(page, /^1\s*San José del Guaviare/);
    await page.keyboard.press('Enter');
    await page.keyboard.press('1');
    await desk.mark(RIGHT.sanJose).waitFor();
    await openArticle(desk, '&review=on', 'Shots were fired in San José on Monday. The army flew soldiers in from Villavicencio.');
    await desk.mark(RIGHT.sanJose).waitFor();
    expect(await desk.mark(RIGHT.sanJose).getAttribute('data-checked')).toBeNull();
    await eventually(async () => expect(await page.locator('.review-by').innerText()).toBe(reviewed.by.remembered));
  });
});

deskTest('a pin dragged on the map and a circle drawn on it place a name; what is drawn is no more exact than it is', {}, async (desk) => {
  const { page } = desk;
  await openArticle(desk, '&review=on');
  await eventually(async () => expect(await heading(page)).toContain('San José'));
  const handle = desk.map.locator('.map-pin-handle');
  const at = await handle.boundingBox();
  if (!at) throw new Error('the handle is not on the map');
  await page.mouse.move(at.x + 20, at.y + 20);
  await page.mouse.down();
  await page.mouse.move(at.x + 50, at.y + 40, { steps: 5 });
  await page.mouse.up();
  await eventually(async () => expect((await keptLog(page)).map(({ change }) => change.action)).toEqual(['locate']));
  await eventually(async () => expect(await heading(page)).not.toContain('San José'));
  await page.keyboard.press('p');
  await page.getByRole('button', { name: words.hand.circle, exact: true }).click();
  await page.getByRole('button', { name: words.hand.onMap }).click();
  const frame = await desk.map.boundingBox();
  if (!frame) throw new Error('the map is not on the page');
  const middle = { x: frame.x + frame.width / 2, y: frame.y + frame.height / 2 };
  await eventually(async () => {
    await page.mouse.click(middle.x, middle.y);
    await page.mouse.move(middle.x + 30, middle.y + 10, { steps: 4 });
    await page.mouse.click(middle.x + 60, middle.y + 10);
    expect((await keptLog(page)).length).toBe(2);
  });
  const [, circle] = await keptLog(page);
  expect(circle?.change).toMatchObject({ action: 'locate', where: { type: 'shape', shape: { form: 'circle' } } });
});

async function openArticle(desk: Desk, query = '', own: string = text): Promise<void> {
  await desk.page.goto('/en?view=own');
  await desk.page.evaluate((draft) => sessionStorage.setItem('incident-map.article', draft), JSON.stringify({ text: own, title, date }));
  await desk.open(`/en?article=own${query}`);
}

async function keptLog(page: Page): Promise<Correction[]> {
  return page.evaluate(() => {
    const [key] = Object.keys(localStorage).filter((name) => name.startsWith('incident-map.review.'));
    return key === undefined ? [] : (JSON.parse(localStorage.getItem(key) ?? '[]') as Correction[]);
  });
}

async function heading(page: Page): Promise<string> {
  return page.locator('.review-item h3').innerText();
}

async function said(page: Page, message: string, values: Readonly<Record<string, number>>): Promise<void> {
  const wanted = message.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
  await eventually(async () => expect(await page.locator('.review-progress').innerText()).toBe(wanted));
}

async function found(page: Page, first: RegExp): Promise<void> {
  await eventually(async () => expect(await page.locator('.review-candidates button').first().innerText()).toMatch(first));
}

/** Goes from item to item until one is called so. */
async function walkTo(page: Page, name: string): Promise<void> {
  await page.locator('.review-item h3').waitFor();
  for (let i = 0; i < 20; i += 1) await page.keyboard.press('k');
  for (let i = 0; i < 20; i += 1) {
    if ((await heading(page)).includes(name)) return;
    await page.keyboard.press('j');
    await page.waitForTimeout(50);
  }
  throw new Error(`j did not lead to ${name}`);
}

async function tabTo(page: Page, selector: string): Promise<void> {
  for (let stops = 0; stops < 80; stops += 1) {
    if (await page.evaluate((css) => document.activeElement?.matches(css) ?? false, selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`80 times Tab did not lead to ${selector}`);
}
