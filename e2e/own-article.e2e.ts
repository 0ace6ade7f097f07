import type { Locator } from 'playwright-core';
import { AIN_AL_ASAD, askApi } from './support/articles';
import { deskTest, type Desk } from './support/desk';
import { eventually } from './support/eventually';
import { messages } from './support/messages';

const ARABIC = 'وصل وفد من الأمم المتحدة إلى مدينة حلب في شمال سوريا يوم الأحد، ثم توجه إلى دمشق.\nوقال شهود إن الطريق إلى حمص كان مغلقا.';
const ENGLISH =
  'Two explosions were heard in Port Sudan on Sunday, witnesses said.\nOfficials in Khartoum said that a drone had struck a fuel depot near Kassala.';
const FRENCH =
  "Des roquettes ont frappé lundi une base militaire dans l'ouest du pays, ont déclaré des responsables. Plusieurs soldats ont été blessés et transportés vers un hôpital de la capitale.";
const HOSTILE =
  'Rockets hit the city of Aleppo on Monday <img src=x onerror="window.hacked=1"><script>window.hacked=2</script> and the army in Damascus said <b>nothing</b>. "><svg onload=window.hacked=3>';
/** How many characters an article may have. */
const LIMIT = 1_000_000;

describe('an article of one’s own', () => {
  for (const [locale, text, names] of [
    ['ar', ARABIC, ['حلب', 'دمشق', 'حمص']],
    ['en', ENGLISH, ['Port Sudan', 'Khartoum', 'Kassala']],
  ] as const) {
    deskTest(`pasted in ${locale}: its text, its marks, and none of another article’s; kept over a reload`, {}, async (desk) => {
      await openForm(desk, locale);
      await textBox(desk).fill(text);
      await submit(desk);
      await desk.page.waitForURL(`**/${locale}?article=own`);
      await shows(desk, text);
      const { features } = await askApi({ text }, locale);
      for (const name of names) expect(features.map((feature) => feature.properties.name)).toContainEqual(expect.stringContaining(name));
      const ids = await desk.map
        .locator('button[data-place-id]')
        .evaluateAll((marks) => marks.map((mark) => mark.getAttribute('data-place-id')));
      expect(ids).toEqual(features.map((feature) => feature.id));
      expect(ids).not.toContain(AIN_AL_ASAD);
      const direction = locale === 'ar' ? 'rtl' : 'ltr';
      expect(
        await desk.text
          .locator('mark')
          .first()
          .evaluate((mark) => getComputedStyle(mark).direction),
      ).toBe(direction);
      await desk.page.reload();
      await shows(desk, text);
    });
  }

  deskTest('a dropped .txt file is read into the box and onto the map', {}, async (desk) => {
    await openForm(desk, 'en');
    await drop(desk, [['news.txt', `\uFEFF${ENGLISH.replaceAll('\n', '\r\n')}`, 'text/plain']]);
    await eventually(async () => expect(await textBox(desk).inputValue()).toBe(ENGLISH));
    await desk.page.getByText('Read from news.txt.').waitFor();
    await submit(desk);
    await shows(desk, ENGLISH);
  });

  deskTest('a file that is no text is refused by name, and what was typed stays', {}, async (desk) => {
    await openForm(desk, 'en');
    await textBox(desk).fill(ENGLISH);
    await drop(desk, [['photo.jpg', 'not a photo', 'image/jpeg']]);
    await complaint(desk, 'photo.jpg');
    expect(await textBox(desk).inputValue()).toBe(ENGLISH);
    await drop(desk, [
      ['a.txt', 'one', 'text/plain'],
      ['b.txt', 'two', 'text/plain'],
    ]);
    await complaint(desk, messages.en.errors.oneFile);
    expect(await textBox(desk).inputValue()).toBe(ENGLISH);
  });

  deskTest('an empty one is asked for, and nothing is sent', {}, async (desk) => {
    await openForm(desk, 'en');
    let sent = 0;
    desk.page.on('request', (request) => (sent += request.method() === 'POST' ? 1 : 0));
    for (const nothing of ['', ' \n\t ']) {
      await textBox(desk).fill(nothing);
      await submit(desk);
      await complaint(desk, messages.en.errors.empty);
      expect(await isFocused(textBox(desk))).toBe(true);
    }
    expect(sent).toBe(0);
  });

  deskTest('one character too many: the message counts, and every character is still there, after a reload too', {}, async (desk) => {
    const line = `${ENGLISH.replaceAll('\n', ' ')}\n`;
    const text = line.repeat(Math.ceil(LIMIT / line.length) + 1).slice(0, LIMIT) + 'x';
    await openForm(desk, 'en');
    await put(textBox(desk), text);
    await submit(desk);
    await complaint(desk, '1,000,001', '1,000,000');
    expect((await textBox(desk).inputValue()) === text).toBe(true);
    await desk.page.reload();
    await eventually(async () => expect((await textBox(desk).inputValue()) === text).toBe(true));
  });

  for (const locale of ['ar', 'en'] as const) {
    deskTest(
      `in French: it says which languages are read, and the text stays, after a reload too (${locale})`,
      { expected: [/\b400\b/] },
      async (desk) => {
        await openForm(desk, locale);
        await textBox(desk).fill(FRENCH);
        await submit(desk);
        await complaint(desk, messages[locale].errors.language);
        expect(await textBox(desk).inputValue()).toBe(FRENCH);
        expect(await isFocused(textBox(desk))).toBe(true);
        await desk.page.reload();
        await eventually(async () => expect(await textBox(desk).inputValue()).toBe(FRENCH));
      },
    );
  }

  deskTest(
    'while the server cannot be reached: it says so, the text stays, and the second try works',
    { expected: [/ERR_FAILED/] },
    async (desk) => {
      await openForm(desk, 'en');
      await textBox(desk).fill(ENGLISH);
      await desk.page.route('**/api/geoparse*', (route) => route.abort());
      await submit(desk);
      await complaint(desk, messages.en.errors.unreachable);
      expect(await textBox(desk).inputValue()).toBe(ENGLISH);
      await desk.page.unroute('**/api/geoparse*');
      await submit(desk);
      await shows(desk, ENGLISH);
    },
  );

  deskTest('hostile text stays text: in the article, its title, the card and the list', {}, async (desk) => {
    await openForm(desk, 'en');
    await textBox(desk).fill(HOSTILE);
    await desk.page.getByRole('textbox', { name: messages.en.own.title }).fill('<img src=x onerror="window.hacked=4">');
    await submit(desk);
    await shows(desk, HOSTILE);
    await desk.page.getByRole('heading', { name: '<img src=x onerror="window.hacked=4">' }).waitFor();
    await desk.text.locator('mark').first().click();
    await desk.card.waitFor();
    expect(await desk.card.getByRole('blockquote').textContent()).toContain('<img src=x onerror="window.hacked=1"><script>');
    expect(await desk.page.locator('img[src="x"], svg[onload], [onerror]').count()).toBe(0);
    expect(
      await desk.page
        .locator('script')
        .evaluateAll((scripts) => scripts.filter((script) => script.textContent === 'window.hacked=2').length),
    ).toBe(0);
    expect(await desk.page.evaluate(() => 'hacked' in window)).toBe(false);
  });

  deskTest('a text without a place has a map without marks, and says so', {}, async (desk) => {
    await openForm(desk, 'en');
    await textBox(desk).fill('The committee met again on Tuesday and decided that nothing more could be done about the price of bread.');
    await submit(desk);
    await desk.text.getByText(messages.en.found.none).waitFor();
    expect(await desk.map.locator('button[data-place-id]').count()).toBe(0);
  });

  deskTest('a link to it from elsewhere explains itself', {}, async (desk) => {
    await desk.page.goto('/en?article=own');
    await desk.page.getByRole('heading', { name: messages.en.reader.noText }).waitFor();
    await desk.page.getByRole('button', { name: messages.en.reader.pasteAgain }).click();
    await eventually(async () => expect(await isFocused(textBox(desk))).toBe(true));
  });
});

