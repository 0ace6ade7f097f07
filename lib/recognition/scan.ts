import type { Gazetteer } from '../gazetteer/gazetteer';
import { GAP, MAX_NAME_GAP } from '../text/gaps';
import { join1, join2 } from '../text/hash';
import { WORD, type Entry, type Lexicon } from '../text/lexicon';
import { NO_VALUE, PREFIX, type TokenTable } from '../text/token-table';
import { ARABIC, CAPITAL, DIGIT, LATIN, type Tokens } from '../text/tokenize';
import { CLITIC, CliticReadings } from './clitics';

/** A gazetteer name that stands in the text. */
export interface NameMatch {
  /** First and last token. */
  readonly first: number;
  readonly last: number;
  /** Offset of the name's first letter, behind any proclitic. */
  readonly start: number;
  readonly end: number;
  /** Index of the name among the gazetteer's names. */
  readonly name: number;
  /** CLITIC bits taken off the first token. */
  readonly clitics: number;
  /** The match that gave an unknown name away, where this one only repeats it; it stands and falls with that one. */
  readonly repeats: NameMatch | null;
}

/** What the word lists say of each token, in columns. */
export interface Words {
  /** WORD bits of the token as it stands, its article aside. */
  readonly own: Uint32Array;
  /** WORD bits of the token behind its proclitics. */
  readonly behind: Uint32Array;
  /** WORD bits of every word or phrase that ends with the token. */
  readonly ending: Uint32Array;
  /** First token of the longest direction that ends with the token, or -1; and that direction's index. */
  readonly directionFrom: Int32Array;
  readonly direction: Int8Array;
  /** Kind index of the head noun that ends with the token, or -1. */
  readonly headKind: Int8Array;
  /** 1 inside a phrase that names no place. */
  readonly idiom: Uint8Array;
  /** 1 inside the name of an organization. */
  readonly organization: Uint8Array;
  /** Rank among everyday words, 0 where rarer than those counted. */
  readonly rank: Uint16Array;
  /** The same of the word without its article, where it has one: الأشهر is everyday because أشهر is. */
  readonly bareRank: Uint16Array;
  /** 1 + country index of a demonym, 0 where none. */
  readonly demonym: Uint8Array;
  /** CLITIC bits of the reading that the lists know, where the token itself is unknown. */
  readonly clitics: Uint8Array;
}

export interface Scan {
  readonly names: NameMatch[];
  readonly words: Words;
}

/** Longest name in tokens; the gazetteer has none longer. */
const MAX_NAME_TOKENS = 12;
/** Lower-case particles that may begin a name: al-Qaim, el-Arish, la Paz, de Bilt. */
const MAX_PARTICLE_LETTERS = 3;

/** Too many words end in two letters that are a name by themselves. */
const MIN_LETTERS_BEHIND_CLITIC = 3;

const readings = new CliticReadings();

/** Finds every gazetteer name and every listed word in one pass over the tokens. Names may overlap; later steps choose. */
export function scan(tokens: Tokens, gaps: Uint8Array, gazetteer: Gazetteer, lexicon: Lexicon, cased: boolean): Scan {
  const { count, flags } = tokens;
  const names: NameMatch[] = [];
  const words: Words = {
    own: new Uint32Array(count),
    behind: new Uint32Array(count),
    ending: new Uint32Array(count),
    directionFrom: new Int32Array(count).fill(-1),
    direction: new Int8Array(count).fill(-1),
    headKind: new Int8Array(count).fill(-1),
    idiom: new Uint8Array(count),
    organization: new Uint8Array(count),
    rank: new Uint16Array(count),
    bareRank: new Uint16Array(count),
    demonym: new Uint8Array(count),
    clitics: new Uint8Array(count),
  };
  for (let i = 0; i < count; i++) {
    const flag = flags[i] ?? 0;
    if (flag & ARABIC) readings.read(tokens, i, true);
    else readings.readPlain(tokens, i);
    for (let r = 0; r < readings.count; r++) {
      const clitics = readings.clitics[r] ?? 0;
      const h1 = readings.hash1[r] ?? 0;
      const h2 = readings.hash2[r] ?? 0;
      readWords(tokens, gaps, lexicon, words, i, h1, h2, clitics);
      const demonym = gazetteer.demonyms.get(h1, h2) & NO_VALUE;
      if (demonym !== 0 && demonym !== NO_VALUE && (flag & (ARABIC | CAPITAL) || !cased)) words.demonym[i] = demonym;
      if (clitics & CLITIC.ARTICLE || !mayBeginName(tokens, i, cased)) continue;
      walk(gazetteer.names, tokens, gaps, i, h1, h2, (value, last) => {
        if (cased && !mayEndName(tokens, last) && !(last > i && isHeadAfter(tokens, lexicon, last) && !isArticle(tokens, i))) return;
        if (last === i && isArabicArticle(tokens, gaps, i)) return;
        const start = readings.start[r] ?? 0;
        if (clitics !== 0 && last === i && (tokens.end[i] ?? 0) - start < MIN_LETTERS_BEHIND_CLITIC) return;
        names.push({ first: i, last, start, end: tokens.end[last] ?? 0, name: value - 1, clitics, repeats: null });
      });
    }
  }
  return { names, words };
}

