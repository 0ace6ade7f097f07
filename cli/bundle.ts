import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { Command, CommanderError, Option } from 'commander';
import { loadEngine, mapArticle } from '../lib/api/engine';
import { parseInput } from '../lib/api/errors';
import { articleSchema } from '../lib/api/schemas';
import { toBundle } from '../lib/export/bundle';
import { engineVersion } from '../lib/export/engine-version';
import type { Language } from '../lib/types';
import { EXIT, writeOut } from './output';

interface Options {
  readonly out: string;
  readonly published?: string;
  readonly title?: string;
  readonly url?: string;
  readonly source?: string;
  readonly lang?: string;
  readonly locale: Language;
  readonly created?: string;
  readonly attach: readonly string[];
}

const command = new Command('bundle')
  .description('Reads an article and writes its text, its map and their SHA-256 sums as one zip archive, which verify checks.')
  .argument('<file>', 'text file in UTF-8, or - for standard input')
  .requiredOption('--out <file>', 'the archive to write')
  .option('--published <date>', 'date of publication, ISO 8601')
  .option('--title <title>', 'title of the article')
  .option('--url <address>', 'where it was published')
  .option('--source <name>', 'who published it')
  .option('--lang <tag>', 'language of the article (ar or en); detected where absent')
  .addOption(new Option('--locale <language>', 'language for names').choices(['ar', 'en']).default('en'))
  .option('--created <date-time>', 'time of making, ISO 8601 with its offset; now where absent')
  .option('--attach <file...>', 'further files to put in, such as a figure', [])
  .exitOverride()
  .showHelpAfterError();

process.exitCode = await main().catch((error: unknown) => {
  console.error(`bundle: ${error instanceof Error ? error.message : String(error)}`);
  return EXIT.failed;
});

async function main(): Promise<number> {
  try {
    command.parse();
  } catch (error) {
    return error instanceof CommanderError && error.exitCode === 0 ? EXIT.done : EXIT.usage;
  }
  const options = command.opts<Options>();
  const createdAt = options.created === undefined ? new Date() : timeOf(options.created);
  if (!createdAt) {
    console.error(`bundle: --created: wanted an ISO 8601 date-time with its offset, got ${JSON.stringify(options.created)}`);
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
  const attachments = new Map<string, Uint8Array>();
  for (const attached of options.attach) attachments.set(path.basename(attached), await readFile(attached));
  const reader = options.locale;
  const map = mapArticle(article, loadEngine(), reader);
  const versions = { engine: engineVersion(), node: process.version };
  const bundle = toBundle({ article, map, machineMap: null, corrections: [], reader, createdAt, versions, attachments });
  await writeFile(options.out, bundle.zip);
  await writeOut(
    `${options.out}: ${bundle.zip.byteLength} bytes; SHA-256 of manifest.json, to keep elsewhere:\n${bundle.manifestSha256}\n`,
  );
  return EXIT.done;
}

/** The text exactly as it is: offsets count a byte-order mark too. Throws where it is not UTF-8. */
async function readText(file: string): Promise<string> {
  const bytes = file === '-' ? await buffer(process.stdin) : await readFile(file);
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}

function timeOf(value: string): Date | null {
  const time = new Date(value);
  return /T.*(Z|[+-]\d\d:\d\d)$/.test(value) && !Number.isNaN(time.getTime()) ? time : null;
}
