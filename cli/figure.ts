import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Option } from 'commander';
import { figureEntries, type FigureParams } from '../lib/figure/params';
import { withPngFacts } from '../lib/figure/png-text';
import { DEFAULT_DPI, DEFAULT_SIZE, DPIS, figureSize, SIZE_IDS, type Dpi, type SizeId } from '../lib/figure/sizes';
import type { Language } from '../lib/types';
import { buildApp, withApp } from './app/start-app';
import { readArticle, takeArticle, type ArticleOptions } from './article-options';
import { drawFigure } from './figure/draw';
import { EXIT, writeOut } from './output';
import { newCommand, runCommand } from './run-command';

interface Options extends ArticleOptions {
  readonly out: string;
  readonly size: SizeId;
  readonly dpi: string;
  readonly format?: 'png' | 'pdf';
  readonly theme: 'light' | 'dark';
  readonly locale: Language;
  readonly heading?: string;
  readonly subtitle?: string;
  readonly zone?: string;
  readonly alt?: string;
}

const command = takeArticle(newCommand('figure'))
  .description('Reads an article and draws its incidents as a figure to publish, with a local Chromium. Builds the app where it has to.')
  .requiredOption('--out <file>', 'the picture to write; .pdf makes a PDF')
  .addOption(new Option('--size <size>', 'page or screen').choices(SIZE_IDS).default(DEFAULT_SIZE))
  .addOption(new Option('--dpi <dpi>', 'pixels to an inch of paper').choices(DPIS.map(String)).default(String(DEFAULT_DPI)))
  .addOption(new Option('--format <format>', 'png or pdf; as --out ends where absent').choices(['png', 'pdf']))
  .addOption(new Option('--theme <theme>', 'colours').choices(['light', 'dark']).default('light'))
  .addOption(new Option('--locale <language>', 'language of the figure').choices(['ar', 'en']).default('en'))
  .option('--heading <words>', 'title of the figure; proposed from the article where absent')
  .option('--subtitle <words>', 'its subtitle; likewise')
  .option('--zone <name>', 'time zone of whoever makes it, such as Asia/Baghdad; that of this machine where absent')
  .option('--alt <file>', 'where to write the text for who does not see the picture; beside the picture, as .txt, where absent');

await runCommand<Options>(command, main);

async function main(options: Options, [file = '']: readonly string[]): Promise<number> {
  const at = options.created ?? new Date();
  const article = await readArticle(file, options);
  const format = options.format ?? (/\.pdf$/i.test(options.out) ? 'pdf' : 'png');
  const size = figureSize(options.size, Number(options.dpi) as Dpi);
  const draft = { text: article.text, title: article.title ?? '', date: article.publishedAt?.slice(0, 10) ?? '' };

  await buildApp();
  return withApp(async (origin, browser) => {
    const query = new URLSearchParams([['article', 'own'], ['theme', options.theme], ...figureEntries(paramsOf(options, at))]);
    const address = `${origin}/${options.locale}/figure?${query.toString()}`;
    const { bytes, alt, title } = await drawFigure(browser, { address, origin, draft, size, format });
    const picture =
      format === 'pdf'
        ? bytes
        : withPngFacts(bytes, {
            text: { Title: title, Description: alt, 'Creation Time': at.toISOString() },
            dpi: size.paper?.dpi ?? null,
          });
    const altFile = options.alt ?? options.out.replace(/\.(png|pdf)$/i, '') + '.txt';
    await Promise.all([writeFile(options.out, picture), writeFile(altFile, `${alt}\n`)]);
    const { width, height } = size.pixels;
    const measure = format === 'png' ? `${width} × ${height} pixels` : 'PDF';
    await writeOut(`${options.out}: ${measure}; its words in ${path.relative('.', altFile)}\n`);
    return EXIT.done;
  });
}

function paramsOf(options: Options, at: Date): FigureParams {
  return {
    size: options.size,
    dpi: Number(options.dpi) as Dpi,
    title: options.heading ?? null,
    subtitle: options.subtitle ?? null,
    at: `${at.toISOString().slice(0, 19)}Z`,
    zone: options.zone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone,
    view: null,
    source: options.source ?? null,
    link: options.url ?? null,
    language: options.lang ?? null,
  };
}
