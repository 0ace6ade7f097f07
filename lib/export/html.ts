import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Article, ArticleMap, Language } from '../types';
import { cutBasemap, tilesIn, type TileReader } from './basemap-cut';
import type { StandaloneData } from './standalone';
import { escapeXml } from './xml';

/** What every page of its own is made of, whatever the article. */
export interface HtmlParts {
  readonly script: string;
  readonly style: string;
  readonly worker: string;
  /** Base64 by file name. */
  readonly fonts: Readonly<Record<string, string>>;
  readonly tiles: TileReader;
}

/** Reads the parts that the build made. Throws an error that says how to build them where they are missing. `root`: the project's folder. */
export function loadHtmlParts(root = process.cwd()): HtmlParts {
  const at = (...names: string[]) => {
    const file = path.join(/* turbopackIgnore: true */ root, ...names);
    if (!existsSync(file))
      throw new Error(`${names.join('/')} is not built yet: run "npm run build:standalone" and "npm run build:basemap"`);
    return file;
  };
  const text = (name: string) => readFileSync(at('data', 'build', name), 'utf8');
  const folder = at('public', 'fonts');
  const fonts = readdirSync(folder).filter((name) => name.endsWith('.woff2'));
  return {
    script: text('standalone.js'),
    style: text('standalone.css'),
    worker: text('standalone-worker.js'),
    fonts: Object.fromEntries(fonts.map((name) => [name, readFileSync(path.join(folder, name)).toString('base64')])),
    tiles: tilesIn(at('public', 'basemap', 'world.pmtiles')),
  };
}

export interface HtmlOptions {
  /** The page's language; it speaks the other too. */
  readonly reader: Language;
  /** What a reader has to know before the first line; null for nothing. */
  readonly note: string | null;
  readonly createdAt: Date;
  readonly engine: string;
}

/**
 * An article as one HTML file that opens from a disk without any network: its text with its marks, the lists, the map
 * with the basemap around its places, and the timeline. Its content policy lets it reach no host.
 */
export async function toHtml(
  article: Article,
  map: ArticleMap,
  parts: HtmlParts,
  { reader, note, createdAt, engine }: HtmlOptions,
): Promise<string> {
  const cut = await cutBasemap(map, parts.tiles);
  const data: StandaloneData = {
    article,
    map,
    locale: reader,
    note,
    createdAt: createdAt.toISOString(),
    engine,
    tiles: Object.fromEntries([...cut].map(([key, tile]) => [key, Buffer.from(tile).toString('base64')])),
    fonts: parts.fonts,
  };
  const script = inScript(parts.script);
  const style = parts.style.replaceAll('</style', '<\\/style');
  const title = article.title ?? map.article.id;
  // Found before the script runs, and all there is without one.
  const plain = `<main class="page"><h1 dir="auto">${escapeXml(title)}</h1>${note === null ? '' : `<p>${escapeXml(note)}</p>`}<div class="text" dir="auto">${paragraphs(article.text)}</div></main>`;
  return `<!doctype html>
<html lang="${reader}" dir="${reader === 'ar' ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(script, style)}">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="generator" content="Incident Map ${escapeXml(engine)}">
<meta name="referrer" content="no-referrer">
<title>${escapeXml(title)}</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<div id="root">${plain}</div>
<script type="application/json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>
<script type="text/plain">${inScript(parts.worker)}</script>
<script>${script}</script>
</body>
</html>
`;
}

/** Nothing from anywhere: the page's own script and style by their hashes, and blobs that they make. */
function policy(script: string, style: string): string {
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;
  return [
    "default-src 'none'",
    `script-src ${hash(script)}`,
    `style-src ${hash(style)}`,
    'img-src data: blob:',
    'font-src data:',
    // MapLibre fetches its worker's code, which is a blob of this page.
    'connect-src blob:',
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** Code as it may stand in a script element: what would end or hide it is written otherwise, which within a string says the same. */
function inScript(code: string): string {
  return code.replace(/<(?=\/script|!--|script)/gi, '\\x3c');
}

function paragraphs(text: string): string {
  return text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => `<p>${escapeXml(line)}</p>`)
    .join('\n');
}
