import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Option } from 'commander';
import { loadEngine, mapArticle } from '../lib/api/engine';
import { toBundle } from '../lib/export/bundle';
import { engineVersion } from '../lib/export/engine-version';
import type { Language } from '../lib/types';
import { readArticle, takeArticle, type ArticleOptions } from './article-options';
import { EXIT, writeOut } from './output';
import { newCommand, runCommand } from './run-command';

interface Options extends ArticleOptions {
  readonly out: string;
  readonly locale: Language;
  readonly attach: readonly string[];
}

const command = takeArticle(newCommand('bundle'))
  .description('Reads an article and writes its text, its map and their SHA-256 sums as one zip archive, which verify checks.')
  .requiredOption('--out <file>', 'the archive to write')
  .addOption(new Option('--locale <language>', 'language for names').choices(['ar', 'en']).default('en'))
  .option('--attach <file...>', 'further files to put in, such as a figure', []);

await runCommand<Options>(command, main);

async function main(options: Options, [file = '']: readonly string[]): Promise<number> {
  const createdAt = options.created ?? new Date();
  const article = await readArticle(file, options);
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
