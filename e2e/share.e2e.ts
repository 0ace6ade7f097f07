import { AIN_AL_ASAD, askApi, BAGHDAD, rocketAttack, seedArticle } from './support/articles';
import { deskTest, type Desk } from './support/desk';
import { eventually } from './support/eventually';
import { messages } from './support/messages';
import { difference } from './support/picture';
import { rested, viewIn } from './support/view';

/** Of all pixels: a city's name may stand on the other side of its dot, because it stays where it had room before a move. */
const TOLERANCE = 0.005;

/** A picture of all that is seen, once nothing moves: the pointer stands where it lights nothing. */
async function picture(desk: Desk): Promise<Buffer> {
  await desk.page.mouse.move(1, 1);
  await desk.ready();
  await desk.page.evaluate(() => document.fonts.ready);
  return desk.page.screenshot({ animations: 'disabled' });
}

describe('the address brings the picture back', () => {
  deskTest('as it opens, it says nothing of the map', {}, async (desk) => {
    await desk.open('/en');
    await desk.page.waitForTimeout(800);
    expect(desk.page.url()).toMatch(/\/en$/);
  });

  deskTest('after the map was moved: the same view, exactly, at its first picture', {}, async (desk) => {
    await desk.open('/en?theme=dark&names=off&view=places');
    await desk.map.getByRole('button', { name: messages.en.onMap.zoomIn }).click();
    const zoomed = await rested(desk);
    const box = await desk.map.boundingBox();
    if (box === null) throw new Error('the map has no box');
    await desk.page.mouse.move(box.x + box.width / 2, box.y + 60);
    await desk.page.mouse.down();
    await desk.page.mouse.move(box.x + box.width / 2 + 90, box.y + 140, { steps: 4 });
    await desk.page.mouse.up();
    const moved = await rested(desk, zoomed);
    expect(moved).toMatch(/^\d+(\.\d{1,4})?\/-?\d+(\.\d{1,5})?\/-?\d+(\.\d{1,5})?$/);
    const before = await picture(desk);
    await desk.open(desk.page.url());
    expect(await difference(desk.page, before, await picture(desk))).toBeLessThan(TOLERANCE);
    expect(viewIn(desk)).toBe(moved);
  });

  deskTest('with a place, its card, a filter and a range of days', {}, async (desk) => {
    await desk.open('/ar?type=explosions&from=2024-07-01&to=2024-08-06&theme=light');
    await desk.mark(AIN_AL_ASAD).click();
    await desk.card.waitFor();
    await desk.map.getByRole('button', { name: messages.ar.onMap.zoomOut }).click();
    const view = await rested(desk);
    const before = await picture(desk);
    const address = desk.page.url();
    await desk.open(address);
    await desk.card.waitFor();
    expect(await difference(desk.page, before, await picture(desk))).toBeLessThan(TOLERANCE);
    expect(desk.page.url()).toBe(address);
    expect(viewIn(desk)).toBe(view);
  });

  deskTest('with an incident that was flown to', {}, async (desk) => {
    const { id } = rocketAttack(await askApi(seedArticle, 'en'));
    await desk.open('/en?view=incidents');
    await desk.page.getByRole('tabpanel').locator(`button[data-incident-id="${id}"]`).click();
    await desk.card.waitFor();
    await rested(desk);
    const before = await picture(desk);
    await desk.open(desk.page.url());
    await desk.card.waitFor();
    expect(await difference(desk.page, before, await picture(desk))).toBeLessThan(TOLERANCE);
  });

  deskTest('a step back takes the camera along', {}, async (desk) => {
    await desk.open('/en');
    // The map alone: the text has been scrolled to the place, and stays there.
    const mapPicture = async () => {
      await picture(desk);
      return desk.map.screenshot({ animations: 'disabled' });
    };
    const opening = await mapPicture();
    await desk.mark(BAGHDAD).click();
    await desk.card.waitFor();
    await desk.map.getByRole('button', { name: messages.en.onMap.zoomIn }).click();
    await rested(desk);
    await desk.page.goBack();
    await desk.card.waitFor({ state: 'hidden' });
    await eventually(async () => expect(await difference(desk.page, opening, await mapPicture())).toBeLessThan(TOLERANCE));
    expect(viewIn(desk)).toBeNull();
  });

  deskTest('another article begins where it opens', {}, async (desk) => {
    await desk.open('/en?map=5/33/44');
    await desk.page.getByRole('combobox', { name: messages.en.bar.article }).selectOption('mindoro-ferry');
    await desk.page.waitForURL('**/en?article=mindoro-ferry');
    await desk.page.waitForTimeout(800);
    expect(viewIn(desk)).toBeNull();
  });
});
