import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { InputError, parseInput } from '../lib/api/errors';
import { articleLineSchema } from '../lib/api/schemas';
import { filesIn, isFolder, isLines } from '../lib/ingest/walk';
import type { Article } from '../lib/types';
import { reasonOf } from './output';

/** One thing to be read: a page, a file, or a line with an article as JSON. */
export type Input =
  | { readonly kind: 'url'; readonly name: string }
  | { readonly kind: 'file'; readonly name: string }
  | { readonly kind: 'line'; readonly name: string; readonly line: string };

/** Everything that folders, files and addresses name, each when its turn comes. */
export async function* inputsOf(what: readonly string[]): AsyncGenerator<Input> {
  for (const one of what) {
    if (isAddress(one)) yield { kind: 'url', name: one };
    else if (await isFolder(one)) for await (const file of filesIn(one)) yield* inputsIn(file);
    else yield* inputsIn(one);
  }
}

async function* inputsIn(file: string): AsyncGenerator<Input> {
  if (!isLines(file)) return yield { kind: 'file', name: file };
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    number++;
    if (line.trim() !== '') yield { kind: 'line', name: `${file}:${number}`, line };
  }
}

/** How many there are, as far as can be told without reading them; what cannot be opened is told here, before anything is saved. */
export async function countOf(what: readonly string[]): Promise<number> {
  let count = 0;
  for await (const one of inputsOf(what)) if (one.name !== '') count++;
  return count;
}

/** The article of a line. @throws InputError */
export function toArticle(line: string): Article {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new InputError(400, 'This is not JSON', [{ field: 'line', got: reasonOf(error), wanted: 'wanted an article as JSON' }]);
  }
  const { text, title, url, source, publishedAt, language } = parseInput(articleLineSchema, value);
  return { text, title, url, source, publishedAt, language };
}

function isAddress(text: string): boolean {
  return /^https?:\/\//i.test(text);
}
