import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { strToU8, zipSync } from 'fflate';
import enFigure from '../data/messages/en/figure.json';
import { ARTICLE, expectUnharmed, IMAGE, run, SOURCE, TEXT, TITLE } from './support/hostile';
import { messages } from './support/messages';
import { useOwnApp } from './support/own-app';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
/** A page, its own metadata and a feed's, each as hostile as its form allows. */
const PAGE = `<!doctype html><html lang="en"><head><title>${escaped(TITLE)}</title><meta name="author" content="${escaped(SOURCE)}"><link rel="canonical" href="javascript:${run(21)}"><script type="application/ld+json">{"@type":"NewsArticle","headline":${JSON.stringify(TITLE).replaceAll('<', '\\u003c')},"url":"javascript:${run(22)}"}</script></head><body onload="${run(23)}"><article><h1>${escaped(TITLE)}</h1>${`<p>${escaped(TEXT)}</p><p onclick="${run(24)}">Police in Aleppo said that three people were killed by the rockets on Monday, and that the army had shelled Homs.</p>`.repeat(4)}</article></body></html>`;
const feed = (
  origin: string,
) => `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>${escaped(SOURCE)}</title>
<item><title>${escaped(TITLE)}</title><link>${origin}/page</link><description>${escaped(IMAGE)}</description></item>
<item><title>${escaped(`${IMAGE} by feed`)}</title><link>javascript:${run(25)}</link><content:encoded><![CDATA[<p>${TEXT.replaceAll(']]>', '')}</p><script>${run(26)}</script><iframe src="javascript:${run(27)}"></iframe><p>${'Rockets hit Aleppo on Monday and killed three people, police said. '.repeat(8)}</p>]]></content:encoded></item>
<item><title>data</title><link>data:text/html,&lt;script&gt;${run(28)}&lt;/script&gt;</link><description>x</description></item></channel></rss>`;
const NAMES = [
  '<img src=x onerror=window.hacked=31>.txt',
  '"><svg onload=window.hacked=32>.txt',
  '../../\u202etxt.exe.txt',
  'a\'"`$(id);.txt',
];

