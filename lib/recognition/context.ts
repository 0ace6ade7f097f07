import type { Gazetteer } from '../gazetteer/gazetteer';
import { isCapital } from '../gazetteer/relations';
import { GAP, MAX_NAME_GAP } from '../text/gaps';
import { WORD } from '../text/lexicon';
import { ARABIC, CAPITAL, DIGIT, LATIN, POSSESSIVE, type Tokens } from '../text/tokenize';
import { KINDS } from '../types';
import { CLITIC, PREPOSITION } from './clitics';
import { KNOWN_FAME } from './fame';
import type { NameMatch, Words } from './scan';

/** What is known of an article before its names are judged one by one. */
export interface Context {
  readonly tokens: Tokens;
  readonly gaps: Uint8Array;
  readonly words: Words;
  readonly gazetteer: Gazetteer;
  readonly matches: readonly NameMatch[];
  /** Whether the article uses capitals as English does. */
  readonly cased: boolean;
  /** First and last token of the run of capitalized words a token stands in; the token itself where it stands in none. */
  readonly runFirst: Int32Array;
  readonly runLast: Int32Array;
  /** 1 where the sentence is set in capitals or in title case, so that a capital says nothing. */
  readonly titleCase: Uint8Array;
  /** First hashes of the words that also stand in lower case. */
  readonly lowerCase: ReadonlySet<number>;
  /** For each match: 1 where it lies inside a longer one. */
  readonly covered: Uint8Array;
  /** By gazetteer name. */
  readonly uses: ReadonlyMap<number, NameUse>;
  /** How much the article speaks of each country, by country index: names count 1, capitals and demonyms less. */
  readonly countries: Float32Array;
  /** How much it speaks of the country that it speaks of most. */
  readonly mostSupport: number;
}

/** How one name is used through the article. */
export interface NameUse {
  count: number;
  /** After a word that places it: in, near, شرق … */
  located: number;
  /** After a given name or a title. */
  person: number;
}

const CAPITAL_EVIDENCE = 0.7;
const DEMONYM_EVIDENCE = 0.5;
/** Divisions, territories and towns that many know: `جنوب لبنان` is a governorate, and speaks of Lebanon. */
const PLACE_EVIDENCE = 0.3;
const DIVISIONS: ReadonlySet<number> = new Set((['admin1', 'territory'] as const).map((kind) => KINDS.indexOf(kind)));

export function createContext(
  tokens: Tokens,
  gaps: Uint8Array,
  words: Words,
  matches: readonly NameMatch[],
  gazetteer: Gazetteer,
  cased: boolean,
): Context {
  const { runFirst, runLast, titleCase } = capitalRuns(tokens, gaps, words, cased);
  const covered = coveredMatches(matches);
  const countries = countryEvidence(words, matches, covered, gazetteer);
  return {
    tokens,
    gaps,
    words,
    gazetteer,
    matches,
    cased,
    runFirst,
    runLast,
    titleCase,
    lowerCase: lowerCaseWords(tokens),
    covered,
    uses: nameUses(tokens, gaps, words, matches, covered, gazetteer),
    countries,
    mostSupport: countries.reduce((most, support) => Math.max(most, support), 0),
  };
}

/** Whether the match is placed by the word before it (its article aside) or by the preposition attached to it. */
export function isLocated(tokens: Tokens, gaps: Uint8Array, words: Words, match: NameMatch): boolean {
  if (match.clitics & CLITIC.BA) return true;
  if (match.first === 0 || match.clitics & PREPOSITION || (gaps[match.first] ?? 0) > GAP.QUOTE) return false;
  const before = match.first - 1;
  const word = isThe(tokens, before) && (gaps[before] ?? 0) <= GAP.QUOTE ? before - 1 : before;
  return word >= 0 && ((words.ending[word] ?? 0) & (WORD.LOCATIVE | WORD.DIRECTION)) !== 0;
}

/** Whether a token is the English article. */
export function isThe({ text, start, end }: Tokens, i: number): boolean {
  const from = start[i] ?? 0;
  return (end[i] ?? 0) - from === 3 && text.slice(from, from + 3).toLowerCase() === 'the';
}

function capitalRuns(tokens: Tokens, gaps: Uint8Array, words: Words, cased: boolean) {
  const runFirst = new Int32Array(tokens.count);
  const runLast = new Int32Array(tokens.count);
  const titleCase = new Uint8Array(tokens.count);
  let sentence = 0;
  let first = -1;
  const close = (end: number) => {
    if (first >= 0) for (let k = first; k < end; k++) [runFirst[k], runLast[k]] = [first, end - 1];
    first = -1;
  };
  for (let i = 0; i < tokens.count; i++) {
    runFirst[i] = runLast[i] = i;
    if (!cased) continue;
    if (gaps[i] === GAP.SENTENCE) {
      if (i > 0 && isTitleCase(tokens, words, sentence, i)) titleCase.fill(1, sentence, i);
      sentence = i;
    }
    const flag = tokens.flags[i] ?? 0;
    // At a sentence's start an everyday word has its capital from there: it begins no name.
    const begins = (flag & CAPITAL) !== 0 && !(gaps[i] === GAP.SENTENCE && isEveryday(words, i));
    // "Ghana's Ashanti region": what somebody has is a name of its own.
    const owned = i > 0 && ((tokens.flags[i - 1] ?? 0) & POSSESSIVE) !== 0;
    const goesOn = first >= 0 && !owned && (gaps[i] ?? 0) <= MAX_NAME_GAP && (flag & CAPITAL) !== 0;
    if (goesOn) continue;
    close(i);
    if (begins) first = i;
  }
  close(tokens.count);
  if (cased && isTitleCase(tokens, words, sentence, tokens.count)) titleCase.fill(1, sentence, tokens.count);
  return { runFirst, runLast, titleCase };
}

