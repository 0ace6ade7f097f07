import { readFile } from 'node:fs/promises';
import { text as readAll } from 'node:stream/consumers';
import { Option } from 'commander';
import { loadEngine, mapArticle, type Engine } from '../lib/api/engine';
import { parseInput } from '../lib/api/errors';
import { articleSchema } from '../lib/api/schemas';
import { engineVersion } from '../lib/export/engine-version';
import { loadHtmlParts, toHtml } from '../lib/export/html';
import { TABLE_FORMATS, writeTable, type TableFormat } from '../lib/export/tables';
import type { Article, ArticleMap, Language } from '../lib/types';
import { geoparseLine, geoparseLines } from './jsonl';
import { EXIT, reasonOf, writeOut } from './output';
import { newCommand, runCommand } from './run-command';

const FORMATS = ['geojson', ...TABLE_FORMATS, 'html', 'jsonl'] as const;
type Format = (typeof FORMATS)[number];

interface Options {
  readonly published?: string;
  readonly title?: string;
  readonly lang?: string;
  readonly locale: Language;
  readonly format: Format;
  readonly pretty?: boolean;
  readonly jsonl?: boolean;
}

const command = newCommand('geoparse')
  .description('Reads articles and prints the places they name as GeoJSON, CSV, KML, KMZ, GPX, an HTML page or lines of JSON.')
  .argument('[file...]', 'text files in UTF-8, or - for standard input')
  .option('--published <date>', 'date of publication, ISO 8601')
  .option('--title <title>', 'title of the article')
  .option('--lang <tag>', 'language of the article (ar or en); detected where absent')
  .addOption(new Option('--locale <language>', 'language for names').choices(['ar', 'en']).default('en'))
  .addOption(new Option('--format <format>', 'what is printed').choices(FORMATS).default('geojson'))
  .option('--pretty', 'indent the GeoJSON')
  .option('--jsonl', 'read an article as JSON on each line of standard input, and write a line for each');

await runCommand<Options>(command, main);

async function main(options: Options, files: readonly string[]): Promise<number> {
  if (options.jsonl && files.length > 0) return usage('--jsonl reads standard input and takes no files');
  if (!options.jsonl && files.length === 0) return usage('name at least one file, or - for standard input');
  if (options.format === 'html' && files.length > 1) return usage('an HTML page holds one article: name one file');
  for (const [option, field, value] of [
    ['--published', 'publishedAt', options.published],
    ['--lang', 'language', options.lang],
  ] as const) {
    const parsed = articleSchema.shape[field].safeParse(value);
    if (!parsed.success)
      return usage(`${option}: ${parsed.error.issues[0]?.message ?? 'wanted another value'}, got ${JSON.stringify(value)}`);
  }
  const engine = loadEngine();
  if (options.jsonl) return (await geoparseLines(process.stdin, engine)) ? EXIT.done : EXIT.failed;
  // GeoJSON is a document for each article; the others are one for all of them.
  const maps: ArticleMap[] = [];
  let failed = false;
  for (const file of files) {
    try {
      const article = parseInput(articleSchema, await readArticle(file, options));
      if (options.format === 'jsonl') await writeOut(geoparseLine({ ...article, id: file }, engine) + '\n');
      else if (options.format === 'geojson')
        await writeOut(JSON.stringify(mapArticle(article, engine, options.locale), null, options.pretty ? 2 : undefined) + '\n');
      else if (options.format === 'html') await writeOut(await writeHtml(article, engine, options.locale));
      else maps.push(mapArticle(article, engine, options.locale));
    } catch (error) {
      failed = true;
      console.error(`geoparse: ${file}: ${reasonOf(error)}`);
    }
  }
  if (maps.length > 0 && isTable(options.format)) await writeOut(writeTable(options.format, maps, options.locale));
  return failed ? EXIT.failed : EXIT.done;
}

function writeHtml(article: Article, engine: Engine, reader: Language): Promise<string> {
  const map = mapArticle(article, engine, reader);
  return toHtml(article, map, loadHtmlParts(), { reader, note: null, createdAt: new Date(), engine: engineVersion() });
}

function isTable(format: Format): format is TableFormat {
  return (TABLE_FORMATS as readonly string[]).includes(format);
}

function usage(message: string): never {
  return command.error(`geoparse: ${message}`);
}

async function readArticle(file: string, options: Options): Promise<Record<keyof Article, unknown>> {
  const text = file === '-' ? await readAll(process.stdin) : await readFile(file, 'utf8');
  return { text, title: options.title, publishedAt: options.published, language: options.lang, url: null, source: null };
}
