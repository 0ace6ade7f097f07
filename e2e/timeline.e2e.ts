import type { Locator } from 'playwright-core';
import { askApi, incidentOn, IRAQ, JORDAN, rocketAttack, seedArticle } from './support/articles';
import { deskTest, PHONE, type Desk } from './support/desk';
import { eventually } from './support/eventually';
import { messages } from './support/messages';
import { rested } from './support/view';

const { timeline, filters } = messages.en.ofIncidents;

describe('the timeline and the filters', () => {
  deskTest('a range drawn on it holds back the rest: on the map, in the list and in the text', {}, async (desk) => {
    const map = await askApi(seedArticle, 'en');
    const [january, july] = [incidentOn(map, JORDAN, '2024-01-01'), incidentOn(map, IRAQ, '2024-07-16')];
    await desk.open('/en');
    const triggers = await desk.text.locator('.trigger').count();
    await brush(trackOf(desk), 0.6, 1);
    await eventually(async () => expect(await desk.incident(january.id).count()).toBe(0));
    expect(await desk.incident(july.id).isVisible()).toBe(true);
    expect(await desk.text.locator('.trigger').count()).toBeLessThan(triggers);
    await desk.page.getByRole('tab', { name: messages.en.views.incidents }).click();
    await desk.page.locator(`[role="tabpanel"] button[data-incident-id="${july.id}"]`).waitFor();
    expect(await desk.page.locator(`[role="tabpanel"] button[data-incident-id="${january.id}"]`).count()).toBe(0);
    expect(new URL(desk.page.url()).searchParams.get('from')).toMatch(/^2024-0[45]/);
    await desk.page.getByRole('button', { name: timeline.reset }).click();
    await eventually(async () => expect(await desk.incident(january.id).count()).toBe(1));
  });

  deskTest('in Arabic it runs from right to left, drawn or with the keys', {}, async (desk) => {
    const map = await askApi(seedArticle, 'ar');
    const january = incidentOn(map, JORDAN, '2024-01-01');
    await desk.open('/ar');
    const [bar, last] = await Promise.all([markOf(desk, january.id).boundingBox(), markOf(desk, rocketAttack(map).id).boundingBox()]);
    expect(bar?.x ?? 0).toBeGreaterThan(last?.x ?? Infinity);
    const track = trackOf(desk, 'ar');
    await brush(track, 0, 0.4);
    await eventually(async () => expect(await desk.incident(january.id).count()).toBe(0));
    const from = desk.page.getByRole('slider', { name: messages.ar.ofIncidents.timeline.from });
    const before = Number(await from.getAttribute('aria-valuenow'));
    await from.focus();
    await desk.page.keyboard.press('ArrowLeft');
    await eventually(async () => expect(Number(await from.getAttribute('aria-valuenow'))).toBe(before + 1));
    expect(await from.getAttribute('aria-valuetext')).toMatch(/2024$/);
  });

  deskTest('with the keyboard alone: the ends are sliders that say their day', {}, async (desk) => {
    const map = await askApi(seedArticle, 'en');
    await desk.open('/en');
    const to = desk.page.getByRole('slider', { name: timeline.to });
    await to.focus();
    for (let press = 0; press < 3; press += 1) await desk.page.keyboard.press('PageDown');
    await desk.page.waitForURL('**/en?to=2024-*');
    expect(await to.getAttribute('aria-valuetext')).toMatch(/^\w+day \d+ May 2024$/);
    await eventually(async () => expect(await desk.incident(rocketAttack(map).id).count()).toBe(0));
    await desk.page.keyboard.press('End');
    await eventually(async () => expect(new URL(desk.page.url()).search).toBe(''));
    await desk.page.getByRole('button', { name: timeline.next }).focus();
    await desk.page.keyboard.press('Enter');
    await desk.card.waitFor();
    expect(await desk.card.innerText()).toContain('January 2024');
  });

  deskTest('play goes from the first to the next, and a closed card ends it', {}, async (desk) => {
    const map = await askApi(seedArticle, 'en');
    await desk.open('/en');
    await desk.page.getByRole('button', { name: timeline.play }).click();
    const shown = () => new URL(desk.page.url()).searchParams.get('incident');
    await eventually(async () => expect(shown()).toBe(incidentOn(map, JORDAN, '2024-01-01').id));
    await eventually(async () => expect(shown()).toBe(incidentOn(map, IRAQ, '2024-07-16').id));
    await desk.card.getByRole('button', { name: messages.en.ofIncidents.card.close }).click();
    await desk.page.getByRole('button', { name: timeline.play }).waitFor();
    expect(shown()).toBeNull();
  });

  deskTest('filters stand in the address with their choice, come back on reload, and are kept by the language switch', {}, async (desk) => {
    const map = await askApi(seedArticle, 'en');
    const shown = map.incidents.filter(({ status, type }) => status === 'reported' && type === 'Explosions/Remote violence');
    await desk.open('/en?view=incidents');
    await desk.page.getByText(filters.title, { exact: true }).click();
    await desk.page.getByRole('checkbox', { name: messages.en.ofIncidents.statusShort.reported }).check();
    await desk.page.getByRole('checkbox', { name: messages.en.ofIncidents.types['Explosions/Remote violence'] }).check();
    await desk.page.getByText(`${shown.length} of ${map.incidents.length} incidents`).waitFor();
    await desk.incident(rocketAttack(map).id).click();
    await desk.card.waitFor();
    await rested(desk);
    const address = desk.page.url();
    const { searchParams } = new URL(address);
    expect([searchParams.get('type'), searchParams.get('status'), searchParams.get('incident')]).toEqual([
      'explosions',
      'reported',
      rocketAttack(map).id,
    ]);
    const marks = await desk.map.locator('button[data-incident-id]').count();
    expect(marks).toBe(shown.filter(({ placeId }) => placeId !== null).length);
    await desk.page.reload();
    await desk.ready();
    await desk.card.waitFor();
    expect(desk.page.url()).toBe(address);
    expect(await desk.map.locator('button[data-incident-id]').count()).toBe(marks);
    expect(await desk.page.getByRole('checkbox', { name: messages.en.ofIncidents.statusShort.reported }).isChecked()).toBe(true);
    await desk.page.getByRole('link', { name: 'العربية', exact: true }).click();
    await desk.page.waitForURL(/\/ar\?/);
    await desk.ready();
    await desk.card.waitFor();
    expect(new URL(desk.page.url()).search).toBe(new URL(address).search);
    expect(await desk.map.locator('button[data-incident-id]').count()).toBe(marks);
  });

  deskTest('on a phone it is a strip that plays', PHONE, async (desk) => {
    await desk.open('/en');
    const handle = desk.page.getByRole('button', { name: 'Panel size' });
    await handle.focus();
    await desk.page.keyboard.press('ArrowDown');
    const strip = desk.page.getByRole('region', { name: timeline.label });
    await eventually(async () => expect(await desk.page.locator('[data-stop]').getAttribute('data-stop')).toBe('peek'));
    expect((await strip.boundingBox())?.height ?? Infinity).toBeLessThan(60);
    await desk.page.getByRole('button', { name: timeline.play }).tap();
    await desk.card.waitFor();
    expect(await desk.card.innerText()).toContain('January 2024');
  });
});

function trackOf(desk: Desk, locale: 'ar' | 'en' = 'en'): Locator {
  return desk.page.getByRole('region', { name: messages[locale].ofIncidents.timeline.label }).locator('.timeline-track');
}

function markOf(desk: Desk, id: string): Locator {
  return desk.page.locator(`[data-timeline-id="${id}"]`);
}

/** Draws a range from one part of the track's width to another, from the left. */
async function brush(track: Locator, from: number, to: number): Promise<void> {
  const box = await track.boundingBox();
  if (box === null) throw new Error('The timeline is not on the screen.');
  const { mouse } = track.page();
  // Near the lower edge of the rows, where no mark and no end lies.
  const y = box.y + box.height - 30;
  const x = (part: number) => box.x + 14 + (box.width - 28) * part;
  await mouse.move(x(from), y);
  await mouse.down();
  await mouse.move(x((from + to) / 2), y, { steps: 3 });
  await mouse.move(x(to), y, { steps: 3 });
  await mouse.up();
}
