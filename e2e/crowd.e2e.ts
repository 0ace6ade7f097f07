import { generatedMap } from '../bench/generated-map';
import article from '../data/articles/mindoro-ferry.json';
import { deskTest, type Desk } from './support/desk';
import { eventually } from './support/eventually';
import { messages } from './support/messages';

const map = generatedMap({ seed: 5, places: 300, incidents: 10_000, text: article.text, language: article.language });
/** Buttons that the map may hold at a time, and list entries that may be written: far fewer than there are. */
const MOST_BUTTONS = 250;
const MOST_ENTRIES = 40;

describe('ten thousand incidents', () => {
  deskTest('are counted on the map, and open group by group down to a place with its incidents', {}, async (desk) => {
    await openCrowd(desk, '/en');
    const groups = desk.map.locator('button[data-group-id]:not([data-place-id])');
    await eventually(async () => expect(await groups.count()).toBeGreaterThan(1));
    expect(await desk.map.locator('button[aria-pressed]').count()).toBeLessThan(MOST_BUTTONS);
    // Every press shows the group's parts; after a few, one of them is a single place.
    const places = desk.map.locator('button[data-place-id][data-group-id]');
    for (let presses = 0; presses < 12 && (await places.count()) === 0; presses += 1) {
      const before = await groups.first().getAttribute('data-group-id');
      await groups.first().press('Enter');
      await eventually(async () => expect(await desk.map.locator(`button[data-group-id="${before}"]`).count()).toBe(0));
      expect(await desk.map.locator('button[aria-pressed]').count()).toBeLessThan(MOST_BUTTONS);
    }
    await places.first().press('Enter');
    const here = desk.card.getByRole('list', { name: messages.en.ofIncidents.card.here });
    await here.getByRole('button').first().click();
    await eventually(async () => expect(desk.page.url()).toContain('incident=incident-'));
    const id = new URL(desk.page.url()).searchParams.get('incident') ?? '';
    // What is chosen stands on the map for itself.
    await desk.incident(id).waitFor();
  });

  deskTest('are all in the list, the last one a key away', {}, async (desk) => {
    await openCrowd(desk, '/ar?view=incidents');
    const entries = desk.page.locator('#panel-incidents button.incident');
    await entries.first().focus();
    expect(await entries.count()).toBeLessThan(MOST_ENTRIES);
    await desk.page.keyboard.press('End');
    const last = desk.page.locator('#panel-incidents li[aria-posinset="10000"] button');
    await eventually(async () => expect(await last.evaluate((button) => button === document.activeElement)).toBe(true));
    await desk.page.keyboard.press('Enter');
    await desk.incident('incident-9999').or(desk.card).first().waitFor();
    expect(await entries.count()).toBeLessThan(MOST_ENTRIES);
  });

  deskTest('are counted on the timeline by their days; a bar shows its own', {}, async (desk) => {
    await openCrowd(desk, '/en');
    const bars = desk.page.locator('[data-timeline-days]');
    await bars.first().waitFor();
    expect(await bars.count()).toBeLessThan(MOST_BUTTONS);
    await bars.nth(3).click();
    await eventually(async () => expect(new URL(desk.page.url()).searchParams.get('from')).not.toBeNull());
    await desk.page.getByRole('tab', { name: new RegExp(messages.en.views.incidents) }).click();
    const shown = await desk.page.locator('#panel-incidents .incidents-shown').innerText();
    expect(Number(/[\d,]+/.exec(shown)?.[0].replace(',', ''))).toBeLessThan(2_000);
  });
});

async function openCrowd(desk: Desk, address: string): Promise<void> {
  await desk.page.route('**/api/samples/*/map?*', (route) =>
    route.fulfill({ contentType: 'application/geo+json', body: JSON.stringify(map) }),
  );
  const query = address.includes('?') ? '&' : '?';
  await desk.page.goto(`${address}${query}article=mindoro-ferry`);
  await desk.map.locator('[data-ready="true"]').waitFor({ state: 'attached' });
}