describe('hostile feeds, pages, files and figures stay text', () => {
  const own = useOwnApp({ INGEST_ALLOW: '127.0.0.1' }, { viewport: { width: 1280, height: 720 } });
  let host: Server;
  let origin: string;

  beforeAll(async () => {
    host = createServer(({ url = '' }, response) => {
      const isFeed = url === '/feed';
      response.writeHead(200, { 'content-type': isFeed ? 'application/rss+xml; charset=utf-8' : 'text/html; charset=utf-8', 'x-header': `<script>${run(29)}</script>` }); // prettier-ignore
      response.end(isFeed ? feed(origin) : PAGE);
    }).listen(0, '127.0.0.1');
    await once(host, 'listening');
    const address = host.address();
    if (address === null || typeof address === 'string') throw new Error('The host has no port.');
    origin = `http://127.0.0.1:${address.port}`;
  });
  afterAll(() => void host.close());

  const unharmed = () => expectUnharmed(own);
  const drawn = () => own.page.locator('#map button[data-place-id]').first().waitFor({ state: 'attached', timeout: 30_000 });
  /** The articles of the library, each on the desk and in the list. */
  const showAll = async (most: number) => {
    const list = (await (await fetch(`${own.origin}/api/articles?limit=${most}`)).json()) as {
      items: { id: string; url: string | null }[];
    };
    for (const { url } of list.items) expect(url === null || /^https?:/.test(url)).toBe(true);
    await own.page.goto('/ar/library');
    await own.page.locator('.article-row-title').first().waitFor();
    await unharmed();
    for (const { id } of list.items) {
      await own.page.goto(`/en?saved=${id}`);
      await drawn();
      await unharmed();
    }
    return list.items.length;
  };

  test('a feed’s titles, links and HTML', async () => {
    const followed = await fetch(`${own.origin}/api/feeds`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ url: `${origin}/feed` }) }); // prettier-ignore
    expect(followed.status).toBe(201);
    const { results } = (await followed.json()) as { results: { outcome: string }[] };
    expect(results.filter(({ outcome }) => outcome !== 'failed').length).toBeGreaterThanOrEqual(2);
    expect(await showAll(10)).toBeGreaterThanOrEqual(2);
  });

  test('files by their names, a mail’s subject and a Word document’s title', async () => {
    const form = new FormData();
    for (const [i, name] of NAMES.entries()) form.append('file', new Blob([`${TEXT}\n${i}`]), name);
    form.append('file', new Blob([`From: ${SOURCE} <a@b.example>\r\nSubject: ${TITLE}\r\nContent-Type: text/html\r\n\r\n<script>${run(33)}</script><p>${escaped(TEXT)}</p>`]), 'a.eml'); // prettier-ignore
    form.append('file', new Blob([new Uint8Array(word(TEXT, TITLE))]), 'a.docx');
    const answer = await fetch(`${own.origin}/api/ingest`, { method: 'POST', body: form });
    const { results } = (await answer.json()) as { results: { outcome: string }[] };
    expect(results.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
    await showAll(NAMES.length + 2);
  });

  test('a file’s name in the form, and what is read from it', async () => {
    const { own: words } = messages.en;
    await own.page.goto('/en?view=own');
    for (const [name, bytes] of [
      [NAMES[0] ?? '', Buffer.from(TEXT)],
      [`${IMAGE}.html`, Buffer.from(PAGE)],
    ] as const) {
      await own.page.locator('input[type=file]').first().setInputFiles({ name, mimeType: 'text/plain', buffer: bytes });
      await own.page.locator('.own-notice', { hasText: 'img src=x' }).waitFor();
      await unharmed();
    }
    await own.page.getByRole('button', { name: words.show, exact: true }).click();
    await own.page.waitForURL('**/en?article=own');
    await drawn();
    await unharmed();
  });

  test('an own article in the figure, its composer and the embed page, and what their addresses say', async () => {
    const { own: words } = messages.en;
    await own.page.goto('/en?view=own');
    await own.page.getByRole('textbox', { name: words.text }).fill(ARTICLE.text);
    await own.page.getByRole('textbox', { name: words.title }).fill(TITLE);
    await own.page.getByRole('button', { name: words.show, exact: true }).click();
    await own.page.waitForURL('**/en?article=own');
    await drawn();
    const said = Object.entries({ source: SOURCE, link: `javascript:${run(34)}`, title: TITLE, subtitle: IMAGE })
      .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
      .join('&');
    await own.page.goto(`/ar/figure?article=own&${said}`);
    await own.page.locator('.figure-sheet[data-ready="true"]').waitFor({ timeout: 40_000 });
    await unharmed();
    await own.page.goto(`/en/figure/compose?size=square&article=own&${said}`);
    await own.page.locator('.composer[data-ready="true"]').waitFor({ timeout: 40_000 });
    const [download] = await Promise.all([
      own.page.waitForEvent('download', { timeout: 40_000 }),
      own.page.getByRole('button', { name: enFigure.compose.png }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^[\w.-]+\.png$/);
    await unharmed();
    // The embed page has samples alone; it is answered with the map of another article.
    const map = await fetch(`${own.origin}/api/geoparse?locale=en`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(ARTICLE) }); // prettier-ignore
    const body = await map.text();
    await own.page.route('**/api/samples/*/map?*', (route) => route.fulfill({ contentType: 'application/geo+json', body }));
    await own.page.goto(`/en/embed?article=mindoro-ferry&${said}&place=${encodeURIComponent(IMAGE)}`);
    await drawn();
    await own.page.locator('#map button[data-place-id]').first().dispatchEvent('click');
    await own.page.locator('#map').getByRole('article').waitFor();
    await unharmed();
  }, 180_000);

  test('an event that several articles tell, on its card', async () => {
    const save = async (text: string) => {
      const saved = await fetch(`${own.origin}/api/articles`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ ...ARTICLE, text }) }); // prettier-ignore
      return ((await saved.json()) as { id: string }).id;
    };
    const add = [await save(`${TEXT}\nOne.`), await save(`${TEXT}\n${IMAGE}`)];
    const post = (at: string, method: string, body: object) => fetch(own.origin + at, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }); // prettier-ignore
    const { id } = (await (await post('/api/collections', 'POST', { name: IMAGE })).json()) as { id: string };
    expect((await post(`/api/collections/${id}/articles`, 'PATCH', { add })).status).toBe(200);
    for (const locale of ['ar', 'en']) {
      await own.page.goto(`/${locale}/library/${id}`);
      await own.page.locator('.events button.incident').first().click();
      await own.page.locator('.event-card').waitFor();
      await unharmed();
    }
  });
});

function word(text: string, title: string): Uint8Array {
  return zipSync({
    '[Content_Types].xml': strToU8('<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'), // prettier-ignore
    '_rels/.rels': strToU8('<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'), // prettier-ignore
    'word/document.xml': strToU8(`<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${escaped(text)}</w:t></w:r></w:p></w:body></w:document>`), // prettier-ignore
    'docProps/core.xml': strToU8(`<c xmlns:dc="x"><dc:title>${escaped(title)}</dc:title></c>`),
  });
}
