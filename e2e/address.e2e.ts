import { AIN_AL_ASAD, IRAQ } from './support/articles';
import { deskTest } from './support/desk';
import { eventually } from './support/eventually';
import { messages } from './support/messages';
import { rested } from './support/view';

describe('the address holds what is on the desk', () => {
  deskTest('a reload brings back article, place, quote, view, names and colours', {}, async (desk) => {
    await desk.open('/en');
    await desk.mark(IRAQ).click();
    await desk.card.getByRole('button', { name: messages.en.onMap.card.next }).click();
    await desk.page.getByRole('tab', { name: messages.en.views.places }).click();
    await desk.page.getByRole('switch', { name: messages.en.places.show }).uncheck();
    await desk.page.getByRole('combobox', { name: messages.en.bar.theme }).selectOption('dark');
    await rested(desk);
    const quote = desk.card.getByRole('blockquote');
    const before = {
      address: desk.page.url(),
      quote: await quote.textContent(),
      marks: await desk.map.locator('button[data-place-id]').count(),
    };
    await desk.page.reload();
    await desk.ready();
    await desk.card.waitFor();
    expect(desk.page.url()).toBe(before.address);
    expect(await quote.textContent()).toBe(before.quote);
    expect(await desk.card.innerText()).toMatch(/\b2 of \d/);
    expect(await desk.map.locator('button[data-place-id]').count()).toBe(before.marks);
    expect(await desk.page.getByRole('tab', { name: messages.en.views.places }).getAttribute('aria-selected')).toBe('true');
    expect(await desk.page.getByRole('switch', { name: messages.en.places.show }).isChecked()).toBe(false);
    expect(await desk.page.getByRole('combobox', { name: messages.en.bar.theme }).inputValue()).toBe('dark');
    expect(await desk.entry(IRAQ).getAttribute('aria-pressed')).toBe('true');
  });

  deskTest('the back button undoes a choice, the forward button makes it again', {}, async (desk) => {
    await desk.open('/en');
    await desk.mark(IRAQ).click();
    await desk.card.waitFor();
    await desk.mentions(AIN_AL_ASAD).first().click();
    await eventually(async () => expect(await desk.card.innerText()).toContain('عين الأسد'));
    await desk.page.goBack();
    await eventually(async () => expect(await desk.card.getAttribute('aria-label')).toBe('Iraq'));
    await desk.page.goBack();
    await desk.card.waitFor({ state: 'hidden' });
    expect(await desk.text.locator('mark[aria-pressed="true"]').count()).toBe(0);
    await desk.page.goForward();
    await eventually(async () => expect(await desk.card.getAttribute('aria-label')).toBe('Iraq'));
  });

  deskTest('another article has its own address, text and marks, and back leads to the first', {}, async (desk) => {
    await desk.open('/en');
    await desk.page.getByRole('combobox', { name: messages.en.bar.article }).selectOption('mindoro-ferry');
    await desk.page.waitForURL('**/en?article=mindoro-ferry');
    await desk.page.getByText('Mamburao').first().waitFor();
    await eventually(async () => expect(await desk.mark(AIN_AL_ASAD).count()).toBe(0));
    await desk.ready();
    await desk.page.goBack();
    await desk.mark(AIN_AL_ASAD).waitFor();
  });

  deskTest('an address that names no place of the article opens the article all the same', {}, async (desk) => {
    await desk.open('/en?place=geonames:1&mention=99&view=nonsense&theme=pink');
    expect(await desk.card.isVisible()).toBe(false);
    expect(await desk.mark(AIN_AL_ASAD).isVisible()).toBe(true);
  });

  deskTest('an address without a page says so', { expected: [/404/] }, async (desk) => {
    const response = await desk.page.goto('/en?article=there-is-none');
    expect(response?.status()).toBe(404);
    await desk.page.getByRole('heading', { name: messages.en.notFound.title }).waitFor();
  });
});
