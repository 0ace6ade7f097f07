import type { Quote, Span } from '../types';

const ELLIPSIS = '…';

/**
 * A passage cut to at most `length` characters around the words that matter, at spaces, with an ellipsis where words are left
 * out; whole where it is no longer than that. Line breaks become spaces.
 */
export function cutQuote({ start, text }: Quote, matter: Span, length: number): string {
  const flat = text.replace(/\s/g, ' ').trimEnd();
  if (flat.length <= length) return flat.trim();
  const from = clamp(matter.start - start, flat.length);
  const to = Math.max(from, clamp(matter.end - start, flat.length));
  // A third of what is left goes before the words: what follows an event says more of it.
  const spare = Math.max(0, length - (to - from));
  let [first, last] = [Math.max(0, from - Math.floor(spare / 3)), 0];
  last = Math.min(flat.length, first + length);
  first = Math.max(0, Math.min(first, last - length));
  if (first > 0) first = flat.indexOf(' ', first - 1) + 1;
  if (last < flat.length) last = Math.max(flat.lastIndexOf(' ', last), first + 1);
  return `${first > 0 ? ELLIPSIS : ''}${flat.slice(first, last).trim()}${last < flat.length ? ELLIPSIS : ''}`;
}

function clamp(offset: number, length: number): number {
  return Math.max(0, Math.min(offset, length));
}
