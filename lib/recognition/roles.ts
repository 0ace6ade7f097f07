import { isCapital } from '../gazetteer/relations';
import { GAP, MAX_NAME_GAP } from '../text/gaps';
import { WORD } from '../text/lexicon';
import { CAPITAL, LATIN, POSSESSIVE, UPPER, type Tokens } from '../text/tokenize';
import { KINDS, type Role } from '../types';
import { CLITIC } from './clitics';
import { isLocated, isThe, type Context } from './context';
import type { NameMatch } from './scan';

/**
 * The signals by which a place's name is judged to stand for someone (associative) rather than for the ground
 * (literal). Weights are log-odds of the associative role, in `data/models/roles.json`.
 */
export const ROLE_FEATURES = [
  'bias',
  'country',
  'capital',
  'capitalSpeaks',
  'large',
  'small',
  'located',
  'lam',
  'locatedInOrganization',
  'weakLocated',
  'afterDirection',
  'afterHead',
  'afterAgentBefore',
  'afterAgentNoun',
  'afterAgentVerb',
  'beforeAgentVerb',
  'beforeAgentAfter',
  'beforeAgentNoun',
  'possessive',
  'afterOrganizationHead',
  'insideOrganization',
  'runOrganization',
  'beforeCapital',
  'sentenceStart',
  'titleCase',
  'between',
  'listedWithAgent',
  'listedWithPlace',
  'afterAgentNounOf',
  'afterOf',
  'beforeNoun',
  'beforeAuxiliary',
  'upper',
  'runBefore',
  'afterThe',
  'afterComma',
  'beforeEnd',
  'containedByNext',
  'locatedElsewhere',
  'repeated',
] as const;
export type RoleFeature = (typeof ROLE_FEATURES)[number];

type Emit = (feature: RoleFeature, value: number) => void;

const LARGE = new Set(['region', 'continent', 'territory']);

/** Calls `emit` for every signal on the role of a match. `previous`: the role of the name before it in a list, or null. */
export function extractRoleFeatures(context: Context, match: NameMatch, previous: Role | null, emit: Emit): void {
  const { tokens, gaps, words, gazetteer } = context;
  emit('bias', 1);
  const top = gazetteer.topPlace(match.name);
  const kind = KINDS[gazetteer.kind[top] ?? -1] ?? 'village';
  if (kind === 'country') emit('country', 1);
  else if (isCapital(gazetteer, top)) emit('capital', 1);
  else if (LARGE.has(kind)) emit('large', 1);
  else emit('small', 1);

  const before = match.first - 1;
  const gap = gaps[match.first] ?? GAP.SENTENCE;
  const ending = gap < GAP.COMMA ? (words.ending[before] ?? 0) : 0;
  const located = isLocated(tokens, gaps, words, match);
  const inside = words.organization[match.first] === 1;
  if (inside) emit('insideOrganization', 1);
  if (isBetween(context, match, gap)) emit('between', 1);
  if (located) emit(inside || isOrganizationBefore(context, before) ? 'locatedInOrganization' : 'located', 1);
  if (match.clitics & CLITIC.LAM) emit('lam', 1);
  if (gap === GAP.SENTENCE) emit('sentenceStart', 1);
  if (ending & WORD.WEAK_LOCATIVE) emit('weakLocated', 1);
  if (ending & WORD.DIRECTION) emit('afterDirection', 1);
  if (ending & WORD.HEAD_BEFORE) emit('afterHead', 1);
  if (ending & WORD.AGENT_BEFORE) emit('afterAgentBefore', 1);
  if (ending & WORD.AGENT_NOUN && !(match.clitics & (CLITIC.BA | CLITIC.CONJUNCTION))) emit('afterAgentNoun', 1);
  if (ending & WORD.AGENT_VERB) emit('afterAgentVerb', 1);
  if (ending & WORD.ORGANIZATION_HEAD && ((tokens.flags[before] ?? 0) & CAPITAL || !context.cased)) emit('afterOrganizationHead', 1);
  if (previous !== null && !located) emit(previous === 'associative' ? 'listedWithAgent' : 'listedWithPlace', 1);
  if (isOf(context, before) && gap <= GAP.SPACE)
    emit(before > 0 && (words.ending[before - 1] ?? 0) & (WORD.AGENT_NOUN | WORD.TITLE) ? 'afterAgentNounOf' : 'afterOf', 1);
  if ((tokens.flags[match.last] ?? 0) & UPPER) emit('upper', 1);
  if ((context.runFirst[match.first] ?? match.first) < match.first && !context.titleCase[match.first]) emit('runBefore', 1);
  if (before >= 0 && gap <= GAP.SPACE && isThe(tokens, before)) emit('afterThe', 1);
  if (gap === GAP.COMMA) emit('afterComma', 1);
  if (context.titleCase[match.first]) emit('titleCase', 1);
  const use = context.uses.get(match.name);
  if (use && use.located > (located ? 1 : 0)) emit('locatedElsewhere', 1);
  if (use && use.count > 1) emit('repeated', Math.min(1, Math.log2(use.count) / 3));
  afterFeatures(context, match, isCapital(gazetteer, top), emit);
}

