import { AIN_AL_ASAD, askApi, IRAQ, JORDAN, incidentOn, rocketAttack, seedArticle } from './support/articles';
import { deskTest, PHONE, type Desk } from './support/desk';
import { eventually } from './support/eventually';
import { messages } from './support/messages';

describe('the incidents of the seed article', () => {
  for (const [locale, said] of [
    ['en', { date: 'Monday 5 August 2024', toll: 'several injured', place: 'Ain al-Asad Air Base', with: 'rockets' }],
    ['ar', { date: 'الاثنين 5 أغسطس 2024', toll: 'عدد من الجرحى', place: 'عين الأسد', with: 'صواريخ' }],
  ] as const) {
    deskTest(`the rocket attack's card says what, when, where, how many, and marks the words that say so (${locale})`, {}, async (desk) => {
      const attack = rocketAttack(await askApi(seedArticle, locale));
      await desk.open(`/${locale}`);
      await desk.incident(attack.id).click();
      await desk.card.waitFor();
      const words = await desk.card.innerText();
      for (const word of Object.values(said)) expect(words).toContain(word);
      expect(words).toContain(messages[locale].ofIncidents.subTypes['Shelling/artillery/missile attack']);
      expect(words).toContain(messages[locale].ofIncidents.status.reported);
      const quote = desk.card.getByRole('blockquote');
      expect(await quote.textContent()).toBe(attack.evidence[0]?.text);
      expect(await quote.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
      const marked = async (field: string) => (await quote.locator(`mark[data-field="${field}"]`).allTextContents()).join(' ');
      expect(await marked('date')).toBe(attack.date?.text);
      expect(await marked('date')).toContain('الاثنين');
      expect(await marked('casualties')).toContain('العديد من الأفراد');
      expect(await quote.locator('mark:is([data-field="trigger"], [data-in-trigger])').allTextContents()).not.toEqual([]);
      for (const field of ['trigger', 'date', 'casualties'] as const)
        expect(await desk.card.getByText(messages[locale].ofIncidents.card.fields[field], { exact: true }).count()).toBeGreaterThan(0);
      await desk.card.getByRole('button', { name: messages[locale].ofIncidents.card.next }).click();
      await eventually(async () => expect(await quote.textContent()).toBe(attack.evidence[1]?.text));
    });
  }

  deskTest(
    'what is known of a country only stands in the frame with its name, and what is threatened is drawn as such',
    {},
    async (desk) => {
      const map = await askApi(seedArticle, 'en');
      await desk.open('/en');
      // The name is not under its own frame.
      await desk.mark(JORDAN).click({ trial: true });
      expect(await topmost(desk, JORDAN)).toBe('map-mark-chip-name');
      const frame = await desk.mark(JORDAN).locator('.map-mark-frame').boundingBox();
      const sign = await desk.incident(incidentOn(map, JORDAN, '2024-01-01').id).boundingBox();
      if (frame === null || sign === null) throw new Error('Jordan is not on the screen.');
      expect(sign.x).toBeGreaterThan(frame.x);
      expect(sign.y).toBeGreaterThan(frame.y);
      expect(sign.x + sign.width).toBeLessThan(frame.x + frame.width);
      expect(sign.y + sign.height).toBeLessThan(frame.y + frame.height);
      for (const { id, status, placeId } of map.incidents)
        if (placeId !== null)
          expect([id, await desk.incident(id).locator('.incident-sign').getAttribute('data-status')]).toEqual([id, status]);
      expect(map.incidents.filter(({ status }) => status === 'threatened').length).toBeGreaterThan(0);
    },
  );

  deskTest('no mark of an incident hides another', {}, async (desk) => {
    await desk.open('/en');
    const boxes = await desk.map
      .locator('button[data-incident-id]')
      .evaluateAll((marks) => marks.map((mark) => mark.getBoundingClientRect().toJSON() as DOMRect));
    expect(boxes.length).toBeGreaterThan(5);
    for (const [i, a] of boxes.entries())
      for (const b of boxes.slice(i + 1)) {
        const apart = a.right <= b.left + 1 || b.right <= a.left + 1 || a.bottom <= b.top + 1 || b.bottom <= a.top + 1;
        expect([a, b, apart]).toEqual([a, b, true]);
      }
  });

  deskTest(
    'its words in the text open it and light its sentences; its card leads to the place, and the place back to it',
    {},
    async (desk) => {
      const attack = rocketAttack(await askApi(seedArticle, 'en'));
      await desk.open('/en');
      expect(await desk.text.locator('.evidence').count()).toBe(0);
      const trigger = desk.text.locator(`[data-incident-ids~="${attack.id}"]`);
      await trigger.click();
      await desk.card.waitFor();
      expect(await trigger.getAttribute('aria-pressed')).toBe('true');
      expect(await desk.incident(attack.id).getAttribute('aria-pressed')).toBe('true');
      const lit = (await desk.text.locator('.evidence').allTextContents()).join('');
      for (const { text } of attack.evidence) expect(lit.replace(/\s/g, '')).toContain(text.replace(/\s/g, ''));
      await desk.card.getByRole('button', { name: 'Ain al-Asad Air Base' }).click();
      await eventually(async () => expect(new URL(desk.page.url()).searchParams.get('place')).toBe(AIN_AL_ASAD));
      await desk.card.getByRole('button', { name: /Monday 5 August 2024/ }).click();
      await eventually(async () => expect(new URL(desk.page.url()).searchParams.get('incident')).toBe(attack.id));
      expect(new URL(desk.page.url()).searchParams.get('place')).toBeNull();
    },
  );

  deskTest('the list holds them all, says which are not drawn, and opens what is chosen', {}, async (desk) => {
    const { incidents } = await askApi(seedArticle, 'en');
    await desk.open('/en?view=incidents');
    const entries = desk.page.getByRole('tabpanel').locator('button[data-incident-id]');
    await entries.first().waitFor();
    const idsOf = () => entries.evaluateAll((list) => list.map((entry) => entry.getAttribute('data-incident-id')));
    expect(await idsOf()).toEqual(incidents.map(({ id }) => id));
    await desk.page.getByRole('button', { name: messages.en.ofIncidents.list.byDate }).click();
    const dated = incidents.flatMap(({ id, date }) => (date === null ? [] : [{ id, start: date.start }]));
    expect((await idsOf())[0]).toBe(dated.sort((a, b) => (a.start < b.start ? -1 : 1))[0]?.id);
    const unplaced = incidents.filter(({ placeId }) => placeId === null);
    expect(await desk.page.getByText(messages.en.ofIncidents.list.notDrawn).count()).toBe(unplaced.length);
    if (unplaced[0]) {
      await desk.page.locator(`[role="tabpanel"] button[data-incident-id="${unplaced[0].id}"]`).click();
      await desk.card.waitFor();
      expect(await desk.card.innerText()).toContain(messages.en.ofIncidents.card.unplaced);
    }
  });

  deskTest('another date of publication moves "يوم الاثنين"; it is in the address, and the way back is shown', {}, async (desk) => {
    await desk.open('/en?view=article');
    await desk.page.getByRole('button', { name: messages.en.reader.date.change }).click();
    await desk.page.getByLabel(messages.en.reader.date.field).first().fill('2024-08-14');
    await desk.page.getByRole('button', { name: messages.en.reader.date.use }).click();
    await desk.page.waitForURL('**/en?published=2024-08-14');
    const moved = incidentOn(
      await askApi({ ...seedArticle, publishedAt: '2024-08-14' } as { text: string }, 'en'),
      AIN_AL_ASAD,
      '2024-08-12',
    );
    await desk.incident(moved.id).click();
    await eventually(async () => expect(await desk.card.innerText()).toContain('Monday 12 August 2024'));
    await desk.page.reload();
    await desk.ready();
    await desk.card.waitFor();
    expect(await desk.card.innerText()).toContain('Monday 12 August 2024');
    await desk.page.getByRole('button', { name: messages.en.reader.date.own }).click();
    await eventually(async () => expect(await desk.card.innerText()).toContain('Monday 5 August 2024'));
    expect(new URL(desk.page.url()).searchParams.get('published')).toBeNull();
    expect(await desk.page.getByText(messages.en.reader.inferred).isVisible()).toBe(true);
  });

  deskTest('on a phone an incident opens above the sheet and beside its mark, and no card covers the zoom buttons', PHONE, async (desk) => {
    const map = await askApi(seedArticle, 'ar');
    await desk.open('/ar');
    for (const { id } of [rocketAttack(map), incidentOn(map, IRAQ, '2024-07-16')]) {
      await desk.page.goto(`/ar?incident=${encodeURIComponent(id)}`);
      await desk.ready();
      await desk.card.waitFor();
      await eventually(async () => {
        const zoom = desk.map.getByRole('button', { name: messages.ar.onMap.zoomOut });
        expect(await overlap(desk.card, zoom)).toBe(false);
        expect(await overlap(desk.card, desk.incident(id))).toBe(false);
      });
    }
  });
});

/** What is painted topmost in the middle of a place's mark. */
async function topmost({ mark }: Desk, placeId: string): Promise<string | undefined> {
  return mark(placeId).evaluate((button) => {
    const { x, y, width, height } = button.getBoundingClientRect();
    return document.elementFromPoint(x + width / 2, y + height / 2)?.className;
  });
}

async function overlap(first: Desk['card'], second: Desk['card']): Promise<boolean> {
  const [a, b] = await Promise.all([first.boundingBox(), second.boundingBox()]);
  if (a === null || b === null) throw new Error('Not both are on the screen.');
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
