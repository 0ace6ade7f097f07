import { AIN_AL_ASAD, IRAQ } from './support/articles';
import { deskTest, PHONE, type Desk } from './support/desk';
import { eventually } from './support/eventually';
import { messages } from './support/messages';

const { width, height } = PHONE.viewport;

describe('on a phone', () => {
  deskTest('the handle leads the sheet through its three stops, pressed or with the arrow keys', PHONE, async (desk) => {
    await desk.open('/en');
    const handle = desk.page.getByRole('button', { name: 'Panel size' });
    const seen: [string | null, number][] = [await sheetOf(desk)];
    for (let press = 0; press < 2; press += 1) {
      const before = await sheetOf(desk);
      await handle.tap();
      await eventually(async () => expect((await sheetOf(desk))[0]).not.toBe(before[0]));
      seen.push(await settledSheet(desk));
    }
    expect(seen.map(([stop]) => stop)).toEqual(['half', 'full', 'peek']);
    const [half = 0, full = 0, peek = 0] = seen.map(([, size]) => size);
    expect(peek).toBeGreaterThan(40);
    expect(peek).toBeLessThan(height * 0.2);
    expect(half).toBeGreaterThan(height * 0.35);
    expect(half).toBeLessThan(height * 0.65);
    expect(full).toBeGreaterThan(height * 0.8);
    expect(full).toBeLessThanOrEqual(height);
    await handle.focus();
    for (const [key, stop] of [
      ['ArrowUp', 'half'],
      ['ArrowUp', 'full'],
      ['ArrowUp', 'full'],
      ['ArrowDown', 'half'],
      ['ArrowDown', 'peek'],
      ['Enter', 'half'],
    ] as const) {
      await desk.page.keyboard.press(key);
      await eventually(async () => expect((await sheetOf(desk))[0]).toBe(stop));
      expect(await handle.getAttribute('aria-label')).toContain(messages.en.sheet[stop]);
    }
  });

  deskTest('dragging the handle up opens the sheet', PHONE, async (desk) => {
    await desk.open('/ar');
    const box = await desk.page.getByRole('button', { name: 'حجم اللوحة' }).boundingBox();
    const x = (box?.x ?? 0) + (box?.width ?? 0) / 2;
    const y = (box?.y ?? 0) + (box?.height ?? 0) / 2;
    await desk.page.mouse.move(x, y);
    await desk.page.mouse.down();
    await desk.page.mouse.move(x, height * 0.4, { steps: 4 });
    await desk.page.mouse.move(x, height * 0.1, { steps: 4 });
    await desk.page.mouse.up();
    await eventually(async () => expect((await sheetOf(desk))[0]).toBe('full'));
  });

  for (const locale of ['ar', 'en'] as const) {
    deskTest(`a tap on a mark opens its card, whole, above the sheet and beside its mark (${locale})`, PHONE, async (desk) => {
      await desk.open(`/${locale}`);
      await desk.mark(AIN_AL_ASAD).tap();
      await desk.card.waitFor();
      await eventually(async () => {
        const [card, mark, map] = await Promise.all([
          desk.card.boundingBox(),
          desk.mark(AIN_AL_ASAD).boundingBox(),
          desk.map.boundingBox(),
        ]);
        if (card === null || mark === null || map === null) throw new Error('Card, mark and map are not all on the screen.');
        expect(card.x).toBeGreaterThanOrEqual(0);
        expect(card.x + card.width).toBeLessThanOrEqual(width);
        expect(card.y).toBeGreaterThanOrEqual(map.y);
        expect(card.y + card.height).toBeLessThanOrEqual(height - (await settledSheet(desk))[1]);
        const covers =
          card.x < mark.x + mark.width && mark.x < card.x + card.width && card.y < mark.y + mark.height && mark.y < card.y + card.height;
        expect(covers).toBe(false);
        expect(mark.y + mark.height).toBeLessThanOrEqual(height - (await settledSheet(desk))[1]);
      });
      expect(await desk.card.getByRole('blockquote').textContent()).toContain('قاعدة عين الأسد');
      expect(await sidewaysScrollers(desk)).toEqual([]);
    });
  }

  deskTest('a mention tapped in the full sheet makes way for the map', PHONE, async (desk) => {
    await desk.open('/en');
    await desk.page.getByRole('button', { name: 'Panel size' }).tap();
    await eventually(async () => expect((await sheetOf(desk))[0]).toBe('full'));
    await desk.mentions(IRAQ).first().tap();
    await desk.card.waitFor();
    await eventually(async () => {
      const [stop, pixels] = await sheetOf(desk);
      expect(stop).not.toBe('full');
      const card = await desk.card.boundingBox();
      expect((card?.y ?? height) + (card?.height ?? 0)).toBeLessThanOrEqual(height - pixels);
    });
  });

  for (const locale of ['ar', 'en'] as const) {
    deskTest(`nothing scrolls sideways: article, list, form, about (${locale})`, PHONE, async (desk) => {
      for (const query of ['', '?view=places', '?view=own']) {
        await desk.open(`/${locale}${query}`);
        expect([query, await sidewaysScrollers(desk)]).toEqual([query, []]);
      }
      await desk.page.goto(`/${locale}/about`);
      expect(await sidewaysScrollers(desk)).toEqual([]);
    });
  }

  deskTest('every mark is large enough for a finger that aims well: 24 pixels', PHONE, async (desk) => {
    await desk.open('/en');
    const sizes = await desk.map
      .locator('button[data-place-id]')
      .evaluateAll((marks) => marks.map((mark) => mark.getBoundingClientRect().toJSON()));
    expect(sizes.length).toBeGreaterThan(5);
    for (const { width: across, height: down } of sizes as { width: number; height: number }[])
      expect(Math.min(across, down)).toBeGreaterThanOrEqual(24);
  });

  for (const locale of ['ar', 'en'] as const) {
    deskTest(`all that can be pressed is at least 24 pixels each way, words of a sentence aside (${locale})`, PHONE, async (desk) => {
      for (const query of ['', '?view=places', '?view=incidents', '?review=on']) {
        await desk.open(`/${locale}${query}`);
        if (query === '?review=on') await desk.page.locator('.review-item h3').waitFor();
        const small = await tooSmall(desk);
        expect(small.seen).toBeGreaterThan(20);
        expect([query, small.names]).toEqual([query, []]);
      }
    });
  }

  deskTest('the menu holds what the bar has no room for', PHONE, async (desk) => {
    await desk.open('/en');
    const own = desk.page.getByRole('button', { name: messages.en.bar.own });
    expect(await own.isVisible()).toBe(false);
    await desk.page.getByRole('button', { name: messages.en.bar.menu }).tap();
    await own.tap();
    await desk.page.getByRole('textbox', { name: messages.en.own.text, exact: true }).waitFor();
    expect((await sheetOf(desk))[0]).toBe('full');
  });
});

