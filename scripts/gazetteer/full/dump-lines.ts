import { createReadStream, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import { type Entry, openPromise, type ZipFile } from 'yauzl';

/** Called with the share of a file that is read, 0 to 1. */
export type OnProgress = (share: number) => void;

/**
 * The lines of a dump of GeoNames, `.txt` or `.zip` as they come from its server, one at a time: no more than a chunk of
 * the file is ever in memory. Of a zip file's entries the one of its own name is read, else the largest `.txt`. Throws
 * where there is no such file, or where it is no zip file in spite of its name.
 */
export async function* dumpLines(path: string, onProgress: OnProgress = () => undefined): AsyncGenerator<string> {
  const { stream, size } = /\.zip$/i.test(path) ? await unzipped(path) : { stream: createReadStream(path), size: statSync(path).size };
  const decoder = new TextDecoder();
  let rest = '';
  let read = 0;
  for await (const chunk of stream) {
    if (!(chunk instanceof Uint8Array)) throw new Error(`${path}: wanted bytes`);
    read += chunk.length;
    const text = rest + decoder.decode(chunk, { stream: true });
    let start = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      yield text.charCodeAt(end - 1) === 13 ? text.slice(start, end - 1) : text.slice(start, end);
      start = end + 1;
    }
    rest = text.slice(start);
    onProgress(size === 0 ? 1 : read / size);
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}

async function unzipped(path: string): Promise<{ stream: Readable; size: number }> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false });
  const wanted = basename(path).replace(/\.zip$/i, '.txt');
  const texts = (await entriesOf(zip)).filter((entry) => /\.txt$/i.test(entry.fileName));
  const entry =
    texts.find(({ fileName }) => basename(fileName) === wanted) ?? texts.sort((a, b) => b.uncompressedSize - a.uncompressedSize)[0];
  if (entry === undefined) throw new Error(`${path}: wanted ${wanted} in it, got no .txt at all`);
  const stream = await zip.openReadStreamPromise(entry);
  stream.on('close', () => zip.close());
  return { stream, size: entry.uncompressedSize };
}

function entriesOf(zip: ZipFile): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', reject);
    zip.readEntry();
  });
}
