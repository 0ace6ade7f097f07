import type { Locator } from 'playwright-core';
import { AIN_AL_ASAD, askApi, IRAQ, placeOf, seedArticle, SYRIA } from './support/articles';
import { deskTest, type Desk } from './support/desk';
import { eventually } from './support/eventually';
import { messages } from './support/messages';

describe('text, list and map move together', () => {
  deskTest('a mention pressed in the text opens its own quote on the map', {}, async (desk) => {
    const { mentions, name } = placeOf(await askApi(seedArticle, 'en'), SYRIA).properties;
    const second = mentions[1];
    expect(second).toBeDefined();
    await desk.open('/en');
    const mention = desk.text.locator(`mark[data-start="${second?.start}"]`);
    await mention.click();
    await desk.card.waitFor();
    expect(await desk.card.getAttribute('aria-label')).toBe(name);
    expect(await desk.card.getByRole('blockquote').textContent()).toBe(second?.quote.text);
    expect(await mention.getAttribute('aria-current')).toBe('true');
    expect(await pressedMarks(desk)).toEqual([SYRIA]);
    await insideOfMap(desk, desk.card);
    await insideOfMap(desk, desk.mark(SYRIA));
  });

  deskTest('a place chosen on the map marks its mentions, and no others, and brings the first into sight', {}, async (desk) => {
    await desk.open('/en');
    const first = desk.mentions(SYRIA).first();
    expect(await isInside(first, desk.text)).toBe(false);
    await desk.mark(SYRIA).click();
    await eventually(async () => expect(await isInside(first, desk.text)).toBe(true));
    const pressed = desk.text.locator('mark[aria-pressed="true"]');
    expect(await pressed.count()).toBe(await desk.mentions(SYRIA).count());
    expect(new Set(await pressed.evaluateAll((marks) => marks.map((mark) => mark.getAttribute('data-place-id'))))).toEqual(
      new Set([SYRIA]),
    );
    await desk.card.getByRole('button', { name: messages.en.onMap.card.close }).click();
    await desk.card.waitFor({ state: 'hidden' });
    expect(await pressed.count()).toBe(0);
    expect(await pressedMarks(desk)).toEqual([]);
  });

  deskTest('a place chosen in the list opens on the map', {}, async (desk) => {
    await desk.open('/en');
    await desk.page.getByRole('tab', { name: messages.en.views.places }).click();
    await desk.entry(AIN_AL_ASAD).click();
    await desk.card.waitFor();
    expect(await desk.entry(AIN_AL_ASAD).getAttribute('aria-pressed')).toBe('true');
    expect(await pressedMarks(desk)).toEqual([AIN_AL_ASAD]);
    await insideOfMap(desk, desk.card);
    // Where the choice is far off the screen, the map goes there.
    const washington = placeOf(await askApi(seedArticle, 'en'), 'geonames:4140963');
    await desk.entry(washington.id).click();
    await eventually(() => insideOfMap(desk, desk.mark(washington.id)));
    await eventually(() => insideOfMap(desk, desk.card));
  });

  deskTest('hovering one lights the other, and only as long as it lasts', {}, async (desk) => {
    await desk.open('/en');
    const mention = desk.mentions(IRAQ).first();
    const mark = desk.mark(IRAQ);
    const plain = await groundOf(mention);
    await mention.hover();
    await eventually(async () => expect(await mark.getAttribute('data-state')).toBe('lit'));
    await desk.page.mouse.move(5, 5);
    await eventually(async () => expect(await mark.getAttribute('data-state')).not.toBe('lit'));
    expect(await groundOf(mention)).toBe(plain);
    await mark.hover();
    await eventually(async () => expect(await groundOf(mention)).not.toBe(plain));
    await desk.page.mouse.move(5, 5);
    await eventually(async () => expect(await groundOf(mention)).toBe(plain));
    await desk.page.getByRole('tab', { name: messages.en.views.places }).click();
    await desk.entry(IRAQ).hover();
    await eventually(async () => expect(await mark.getAttribute('data-state')).toBe('lit'));
  });
});

async function pressedMarks(desk: Desk): Promise<(string | null)[]> {
  return desk.map
    .locator('button[data-place-id][aria-pressed="true"]')
    .evaluateAll((marks) => marks.map((mark) => mark.getAttribute('data-place-id')));
}

async function groundOf(mention: Locator): Promise<string> {
  return mention.evaluate((element) => getComputedStyle(element).backgroundColor);
}

async function insideOfMap(desk: Desk, part: Locator): Promise<void> {
  expect(await isInside(part, desk.map)).toBe(true);
}

async function isInside(inner: Locator, outer: Locator): Promise<boolean> {
  const [a, b] = await Promise.all([inner.boundingBox(), outer.boundingBox()]);
  if (a === null || b === null) return false;
  return a.x >= b.x && a.y >= b.y && a.x + a.width <= b.x + b.width && a.y + a.height <= b.y + b.height;
}
