import { GAP } from '../text/gaps';
import { CAPITAL, DIGIT } from '../text/tokenize';
import type { Span } from '../types';
import type { EventDraft } from './events';
import type { Reading } from './reading';

/** Words before an English name that make it a place. */
const BEFORE = new Set(['in', 'near', 'at', 'outside', 'around', 'into']);

/** Tokens of a name that no list knows. */
const MAX_TOKENS = 3;

/**
 * "Rammed into a lorry at Sachangwan on the highway": the first name of an event's words that stands where places stand, and that
 * neither the gazetteer nor the reader of mentions knows; null where there is none. English alone writes names so that they are seen.
 */
export function unknownPlaceOf(reading: Reading, { from, to }: EventDraft): Span | null {
  if (reading.language !== 'en') return null;
  for (let i = from; i < to - 1; i++) {
    if (!BEFORE.has(reading.word(i)) || (reading.gaps[i + 1] ?? GAP.SENTENCE) > GAP.SPACE) continue;
    const last = lastOfName(reading, i + 1, to);
    if (last > i) return reading.spanOf(i + 1, last);
  }
  return null;
}

/** The last token of a name of a place that begins at a token; -1 where there is none. */
function lastOfName(reading: Reading, first: number, to: number): number {
  let last = first - 1;
  while (last + 1 < to && isNameWord(reading, last + 1) && (last < first || (reading.gaps[last + 1] ?? GAP.SENTENCE) <= GAP.JOINER)) last++;
  if (last < first || last - first >= MAX_TOKENS) return -1;
  const next = reading.tokens.flags[last + 1] ?? 0;
  const joined = (reading.gaps[last + 1] ?? GAP.SENTENCE) <= GAP.JOINER && last + 1 < to;
  // "At Kabarnet County Referral Hospital", "at Gate 4", "in Iran's".
  if (joined && ((next & (CAPITAL | DIGIT)) !== 0 || reading.has(last + 1, 'institution'))) return -1;
  if (/^['’]s\b/.test(reading.text.slice(reading.tokens.end[last] ?? 0, (reading.tokens.end[last] ?? 0) + 3))) return -1;
  for (let i = first; i <= last; i++) if (reading.has(i, 'institution')) return -1;
  return last;
}

/** A capitalized word in lower case but for its first letter, with no meaning in any list. */
function isNameWord(reading: Reading, i: number): boolean {
  if (((reading.tokens.flags[i] ?? 0) & CAPITAL) === 0 || reading.placeAt(i) || reading.isDated(i)) return false;
  const word = reading.text.slice(reading.tokens.start[i] ?? 0, reading.tokens.end[i] ?? 0);
  if (word.length < 3 || word.toUpperCase() === word) return false;
  return reading.at(i).every(({ sense }) => sense.kind === 'cue' && sense.cue !== 'institution');
}