/** Calls `found` for each sequence of the table that begins with token `i` read as the given hashes, shortest first. */
function walk(
  table: TokenTable,
  tokens: Tokens,
  gaps: Uint8Array,
  i: number,
  first1: number,
  first2: number,
  found: (value: number, last: number) => void,
): void {
  let h1 = first1;
  let h2 = first2;
  for (let last = i; ;) {
    const value = table.get(h1, h2);
    if (value === 0) return;
    const own = value & NO_VALUE;
    if (own !== NO_VALUE) found(own, last);
    if (!(value & PREFIX) || ++last === tokens.count || last - i >= MAX_NAME_TOKENS || (gaps[last] ?? 0) > MAX_NAME_GAP) return;
    h1 = join1(h1, tokens.hash1[last] ?? 0);
    h2 = join2(h2, tokens.hash2[last] ?? 0);
  }
}

function mayBeginName(tokens: Tokens, i: number, cased: boolean): boolean {
  const flag = tokens.flags[i] ?? 0;
  if (flag & (ARABIC | CAPITAL) || !cased) return (flag & (ARABIC | LATIN)) !== 0;
  if (flag & DIGIT) return false;
  return (tokens.end[i] ?? 0) - (tokens.start[i] ?? 0) <= MAX_PARTICLE_LETTERS && ((tokens.flags[i + 1] ?? 0) & CAPITAL) !== 0;
}

/** "Ben Gurion airport": the head noun of a name may be in lower case. */
function isHeadAfter(tokens: Tokens, lexicon: Lexicon, i: number): boolean {
  const value = lexicon.table.get(tokens.hash1[i] ?? 0, tokens.hash2[i] ?? 0) & NO_VALUE;
  const entry = value === 0 || value === NO_VALUE ? null : lexicon.entry(value);
  return entry !== null && (entry.classes & WORD.HEAD_AFTER) !== 0;
}

function isArticle({ text, start, end }: Tokens, i: number): boolean {
  return /^the$/i.test(text.slice(start[i], end[i]));
}

/** "Al Jufainah": no Alabama. */
function isArabicArticle({ text, start, end, flags }: Tokens, gaps: Uint8Array, i: number): boolean {
  return (
    /^(Al|El)$/.test(text.slice(start[i], end[i])) && ((flags[i + 1] ?? 0) & CAPITAL) !== 0 && (gaps[i + 1] ?? GAP.SENTENCE) <= GAP.JOINER
  );
}

function mayEndName(tokens: Tokens, i: number): boolean {
  return ((tokens.flags[i] ?? 0) & (ARABIC | CAPITAL | DIGIT)) !== 0;
}

function readWords(
  tokens: Tokens,
  gaps: Uint8Array,
  lexicon: Lexicon,
  words: Words,
  i: number,
  h1: number,
  h2: number,
  clitics: number,
): void {
  walk(lexicon.table, tokens, gaps, i, h1, h2, (value, last) => {
    const entry = lexicon.entry(value);
    if (!entry) return;
    if (last === i) noteWord(words, i, entry, clitics);
    words.ending[last] = (words.ending[last] ?? 0) | entry.classes;
    if (entry.kind >= 0) words.headKind[last] = entry.kind;
    const longest = words.directionFrom[last] ?? -1;
    if (entry.direction >= 0 && (longest < 0 || i < longest)) {
      words.direction[last] = entry.direction;
      words.directionFrom[last] = i;
    }
    if (entry.classes & WORD.IDIOM) words.idiom.fill(1, i, last + 1);
    if (entry.classes & WORD.ORGANIZATION && last > i) words.organization.fill(1, i, last + 1);
    else if (entry.classes & WORD.ORGANIZATION) words.organization[i] = 1;
  });
}

function noteWord(words: Words, i: number, entry: Entry, clitics: number): void {
  // Whether a word is an everyday one depends on its article: رباط is, الرباط is not.
  const classes = clitics & CLITIC.ARTICLE ? entry.classes & ~(WORD.COMMON | WORD.AMBIGUOUS) : entry.classes;
  if ((clitics & ~CLITIC.ARTICLE) === 0) {
    words.own[i] = (words.own[i] ?? 0) | classes;
    if (clitics === 0 && entry.rank > 0) words.rank[i] = entry.rank;
    if (clitics === CLITIC.ARTICLE && entry.rank > 0) words.bareRank[i] = entry.rank;
  } else {
    words.behind[i] = (words.behind[i] ?? 0) | classes;
    words.clitics[i] = (words.clitics[i] ?? 0) | clitics;
  }
}
