import { inflateSync } from 'node:zlib';
import { IngestError } from '../ingest-error';

export interface PdfStream {
  readonly number: string;
  readonly generation: string;
  readonly dictionary: string;
  /** As it lies in the file: a character for each byte. */
  readonly content: string;
}

/** What one stream unpacks to at most: a page of A3 at 300 dpi, as a picture without loss, is half of it. */
const MAX_STREAM = 100_000_000;

/** The streams of a PDF, given as a character for each byte. They lie in the file itself, never in another one. */
export function* streamsOf(file: string): Generator<PdfStream> {
  const head =
    /(\d{1,9})\s{1,3}(\d{1,5})\s{1,3}obj\s{0,3}<<((?:[^<>]|<[0-9A-Fa-f]{0,200}>|<<[^<>]{0,1000}>>){0,2000})>>\s{0,3}stream\r?\n/g;
  for (let found = head.exec(file); found; found = head.exec(file)) {
    const [, number = '', generation = '', dictionary = ''] = found;
    const end = file.indexOf('endstream', head.lastIndex);
    if (end < 0) return;
    yield { number, generation, dictionary, content: file.slice(head.lastIndex, end) };
    head.lastIndex = end;
  }
}

/** Nothing where it is packed otherwise or broken: its reader says what is wrong with it. @throws IngestError past `most` bytes */
export function unpackStream({ content }: PdfStream, most = MAX_STREAM): string {
  try {
    return inflateSync(Buffer.from(content, 'latin1'), { maxOutputLength: most }).toString('latin1');
  } catch (error) {
    if (error instanceof RangeError) throw new IngestError('too-large', `a part of the PDF unpacks to more than ${most} bytes`);
    return '';
  }
}

/** A few kilobytes may unpack to gigabytes, which pdf.js would keep whole. @throws IngestError where one unpacks to too much */
export function refuseBombs(file: string): void {
  for (const stream of streamsOf(file)) if (/\/Fl(ateDecode)?\b/.test(stream.dictionary)) unpackStream(stream);
}
