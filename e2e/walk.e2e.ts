import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import library from '../data/messages/en/library.json';
import { eventually } from './support/eventually';
import { useOwnApp } from './support/own-app';

const run = promisify(execFile);
const hasGdal = spawnSync('ogrinfo', ['--version']).status === 0;
if (!hasGdal && process.env.CI) throw new Error('wanted ogrinfo of Debian’s gdal-bin: the walk ends in it');

const ARTICLES = [
  [
    'Rockets at Ain al-Asad',
    'Rockets hit Ain al-Asad air base in western Iraq on Monday, wounding seven American soldiers, officials said.',
  ],
  ['Floods in Derna', 'Flash floods swept through the Libyan city of Derna on Sunday, killing at least 12 people, the Red Crescent said.'],
] as const;

/** A paper with a feed and its articles, on loopback. */
function servePaper(): Promise<Server> {
  const server = createServer((request, response) => {
    const origin = `http://${request.headers.host}`;
    const at = Number(/^\/article\/(\d+)$/.exec(request.url ?? '')?.[1] ?? -1);
    const article = ARTICLES[at];
    if (article) {
      const [title, text] = article;
      // Readability wants an article's length.
      const more = '<p>The reports could not be checked at once, and the offices that were asked did not answer by the evening.</p>'.repeat(
        4,
      );
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(
        `<!doctype html><html lang="en"><head><title>${title}</title><meta property="article:published_time" content="2024-08-06T08:00:00Z"></head><body><article><h1>${title}</h1><p>${text}</p>${more}</article></body></html>`,
      );
      return;
    }
    const items = ARTICLES.map(
      ([title], i) =>
        `<item><title>${title}</title><link>${origin}/article/${i}</link><guid>${origin}/article/${i}</guid><pubDate>Tue, 06 Aug 2024 08:00:00 GMT</pubDate></item>`,
    );
    response.setHeader('content-type', 'application/rss+xml');
    response.end(
      `<?xml version="1.0"?><rss version="2.0"><channel><title>The Example Paper</title><link>${origin}</link><description>News</description>${items.join('')}</channel></rss>`,
    );
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

describe('from a feed to a layer', () => {
  const app = useOwnApp({ INGEST_ALLOW: '127.0.0.1' }, { acceptDownloads: true });
  let paper: Server;
  let folder: string;
  beforeAll(async () => {
    paper = await servePaper();
    folder = mkdtempSync(path.join(tmpdir(), 'incident-map-walk-'));
  });
  afterAll(() => {
    paper.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('a feed is followed, its articles are put into a collection, which is filtered and opened with GDAL', async () => {
    const { page } = app;
    const feed = `http://127.0.0.1:${(paper.address() as AddressInfo).port}/feed.xml`;
    await page.goto('/en/library');
    await page.getByRole('textbox', { name: library.feeds.address }).fill(feed);
    await page.getByRole('button', { name: library.feeds.follow, exact: true }).click();
    await page.getByText('2 new articles.').waitFor({ timeout: 30_000 });
    await page.locator('.feed', { hasText: 'The Example Paper' }).getByText('asked on').waitFor();
    const titles = page.locator('.article-row-title');
    await eventually(async () => expect((await titles.allTextContents()).sort()).toEqual(['Floods in Derna', 'Rockets at Ain al-Asad']));
    // Asked again, it has nothing that is not there already.
    await page.getByRole('button', { name: 'Ask “The Example Paper” now' }).click();
    await page.getByText('0 new articles.').waitFor();

    await page.getByRole('button', { name: library.manage.make }).click();
    await page.getByRole('textbox', { name: library.manage.new }).fill('The week');
    await page.keyboard.press('Enter');
    await page.getByRole('checkbox', { name: library.list.selectAll }).check();
    await page.getByRole('combobox', { name: library.selection.toCollection }).selectOption({ label: 'The week' });
    const shelf = page.locator('.shelf', { hasText: 'The week' });
    await shelf.locator('.shelf-name').getByText('2').waitFor();
    await shelf.getByRole('link', { name: library.manage.map }).click();

    const entries = page.locator('button.incident');
    await eventually(async () => expect(await entries.count()).toBe(2));
    await page.locator('.filters > summary').click();
    await page.getByRole('checkbox', { name: /Disaster/ }).check();
    await eventually(async () => expect(await entries.count()).toBe(1));
    await page.getByRole('button', { name: library.collection.export }).click();
    await page.getByText(library.export.filtered).waitFor();
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: library.export.geojson }).click()]);
    const at = path.join(folder, 'week.geojson');
    await file.saveAs(at);
    if (!hasGdal) return process.stderr.write('\nNOT RUN: the end of the walk, since ogrinfo is not installed (Debian: gdal-bin).\n\n');
    const { stdout } = await run('ogrinfo', ['-ro', '-al', at]);
    expect(stdout).toContain('Feature Count: 1');
    expect(stdout).toMatch(/type \(String\) = Disaster/);
    expect(stdout).toContain('Derna');
    // The whole library, as a layer over HTTP.
    const layers = await run('ogrinfo', ['-ro', '-so', `OAPIF:${app.origin}/ogc`, 'incidents']);
    expect(layers.stdout).toContain('Feature Count: 2');
  });
});
