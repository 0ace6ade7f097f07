import type { Page } from 'playwright-core';
import { AIN_AL_ASAD, IRAQ } from './support/articles';
import { deskTest, type Desk } from './support/desk';
import { eventually } from './support/eventually';
import { messages } from './support/messages';
import { middleOf } from './support/ruler';

const { skip, views } = messages.en;
const { card } = messages.en.onMap;

// Nothing here may touch the mouse: keys only.
describe('with the keyboard alone', () => {
  deskTest(
    'the first Tab skips to the article; Enter on a mention opens its place, Esc closes it and the mention keeps the focus',
    {},
    async (desk) => {
      const { keyboard } = desk.page;
      await desk.open('/en');
      await keyboard.press('Tab');
      expect(await focusedName(desk.page)).toBe(skip.article);
      await keyboard.press('Enter');
      await eventually(async () => expect(await focusedName(desk.page)).toBe(messages.en.reader.text));
      await tabTo(desk, `mark[data-place-id="${AIN_AL_ASAD}"]`);
      await keyboard.press('Enter');
      await desk.card.waitFor();
      expect(await desk.card.getByRole('blockquote').textContent()).toContain('عين الأسد');
      await keyboard.press('Escape');
      await desk.card.waitFor({ state: 'hidden' });
      expect(await isFocused(desk, `mark[data-place-id="${AIN_AL_ASAD}"]`)).toBe(true);
      // Space does as Enter does.
      await keyboard.press(' ');
      await desk.card.waitFor();
    },
  );

  deskTest(
    'Enter on a mark of the map opens the card and moves into it; the pager answers; Esc leads back to the mark',
    {},
    async (desk) => {
      const { keyboard } = desk.page;
      await desk.open('/en');
      await keyboard.press('Tab');
      await keyboard.press('Tab');
      await keyboard.press('Tab');
      expect(await focusedName(desk.page)).toBe(skip.map);
      await keyboard.press('Enter');
      expect(await isFocused(desk, '#map')).toBe(true);
      await tabTo(desk, `#map button[data-place-id="${IRAQ}"]`);
      expect(await desk.mark(IRAQ).getAttribute('data-state')).toBe('lit');
      await keyboard.press('Enter');
      await eventually(async () => expect(await isFocusWithin(desk, '#map article')).toBe(true));
      const before = await desk.card.getByRole('blockquote').textContent();
      await tabTo(desk, `#map article button[aria-label="${card.next}"]`);
      await keyboard.press('Enter');
      await eventually(async () => expect(await desk.card.getByRole('blockquote').textContent()).not.toBe(before));
      expect(await isFocusWithin(desk, '#map article')).toBe(true);
      await tabTo(desk, '#map article summary');
      await keyboard.press('Enter');
      expect(await desk.card.getByRole('group').getAttribute('open')).not.toBeNull();
      await keyboard.press('Escape');
      await desk.card.waitFor({ state: 'hidden' });
      expect(await isFocused(desk, `#map button[data-place-id="${IRAQ}"]`)).toBe(true);
    },
  );

  deskTest('the card closes by its button too, and gives the focus back', {}, async (desk) => {
    const { keyboard } = desk.page;
    await desk.open('/ar');
    await desk.mark(AIN_AL_ASAD).focus();
    await keyboard.press('Enter');
    await eventually(async () => expect(await isFocusWithin(desk, '#map article')).toBe(true));
    await keyboard.press('Tab');
    expect(await focusedName(desk.page)).toBe(messages.ar.onMap.card.close);
    await keyboard.press('Enter');
    await desk.card.waitFor({ state: 'hidden' });
    expect(await isFocused(desk, `#map button[data-place-id="${AIN_AL_ASAD}"]`)).toBe(true);
  });

  deskTest('the arrow keys move the map', {}, async (desk) => {
    const { keyboard } = desk.page;
    await desk.open('/en');
    await desk.map.focus();
    await tabTo(desk, '#map canvas');
    const before = await middleOf(desk, AIN_AL_ASAD);
    await keyboard.press('ArrowRight');
    await eventually(async () => expect((await middleOf(desk, AIN_AL_ASAD)).x).toBeLessThan(before.x - 50));
  });

  deskTest('arrows turn the tabs; arrows, j and k, Home and End walk the list; Enter opens, Esc closes and stays', {}, async (desk) => {
    const { keyboard } = desk.page;
    await desk.open('/en');
    await tabTo(desk, '[role="tab"][aria-selected="true"]');
    await keyboard.press('ArrowRight');
    await eventually(async () =>
      expect(await desk.page.getByRole('tab', { name: views.places }).getAttribute('aria-selected')).toBe('true'),
    );
    expect(await isFocused(desk, '[role="tab"][aria-selected="true"]')).toBe(true);
    await tabTo(desk, '[role="tabpanel"] button[data-place-id]');
    const places = await desk.page
      .getByRole('tabpanel')
      .locator('button[data-place-id]')
      .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('data-place-id')));
    expect(await focusedPlace(desk.page)).toBe(places[0]);
    const steps: [key: string, to: number][] = [
      ['j', 1],
      ['ArrowDown', 2],
      ['k', 1],
      ['ArrowUp', 0],
      ['k', 0],
      ['End', places.length - 1],
      ['j', places.length - 1],
      ['Home', 0],
      ['j', 1],
    ];
    for (const [key, to] of steps) {
      await keyboard.press(key);
      expect([key, await focusedPlace(desk.page)]).toEqual([key, places[to]]);
    }
    await keyboard.press('Enter');
    await desk.card.waitFor();
    expect(await desk.mark(places[1] ?? '').getAttribute('aria-pressed')).toBe('true');
    await keyboard.press('Escape');
    await desk.card.waitFor({ state: 'hidden' });
    expect(await focusedPlace(desk.page)).toBe(places[1]);
  });

  deskTest('the second skip link leads to the first place of the list', {}, async (desk) => {
    await desk.open('/ar');
    await desk.page.keyboard.press('Tab');
    await desk.page.keyboard.press('Tab');
    expect(await focusedName(desk.page)).toBe(messages.ar.skip.places);
    await desk.page.keyboard.press('Enter');
    await eventually(async () => expect(await focusedPlace(desk.page)).toBe(IRAQ));
  });
});

/** Presses Tab until what the selector names has the focus; the way may not be longer than the page's stops. */
async function tabTo(desk: Desk, selector: string): Promise<void> {
  for (let stops = 0; stops < 60; stops += 1) {
    if (await isFocused(desk, selector)) return;
    await desk.page.keyboard.press('Tab');
  }
  throw new Error(`60 times Tab did not lead to ${selector}; the focus is on ${await focusedName(desk.page)}.`);
}

/** Whether the first element that the selector names has the focus. */
async function isFocused({ page }: Desk, selector: string): Promise<boolean> {
  return page.evaluate((css) => document.activeElement !== null && document.activeElement === document.querySelector(css), selector);
}

async function isFocusWithin({ page }: Desk, selector: string): Promise<boolean> {
  return page.evaluate((css) => document.querySelector(css)?.contains(document.activeElement) ?? false, selector);
}

async function focusedName(page: Page): Promise<string | null> {
  return page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? null);
}

async function focusedPlace(page: Page): Promise<string | null> {
  return page.evaluate(() => document.activeElement?.getAttribute('data-place-id') ?? null);
}
