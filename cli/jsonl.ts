import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { listArticle, type Engine } from '../lib/api/engine';
import { parseInput } from '../lib/api/errors';
import { articleLineSchema } from '../lib/api/schemas';
import type { Article } from '../lib/types';
import { reasonOf, writeOut } from './output';

/** Lines are gathered up to so many characters before they are written: a write for each line would be most of the time. */
const CHUNK = 1 << 16;

/**
 * Reads an article as JSON from each line and writes a line for each, in the same order. A line that cannot be read
 * gives its error in its place. Memory does not grow with the number of lines. Returns whether every line could be read.
 */
export async function geoparseLines(input: Readable, engine: Engine): Promise<boolean> {
  let sound = true;
  let pending = '';
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    if (line.trim() === '') continue;
    const result = answer(line, engine);
    sound &&= result.sound;
    pending += result.text + '\n';
    if (pending.length >= CHUNK) {
      await writeOut(pending);
      pending = '';
    }
  }
  await writeOut(pending);
  return sound;
}

/** One article's line. */
export function geoparseLine(article: Article & { readonly id?: string | number | null | undefined }, engine: Engine): string {
  return JSON.stringify({ id: article.id ?? null, ...listArticle(article, engine) });
}

function answer(line: string, engine: Engine): { sound: boolean; text: string } {
  let id: unknown = null;
  try {
    const value = JSON.parse(line) as unknown;
    if (value !== null && typeof value === 'object' && 'id' in value) id = value.id;
    return { sound: true, text: geoparseLine(parseInput(articleLineSchema, value), engine) };
  } catch (error) {
    return { sound: false, text: JSON.stringify({ id: id ?? null, error: reasonOf(error) }) };
  }
}
