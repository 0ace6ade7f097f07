import { GAP } from '../text/gaps';
import type { Reading, SentenceTokens } from './reading';

/** The first token of the clause that a token stands in. */
export function clauseStart(reading: Reading, { from }: SentenceTokens, token: number): number {
  let i = token;
  while (i > from && (reading.gaps[i] ?? 0) < GAP.CLAUSE) i--;
  return i;
}

/** The token behind the clause that a token stands in. */
export function clauseEnd(reading: Reading, { to }: SentenceTokens, token: number): number {
  let i = token + 1;
  while (i < to && (reading.gaps[i] ?? 0) < GAP.CLAUSE) i++;
  return i;
}
