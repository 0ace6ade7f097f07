import type { OwnApp } from './own-app';

/** Each would leave its number behind if it ran. */
export const run = (n: number) => `window.hacked=${n}`;
export const IMAGE = `<img src=x onerror="${run(1)}">`;
export const TITLE = `${IMAGE}"><svg/onload=${run(2)}>[click](javascript:${run(3)}) \u202egpj.exe\u202c \${7*7} {{7*7}}`;
export const SOURCE = `"><script>${run(4)}</script>' onmouseover='${run(5)}`;
export const TAG = `<b onclick=${run(6)}>tag</b>`;
export const COLLECTION = `</title><script>${run(7)}</script>`;
export const TEXT = [
  `Rockets hit the city of Aleppo on Monday ${IMAGE}<script>${run(8)}</script> and killed three people, witnesses in Damascus said.`,
  `</textarea></mark></script><iframe srcdoc="<script>parent.hacked=9</script>"></iframe> The army shelled Homs on Tuesday <a href="javascript:${run(10)}">here</a>.`,
  `=HYPERLINK("http://127.0.0.1/","Idlib") \u202eabel\u202c ]]><script>${run(11)}</script> A drone struck Idlib on Wednesday &lt;script&gt;.`,
].join('\n');
export const ARTICLE = {
  text: TEXT,
  title: TITLE,
  source: SOURCE,
  url: `https://example.org/"><script>${run(12)}</script>?a='onmouseover=${run(13)}`,
  publishedAt: '2024-08-06',
  language: 'en',
};

/** That nothing ran, that nothing of the article became an element, and that no link leads into a script. */
export async function expectUnharmed(own: OwnApp): Promise<void> {
  const found = await own.page.evaluate(() => ({
    hacked: (globalThis as unknown as { hacked?: number }).hacked ?? null,
    elements: [...document.querySelectorAll('img[src="x"], [onerror], [onload], [onclick], [onmouseover], iframe[srcdoc]')].map(
      (element) => element.outerHTML,
    ),
    links: [...document.querySelectorAll('a[href], form[action]')]
      .map((element) => element.getAttribute('href') ?? element.getAttribute('action') ?? '')
      .filter((href) => /^\s*(javascript|data|vbscript):/i.test(href)),
  }));
  expect(found).toEqual({ hacked: null, elements: [], links: [] });
  expect(own.watch.complaints()).toEqual([]);
}
