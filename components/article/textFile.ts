import { MAX_LENGTH } from './draft';

/** What a dropped file turned out to be: its text, or which message of `desk.errors` says why not; `notPlain`: it is for the server to read. */
export type TextFile = { readonly text: string } | { readonly problem: 'notPlain' | 'fileTooLarge' | 'unreadable'; readonly name: string };

/** No UTF-16 unit takes more than three bytes of UTF-8: a larger file need not be opened to be too long. */
const MAX_BYTES = 3 * MAX_LENGTH;

/** Reads a plain text file in the browser; it is not sent anywhere. A byte order mark is left out. */
export async function readTextFile(file: File): Promise<TextFile> {
  const { name } = file;
  if (!/\.txt$/i.test(name) && file.type !== 'text/plain') return { problem: 'notPlain', name };
  if (file.size > MAX_BYTES) return { problem: 'fileTooLarge', name };
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch {
    return { problem: 'unreadable', name };
  }
  // Windows-1256 and UTF-16 are left to the server, which knows how to tell them.
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
    if (text.includes('\0')) return { problem: 'notPlain', name };
    return text.length > MAX_LENGTH ? { problem: 'fileTooLarge', name } : { text };
  } catch {
    return { problem: 'notPlain', name };
  }
}
