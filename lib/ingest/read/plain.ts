import { tidy, toDocument, type ReadDocument } from '../document';
import { decode } from './decode';

/** A first line so short, with an empty line behind it, is a title. */
const MAX_TITLE = 200;

/** A file of text. Its title is its first line where that stands alone, and stays in the text. */
export function readText(bytes: Uint8Array, charset: string | null = null): ReadDocument {
  const text = tidy(decode(bytes, charset));
  const [first = '', second] = text.split('\n', 2);
  return toDocument(text, { title: second === '' && first.length <= MAX_TITLE ? first : null });
}
