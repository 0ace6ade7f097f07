import { GAP } from '../text/gaps';
import { CAPITAL, type Tokens } from '../text/tokenize';
import type { Cue } from './read-cues';
import type { Sense } from './sense';

/** Tokens of a hospital's name: "taken to Wood County Hospital". */
const MAX_NAME = 6;

const BROUGHT: Sense = { kind: 'casualty', harm: 'injured', form: 'before' };

/** "Airlifted to St. Mary's Medical Center": words of harm that no list can hold, since a name stands in them. `cues` in order of the text. */
export function hospitalCues(tokens: Tokens, gaps: Uint8Array, cues: readonly Cue[]): Cue[] {
  const hospitals = cues.filter(({ sense }) => sense.kind === 'cue' && sense.cue === 'hospital');
  return cues.flatMap((cue) => {
    if (cue.sense.kind !== 'cue' || cue.sense.cue !== 'brought') return [];
    const hospital = hospitals.find(({ first }) => first > cue.last);
    return hospital && isOneName(tokens, gaps, cue.last + 1, hospital.last)
      ? [{ ...cue, last: hospital.last, end: hospital.end, sense: BROUGHT }]
      : [];
  });
}

function isOneName(tokens: Tokens, gaps: Uint8Array, first: number, last: number): boolean {
  if (last - first >= MAX_NAME) return false;
  for (let i = first; i <= last; i++) {
    if ((gaps[i] ?? GAP.SENTENCE) > GAP.ABBREVIATION) return false;
    const length = (tokens.end[i] ?? 0) - (tokens.start[i] ?? 0);
    // "The", "of" and the last words are not capitalized always.
    if (((tokens.flags[i] ?? 0) & CAPITAL) === 0 && length > 3 && i < last - 1) return false;
  }
  return true;
}
