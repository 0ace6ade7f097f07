import type { Locator } from 'playwright-core';
import { AIN_AL_ASAD } from './support/articles';
import { DESKTOP, deskTest, type Desk } from './support/desk';
import { eventually } from './support/eventually';
import { messages } from './support/messages';

/** What stands on the screen in each language: written out, so that a message in the wrong file is seen. */
const SAID = {
  ar: {
    dir: 'rtl',
    tabs: ['المقال', /^الأماكن/],
    own: 'مقال من عندك',
    other: 'English',
    zoom: 'تقريب',
    legend: 'مفتاح الخريطة',
    name: 'عين الأسد',
  },
  en: {
    dir: 'ltr',
    tabs: ['Article', /^Places/],
    own: 'Your own article',
    other: 'العربية',
    zoom: 'Zoom in',
    legend: 'Legend',
    name: 'Ain al-Asad Air Base',
  },
} as const;

describe('the interface in its two languages', () => {
  for (const locale of ['ar', 'en'] as const) {
    const said = SAID[locale];
    deskTest(`/${locale} is in its language and direction, with the article on its reading side`, {}, async (desk) => {
      await desk.open(`/${locale}`);
      const html = desk.page.locator('html');
      expect([await html.getAttribute('lang'), await html.getAttribute('dir')]).toEqual([locale, said.dir]);
      const [text, map] = await Promise.all([desk.text.boundingBox(), desk.map.boundingBox()]);
      const textIsLeft = (text?.x ?? 0) < (map?.x ?? 0);
      expect(textIsLeft).toBe(locale === 'en');
      expect((map?.width ?? 0) / DESKTOP.width).toBeGreaterThan(0.6);
      for (const name of said.tabs) expect(await desk.page.getByRole('tab', { name }).isVisible()).toBe(true);
      expect(await desk.page.getByRole('button', { name: said.own, exact: true }).isVisible()).toBe(true);
      expect(await desk.map.getByRole('button', { name: said.zoom }).isVisible()).toBe(true);
      expect(await desk.map.getByText(said.legend, { exact: true }).isVisible()).toBe(true);
      expect(await desk.mark(AIN_AL_ASAD).getAttribute('aria-label')).toContain(said.name);
      // The article is what it is, whatever the interface speaks.
      expect(
        await desk
          .mentions(AIN_AL_ASAD)
          .first()
          .evaluate((mark) => getComputedStyle(mark).direction),
      ).toBe('rtl');
      expect(
        await desk
          .mentions(AIN_AL_ASAD)
          .first()
          .evaluate((mark) => mark.closest('[lang]')?.getAttribute('lang')),
      ).toBe('ar');
    });
  }

  deskTest('the language switch keeps article, place and quote', {}, async (desk) => {
    await desk.open('/ar?article=nafusa-floods');
    const first = await desk.map.locator('button[data-place-id]').first().getAttribute('data-place-id');
    await desk.text.locator('mark').first().click();
    await desk.card.waitFor();
    const quote = await desk.card.getByRole('blockquote').textContent();
    await desk.page.getByRole('link', { name: SAID.ar.other, exact: true }).click();
    await desk.page.waitForURL(
      ({ pathname, searchParams }) => pathname === '/en' && searchParams.get('article') === 'nafusa-floods' && searchParams.has('place'),
    );
    await desk.ready();
    await desk.card.waitFor();
    expect(await desk.page.locator('html').getAttribute('lang')).toBe('en');
    expect(await desk.card.getByRole('blockquote').textContent()).toBe(quote);
    expect(await desk.map.locator('button[data-place-id]').first().getAttribute('data-place-id')).toBe(first);
    expect(await desk.page.getByRole('combobox', { name: messages.en.bar.article }).inputValue()).toBe('nafusa-floods');
  });

  for (const [accepted, locale] of [
    ['ar-IQ', 'ar'],
    ['en-GB', 'en'],
    ['fr-FR', 'en'],
  ] as const) {
    deskTest(`the bare address leads a visitor who reads ${accepted} to /${locale}`, { locale: accepted }, async (desk) => {
      await desk.page.goto('/');
      expect(new URL(desk.page.url()).pathname).toBe(`/${locale}`);
      expect(await desk.page.locator('html').getAttribute('lang')).toBe(locale);
    });
  }
});

describe('light and dark', () => {
  for (const [colorScheme, query, expected] of [
    ['light', '', 'light'],
    ['dark', '', 'dark'],
    ['light', '?theme=dark', 'dark'],
    ['dark', '?theme=light', 'light'],
  ] as const) {
    deskTest(`a ${colorScheme} system with "${query}" is ${expected}: page and map`, { colorScheme }, async (desk) => {
      await desk.open(`/en${query}`);
      expect(await shades(desk)).toEqual({ ground: expected, map: expected });
      await desk.page.goto(`/en/about${query}`);
      expect(await groundOf(desk)).toBe(expected);
    });
  }

  deskTest('the choice of colours changes page and map at once, and is kept by the language switch', {}, async (desk) => {
    await desk.open('/en');
    expect(await shades(desk)).toEqual({ ground: 'light', map: 'light' });
    await desk.page.getByRole('combobox', { name: messages.en.bar.theme }).selectOption('dark');
    await eventually(async () => expect(await shades(desk)).toEqual({ ground: 'dark', map: 'dark' }));
    await desk.page.getByRole('link', { name: SAID.en.other, exact: true }).click();
    await desk.page.waitForURL('**/ar?theme=dark');
    await desk.ready();
    expect(await shades(desk)).toEqual({ ground: 'dark', map: 'dark' });
  });
});

type Shade = 'light' | 'dark';

async function shades(desk: Desk): Promise<{ ground: Shade; map: Shade }> {
  return { ground: await groundOf(desk), map: (await brightness(desk, desk.map)) > 127 ? 'light' : 'dark' };
}

/** What colour the page's own ground is computed to, against that of its words. */
async function groundOf({ page }: Desk): Promise<Shade> {
  return page.evaluate(() => {
    const sum = (colour: string) => (colour.match(/[\d.]+/g) ?? []).slice(0, 3).reduce((total, part) => total + Number(part), 0);
    const { backgroundColor, color } = getComputedStyle(document.body);
    return sum(backgroundColor) > sum(color) ? 'light' : 'dark';
  });
}

/** Mean brightness of a part of the screen as it is drawn, 0 to 255. */
async function brightness({ page }: Desk, part: Locator): Promise<number> {
  const picture = (await part.screenshot({ type: 'png' })).toString('base64');
  return page.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = new OffscreenCanvas(64, 64);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('No canvas to measure on.');
    context.drawImage(image, 0, 0, 64, 64);
    const { data: pixels } = context.getImageData(0, 0, 64, 64);
    let sum = 0;
    for (let i = 0; i < pixels.length; i += 4) sum += ((pixels[i] ?? 0) + (pixels[i + 1] ?? 0) + (pixels[i + 2] ?? 0)) / 3;
    return sum / (pixels.length / 4);
  }, picture);
}
