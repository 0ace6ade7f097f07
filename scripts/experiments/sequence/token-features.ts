import type { Context } from '../../../lib/recognition/context';
import { extractFeatures } from '../../../lib/recognition/extract-features';
import { FEATURES } from '../../../lib/recognition/features';
import { CliticReadings } from '../../../lib/text/clitics';
import { GAP } from '../../../lib/text/gaps';
import { WORD } from '../../../lib/text/lexicon';
import { ARABIC } from '../../../lib/text/tokenize';
import { BUCKETS } from './chain';

/** Which groups of features a sequence model sees beside classes, shapes, capitals and gazetteer matches. */
export interface Groups {
  /** The words themselves, their beginnings and endings, and their neighbours. */
  readonly words: boolean;
  /** The log-linear model's named signals of the longest match that a token stands in. */
  readonly signals: boolean;
  /** What the log-linear model chose, and how surely. */
  readonly verdicts: boolean;
}

const WORD_BITS = Object.values(WORD);
const readings = new CliticReadings();
const SIGNALS = new Map<string, number>(FEATURES.map((feature, i) => [feature, i]));
const MAX_AFFIX = 4;

/** The active features of each token of an article, as hash buckets. */
export function tokenFeatures(context: Context, groups: Groups, verdicts: Uint8Array): Int32Array[] {
  const longest = longestMatches(context);
  const signals = groups.signals ? signalsOf(context, new Set(longest)) : new Map<number, number[]>();
  return Array.from({ length: context.tokens.count }, (_, i) => featuresAt(context, i, longest, groups, signals, verdicts));
}

function featuresAt(
  context: Context,
  i: number,
  longest: Int32Array,
  groups: Groups,
  signals: ReadonlyMap<number, readonly number[]>,
  verdicts: Uint8Array,
): Int32Array {
  const { tokens, gaps, words, runFirst, runLast, titleCase, lowerCase } = context;
  const out: number[] = [];
  let template = 0;
  const emit = (value: number) => out.push(bucket(template, value));
  /** A new template, numbered by its place in this function. */
  const next = (value: number) => {
    template++;
    if (value !== 0) emit(value);
  };
  const at = (offset: number) => i + offset >= 0 && i + offset < tokens.count && !crossesSentence(gaps, i, offset);
  const flags = (offset: number) => (at(offset) ? (tokens.flags[i + offset] ?? 0) + 1 : 0);
  const match = (offset: number) => (at(offset) ? matchClass(context, longest[i + offset] ?? -1, i + offset) : 0);

  next(1);
  for (let offset = -2; offset <= 2; offset++) next(flags(offset));
  next(flags(-1) * 256 + flags(0));
  next(flags(0) * 256 + flags(1));
  next(Math.min(8, (tokens.end[i] ?? 0) - (tokens.start[i] ?? 0)));
  next(1 + (gaps[i] ?? 0));
  next(1 + (gaps[i + 1] ?? GAP.SENTENCE));
  next(1 + (titleCase[i] ?? 0) * 32 + Math.min(3, i - (runFirst[i] ?? i)) * 4 + Math.min(3, (runLast[i] ?? i) - i));
  next(lowerCase.has(tokens.hash1[i] ?? 0) ? 1 : 0);
  next(words.organization[i] ? 1 : 0);
  for (let offset = -1; offset <= 1; offset++) {
    const k = i + offset;
    next(at(offset) && (words.demonym[k] ?? 0) > 0 ? 1 : 0);
    next(at(offset) ? 1 + rankClass(words.rank[k] ?? 0) : 0);
    next(at(offset) ? 1 + rankClass(words.bareRank[k] ?? 0) : 0);
  }
  for (let offset = -2; offset <= 2; offset++) {
    const k = i + offset;
    // What ends before the token, and what stands at it and behind it, tell different things of it.
    for (const column of offset < 0 ? [words.ending, words.own] : [words.own, words.behind]) {
      template++;
      if (!at(offset)) continue;
      const bits = column[k] ?? 0;
      for (const bit of WORD_BITS) if (bits & bit) emit(bit);
      if (bits === 0) emit(WORD_BITS.length + 2 ** 30);
    }
  }
  for (let offset = -1; offset <= 1; offset++) next(match(offset));
  next(match(-1) * 4096 + match(0));
  next(match(0) * 4096 + match(1));
  const located = at(-1) && ((words.ending[i - 1] ?? 0) & (WORD.LOCATIVE | WORD.DIRECTION)) !== 0 ? 1 : 0;
  next((match(0) * 8 + rankClass(words.rank[i] ?? 0)) * 2 + located + 1);
  next((flags(0) * 4096 + match(0)) * 2 + located + 1);
  gazetteerFeatures(context, i, longest[i] ?? -1, next);
  template++;
  for (const signal of signals.get(longest[i] ?? -1) ?? []) emit(signal * 2 + (context.matches[longest[i] ?? -1]?.first === i ? 1 : 0));
  if (groups.verdicts)
    for (let offset = -1; offset <= 1; offset++) {
      next(at(offset) ? 1 + (verdicts[i + offset] ?? 0) : 0);
      next(at(offset) ? 1 + ((verdicts[i + offset] ?? 0) & 3) : 0);
    }
  if (groups.words) wordFeatures(context, i, at, (own, value) => out.push(bucket(100 + own, value)));
  return Int32Array.from(new Set(out));
}

