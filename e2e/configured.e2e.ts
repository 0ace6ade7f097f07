import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { chromium, type Browser, type Page } from 'playwright-core';
import { startApp, type RunningApp } from '../cli/app/start-app';
import en from '../data/messages/en/share.json';
import { AIN_AL_ASAD } from './support/articles';
import { deskTest, DESKTOP } from './support/desk';
import { eventually } from './support/eventually';

const ATTRIBUTION = '© The hosts of this test';
const STYLE = {
  version: 8,
  sources: { ground: { type: 'geojson', data: { type: 'Point', coordinates: [0, 0] } } },
  layers: [{ id: 'ground', type: 'background', paint: { 'background-color': '#00ff88' } }],
};

/** A host of maps and of pages that embed; `asked` is what it was asked for. */
async function startHost(): Promise<{ readonly server: Server; readonly origin: string; readonly asked: string[] }> {
  const asked: string[] = [];
  const server = createServer(({ url = '' }, response) => {
    asked.push(url);
    const frame = /^\/frame\?(.*)$/.exec(url)?.[1];
    if (frame !== undefined) {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end(`<!doctype html><iframe src="${decodeURIComponent(frame)}" width="800" height="500" style="border:0"></iframe>`);
    } else if (url === '/style.json') {
      response.writeHead(200, { 'content-type': 'application/json', 'access-control-allow-origin': '*' });
      response.end(JSON.stringify(STYLE));
    } else response.writeHead(404).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The host has no port.');
  return { server, origin: `http://127.0.0.1:${address.port}`, asked };
}

describe('with a basemap and an embedder of the user’s own', () => {
  let host: Awaited<ReturnType<typeof startHost>>;
  let app: RunningApp;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    host = await startHost();
    app = await startApp({ BASEMAP_STYLE_URL: `${host.origin}/style.json`, BASEMAP_ATTRIBUTION: ATTRIBUTION, EMBED_ORIGINS: host.origin });
    browser = await chromium.connect(process.env.E2E_BROWSER ?? '');
  });
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
    host?.server.close();
  });
  beforeEach(async () => {
    host.asked.length = 0;
    page = await browser.newPage({ viewport: DESKTOP, reducedMotion: 'reduce', colorScheme: 'light', baseURL: app.origin });
  });
  afterEach(() => page.context().close());

  const ready = () => page.locator('#map:has(button[data-place-id]) [data-ready="true"]').waitFor({ state: 'attached', timeout: 20_000 });
  /** Whether the map shows the host's own green. */
  const isGreen = async () => {
    const png = (await page.locator('#map').screenshot()).toString('base64');
    return page.evaluate(async (data) => {
      const image = new Image();
      image.src = `data:image/png;base64,${data}`;
      await image.decode();
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
      context?.drawImage(image, 0, 0);
      const [red = 0, green = 0, blue = 0] = context?.getImageData(image.width / 2, 6, 1, 1).data ?? [];
      return red < 60 && green > 200 && blue > 80 && blue < 190;
    }, png);
  };

  test('the map is theirs, says whom it calls and whom it names, and goes back to the built-in one', async () => {
    await page.goto('/en');
    await ready();
    await eventually(async () => expect(await isGreen()).toBe(true));
    expect(host.asked).toContain('/style.json');
    await page.getByText(new URL(host.origin).host).waitFor();
    expect(await page.locator('.map-credit').innerText()).toContain(ATTRIBUTION);
    await page.getByRole('button', { name: en.basemap.back }).click();
    await eventually(async () => expect(await isGreen()).toBe(false));
    expect(new URL(page.url()).searchParams.get('basemap')).toBe('embedded');
    host.asked.length = 0;
    await page.reload();
    await ready();
    expect(host.asked).toEqual([]);
    expect(await page.locator('.map-credit').innerText()).not.toContain(ATTRIBUTION);
  });

  test('where it cannot be loaded, the built-in one is there, and says so', async () => {
    await page.route('**/style.json', (route) => route.abort());
    await page.goto('/en');
    await ready();
    await page.getByRole('alert').filter({ hasText: 'could not be loaded' }).waitFor();
    expect(await isGreen()).toBe(false);
  });

  test('the embedder shows the map in a frame, with its card and a way to the full page', async () => {
    await page.goto(`${host.origin}/frame?${encodeURIComponent(`${app.origin}/en/embed?map=5/33/43&basemap=embedded`)}`);
    const frame = page.frameLocator('iframe');
    await frame.locator(`#map button[data-place-id="${AIN_AL_ASAD}"]`).click({ timeout: 20_000 });
    await frame.getByRole('article').waitFor();
    expect(await frame.getByRole('blockquote').textContent()).toContain('قاعدة عين الأسد');
    const href = await frame.getByRole('link', { name: en.embed.open }).getAttribute('href');
    expect(href).toContain(`place=${encodeURIComponent(AIN_AL_ASAD)}`);
    expect(await frame.getByRole('button', { name: en.button, exact: true }).count()).toBe(0);
  });

  test('no other page of ours may be framed, by nobody', async () => {
    await page.goto(`${host.origin}/frame?${encodeURIComponent(`${app.origin}/en`)}`);
    await page.waitForTimeout(1_000);
    expect(await page.frameLocator('iframe').locator('#map').count()).toBe(0);
    const headers = (path: string) => fetch(`${app.origin}${path}`).then((response) => response.headers);
    expect((await headers('/en')).get('x-frame-options')).toBe('DENY');
    expect((await headers('/en')).get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect((await headers('/en/embed')).get('x-frame-options')).toBeNull();
    expect((await headers('/en/embed')).get('content-security-policy')).toContain(`frame-ancestors ${host.origin}`);
  });
});

describe('without configuration', () => {
  deskTest('the embed page is there to be seen, and framed by nobody', {}, async (desk) => {
    const response = await desk.page.goto('/ar/embed');
    await desk.ready();
    expect(response?.headers()['content-security-policy']).toContain("frame-ancestors 'none'");
    await desk.mark(AIN_AL_ASAD).waitFor();
  });

  test('a variable that cannot be used ends the start', async () => {
    await expect(startApp({ EMBED_ORIGINS: 'example.org' })).rejects.toThrow(/ended with status 1/);
  });
});
