import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { parseInput } from '../lib/api/errors';
import { articleSchema } from '../lib/api/schemas';
import type { Article } from '../lib/types';

/** What a command is told of the article, and of the time at which it is read. */
export interface ArticleOptions {
  readonly published?: string;
  readonly title?: string;
  readonly url?: string;
  readonly source?: string;
  readonly lang?: string;
  /** Where absent, the time is now. */
  readonly created?: Date;
}

/** Gives a command its one article and the options that tell of it. */
export function takeArticle(command: Command): Command {
  return command
    .argument('<file>', 'text file in UTF-8, or - for standard input')
    .option('--published <date>', 'date of publication of the article, ISO 8601')
    .option('--title <title>', 'title of the article')
    .option('--url <address>', 'where it was published')
    .option('--source <name>', 'who published it')
    .option('--lang <tag>', 'language of the article (ar or en); detected where absent')
    .addOption(new Option('--created <date-time>', 'time of making, ISO 8601 with its offset; now where absent').argParser(timeOf));
}

/** The article in a file, its text exactly as it is. Throws where it is not UTF-8, and InputError where it is no article. */
export async function readArticle(file: string, { title, url, source, published, lang }: ArticleOptions): Promise<Article> {
  return parseInput(articleSchema, { text: await readText(file), title, url, source, publishedAt: published, language: lang });
}

/** Offsets count a byte-order mark too. */
async function readText(file: string): Promise<string> {
  const bytes = file === '-' ? await buffer(process.stdin) : await readFile(file);
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}

function timeOf(value: string): Date {
  const time = new Date(value);
  if (!/T.*(Z|[+-]\d\d:\d\d)$/.test(value) || Number.isNaN(time.getTime()))
    throw new InvalidArgumentError('Wanted an ISO 8601 date-time with its offset.');
  return time;
}
