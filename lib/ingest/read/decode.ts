/** Bytes that are looked at for what a page says of its encoding (the HTML standard takes as many). */
const HEAD_BYTES = 1_024;
/** Of the letters beyond ASCII, from so many on Arabic ones a text of no known encoding is taken for Arabic. */
const MOSTLY = 0.6;

/**
 * Bytes as text. By their mark, else as `declared` (of the HTTP header), else as the page's own head says, else UTF-8 where
 * that is sound, else what looks most like a language: windows-1256 (Arabic) or windows-1252.
 */
export function decode(bytes: Uint8Array, declared: string | null = null, isMarkup = false): string {
  const label = byMark(bytes) ?? known(declared) ?? (isMarkup ? known(inMarkup(bytes)) : null);
  if (label !== null && label !== 'utf-8') return new TextDecoder(label).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // It says UTF-8 and is not, here and there: the rest is to be kept.
    return label === null ? legacy(bytes) : new TextDecoder('utf-8').decode(bytes);
  }
}

function byMark([a, b, c]: Uint8Array): string | null {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : null;
}

function known(label: string | null | undefined): string | null {
  try {
    return label ? new TextDecoder(label.trim()).encoding : null;
  } catch {
    return null;
  }
}

function inMarkup(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES));
  const said =
    /<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(head) ??
    /^<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})/i.exec(head);
  // A head that could be read as single bytes is not UTF-16, whatever it says.
  return said?.[1]?.replace(/^utf-?16.*$/i, 'utf-8') ?? null;
}

function legacy(bytes: Uint8Array): string {
  const arabic = new TextDecoder('windows-1256').decode(bytes);
  const beyond = arabic.replace(/[\0-\x7f]/g, '');
  const letters = beyond.replace(/[^\u0600-\u06ff]/g, '');
  return letters.length > beyond.length * MOSTLY ? arabic : new TextDecoder('windows-1252').decode(bytes);
}
