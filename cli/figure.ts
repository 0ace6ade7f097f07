import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { Command, CommanderError, Option } from 'commander';
import { parseInput } from '../lib/api/errors';
import { articleSchema } from '../lib/api/schemas';
import { figureEntries, type FigureParams } from '../lib/figure/params';
import { withPngFacts } from '../lib/figure/png-text';
import { DEFAULT_DPI, DEFAULT_SIZE, DPIS, figureSize, SIZE_IDS, type Dpi, type SizeId } from '../lib/figure/sizes';
import type { Language } from '../lib/types';
import { openBrowser } from './figure/browser';
import { drawFigure } from './figure/draw';
import { buildApp, startApp } from './figure/server';
import { EXIT, writeOut } from './output';

interface Options {
  readonly out: string;
  readonly size: SizeId;
  readonly dpi: string;
  readonly format?: 'png' | 'pdf';
  readonly theme: 'light' | 'dark';
  readonly locale: Language;
  readonly heading?: string;
  readonly subtitle?: string;
  readonly published?: string;
  readonly title?: string;
  readonly url?: string;
  readonly source?: string;
  readonly lang?: string;
  readonly created?: string;
  readonly zone?: string;
  readonly alt?: string;
}

const command = new Command('figure')
  .description('Reads an article and draws its incidents as a figure to publish, with a local Chromium. Builds the app where it has to.')
  .argument('<file>', 'text file in UTF-8, or - for standard input')
  .requiredOption('--out <file>', 'the picture to write; .pdf makes a PDF')
  .addOption(new Option('--size <size>', 'page or screen').choices(SIZE_IDS).default(DEFAULT_SIZE))
  .addOption(new Option('--dpi <dpi>', 'pixels to an inch of paper').choices(DPIS.map(String)).default(String(DEFAULT_DPI)))
  .addOption(new Option('--format <format>', 'png or pdf; as --out ends where absent').choices(['png', 'pdf']))
  .addOption(new Option('--theme <theme>', 'colours').choices(['light', 'dark']).default('light'))
  .addOption(new Option('--locale <language>', 'language of the figure').choices(['ar', 'en']).default('en'))
  .option('--heading <words>', 'title of the figure; proposed from the article where absent')
  .option('--subtitle <words>', 'its subtitle; likewise')
  .option('--published <date>', 'date of publication of the article, ISO 8601')
  .option('--title <title>', 'title of the article')
  .option('--url <address>', 'where it was published')
  .option('--source <name>', 'who published it')
  .option('--lang <tag>', 'language of the article (ar or en); detected where absent')
  .option('--created <date-time>', 'time of making, ISO 8601 with its offset; now where absent')
  .option('--zone <name>', 'time zone of whoever makes it, such as Asia/Baghdad; that of this machine where absent')
  .option('--alt <file>', 'where to write the text for who does not see the picture; beside the picture, as .txt, where absent')
  .exitOverride()
  .showHelpAfterError();

process.exitCode = await main().catch((error: unknown) => {
  console.error(`figure: ${error instanceof Error ? error.message : String(error)}`);
  return EXIT.failed;
});

async function main(): Promise<number> {
  try {
    command.parse();
  } catch (error) {
    return error instanceof CommanderError && error.exitCode === 0 ? EXIT.done : EXIT.usage;
  }
  const options = command.opts<Options>();
  const at = options.created === undefined ? new Date() : new Date(options.created);
  if (Number.isNaN(at.getTime()) || (options.created !== undefined && !/T.*(Z|[+-]\d\d:\d\d)$/.test(options.created))) {
    console.error(`figure: --created: wanted an ISO 8601 date-time with its offset, got ${JSON.stringify(options.created)}`);
    return EXIT.usage;
  }
  const [file = ''] = command.args;
  const article = parseInput(articleSchema, {
    text: await readText(file),
    title: options.title,
    url: options.url,
    source: options.source,
    publishedAt: options.published,
    language: options.lang,
  });
  const format = options.format ?? (/\.pdf$/i.test(options.out) ? 'pdf' : 'png');
  const size = figureSize(options.size, Number(options.dpi) as Dpi);
  const draft = { text: article.text, title: article.title ?? '', date: article.publishedAt?.slice(0, 10) ?? '' };

  await buildApp();
  const app = await startApp();
  try {
    const browser = await openBrowser();
    try {
      const query = new URLSearchParams([['article', 'own'], ['theme', options.theme], ...figureEntries(paramsOf(options, at))]);
      const address = `${app.origin}/${options.locale}/figure?${query.toString()}`;
      const { bytes, alt, title } = await drawFigure(browser, { address, origin: app.origin, draft, size, format });
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
    } finally {
      await browser.close();
    }
  } finally {
    await app.stop();
  }
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

/** The text exactly as it is. Throws where it is not UTF-8. */
async function readText(file: string): Promise<string> {
  const bytes = file === '-' ? await buffer(process.stdin) : await readFile(file);
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}
