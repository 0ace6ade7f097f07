import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ARTICLE, COLLECTION, expectUnharmed, IMAGE, run, SOURCE, TAG, TEXT, TITLE } from './support/hostile';
import { useOwnApp } from './support/own-app';

describe('hostile content stays text', () => {
  const own = useOwnApp({}, { viewport: { width: 1024, height: 640 } });
  let id: string;
  let collection: string;

  const send = (method: string, at: string, value: unknown) =>
    fetch(own.origin + at, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) });
  const exported = (format: string) => send('POST', `/api/export?format=${format}&locale=en`, { article: ARTICLE, note: TITLE });

  beforeAll(async () => {
    const saved = await send('POST', '/api/articles', ARTICLE);
    expect(saved.status).toBe(201);
    ({ id } = (await saved.json()) as { id: string });
    expect((await send('PUT', `/api/articles/${id}/tags`, { tags: [TAG] })).status).toBe(200);
    const made = await send('POST', '/api/collections', { name: COLLECTION });
    expect(made.status).toBe(201);
    ({ id: collection } = (await made.json()) as { id: string });
    expect((await send('PATCH', `/api/collections/${collection}/articles`, { add: [id] })).status).toBe(200);
  });

  const unharmed = () => expectUnharmed(own);
  const drawn = () => own.page.locator('#map button[data-place-id]').first().waitFor({ state: 'attached', timeout: 30_000 });

  for (const locale of ['ar', 'en'] as const) {
    test(`on the desk: reader, list, cards, timeline (${locale})`, async () => {
      await own.page.goto(`/${locale}?saved=${id}`);
      await drawn();
      expect(await own.page.locator('body').innerText()).toContain('<script>window.hacked=8</script>');
      await unharmed();
      for (const view of ['places', 'incidents']) {
        await own.page.goto(`/${locale}?saved=${id}&view=${view}`);
        await drawn();
        await unharmed();
      }
      for (const mark of ['button[data-incident-id]', 'button[data-place-id]']) {
        await own.page.locator(`#map ${mark}`).first().dispatchEvent('click');
        const card = own.page.locator('#map').getByRole('article');
        await card.waitFor();
        await card.getByRole('blockquote').first().waitFor();
        for (const reasons of await card.locator('summary').all()) await reasons.click();
        await unharmed();
      }
      await own.page.goto(`/${locale}?saved=${id}&review=on`);
      await drawn();
      await unharmed();
    });

    test(`in the library and on a collection's map (${locale})`, async () => {
      await own.page.goto(`/${locale}/library`);
      await own.page.getByText(IMAGE, { exact: false }).first().waitFor();
      await own.page.getByText(COLLECTION).first().waitFor();
      await unharmed();
      await own.page.goto(`/${locale}/library?q=${encodeURIComponent(IMAGE)}`);
      await own.page.locator('main').waitFor();
      await unharmed();
      await own.page.goto(`/${locale}/library/${collection}`);
      await own.page.getByText(COLLECTION).first().waitFor();
      await unharmed();
      await own.page.goto(`/${locale}/library/${collection}/summary`);
      await own.page.locator('main').waitFor();
      await unharmed();
    });
  }

  test('in the address', async () => {
    for (const at of [
      `/en?place=${encodeURIComponent(IMAGE)}&q=${encodeURIComponent(SOURCE)}&type=${encodeURIComponent(IMAGE)}`,
      `/en/sign-in?next=${encodeURIComponent(`javascript:${run(14)}`)}`,
      `/en/sign-in?next=%2F%2Fevil.example&problem=${encodeURIComponent(IMAGE)}`,
      `/en/library?tag=${encodeURIComponent(TAG)}`,
    ]) {
      await own.page.goto(at);
      await own.page.locator('main').first().waitFor();
      await unharmed();
    }
    expect(await own.page.goto('/en/sign-in?next=%2F%2Fevil.example').then(() => own.page.locator('input[name=next]').inputValue())).toBe(
      '/en',
    );
  });

  test('in a page of its own and in KML, opened from the disk', async () => {
    const html = await exported('html');
    expect(html.headers.get('content-disposition')).toMatch(/^attachment; /);
    const kml = await (await exported('kml')).text();
    for (const [name, content] of [
      ['own.html', await html.text()],
      ['own.kml', kml],
      ['own.xml', kml],
    ] as const) {
      const file = path.join(own.data, name);
      writeFileSync(file, content);
      if (name.endsWith('.kml')) continue;
      await own.page.goto(pathToFileURL(file).href);
      await own.page
        .locator(name.endsWith('.html') ? '#map button[data-place-id]' : ':root')
        .first()
        .waitFor({ state: 'attached' });
      await unharmed();
    }
    expect(kml).not.toMatch(/<script|<img(?! src="(?:https?|files)\b)/i);
  });

  test('in tables: no cell is a formula', async () => {
    for (const format of ['csv', 'incidents-csv']) {
      const table = await (await exported(format)).text();
      expect(table.length).toBeGreaterThan(200);
      expect(table.match(/(^|[,\n])"?[=+@\t][A-Z]/g)).toBeNull();
    }
  });

  test('in a file’s name: no header ends early, no folder is left', async () => {
    const title = 'a"\r\nset-cookie: hacked=1\r\n\r\n<script>/../../etc/passwd\u202egpj.exe';
    const answer = await send('POST', '/api/export?format=geojson', { article: { ...ARTICLE, title } });
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([200, null]);
    const disposition = answer.headers.get('content-disposition') ?? '';
    expect(disposition).not.toMatch(/[\r\n\\/<>]|%2F|%0D|%0A|%E2%80%AE/i);
  });

  test('an address that is no http address is none', async () => {
    for (const url of [
      `javascript:${run(15)}`,
      `data:text/html,<script>${run(16)}</script>`,
      'file:///etc/passwd',
      `java\nscript:${run(17)}`,
    ])
      expect((await send('POST', '/api/articles', { ...ARTICLE, text: `${TEXT} ${url}`, url })).status).toBe(400);
  });

  test('an id that is a path leads nowhere', async () => {
    const secrets = [
      '..%2f..%2f..%2fetc%2fpasswd',
      '%2e%2e%2f%2e%2e%2fpackage.json',
      '..%5c..%5cpackage.json',
      "x'%20OR%20'1'='1",
      '%00',
      '%0d%0aset-cookie:%20a=1',
    ];
    for (const secret of secrets)
      for (const at of [
        `/api/articles/${secret}`,
        `/api/articles/${secret}/snapshot`,
        `/api/collections/${secret}`,
        `/api/incidents/${secret}`,
        `/basemap/${secret}`,
        `/en?article=${secret}`,
      ]) {
        const answer = await fetch(own.origin + at, { redirect: 'manual' });
        expect({ at, isRefused: [307, 308, 400, 404].includes(answer.status) }).toEqual({ at, isRefused: true });
        expect(answer.headers.get('set-cookie')).toBeNull();
        expect(await answer.text()).not.toMatch(/root:|"name": "incident-map"/);
      }
  });
});