function afterFeatures(
  { tokens, gaps, words, runFirst, runLast, titleCase }: Context,
  match: NameMatch,
  capital: boolean,
  emit: Emit,
): void {
  const possessive = ((tokens.flags[match.last] ?? 0) & POSSESSIVE) !== 0;
  if (possessive) emit('possessive', 1);
  const next = match.last + 1;
  if (next >= tokens.count || (gaps[next] ?? 0) >= GAP.CLAUSE) emit('beforeEnd', 1);
  if (next < tokens.count && (gaps[next] ?? GAP.SENTENCE) <= MAX_NAME_GAP) {
    const own = (words.own[next] ?? 0) | startingAt(words, next);
    if (own & WORD.AGENT_VERB) emit('beforeAgentVerb', 1);
    if (capital && own & WORD.AGENT_VERB) emit('capitalSpeaks', 1);
    if (own & WORD.AGENT_AFTER) emit('beforeAgentAfter', 1);
    if (own & WORD.AGENT_NOUN) emit('beforeAgentNoun', 1);
    const flags = tokens.flags[next] ?? 0;
    if (flags & CAPITAL && !(own & WORD.HEAD_AFTER)) emit('beforeCapital', 1);
    else if (flags & LATIN) {
      if (isAuxiliary(tokens, next)) emit('beforeAuxiliary', 1);
      else if (!possessive && !isFunctionWord(words, next)) emit('beforeNoun', 1);
    }
  }
  if (titleCase[match.first]) return;
  for (let k = runFirst[match.first] ?? 0; k <= (runLast[match.last] ?? -1); k++) {
    if ((k < match.first || k > match.last) && (words.own[k] ?? 0) & WORD.ORGANIZATION_HEAD) {
      emit('runOrganization', 1);
      return;
    }
  }
}

const BETWEEN = new Set(['بين', 'between']);

/** `الحرب بين X وY`: what is between two countries is more often a matter of their governments than a strip of land. */
function isBetween({ tokens }: Context, match: NameMatch, gap: number): boolean {
  if (match.first === 0 || gap > GAP.SPACE || match.clitics !== 0) return false;
  return BETWEEN.has(tokens.text.slice(tokens.start[match.first - 1] ?? 0, tokens.end[match.first - 1] ?? 0));
}

function isOf({ tokens }: Context, i: number): boolean {
  return i >= 0 && tokens.text.slice(tokens.start[i] ?? 0, tokens.end[i] ?? 0) === 'of';
}

const AUXILIARIES = new Set([
  'has',
  'have',
  'had',
  'will',
  'would',
  'can',
  'could',
  'should',
  'must',
  'may',
  'might',
  'did',
  'does',
  'wants',
  'needs',
]);

function isAuxiliary(tokens: Tokens, i: number): boolean {
  return AUXILIARIES.has(tokens.text.slice(tokens.start[i] ?? 0, tokens.end[i] ?? 0));
}

/** Ranks below which English words are articles, prepositions, pronouns and forms of "be". */
const FUNCTION_WORD_RANK = 150;

function isFunctionWord(words: Context['words'], i: number): boolean {
  const rank = words.rank[i] ?? 0;
  return (rank > 0 && rank <= FUNCTION_WORD_RANK) || ((words.own[i] ?? 0) & (WORD.LOCATIVE | WORD.WEAK_LOCATIVE | WORD.AGENT_VERB)) !== 0;
}

/** Classes of a two-token phrase that begins at `i`. */
function startingAt(words: Context['words'], i: number): number {
  return (words.ending[i + 1] ?? 0) & ~(words.own[i + 1] ?? 0) & WORD.AGENT_AFTER;
}

/** Whether the locative at `at` follows an organization's name: "Islamic Resistance in Iraq". */
function isOrganizationBefore({ words }: Context, at: number): boolean {
  return at > 0 && words.organization[at - 1] === 1 && words.organization[at] === 1;
}
