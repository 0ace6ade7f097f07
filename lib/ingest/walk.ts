import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { isReadable } from './file-kind';

/** Files of a folder that are read, with those in its folders, in the order of their names. Links are not followed, hidden ones passed over. */
export async function* filesIn(folder: string): AsyncGenerator<string> {
  const entries = (await readdir(folder, { withFileTypes: true })).filter(({ name }) => !name.startsWith('.'));
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* filesIn(file);
    else if (entry.isFile() && (isReadable(entry.name) || isLines(entry.name))) yield file;
  }
}

export async function isFolder(file: string): Promise<boolean> {
  return (await stat(file)).isDirectory();
}

/** Whether a file holds an article as JSON on each line. */
export function isLines(name: string): boolean {
  return /\.(jsonl|ndjson)$/i.test(name);
}
