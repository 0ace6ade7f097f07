import { createHash } from 'node:crypto';
import { JSDOM } from 'jsdom';
import { SAMPLE, sampleMap } from '../../scripts/jest/sample-map';
import { toHtml, type HtmlParts } from './html';
import type { StandaloneData } from './standalone';

const map = sampleMap();
const options = { reader: 'ar', note: null, createdAt: new Date('2026-01-02T03:04:05Z'), engine: '1.2.3' } as const;
const parts: HtmlParts = {
  script: 'const a = "</script><script>alert(1)</script><!--";',
  style: 'a{color:red}',
  worker: 'const b = "</SCRIPT>";',
  fonts: { 'a.woff2': 'AAAA' },
  tiles: async (z, x, y) => new TextEncoder().encode(`${z}/${x}/${y}`),
};
const pageOf = async (article = SAMPLE, made = parts) => new JSDOM(await toHtml(article, map, made, options)).window.document;
const dataOf = (page: Document) => JSON.parse(page.querySelector('script[type="application/json"]')?.textContent ?? '') as StandaloneData;

test('holds article, map, fonts and the tiles around each place', async () => {
  const { article, map: drawn, tiles, fonts, locale } = dataOf(await pageOf());
  expect([article.text, locale, fonts]).toEqual([SAMPLE.text, 'ar', { 'a.woff2': 'AAAA' }]);
  expect(drawn).toEqual(JSON.parse(JSON.stringify(map)));
  // Ain al-Asad, 33.79 N 42.44 E, by the Web Mercator formula; and the whole world from afar.
  expect(Object.keys(tiles)).toEqual(expect.arrayContaining(['0/0/0', '2/3/3', '5/19/12', '7/79/51']));
});

test('takes no more tiles than fit, and those of the world first', async () => {
  const heavy = { ...parts, tiles: async () => crypto.getRandomValues(new Uint8Array(60_000)) };
  const keys = Object.keys(dataOf(await pageOf(SAMPLE, heavy)).tiles);
  expect(keys).toHaveLength(Math.floor(1_600_000 / 60_023));
  expect(keys[0]).toBe('0/0/0');
});

test('its policy lets it reach no host, and run nothing but its own script', async () => {
  const page = await pageOf();
  const policy = page.querySelector('meta[http-equiv]')?.getAttribute('content') ?? '';
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/https?:|unsafe|\*/);
  const scripts = [...page.querySelectorAll('script:not([type])')];
  expect(scripts).toHaveLength(1);
  expect(policy).toContain(`script-src ${hash(scripts[0]?.textContent ?? '')};`);
  expect(policy).toContain(`style-src ${hash(page.querySelector('style')?.textContent ?? '')};`);
});

test('nothing of an article becomes markup', async () => {
  const title = '</script><img src=x onerror=alert(1)>';
  const page = await pageOf({ ...SAMPLE, title, text: `${title}<!--<script>\n${SAMPLE.text}` });
  expect(page.querySelectorAll('img')).toHaveLength(0);
  expect(page.querySelectorAll('script')).toHaveLength(3);
  expect(page.title).toBe(title);
  expect(dataOf(page).article.title).toBe(title);
  expect(page.querySelector('h1')?.textContent).toBe(title);
});
