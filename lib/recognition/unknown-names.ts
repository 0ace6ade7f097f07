import type { Gazetteer } from '../gazetteer/gazetteer';
import { arabicSkeleton } from '../gazetteer/skeleton';
import { lookupName } from '../gazetteer/lookup';
import { CLITIC, CliticReadings, offsetBehind } from '../text/clitics';
import { GAP } from '../text/gaps';
import { WORD } from '../text/lexicon';
import { ARABIC, CAPITAL, DIGIT, type Tokens } from '../text/tokenize';
import type { NameMatch, Scan, Words } from './scan';

/** Words that place the name behind them. */
const PLACING = WORD.LOCATIVE | WORD.NEAR | WORD.DIRECTION;
const MIN_LETTERS = 3;
/** Capitalized words in a row that may be one name. */
const MAX_RUN = 3;

const readings = new CliticReadings();

/**
 * Names that no source writes so: those that a head noun gives away (`قرية كوفخة`, "the village of Obinze"), those
 * behind "in" and the like, and those whose consonants are a known Latin name's (`كراماتورسك`). A name found once is
 * found wherever else it stands. Recognition judges them as it does the others.
 */
export function findUnknownNames(
  tokens: Tokens,
  gaps: Uint8Array,
  gazetteer: Gazetteer,
  { names, words }: Scan,
  cased: boolean,
): NameMatch[] {
  const known = knownTokens(names, words, tokens);
  const found: NameMatch[] = [];
  for (let i = 1; i < tokens.count; i++) {
    if (known[i] || (tokens.flags[i] ?? 0) & DIGIT) continue;
    const match =
      (tokens.flags[i] ?? 0) & ARABIC
        ? arabicName(tokens, gaps, gazetteer, words, known, i)
        : cased
          ? latinName(tokens, gaps, gazetteer, words, known, i)
          : null;
    if (!match) continue;
    found.push(match);
    i = match.last;
  }
  if (found.length === 0) return found;
  const again = repetitions(tokens, words, known, found);
  const repeated = new Set(again.map((match) => match.first));
  return [...found.filter((match) => !repeated.has(match.first)), ...again];
}

/** 1 for each token that stands in some name of the gazetteer; a دير or a عين alone may still begin one that it lacks. */
function knownTokens(names: readonly NameMatch[], words: Words, tokens: Tokens): Uint8Array {
  const known = new Uint8Array(tokens.count);
  for (const { first, last } of names) if (last > first || !beginsName(tokens, words, first)) known.fill(1, first, last + 1);
  return known;
}

/** Whether a name's second word may follow: دير, باب; behind the article only that of a title (`الشيخ زويد`, but `الباب السورية`). */
function beginsName(tokens: Tokens, words: Words, i: number): boolean {
  const own = words.own[i] ?? 0;
  return (own & WORD.NAME_BUILDER) !== 0 && (!hasArticle(tokens, i) || (own & WORD.TITLE) !== 0);
}

function arabicName(tokens: Tokens, gaps: Uint8Array, gazetteer: Gazetteer, words: Words, known: Uint8Array, i: number): NameMatch | null {
  if ((gaps[i] ?? GAP.SENTENCE) > GAP.QUOTE) return null;
  const before = words.ending[i - 1] ?? 0;
  const headed = (before & WORD.HEAD_BEFORE) !== 0 && (gaps[i] ?? GAP.SENTENCE) === GAP.SPACE && !hasArticle(tokens, i - 1);
  const placed = (before & PLACING) !== 0;
  const builds = beginsName(tokens, words, i);
  const last = builds && i + 1 < tokens.count && gaps[i + 1] === GAP.SPACE && (tokens.flags[i + 1] ?? 0) & ARABIC ? i + 1 : i;
  // Behind a head noun any word may go on such a name: قرية دير ياسين.
  if (builds ? last === i || !(headed || isFree(words, last)) : !isFree(words, i)) return null;
  const start = tokens.start[i] ?? 0;
  const end = tokens.end[last] ?? 0;
  // مصنع للورق: what it is for, with an article and so no name.
  if (end - start < MIN_LETTERS || tokens.text.startsWith('لل', start)) return null;
  if (headed || placed) {
    const name = skeletonName(gazetteer, tokens, i, last, start);
    if (name >= 0) return { first: i, last, start, end, name, clitics: 0, repeats: null };
    return headed ? { first: i, last, start, end, name: gazetteer.unknownName, clitics: 0, repeats: null } : null;
  }
  // The preposition may be attached: بكراماتورسك.
  const behind = tokens.text.startsWith('ب', start) ? offsetBehind(tokens.text, start, 1) : -1;
  if (behind < 0 || end - behind < MIN_LETTERS) return null;
  const name = skeletonName(gazetteer, tokens, i, i, behind);
  return name < 0 ? null : { first: i, last: i, start: behind, end: tokens.end[i] ?? 0, name, clitics: CLITIC.BA, repeats: null };
}

