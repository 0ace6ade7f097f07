import type { Page } from 'playwright-core';
import type { Correction } from '../lib/review/corrections';
import reviewed from '../data/messages/ar/reviewed.json';
import share from '../data/messages/ar/share.json';
import words from '../data/messages/ar/review.json';
import { verifyBundle } from '../lib/export/verify-bundle';
import { deskTest, type Desk } from './support/desk';
import { download } from './support/download';
import { eventually } from './support/eventually';

/** Written for the test, and made up: the engine knows no word for what befell the mill. */
const ARTICLE = {
  title: 'طاحونة الحي القديم',
  date: '2026-03-10',
  text: [
    'زار محافظ نينوى مدينة الموصل يوم الأحد، والتقى أصحاب المحال في الحي القديم.',
    'وقال صاحب طاحونة قمح إن ملثمين أتلفوا مخزنه ليلا، فلم يبق فيه كيس واحد.',
  ].join('\n\n'),
};
const SENTENCE = 'وقال صاحب طاحونة قمح إن ملثمين أتلفوا مخزنه ليلا، فلم يبق فيه كيس واحد.';

// Some hundred keys, an export and a reload.
jest.setTimeout(120_000);

deskTest('a missed incident is added in Arabic by keyboard alone, taken back, put back, kept and exported', {}, async (desk) => {
  const { page } = desk;
  const { keyboard } = page;
  await openArticle(desk);
  const marks = desk.map.locator('button.map-incident');
  expect(await marks.count()).toBe(0);

  // The key by its place on an Arabic keyboard; the arrows go on to the words, Shift takes in the next.
  await page.locator('.review-item h3').waitFor();
  await page.evaluate(() => window.dispatchEvent(new KeyboardEvent('keydown', { key: 'ه', code: 'KeyI', bubbles: true })));
  await page.getByText(words.markingIncident, { exact: true }).waitFor();
  await keyboard.press('ArrowDown');
  await page.getByText('\u2068وقال\u2069').first().waitFor();
  for (let word = 0; word < 6; word += 1) await keyboard.press('ArrowLeft');
  await keyboard.press('Shift+ArrowLeft');
  await page.getByText('\u2068أتلفوا مخزنه\u2069').first().waitFor();
  await keyboard.press('Enter');

  await page.getByText(words.incidentQuestion).waitFor();
  expect(await page.locator('.review-item blockquote').allInnerTexts()).toEqual([SENTENCE]);
  await focused(page, 'select[name="type"]');
  await choose(page, 'select[name="type"]', 'Strategic developments');
  await tabTo(page, 'select[name="subType"]');
  await choose(page, 'select[name="subType"]', 'Looting/property destruction');
  await tabTo(page, 'input[name="actor-attacker"]');
  await keyboard.type('ملثمون');
  await keyboard.press('Enter');
  await page.getByText(words.edit.actor).waitFor();
  await keyboard.press('ControlOrMeta+a');
  await keyboard.type('ملثمين');

  // Its place is none that the passage names: it is looked for.
  await tabTo(page, '#review-place-search', 'Shift+Tab');
  await keyboard.type('تلعفر');
  await page.locator('.review-found button').first().waitFor();
  await keyboard.press('Enter');
  await focused(page, '.review-found button');
  await keyboard.press('Enter');
  await focused(page, '#review-place');
  await tabTo(page, '.review-form input[name="start"]');
  await keyboard.press('Tab');
  await tabTo(page, '.review-form button[type="submit"]');
  await keyboard.press('Enter');

  const told = async () => {
    await eventually(async () => expect(await marks.count()).toBe(1));
    await eventually(async () => expect(await page.locator('.review-item').innerText()).toContain('أتلفوا'));
    expect(await page.locator('.review-by').innerText()).toContain(reviewed.actions.add);
  };
  await told();
  expect(await marks.first().getAttribute('data-checked')).toBe('true');
  const [entry] = await keptLog(page);
  expect(entry?.change).toMatchObject({
    action: 'addIncident',
    fields: { type: 'Strategic developments', subType: 'Looting/property destruction', actors: [{ name: 'ملثمين', role: 'attacker' }] },
  });
  expect(entry?.change).toMatchObject({ where: { where: { type: 'place', place: { countryCode: 'IQ' } } } });
  if (entry?.change.action !== 'addIncident') throw new Error('no incident was added');
  const { trigger, evidence } = entry.change;
  expect(ARTICLE.text.slice(trigger.start, trigger.end)).toBe('أتلفوا مخزنه');
  expect(evidence.map(({ start, end }) => ARTICLE.text.slice(start, end))).toEqual([SENTENCE]);

  await keyboard.press('u');
  await eventually(async () => expect(await marks.count()).toBe(0));
  await keyboard.press('r');
  await told();
  await page.reload();
  await desk.ready();
  await eventually(async () => expect(await marks.count()).toBe(1));

  const { bytes } = await download(desk, 'geojson', share, true);
  const exported = JSON.parse(new TextDecoder().decode(bytes)) as { incidents: unknown[] };
  expect(exported.incidents).toMatchObject([
    {
      headline: expect.stringContaining('أتلفوا') as string,
      review: { by: 'human', action: 'add' },
      byHand: expect.arrayContaining(['type', 'actors']) as string[],
    },
  ]);
  const bundle = await download(desk, 'bundle', share, true);
  const checks = await verifyBundle(bundle.bytes, null, null);
  expect(checks.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
  expect(checks.find(({ name }) => name === 'replay')?.outcome).toBe('passed');
});

async function openArticle(desk: Desk): Promise<void> {
  await desk.page.goto('/ar?view=own');
  await desk.page.evaluate((draft) => sessionStorage.setItem('incident-map.article', draft), JSON.stringify(ARTICLE));
  await desk.open('/ar?article=own&review=on');
}

async function keptLog(page: Page): Promise<Correction[]> {
  return page.evaluate(() => {
    const [key] = Object.keys(localStorage).filter((name) => name.startsWith('incident-map.review.'));
    return key === undefined ? [] : (JSON.parse(localStorage.getItem(key) ?? '[]') as Correction[]);
  });
}

/** Goes down a list of choices with the arrow key until one is chosen. */
async function choose(page: Page, selector: string, value: string): Promise<void> {
  for (let steps = 0; steps < 60; steps += 1) {
    if ((await page.locator(selector).inputValue()) === value) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`the arrow key did not lead to ${value}`);
}

async function focused(page: Page, selector: string): Promise<void> {
  await eventually(async () => expect(await hasFocus(page, selector)).toBe(true));
}

async function tabTo(page: Page, selector: string, key = 'Tab'): Promise<void> {
  for (let stops = 0; stops < 60; stops += 1) {
    if (await hasFocus(page, selector)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} did not lead to ${selector}`);
}

function hasFocus(page: Page, selector: string): Promise<boolean> {
  return page.evaluate((css) => document.activeElement?.matches(css) ?? false, selector);
}
