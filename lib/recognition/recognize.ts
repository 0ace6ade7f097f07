import type { Gazetteer } from '../gazetteer/gazetteer';
import { GAP, gapsBefore } from '../text/gaps';
import { WORD, type Lexicon } from '../text/lexicon';
import { CAPITAL, LATIN, tokenize, type Tokens } from '../text/tokenize';
import type { Language, Mention, Role, Span } from '../types';
import { CLITIC } from './clitics';
import { createContext, isLocated, type Context } from './context';
import { shareHeads } from './listed-heads';
import { toMention } from './mention';
import { scoreMatch, type RecognitionModel } from './model';
import { readRelations } from './relations/read-relations';
import { extractRoleFeatures, type RoleFeature } from './roles';
import { scan, type NameMatch } from './scan';
import { selectMatches } from './select';
import { findUnknownNames } from './unknown-names';

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
  const scores = context.matches.map((match, i) =>
    isHeadOfNext(context, match) || isTornOff(context, match) || context.words.idiom[match.first] === 1 || isAdjective(context, match)
      ? -Infinity
      : scoreMatch(context, i, weights),
  );
  context.matches.forEach(({ repeats }, i) => {
    if (repeats) scores[i] = scores[context.matches.indexOf(repeats)] ?? -Infinity;
  });
  const chosen = selectMatches(context.matches, scores, 0);
  const taken = takenTokens(context.matches, chosen, context.tokens.count);
  const mentions: Mention[] = [];
  let previous: Role = 'literal';
  let previousLast = -Infinity;
  for (const index of chosen) {
    const match = context.matches[index];
    if (!match) continue;
    const listed = match.first - previousLast <= 2 && !isLocated(context.tokens, context.gaps, context.words, match);
    const odds = roleOdds(context, match, listed ? previous : null, knowledge.roleWeights);
    previous = odds > 0 ? 'associative' : 'literal';
    previousLast = match.last;
    mentions.push(toMention(context, match, scores[index] ?? 0, previous, taken));
  }
  const named = chosen.flatMap((index) => context.matches[index] ?? []);
  return {
    mentions: readRelations(context, knowledge.lexicon.relations, shareHeads(context, named, mentions), named),
    context,
    matches: chosen,
  };
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
  const { gazetteer } = knowledge;
  const scanned = scan(tokens, gaps, gazetteer, knowledge.lexicon, cased);
  const unknown = findUnknownNames(tokens, gaps, gazetteer, scanned, cased);
  const matches = unknown.length === 0 ? scanned.names : [...scanned.names, ...unknown].sort((a, b) => a.first - b.first);
  return createContext(tokens, gaps, scanned.words, matches, gazetteer, cased);
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

/** Whether the match is a bare head noun before another name: مدينة in `مدينة بورتسودان` is no Medina, معسكر in `معسكر زمزم` no Mascara. */
function isHeadOfNext({ gaps, words, matches }: Context, match: NameMatch): boolean {
  if (match.first !== match.last || !((words.ending[match.first] ?? 0) & WORD.HEAD_BEFORE)) return false;
  const next = match.last + 1;
  return (gaps[next] ?? GAP.SENTENCE) <= GAP.SPACE && matches.some((other) => other.first === next && other.clitics === 0);
}

/** "The Somali city of Baidoa": a people's adjective before a head noun is no place, even where one bears the word as its name. */
function isAdjective({ tokens, gaps, words }: Context, { first, last }: NameMatch): boolean {
  const head = last + 1;
  return (
    first === last &&
    (words.demonym[first] ?? 0) > 0 &&
    (gaps[head] ?? GAP.SENTENCE) <= GAP.SPACE &&
    ((words.own[head] ?? 0) & WORD.HEAD_OF) !== 0 &&
    tokens.text.slice(tokens.start[head + 1], tokens.end[head + 1]) === 'of'
  );
}

/** `بمدينة وجدة`: no "and" can stand between a head noun and its name, so the letter is the name's own: Oujda, not Jeddah. */
function isTornOff({ gaps, words }: Context, match: NameMatch): boolean {
  if (match.first === 0 || !(match.clitics & CLITIC.CONJUNCTION) || (gaps[match.first] ?? GAP.SENTENCE) > GAP.SPACE) return false;
  return ((words.ending[match.first - 1] ?? 0) & WORD.HEAD_BEFORE) !== 0;
}

/** 1 for each token that a chosen match holds: no mention may take another's words for its head noun or direction. */
function takenTokens(matches: readonly NameMatch[], chosen: readonly number[], count: number): Uint8Array {
  const taken = new Uint8Array(count);
  for (const index of chosen) {
    const match = matches[index];
    if (match) taken.fill(1, match.first, match.last + 1);
  }
  return taken;
}