function wordFeatures(
  { tokens }: Context,
  i: number,
  at: (offset: number) => boolean,
  emit: (template: number, value: number) => void,
): void {
  const word = (offset: number) => (at(offset) ? (tokens.hash1[i + offset] ?? 0) : 0);
  for (let offset = -2; offset <= 2; offset++) if (offset !== 0) emit(offset + 2, word(offset));
  emit(5, Math.imul(word(-1), 31) ^ word(0));
  emit(6, Math.imul(word(0), 31) ^ word(1));
  // A word behind its clitics is the same word: بالقدس and القدس share what is learned.
  if ((tokens.flags[i] ?? 0) & ARABIC) readings.read(tokens, i, true);
  else readings.readPlain(tokens, i);
  for (let r = 0; r < readings.count; r++) {
    emit(2, readings.hash1[r] ?? 0);
    emit(7, (readings.clitics[r] ?? 0) + 1);
  }
  const text = tokens.text.slice(tokens.start[i] ?? 0, tokens.end[i] ?? 0).toLowerCase();
  for (let length = 1; length <= Math.min(MAX_AFFIX, text.length - 1); length++) {
    emit(8 + length, hashOf(text.slice(0, length)));
    emit(16 + length, hashOf(text.slice(-length)));
  }
}

function gazetteerFeatures({ gazetteer, matches }: Context, i: number, index: number, next: (value: number) => void): void {
  const match = matches[index];
  const posting = match ? (gazetteer.postingStart[match.name] ?? 0) : -1;
  next(match ? 1 + (gazetteer.postingFlags[posting] ?? 0) : 0);
  next(match ? 1 + match.clitics * 2 + (match.first === i ? 1 : 0) : 0);
  next(match ? 1 + Math.min(3, match.last - match.first) * 4 + Math.min(3, i - match.first) : 0);
  next(match ? 1 + Math.min(7, Math.floor(Math.log2((gazetteer.postingStart[match.name + 1] ?? 0) - posting))) : 0);
}

/** First or later token, kind and fame of a match's most famous place: 1 to 4095; 1 where there is none. */
function matchClass({ gazetteer, matches }: Context, index: number, i: number): number {
  const match = matches[index];
  if (!match) return 1;
  const place = gazetteer.postingPlace[gazetteer.postingStart[match.name] ?? 0] ?? 0;
  return 2 + ((gazetteer.kind[place] ?? 0) * 16 + ((gazetteer.fame[place] ?? 0) >> 4)) * 2 + (match.first === i ? 1 : 0);
}

/** For each token, the longest match that holds it, or -1. */
function longestMatches({ tokens, matches }: Context): Int32Array {
  const longest = new Int32Array(tokens.count).fill(-1);
  matches.forEach((match, m) => {
    for (let i = match.first; i <= match.last; i++) {
      const other = matches[longest[i] ?? -1];
      if (!other || other.last - other.first < match.last - match.first) longest[i] = m;
    }
  });
  return longest;
}

/** The named signals of some matches, each with its strength in quarters. */
function signalsOf(context: Context, wanted: ReadonlySet<number>): Map<number, number[]> {
  const signals = new Map<number, number[]>();
  for (const index of wanted) {
    if (index < 0) continue;
    const own: number[] = [];
    extractFeatures(context, index, (feature, value) => own.push((SIGNALS.get(feature) ?? 0) * 8 + Math.round(value * 4)));
    signals.set(index, own);
  }
  return signals;
}

function rankClass(rank: number): number {
  return rank === 0 ? 0 : rank <= 100 ? 1 : rank <= 300 ? 2 : rank <= 1000 ? 3 : rank <= 3000 ? 4 : 5;
}

function crossesSentence(gaps: Uint8Array, i: number, offset: number): boolean {
  for (let k = Math.min(i, i + offset) + 1; k <= Math.max(i, i + offset); k++) if (gaps[k] === GAP.SENTENCE) return true;
  return false;
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

function bucket(template: number, value: number): number {
  let hash = Math.imul(value ^ Math.imul(template + 1, 0x9e3779b1), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) & (BUCKETS - 1);
}