/** Commoner words are lower-case in running text, wherever else they may be a name. */
const EVERYDAY_RANK = 3000;

function isEveryday(words: Words, i: number): boolean {
  const rank = words.rank[i] ?? 0;
  return (rank > 0 && rank <= EVERYDAY_RANK) || ((words.own[i] ?? 0) & (WORD.COMMON | WORD.LOCATIVE | WORD.WEAK_LOCATIVE)) !== 0;
}

const TITLE_CASE_SHARE = 0.75;
const TITLE_CASE_MIN_WORDS = 4;

/** Nearly every word from `from` to `to` has a capital: a headline, not a sentence. Short function words do not count. */
function isTitleCase(tokens: Tokens, words: Words, from: number, to: number): boolean {
  let all = 0;
  let capitals = 0;
  for (let i = from; i < to; i++) {
    const flag = tokens.flags[i] ?? 0;
    if (!(flag & LATIN) || flag & DIGIT) continue;
    const rank = words.rank[i] ?? 0;
    if (rank > 0 && rank <= 100 && !(flag & CAPITAL)) continue;
    all++;
    if (flag & CAPITAL) capitals++;
  }
  return all >= TITLE_CASE_MIN_WORDS && capitals / all >= TITLE_CASE_SHARE;
}

function lowerCaseWords(tokens: Tokens): Set<number> {
  const lower = new Set<number>();
  for (let i = 0; i < tokens.count; i++) {
    const flag = tokens.flags[i] ?? 0;
    if (flag & LATIN && !(flag & CAPITAL)) lower.add(tokens.hash1[i] ?? 0);
  }
  return lower;
}

/** Matches come in order of their first token; one is covered where another spans it and more. */
function coveredMatches(matches: readonly NameMatch[]): Uint8Array {
  const covered = new Uint8Array(matches.length);
  let reach = 0;
  for (let i = 0; i < matches.length; i++) {
    const match = matches[i];
    if (!match) continue;
    while (reach < i && (matches[reach]?.first ?? 0) < match.first - MAX_REACH) reach++;
    for (let k = reach; k < matches.length; k++) {
      const other = matches[k];
      if (!other || other.first > match.first) break;
      const longer = other.last - other.first > match.last - match.first;
      if (longer && other.last >= match.last) {
        covered[i] = 1;
        break;
      }
    }
  }
  return covered;
}

const MAX_REACH = 12;

function nameUses(
  tokens: Tokens,
  gaps: Uint8Array,
  words: Words,
  matches: readonly NameMatch[],
  covered: Uint8Array,
  gazetteer: Gazetteer,
): Map<number, NameUse> {
  const uses = new Map<number, NameUse>();
  matches.forEach((match, i) => {
    if (covered[i] || match.name === gazetteer.unknownName) return;
    let use = uses.get(match.name);
    if (!use) uses.set(match.name, (use = { count: 0, located: 0, person: 0 }));
    use.count++;
    if (isLocated(tokens, gaps, words, match)) use.located++;
    if (
      match.first > 0 &&
      (gaps[match.first] ?? 0) <= MAX_NAME_GAP &&
      (words.ending[match.first - 1] ?? 0) & (WORD.GIVEN_NAME | WORD.TITLE)
    ) {
      const before = tokens.flags[match.first - 1] ?? 0;
      // "Israel's Ben Gurion airport": whose it is is no given name.
      if (before & (CAPITAL | ARABIC) && !(before & POSSESSIVE)) use.person++;
    }
  });
  return uses;
}

function countryEvidence(words: Words, matches: readonly NameMatch[], covered: Uint8Array, gazetteer: Gazetteer): Float32Array {
  const evidence = new Float32Array(256);
  const add = (country: number, weight: number) => {
    evidence[country] = (evidence[country] ?? 0) + weight;
  };
  matches.forEach((match, i) => {
    if (covered[i]) return;
    const top = gazetteer.topPlace(match.name);
    const weight = ownEvidence(gazetteer, match.name);
    if (weight > 0) add(gazetteer.country[top] ?? 0, weight);
  });
  for (let i = 0; i < words.demonym.length; i++) {
    const demonym = words.demonym[i] ?? 0;
    if (demonym > 0) add(demonym - 1, DEMONYM_EVIDENCE);
  }
  return evidence;
}

/** What one use of a name says about its most famous bearer's country: a country's name counts 1, a capital's less, a division's or a known town's less again. */
export function ownEvidence(gazetteer: Gazetteer, name: number): number {
  const top = gazetteer.topPlace(name);
  const country = gazetteer.country[top] ?? 0;
  if (country === 0) return 0;
  if (gazetteer.countryPlace(country) === top) return 1;
  if (isCapital(gazetteer, top)) return CAPITAL_EVIDENCE;
  return DIVISIONS.has(gazetteer.kind[top] ?? -1) || (gazetteer.fame[top] ?? 0) >= KNOWN_FAME ? PLACE_EVIDENCE : 0;
}
