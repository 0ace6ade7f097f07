import axe from 'axe-core';
import { AIN_AL_ASAD, IRAQ } from './support/articles';
import { deskTest, PHONE, type Desk, type DeskOptions } from './support/desk';
import { messages } from './support/messages';

/** WCAG 2.2, levels A and AA, as far as a machine can tell. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const DESKS: [name: string, address: string, options: DeskOptions, then?: (desk: Desk) => Promise<void>][] = [
  ['a sample in Arabic', '/ar', {}],
  ['a sample in English', '/en?article=mindoro-ferry', {}],
  ['an open card', `/ar?place=${AIN_AL_ASAD}`, {}, openWhy],
  ['an open card in English', `/en?place=${IRAQ}`, {}, openWhy],
  ['the list of places', '/ar?view=places', {}],
  ['the list of places in English, without governments', '/en?view=places&names=off', {}],
  ['the list of incidents with its filters', '/ar?view=incidents&status=reported', {}],
  ['the list of incidents in English, all held back', '/en?view=incidents&from=1999-01-01&to=1999-01-02', {}],
  ['the card of an incident', '/ar', {}, openIncident],
  ['the card of an incident in English', '/en', {}, openIncident],
  ['the date of publication', '/en?published=2024-08-13', {}, openDate],
  ['the form', '/en?view=own', {}],
  ['the form in Arabic with a complaint', '/ar?view=own', {}, complain],
  ['the review of a place', '/en?review=on', {}, openHand],
  ['the review of an incident in Arabic', '/ar?review=on', {}, openIncidentReview],
  ['the desk on a phone', '/ar', PHONE],
  ['the card of an incident on a phone', '/en', PHONE, openIncident],
  ['an open card on a phone', `/en?place=${AIN_AL_ASAD}`, PHONE],
];

describe('no breach of WCAG that axe can see, light or dark', () => {
  for (const [name, address, options, then] of DESKS) {
    deskTest(name, options, async (desk) => {
      await desk.open(address);
      if (address.includes('place=')) await desk.card.waitFor();
      await then?.(desk);
      const light = await breaches(desk);
      await desk.page.emulateMedia({ colorScheme: 'dark' });
      await desk.map.locator('[data-map-theme="dark"]').waitFor();
      await desk.ready();
      expect({ light, dark: await breaches(desk) }).toEqual({ light: [], dark: [] });
    });
  }

  for (const locale of ['ar', 'en'] as const) {
    deskTest(`the about page, ${locale}`, {}, async (desk) => {
      await desk.page.goto(`/${locale}/about`);
      const light = await breaches(desk);
      await desk.page.emulateMedia({ colorScheme: 'dark' });
      expect({ light, dark: await breaches(desk) }).toEqual({ light: [], dark: [] });
    });
  }
});

/** Unfolds the card's reasons: they are to be looked at too. */
async function openWhy({ card }: Desk): Promise<void> {
  await card.locator('summary').click();
}

async function openIncident({ map, card }: Desk): Promise<void> {
  await map.locator('button[data-incident-id]').first().click();
  await card.waitFor();
}

async function openHand({ page }: Desk): Promise<void> {
  await page.locator('.review-item h3').waitFor();
  await page.keyboard.press('?');
  await page.keyboard.press('p');
  await page.locator('.review-hand').waitFor();
}

/** With a change in the log, and a field of the form. */
async function openIncidentReview({ page, map }: Desk): Promise<void> {
  await page.locator('.review-item h3').waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.review-log').waitFor();
  await map.locator('button[data-incident-id]').first().click();
  await page.locator('.review-headline').waitFor();
  await page.keyboard.press('e');
  await page.locator('.review-form').waitFor();
}

async function openDate({ page }: Desk): Promise<void> {
  await page.getByRole('button', { name: messages.en.reader.date.change }).click();
  await page.getByLabel(messages.en.reader.date.field).first().waitFor();
}

async function complain({ page }: Desk): Promise<void> {
  await page.getByRole('button', { name: messages.ar.own.show, exact: true }).click();
  await page.getByText(messages.ar.errors.empty).waitFor();
}

/**
 * What axe finds, in words: the rule, the element, the figures. A mark on the map may be partly under a card or another
 * mark: where it stands is what it says, the exception that WCAG 2.5.8 makes for pins ("essential"). Its full size is tested on the phone.
 */
async function breaches({ page }: Desk): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async (rules) => {
    const { run } = (globalThis as unknown as { axe: typeof axe }).axe;
    const { violations } = await run(document, { runOnly: { type: 'tag', values: rules }, resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) =>
      nodes
        .filter(
          ({ target }) =>
            !(
              id === 'target-size' &&
              document.querySelector(String(target[0]))?.matches('#map button:is([data-place-id], [data-incident-id])')
            ),
        )
        .map(({ target, failureSummary }) => `${id}: ${target.join(' ')} – ${failureSummary}`),
    );
  }, RULES);
}
