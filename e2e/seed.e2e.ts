import { AIN_AL_ASAD, askApi, BAGHDAD, IRAQ, placeOf, seedArticle } from './support/articles';
import { deskTest } from './support/desk';
import { eventually } from './support/eventually';
import { messages } from './support/messages';
import { kilometresBetween, layRuler, middleOf } from './support/ruler';

/** OurAirports' ORAA, `[longitude, latitude]`. */
const TRUE_POSITION = [42.4412, 33.7856] as const;
const TOLERANCE_KM = 10;
const QUOTED = 'تستهدف قاعدة عين الأسد في غرب العراق';

describe('the seed article', () => {
  test('Ain al-Asad lies within 10 km of its position, as a point, in the API', async () => {
    const { geometry, properties } = placeOf(await askApi(seedArticle, 'ar'), AIN_AL_ASAD);
    expect(geometry.type).toBe('Point');
    const [lon = NaN, lat = NaN] = geometry.type === 'Point' ? geometry.coordinates : [];
    expect(kilometresBetween([lon, lat], TRUE_POSITION)).toBeLessThan(TOLERANCE_KM);
    expect(kilometresBetween(properties.labelPoint, TRUE_POSITION)).toBeLessThan(TOLERANCE_KM);
    expect(properties.wherePrecision).toBe(1);
  });

  deskTest('Ain al-Asad stands within 10 km of its position on the screen, by the scale bar and the mark of Baghdad', {}, async (desk) => {
    const baghdad = placeOf(await askApi(seedArticle, 'en'), BAGHDAD).properties.labelPoint;
    await desk.open('/en');
    const before = (await layRuler(desk, BAGHDAD, baghdad)).kmPerPixel;
    await desk.map.getByRole('button', { name: messages.en.onMap.zoomIn }).click();
    await eventually(async () => expect((await layRuler(desk, BAGHDAD, baghdad)).kmPerPixel).toBeLessThan(before * 0.55));
    const ruler = await layRuler(desk, BAGHDAD, baghdad);
    const { x, y } = await middleOf(desk, AIN_AL_ASAD);
    expect(kilometresBetween(ruler.placeAt(x, y), TRUE_POSITION)).toBeLessThan(TOLERANCE_KM);
  });

  deskTest('a click on its mark opens the sentence, marked, right to left, and the name in both scripts', {}, async (desk) => {
    await desk.open('/ar');
    await desk.mark(AIN_AL_ASAD).click();
    const quote = desk.card.getByRole('blockquote');
    await quote.waitFor();
    expect(await quote.textContent()).toContain(QUOTED);
    expect(seedArticle.text).toContain((await quote.textContent()) ?? 'nothing');
    expect(await quote.locator('mark').allTextContents()).toEqual([expect.stringContaining('عين الأسد')]);
    expect(await quote.getAttribute('lang')).toBe('ar');
    expect(await quote.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
    const { names } = placeOf(await askApi(seedArticle, 'ar'), AIN_AL_ASAD).properties;
    const words = await desk.card.innerText();
    expect(names.ar).toMatch(/عين الأسد/);
    expect(names.en).toMatch(/Asad/);
    expect(words).toContain(names.ar);
    expect(words).toContain(names.en);
    expect(await desk.mark(AIN_AL_ASAD).getAttribute('aria-pressed')).toBe('true');
  });

  deskTest('the quote stays Arabic and right to left in the English interface', {}, async (desk) => {
    await desk.open('/en');
    await desk.mark(AIN_AL_ASAD).click();
    const quote = desk.card.getByRole('blockquote');
    expect(await quote.textContent()).toContain(QUOTED);
    expect(await quote.getAttribute('lang')).toBe('ar');
    expect(await quote.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
    expect(await desk.card.evaluate((element) => getComputedStyle(element).direction)).toBe('ltr');
  });

  deskTest('the pager steps through all quotes of Iraq and around, each as the article has it', {}, async (desk) => {
    const { mentions } = placeOf(await askApi(seedArticle, 'en'), IRAQ).properties;
    expect(mentions.length).toBeGreaterThan(1);
    await desk.open('/en');
    await desk.mark(IRAQ).click();
    const quote = desk.card.getByRole('blockquote');
    for (const [index, mention] of mentions.entries()) {
      await desk.card.getByText(`${index + 1} of ${mentions.length}`, { exact: true }).waitFor();
      expect(await quote.textContent()).toBe(seedArticle.text.slice(mention.quote.start, mention.quote.end));
      expect(await quote.locator('mark').textContent()).toBe(seedArticle.text.slice(mention.start, mention.end));
      expect(await desk.mentions(IRAQ).nth(index).getAttribute('aria-current')).toBe('true');
      await desk.card.getByRole('button', { name: messages.en.onMap.card.next }).click();
    }
    await desk.card.getByText(`1 of ${mentions.length}`, { exact: true }).waitFor();
    await desk.card.getByRole('button', { name: messages.en.onMap.card.previous }).click();
    await desk.card.getByText(`${mentions.length} of ${mentions.length}`, { exact: true }).waitFor();
  });
});
