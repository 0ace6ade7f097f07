import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import en from '../data/messages/en/share.json';
import ar from '../data/messages/ar/share.json';
import { verifyBundle } from '../lib/export/verify-bundle';
import type { ArticleMap } from '../lib/types';
import { AIN_AL_ASAD, seedArticle } from './support/articles';
import { deskTest, type Desk } from './support/desk';
import { download } from './support/download';
import { eventually } from './support/eventually';

const textOf = (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
const NAME = `incidentmap_${seedArticle.title.replaceAll(' ', '-')}_20240806`;

describe('the export menu', () => {
  deskTest('gives every table and map, named after the article, Arabic as it stands in the text', {}, async (desk) => {
    await desk.open('/ar');
    const map = JSON.parse(textOf((await download(desk, 'geojson', ar)).bytes)) as ArticleMap;
    expect(map.features.map(({ id }) => id)).toContain(AIN_AL_ASAD);
    const csv = await download(desk, 'csv', ar);
    expect(csv.name).toBe(`${NAME}.places.csv`);
    expect(textOf(csv.bytes).startsWith('\ufeffarticle,id,')).toBe(true);
    expect(textOf((await download(desk, 'incidents-csv', ar)).bytes).startsWith('\ufeffevent_id,')).toBe(true);
    const kml = textOf((await download(desk, 'kml', ar)).bytes);
    expect(kml).toContain('عين الأسد');
    expect(kml).toContain('<name>الأماكن</name>');
    const kmz = await download(desk, 'kmz', ar);
    expect(kmz.name).toBe(`${NAME}.kmz`);
    expect(textOf(unzipSync(kmz.bytes)['doc.kml'] ?? new Uint8Array())).toBe(kml);
    expect(textOf((await download(desk, 'gpx', ar)).bytes)).toContain('<wpt lat="33.7856" lon="42.4412">');
  });

  deskTest('gives a bundle that verifies, and the SHA-256 to keep', {}, async (desk) => {
    await desk.open('/en');
    const { bytes, panel } = await download(desk, 'bundle');
    const manifest = await panel.locator('code').textContent();
    const checks = await verifyBundle(bytes, null, manifest);
    expect(checks.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
    expect(checks.find(({ name }) => name === 'manifest')?.detail).toContain('as kept');
  });

  deskTest('puts the corrections into the bundle', {}, async (desk) => {
    await desk.page.addInitScript(
      (key) => {
        const change = { action: 'notPlace', mentions: [{ start: 0, end: 3 }] };
        localStorage.setItem(key, JSON.stringify([{ id: 'c1', at: '2026-01-02T03:04:05Z', by: 'RK', change }]));
      },
      `incident-map.review.${await sha256(seedArticle.text)}`,
    );
    await desk.open('/en');
    const { bytes, panel } = await download(desk, 'bundle');
    expect(await panel.innerText()).toContain(en.corrected);
    const files = unzipSync(bytes);
    expect(textOf(files['corrections.json'] ?? new Uint8Array())).toContain('"by": "RK"');
    const checks = await verifyBundle(bytes, null, null);
    expect(checks.find(({ name }) => name === 'replay')?.outcome).toBe('passed');
  });

  deskTest('is worked by the keyboard, and gives the focus back', {}, async (desk) => {
    await desk.open('/en');
    const button = desk.page.getByRole('button', { name: en.button, exact: true });
    await button.focus();
    await desk.page.keyboard.press('Enter');
    const panel = desk.page.getByRole('dialog', { name: en.title });
    await panel.waitFor();
    await desk.page.keyboard.press('ArrowDown');
    await eventually(async () => expect(await focused(desk)).toContain(en.formats.html.name));
    await desk.page.keyboard.press('j');
    await eventually(async () => expect(await focused(desk)).toContain(en.formats.bundle.name));
    await desk.page.keyboard.press('Escape');
    await panel.waitFor({ state: 'hidden' });
    expect(await focused(desk)).toBe(en.button);
  });

  deskTest('says what failed, and that nothing is lost', { expected: [/Failed to load resource/] }, async (desk) => {
    await desk.open('/en');
    await desk.page.route('**/api/export?*', (route) => route.abort());
    await desk.page.getByRole('button', { name: en.button, exact: true }).click();
    const panel = desk.page.getByRole('dialog', { name: en.title });
    await panel.locator('button[data-format="kml"]').click();
    await panel.getByRole('alert').waitFor();
    expect(await panel.getByRole('alert').innerText()).toContain(en.failed);
  });

  deskTest('copies the address; an own article has none', { permissions: ['clipboard-read', 'clipboard-write'] }, async (desk) => {
    await desk.open('/en?theme=dark&map=5/33/44');
    await desk.page.getByRole('button', { name: en.button, exact: true }).click();
    await desk.page.getByRole('button', { name: en.link.copy }).click();
    await desk.page.getByText(en.link.copied).waitFor();
    expect(await desk.page.evaluate(() => navigator.clipboard.readText())).toBe(desk.page.url());
  });
});

describe('the page of its own', () => {
  deskTest('opens from the disk without any network, with map, marks, card and both languages', {}, async (desk) => {
    await desk.open('/ar');
    const { at, bytes } = await download(desk, 'html', ar);
    expect(bytes.byteLength).toBeLessThan(6_000_000);
    const { page } = desk;
    // Five megabytes of page, on a machine that may be busy.
    page.setDefaultTimeout(25_000);
    await page.context().setOffline(true);
    await page.goto(pathToFileURL(at).href);
    await desk.ready();
    expect(await page.getByRole('heading', { level: 2 }).first().textContent()).toBe(seedArticle.title);
    await page.locator(`mark[data-place-id="${AIN_AL_ASAD}"]`).first().click();
    await desk.card.waitFor();
    expect(await desk.card.getByRole('blockquote').textContent()).toContain('قاعدة عين الأسد في غرب العراق');
    await page.getByRole('button', { name: 'English', exact: true }).click();
    await desk.ready();
    expect(await page.evaluate(() => document.documentElement.dir)).toBe('ltr');
    await desk.mark(AIN_AL_ASAD).waitFor();
  });
});

async function focused({ page }: Desk): Promise<string | null> {
  return page.evaluate(() => document.activeElement?.textContent ?? null);
}

async function sha256(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Buffer.from(hash).toString('hex');
}
