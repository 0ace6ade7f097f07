import { GAP } from '../text/gaps';
import type { PlaceMention, Reading } from './reading';

/** Tokens that a dateline has at most: "NAIROBI, Feb 4 (Reuters) -". */
const MAX_TOKENS = 9;

/** The token behind the dateline that a sentence opens with, or its first token where there is none. */
export function behindDateline(reading: Reading, from: number, to: number): number {
  const place = reading.mentions.find(({ first }) => first === from || first === from + 1);
  if (!place) return from;
  for (let i = place.last + 1; i < Math.min(to, from + MAX_TOKENS); i++) {
    if ((reading.gaps[i] ?? 0) < GAP.PARENTHESIS) continue;
    const between = reading.text.slice(reading.tokens.end[i - 1] ?? 0, reading.tokens.start[i] ?? 0);
    if (/[-–—:]/.test(between)) return i;
  }
  return from;
}

/** Whether a place only says where the report was written. */
export function isDateline(reading: Reading, { first }: PlaceMention): boolean {
  const sentence = reading.sentences.find(({ from, to }) => from <= first && first < to);
  return sentence !== undefined && first < behindDateline(reading, sentence.from, sentence.to);
}