/**
 * What is pressed and smaller than 24 CSS pixels either way (WCAG 2.5.8), by its name. A label is pressed with its field;
 * words within a sentence are as large as the sentence has them, and links to skip are seen only once they have the focus.
 */
async function tooSmall({ page }: Desk): Promise<{ seen: number; names: string[] }> {
  return page.evaluate(() => {
    const pressed = 'a[href], button, input, select, textarea, summary, [role="button"], [role="tab"], [role="slider"]';
    const seen = [...document.querySelectorAll<HTMLElement>(pressed)].filter(
      (element) =>
        element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
        !element.matches('.mention, .trigger') &&
        element.closest('.skip') === null,
    );
    const isSmall = (element: HTMLElement): boolean =>
      [element, element.closest('label') ?? element].every((one) => {
        const { width: across, height: down } = one.getBoundingClientRect();
        return across < 24 || down < 24;
      });
    return { seen: seen.length, names: seen.filter(isSmall).map((element) => element.ariaLabel ?? element.textContent) };
  });
}

/** The sheet's stop, and how many pixels of the screen it takes. */
async function sheetOf({ page }: Desk): Promise<[stop: string | null, pixels: number]> {
  const stop = await page.locator('[data-stop]').getAttribute('data-stop');
  const sheet = page.getByRole('region', { name: /^(Article and places|المقال والأماكن)$/ });
  const box = await sheet.boundingBox();
  return [stop, box === null ? 0 : height - box.y];
}

/** The sheet once it rests. */
async function settledSheet(desk: Desk): Promise<[stop: string | null, pixels: number]> {
  let last = await sheetOf(desk);
  await eventually(async () => {
    const now = await sheetOf(desk);
    const before = last;
    last = now;
    expect(now).toEqual(before);
  });
  return last;
}

/** What can be scrolled sideways, the page itself included. The field of one line that holds a long value is no page. */
async function sidewaysScrollers({ page }: Desk): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((element) => {
        if (element.scrollWidth <= element.clientWidth + 1 || element.clientWidth === 0) return false;
        const root = element === document.scrollingElement;
        return root || ['auto', 'scroll'].includes(getComputedStyle(element).overflowX);
      })
      .map((element) => `${element.tagName.toLowerCase()}.${element.className}: ${element.scrollWidth} in ${element.clientWidth}`),
  );
}
