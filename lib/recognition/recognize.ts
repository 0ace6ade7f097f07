import type { Gazetteer } from '../gazetteer/gazetteer';
import { kindsAgree } from '../gazetteer/kinds';
import { GAP, gapsBefore } from '../text/gaps';
import { WORD, type Lexicon } from '../text/lexicon';
import { CAPITAL, LATIN, tokenize, type Tokens } from '../text/tokenize';
import { DIRECTIONS, KINDS, type Kind, type Language, type Mention, type Role, type Span } from '../types';
import { CLITIC, PREPOSITION } from './clitics';
import { createContext, isLocated, type Context } from './context';
import { probability, scoreMatch, type RecognitionModel } from './model';
import { extractRoleFeatures, type RoleFeature } from './roles';
import { scan, type NameMatch } from './scan';
import { selectMatches } from './select';

/** What recognition knows before it reads an article. */
export interface RecognitionKnowledge {
  readonly gazetteer: Gazetteer;
  readonly lexicon: Lexicon;
  readonly model: RecognitionModel;
  readonly roleWeights: Readonly<Partial<Record<RoleFeature, number>>>;
}

/** Recognition's result, with the readings of the text that resolution needs too. */
export interface Recognition {
  readonly mentions: readonly Mention[];
  readonly context: Context;
  /** For each mention, its match's index in `context.matches`. */
  readonly matches: readonly number[];
}

/** Share of Latin words with a capital, under which the text does not use capitals (or is all capitals) and they say nothing. */
const MIN_CASED_SHARE = 0.02;
const MAX_CASED_SHARE = 0.8;

/**
 * Toponym recognition: which words of a text name a place, and in which role. Mentions come in the order of the text,
 * do not overlap, and quote it exactly. Pure; linear in the text's length.
 */
export function recognize(text: string, sentences: readonly Span[], language: Language, knowledge: RecognitionKnowledge): Recognition {
  const context = readContext(text, sentences, knowledge);
  const weights = knowledge.model[language];
  const scores = context.matches.map((_, i) => scoreMatch(context, i, weights));
  const chosen = selectMatches(context.matches, scores, 0);
  const mentions: Mention[] = [];
  let previous: Role = 'literal';
  let previousLast = -2;
  for (const index of chosen) {
    const match = context.matches[index];
    if (!match) continue;
    const listed = match.first - previousLast <= 2 && !isLocated(context.tokens, context.gaps, context.words, match);
    const odds = roleOdds(context, match, listed ? previous : null, knowledge.roleWeights);
    previous = odds > 0 ? 'associative' : 'literal';
    previousLast = match.last;
    mentions.push(toMention(context, match, scores[index] ?? 0, odds > 0));
  }
  return { mentions, context, matches: chosen };
}

/** Everything that is read of a text before its names are judged; training starts here too. */
export function readContext(
  text: string,
  sentences: readonly Span[],
  knowledge: Pick<RecognitionKnowledge, 'gazetteer' | 'lexicon'>,
): Context {
  const tokens = tokenize(text);
  const gaps = gapsBefore(
    tokens,
    sentences.map((sentence) => sentence.start),
  );
  const cased = usesCapitals(tokens);
  const { names, words } = scan(tokens, gaps, knowledge.gazetteer, knowledge.lexicon, cased);
  return createContext(tokens, gaps, words, names, knowledge.gazetteer, cased);
}

function usesCapitals(tokens: Tokens): boolean {
  let latin = 0;
  let capitals = 0;
  for (let i = 0; i < tokens.count; i++) {
    const flag = tokens.flags[i] ?? 0;
    if (!(flag & LATIN)) continue;
    latin++;
    if (flag & CAPITAL) capitals++;
  }
  const share = latin === 0 ? 0 : capitals / latin;
  // A few words in capitals are a title or a name by itself, where a capital still means what it means.
  return latin > 0 && share > MIN_CASED_SHARE && (share < MAX_CASED_SHARE || latin < 12);
}

function roleOdds(
  context: Context,
  match: NameMatch,
  previous: Role | null,
  weights: Readonly<Partial<Record<RoleFeature, number>>>,
): number {
  let odds = 0;
  extractRoleFeatures(context, match, previous, (feature, value) => {
    odds += (weights[feature] ?? 0) * value;
  });
  return odds;
}

