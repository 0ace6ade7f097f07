import { readFileSync } from 'node:fs';
import nafusaFloods from '../data/articles/nafusa-floods.json';
import { seedArticle } from './support/articles';
import { deskTest } from './support/desk';

/** Share of an article's words that come back whole. Noto Naskh's dots are drawn apart; Amiri parts ر from ي so far that a word ends there. */
const FONTS = [
  ['noto-naskh-arabic', 1],
  ['noto-sans-arabic', 0.995],
  ['amiri', 0.98],
] as const;

for (const [font, share] of FONTS)
  deskTest(`an Arabic article that a browser printed as PDF is read with its letters in order (${font})`, {}, async ({ page }) => {
    const file = readFileSync(`node_modules/@fontsource/${font}/files/${font}-arabic-400-normal.woff2`).toString('base64');
    for (const article of [seedArticle, nafusaFloods]) {
      const paragraphs = article.text.split(/\n+/).map((text) => `<p>${text}</p>`);
      await page.setContent(
        `<html lang="ar" dir="rtl"><style>@font-face { font-family: F; src: url(data:font/woff2;base64,${file}) } body { font: 16px/1.8 F }</style>${paragraphs.join('')}`,
      );
      await page.evaluate(() => document.fonts.ready);
      const form = new FormData();
      form.append('file', new Blob([new Uint8Array(await page.pdf({ format: 'A4' }))]), 'article.pdf');
      const answer = await fetch(`${process.env.E2E_ORIGIN}/api/read`, { method: 'POST', body: form });
      const read = (await answer.json()) as { article: { text: string }; isDoubtful: boolean };
      expect(shareOf(article.text, read.article.text)).toBeGreaterThanOrEqual(share);
      expect(read.isDoubtful).toBe(false);
    }
  });

/** Of the words wanted, the share that stands in a text, in their order. */
function shareOf(wanted: string, got: string): number {
  const words = wanted.split(/\s+/).filter((word) => word !== '');
  const there = got.split(/\s+/);
  let at = 0;
  const found = words.filter((word) => {
    const next = there.indexOf(word, at);
    if (next < 0 || next > at + 10) return false;
    at = next + 1;
    return true;
  });
  return found.length / words.length;
}