/** Whether no list knows the word, nor what stands behind its proclitics: it may be a name. */
function isFree(words: Words, i: number): boolean {
  return (
    ((words.own[i] ?? 0) | (words.behind[i] ?? 0)) === 0 &&
    words.rank[i] === 0 &&
    words.bareRank[i] === 0 &&
    words.demonym[i] === 0 &&
    words.organization[i] === 0
  );
}

function hasArticle(tokens: Tokens, i: number): boolean {
  return tokens.text.startsWith('ال', tokens.start[i]);
}

/** The gazetteer's name of the consonants of tokens `first` to `last` from `start`, or -1. */
function skeletonName(gazetteer: Gazetteer, tokens: Tokens, first: number, last: number, start: number): number {
  const skeleton = arabicSkeleton(tokens.text.slice(first === last ? start : (tokens.start[first] ?? 0), tokens.end[last]));
  return skeleton === null ? -1 : lookupName(gazetteer, skeleton);
}

function latinName(tokens: Tokens, gaps: Uint8Array, gazetteer: Gazetteer, words: Words, known: Uint8Array, i: number): NameMatch | null {
  if (!isUnlistedCapital(tokens, words, i) || (gaps[i] ?? GAP.SENTENCE) > GAP.SPACE || isPartOfRun(tokens, gaps, i)) return null;
  let last = i;
  while (
    last + 1 < tokens.count &&
    last + 1 - i < MAX_RUN &&
    !known[last + 1] &&
    (gaps[last + 1] ?? GAP.SENTENCE) <= GAP.JOINER &&
    isUnlistedCapital(tokens, words, last + 1)
  )
    last++;
  const before = words.ending[i - 1] ?? 0;
  const of = i >= 2 && tokens.text.slice(tokens.start[i - 1], tokens.end[i - 1]) === 'of' ? (words.ending[i - 2] ?? 0) & WORD.HEAD_OF : 0;
  const next = last + 1 < tokens.count && (gaps[last + 1] ?? GAP.SENTENCE) === GAP.SPACE ? (words.own[last + 1] ?? 0) : 0;
  if (!(before & (WORD.HEAD_BEFORE | PLACING)) && !of && !(next & WORD.HEAD_AFTER)) return null;
  return {
    first: i,
    last,
    start: tokens.start[i] ?? 0,
    end: tokens.end[last] ?? 0,
    name: gazetteer.unknownName,
    clitics: 0,
    repeats: null,
  };
}

function isUnlistedCapital(tokens: Tokens, words: Words, i: number): boolean {
  const flags = tokens.flags[i] ?? 0;
  return (flags & CAPITAL) !== 0 && !(flags & DIGIT) && (tokens.end[i] ?? 0) - (tokens.start[i] ?? 0) >= MIN_LETTERS && isFree(words, i);
}

/** Whether capitals stand directly before: the name then begins further left. */
function isPartOfRun(tokens: Tokens, gaps: Uint8Array, i: number): boolean {
  return ((tokens.flags[i - 1] ?? 0) & CAPITAL) !== 0 && (gaps[i] ?? GAP.SENTENCE) <= GAP.SPACE && gaps[i - 1] !== GAP.SENTENCE;
}

/** The same single words elsewhere, with and without proclitics. Where a head noun gave a name away, it vouches for the others. */
function repetitions(tokens: Tokens, words: Words, known: Uint8Array, found: readonly NameMatch[]): NameMatch[] {
  const first = new Map<number, NameMatch>();
  const taken = new Uint8Array(tokens.count);
  for (const match of found) {
    const hash = tokens.hash1[match.first] ?? 0;
    if (match.first === match.last && match.clitics === 0) first.set(hash, first.get(hash) ?? match);
    else taken.fill(1, match.first, match.last + 1);
  }
  const again: NameMatch[] = [];
  for (let i = 0; i < tokens.count && first.size > 0; i++) {
    if (known[i] || taken[i] || !isFree(words, i)) continue;
    if ((tokens.flags[i] ?? 0) & ARABIC) readings.read(tokens, i, false);
    else readings.readPlain(tokens, i);
    for (let r = 0; r < readings.count; r++) {
      const match = first.get(readings.hash1[r] ?? 0);
      if (!match || match.first === i) continue;
      const clitics = readings.clitics[r] ?? 0;
      again.push({ first: i, last: i, start: readings.start[r] ?? 0, end: tokens.end[i] ?? 0, name: match.name, clitics, repeats: match });
      break;
    }
  }
  return again;
}