/** The form, opened as its button opens it; the map behind it is of no concern. */
async function openForm({ page }: Desk, locale: 'ar' | 'en'): Promise<void> {
  await page.goto(`/${locale}`);
  await page.getByRole('button', { name: messages[locale].bar.own, exact: true }).click();
  await page.waitForURL('**view=own');
}

function textBox({ page }: Desk): Locator {
  return page.getByRole('textbox', { name: new RegExp(`^(${messages.ar.own.text}|${messages.en.own.text})$`) });
}

/** As `fill` does, at once: the browser's own typing of a million characters takes minutes. */
async function put(box: Locator, text: string): Promise<void> {
  await box.evaluate((element, value) => {
    if (!(element instanceof HTMLTextAreaElement)) throw new Error('Not a text box.');
    element.setRangeText(value, 0, element.value.length, 'end');
    element.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
  }, text);
}

async function submit({ page }: Desk): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^(${messages.ar.own.show}|${messages.en.own.show})$`) }).click();
}

/** The article and its marks are on the desk, and the text is as it was pasted, character for character. */
async function shows(desk: Desk, text: string): Promise<void> {
  await desk.ready();
  await eventually(async () => {
    const paragraphs = await desk.text.locator('p:has(mark)').evaluateAll(([first]) => first?.parentElement?.textContent ?? null);
    expect(paragraphs).toBe(text);
  });
}

/** Waits for an alert with these words. */
async function complaint({ page }: Desk, ...words: string[]): Promise<void> {
  await eventually(async () => {
    const alerts = (await page.getByRole('alert').allTextContents()).join('\n');
    for (const part of words) expect(alerts).toContain(part);
  });
}

async function isFocused(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => element === document.activeElement);
}

async function drop({ page }: Desk, files: [name: string, content: string, type: string][]): Promise<void> {
  const dataTransfer = await page.evaluateHandle((list) => {
    const transfer = new DataTransfer();
    for (const [name, content, type] of list) transfer.items.add(new File([content], name, { type }));
    return transfer;
  }, files);
  const form = page.locator('form');
  await form.dispatchEvent('dragover', { dataTransfer });
  await form.dispatchEvent('drop', { dataTransfer });
}
