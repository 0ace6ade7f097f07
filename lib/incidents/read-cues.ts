import { CLITIC, CliticReadings } from '../text/clitics';
import { MAX_NAME_GAP } from '../text/gaps';
import { join1, join2 } from '../text/hash';
import { NO_VALUE, PREFIX } from '../text/token-table';
import { ARABIC, type Tokens } from '../text/tokenize';
import type { IncidentLexicon } from './incident-lexicon';
import type { Sense } from './sense';

/** A word or phrase of the lexicon that stands in the text, in one of its senses. */
export interface Cue<S extends Sense = Sense> {
  /** First and last token. */
  readonly first: number;
  readonly last: number;
  /** Offset of the first letter, behind any proclitic; the article counts as part of the word. */
  readonly start: number;
  readonly end: number;
  /** CLITIC bits taken off the first token. */
  readonly clitics: number;
  readonly sense: S;
}

const readings = new CliticReadings();

/**
 * Every listed word and phrase of a text, in order of the first token. Of one kind, the longest that begins at a token;
 * what lies in an idiom, or a trigger inside a longer trigger, is none.
 */
export function readCues(tokens: Tokens, gaps: Uint8Array, lexicon: IncidentLexicon): Cue[] {
  const cues: Cue[] = [];
  for (let i = 0; i < tokens.count; i++) {
    if ((tokens.flags[i] ?? 0) & ARABIC) readings.read(tokens, i, true);
    else readings.readPlain(tokens, i);
    const from = cues.length;
    for (let r = 0; r < readings.count; r++) {
      walk(cues, from, tokens, gaps, lexicon, i, r);
      // What a word means as it stands, it does not mean without its first letter.
      if (cues.length > from && !isOnlyArticle(r)) break;
    }
  }
  return withoutCovered(cues);
}

function isOnlyArticle(r: number): boolean {
  const next = readings.clitics[r + 1] ?? 0;
  return r + 1 < readings.count && next === ((readings.clitics[r] ?? 0) | CLITIC.ARTICLE);
}

function walk(cues: Cue[], from: number, tokens: Tokens, gaps: Uint8Array, lexicon: IncidentLexicon, i: number, r: number): void {
  let h1 = readings.hash1[r] ?? 0;
  let h2 = readings.hash2[r] ?? 0;
  const clitics = readings.clitics[r] ?? 0;
  // The article belongs to the word's own span.
  const start = clitics & CLITIC.ARTICLE ? startOfArticle(r) : (readings.start[r] ?? 0);
  for (let last = i; ;) {
    const value = lexicon.table.get(h1, h2);
    if (value === 0) return;
    const own = value & NO_VALUE;
    if (own !== NO_VALUE)
      for (const sense of lexicon.senses[own - 1] ?? [])
        put(cues, from, { first: i, last, start, end: tokens.end[last] ?? 0, clitics, sense });
    if (!(value & PREFIX) || ++last === tokens.count || (gaps[last] ?? 0) > MAX_NAME_GAP) return;
    h1 = join1(h1, tokens.hash1[last] ?? 0);
    h2 = join2(h2, tokens.hash2[last] ?? 0);
  }
}

function startOfArticle(r: number): number {
  const without = (readings.clitics[r] ?? 0) & ~CLITIC.ARTICLE;
  for (let k = 0; k < readings.count; k++) if (readings.clitics[k] === without) return readings.start[k] ?? 0;
  return readings.start[r] ?? 0;
}

/** Keeps, of one kind that begins at one token, the longest. Shorter ones come first. */
function put(cues: Cue[], from: number, cue: Cue): void {
  for (let k = from; k < cues.length; k++) {
    const other = cues[k];
    if (!other || other.sense.kind !== cue.sense.kind || cue.sense.kind === 'split') continue;
    if (other.sense.kind === 'cue' && cue.sense.kind === 'cue' && other.sense.cue !== cue.sense.cue) continue;
    if (cue.last > other.last) cues[k] = cue;
    return;
  }
  cues.push(cue);
}

const COVERABLE: ReadonlySet<Sense['kind']> = new Set(['trigger', 'casualty', 'weapon', 'actor', 'person']);

/** Drops what an idiom covers, and what a longer one of its kind covers. */
function withoutCovered(cues: Cue[]): Cue[] {
  let idiomEnd = -1;
  const reach = new Map<Sense['kind'], number>();
  return cues.filter((cue, k) => {
    const { kind } = cue.sense;
    if (kind === 'idiom') {
      idiomEnd = Math.max(idiomEnd, cue.last);
      return false;
    }
    if (!COVERABLE.has(kind))
      return kind !== 'cue' || cue.last > idiomEnd || !GUARDED_CUES.has(cue.sense.kind === 'cue' ? cue.sense.cue : '');
    // An idiom that begins with the same word comes after its senses; one may begin inside a phrase: the (fire service).
    for (let n = k + 1; n < cues.length && (cues[n]?.first ?? Infinity) <= cue.last; n++) {
      const next = cues[n];
      if (next?.sense.kind === 'idiom' && next.last >= cue.last) idiomEnd = Math.max(idiomEnd, next.last);
    }
    if (cue.last <= idiomEnd) return false;
    // The march in "drone" (طائرة مسيرة), the attack in "attack drone" are no events.
    if (kind === 'trigger' && isInWeapon(cues, k)) return false;
    const covered = (reach.get(kind) ?? -1) >= cue.last;
    if (!covered) reach.set(kind, cue.last);
    return !covered;
  });
}

function isInWeapon(cues: readonly Cue[], k: number): boolean {
  const cue = cues[k];
  if (!cue) return false;
  for (let n = k; n >= 0; n--) {
    const other = cues[n];
    if (!other || cue.first - other.first > MAX_WEAPON_TOKENS) break;
    if (other.sense.kind === 'weapon' && other.last >= cue.last && other.last - other.first > cue.last - cue.first) return true;
  }
  for (let n = k + 1; n < cues.length && cues[n]?.first === cue.first; n++) {
    const other = cues[n];
    if (other?.sense.kind === 'weapon' && other.last > cue.last) return true;
  }
  return false;
}

const MAX_WEAPON_TOKENS = 3;

/** Cues that an idiom takes away too: the exercise in "exercise restraint" is no drill. */
const GUARDED_CUES: ReadonlySet<string> = new Set(['threat', 'drill', 'fiction', 'sport', 'strongSport', 'impact', 'carry']);