function toMention(context: Context, match: NameMatch, score: number, associative: boolean): Mention {
  const { tokens, words, gaps } = context;
  const head = headOf(context, match);
  const start = head?.start ?? match.start;
  const end = head?.end ?? match.end;
  const before = (head?.first ?? match.first) - 1;
  const clitics = match.clitics & (PREPOSITION | CLITIC.CONJUNCTION);
  const free = head !== null && head.first < match.first ? true : clitics === 0;
  const adjacent = before >= 0 && free && (gaps[before + 1] ?? GAP.SENTENCE) <= GAP.JOINER;
  const directionFrom = adjacent ? (words.directionFrom[before] ?? -1) : -1;
  // An adjective with its article belongs to the noun before it: الضفة الغربية.
  const construct = directionFrom >= 0 && !tokens.text.startsWith('ال', tokens.start[directionFrom]);
  const direction = construct ? DIRECTIONS[words.direction[before] ?? -1] : undefined;
  return {
    start,
    end,
    text: tokens.text.slice(start, end),
    role: associative ? 'associative' : 'literal',
    confidence: probability(score),
    direction: direction ? { value: direction, start: behindClitics(context, directionFrom) } : null,
    near: adjacent && ((words.ending[before] ?? 0) & WORD.NEAR) !== 0,
    headKind: head?.kind ?? null,
    name: match.name,
  };
}

/** A token's start, behind its conjunction or preposition where the word lists know only what stands behind. */
function behindClitics({ tokens, words }: Context, token: number): number {
  const start = tokens.start[token] ?? 0;
  return (words.own[token] ?? 0) & WORD.DIRECTION
    ? start
    : start + ((words.clitics[token] ?? 0) & CLITIC.CONJUNCTION ? 1 : 0) + ((words.clitics[token] ?? 0) & PREPOSITION ? 1 : 0);
}

interface Head extends Span {
  readonly kind: Kind;
  readonly first: number;
}

/** The head noun beside a name, where some place of that name is of its kind: the mention then takes it in. */
function headOf(context: Context, match: NameMatch): Head | null {
  const { tokens, gaps, words } = context;
  const before = match.first - 1;
  const clitic = (match.clitics & (PREPOSITION | CLITIC.CONJUNCTION)) !== 0;
  if (!clitic && before >= 0 && (gaps[match.first] ?? GAP.SENTENCE) <= GAP.SPACE && (words.ending[before] ?? 0) & WORD.HEAD_BEFORE) {
    const kind = kindAt(context, before, match);
    if (kind) return { kind, first: before, start: headStart(context, before), end: match.end };
  }
  const next = match.last + 1;
  if (next < tokens.count && (gaps[next] ?? GAP.SENTENCE) <= GAP.SPACE && (words.own[next] ?? 0) & WORD.HEAD_AFTER) {
    const kind = kindAt(context, next, match);
    if (kind) return { kind, first: match.first, start: match.start, end: tokens.end[next] ?? match.end };
  }
  if (before > 0 && isOf(tokens, before) && (words.ending[before - 1] ?? 0) & WORD.HEAD_OF) {
    const kind = kindAt(context, before - 1, match);
    if (kind) return { kind, first: before - 1, start: match.start, end: match.end };
  }
  return null;
}

function headStart({ tokens, words }: Context, token: number): number {
  const known = (words.own[token] ?? 0) & WORD.HEAD_BEFORE;
  const clitics = known ? 0 : (words.clitics[token] ?? 0);
  let start = tokens.start[token] ?? 0;
  if (clitics & CLITIC.CONJUNCTION) start++;
  if (clitics & PREPOSITION) start++;
  return start;
}

function kindAt({ words, gazetteer }: Context, token: number, match: NameMatch): Kind | null {
  const kind = KINDS[words.headKind[token] ?? -1];
  if (!kind) return null;
  const to = gazetteer.postingStart[match.name + 1] ?? 0;
  for (let k = gazetteer.postingStart[match.name] ?? 0; k < to; k++) {
    const place = KINDS[gazetteer.kind[gazetteer.postingPlace[k] ?? 0] ?? -1];
    if (place && kindsAgree(kind, place)) return kind;
  }
  return null;
}

function isOf(tokens: Tokens, i: number): boolean {
  return tokens.text.slice(tokens.start[i] ?? 0, tokens.end[i] ?? 0) === 'of';
}
