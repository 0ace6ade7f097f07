import axe from 'axe-core';
import { AIN_AL_ASAD } from './support/articles';
import { deskTest, PHONE, type Desk, type DeskOptions } from './support/desk';
import { messages } from './support/messages';

/** WCAG 2.2, levels A and AA, as far as a machine can tell. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const PAGES: [name: string, address: string, options: DeskOptions, then?: (desk: Desk) => Promise<void>][] = [
  ['a sample in Arabic', '/ar', {}],
  ['a sample in English', '/en', {}],
  ['an open card', `/ar?place=${AIN_AL_ASAD}`, {}, openWhy],
  ['an open card in English', `/en?place=iso:IQ`, {}, openWhy],
  ['the list of places', '/ar?view=places', {}],
  ['the list of places in English, without governments', '/en?view=places&names=off', {}],
  ['the form', '/en?view=own', {}],
  ['the form in Arabic with a complaint', '/ar?view=own', {}, complain],
  ['the desk on a phone', '/ar', PHONE],
  ['an open card on a phone', `/en?place=${AIN_AL_ASAD}`, PHONE],
];

describe.each(['light', 'dark'] as const)('no breach of WCAG that axe can see, %s', (colorScheme) => {
  for (const [name, address, options, then] of PAGES) {
    deskTest(name, { ...options, colorScheme }, async (desk) => {
      await desk.open(address);
      if (address.includes('place=')) await desk.card.waitFor();
      await then?.(desk);
      expect(await breaches(desk)).toEqual([]);
    });
  }

  for (const locale of ['ar', 'en'] as const) {
    deskTest(`the about page, ${locale}`, { colorScheme }, async (desk) => {
      await desk.page.goto(`/${locale}/about`);
      expect(await breaches(desk)).toEqual([]);
    });
  }
});

async function openWhy({ card }: Desk): Promise<void> {
  await card.getByText(new RegExp(`${messages.ar.onMap.card.why.replace('?', '')}|${messages.en.onMap.card.why.replace('?', '')}`)).click();
}

async function complain({ page }: Desk): Promise<void> {
  await page.getByRole('button', { name: messages.ar.own.show, exact: true }).click();
  await page.getByText(messages.ar.errors.empty).waitFor();
}

/** What axe finds, in words: the rule, the element, the figures. */
async function breaches({ page }: Desk): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async (rules) => {
    const { run } = (globalThis as unknown as { axe: typeof axe }).axe;
    const { violations } = await run(document, { runOnly: { type: 'tag', values: rules }, resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} – ${failureSummary}`),
    );
  }, RULES);
}
