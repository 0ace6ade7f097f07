import { GAP, MAX_NAME_GAP } from '../text/gaps';
import { WORD } from '../text/lexicon';
import { ARABIC, CAPITAL, DIGIT, POSSESSIVE, UPPER } from '../text/tokenize';
import { CLITIC } from './clitics';
import { isLocated, isThe, type Context } from './context';
import type { EmitFeature } from './features';
import type { NameMatch } from './scan';
import { isTown } from './unknown-features';

/** What stands before a name. */
export function beforeFeatures(context: Context, match: NameMatch, emit: EmitFeature): void {
  const { tokens, gaps, words } = context;
  const { first } = match;
  const gap = gaps[first] ?? GAP.SENTENCE;
  if (gap === GAP.SENTENCE) emit('sentenceStart', 1);
  if (!(match.clitics & CLITIC.BA) && isLocated(tokens, gaps, words, match)) emit('located', 1);
  if (gap >= GAP.QUOTE) {
    if (gap === GAP.COMMA) emit('afterComma', 1);
    if (gap === GAP.PARENTHESIS) emit('afterParenthesis', 1);
    if (gap === GAP.QUOTE) emit('afterQuote', 1);
    return;
  }
  const before = first - 1;
  const ending = words.ending[before] ?? 0;
  if (match.clitics & (CLITIC.BA | CLITIC.LAM | CLITIC.KAF)) return;
  const same = !(match.clitics & CLITIC.CONJUNCTION);
  if (ending & WORD.WEAK_LOCATIVE) emit('weakLocated', 1);
  if (ending & WORD.NEAR) emit('afterNear', 1);
  if (ending & WORD.DIRECTION) emit('afterDirection', 1);
  if (same && ending & WORD.HEAD_BEFORE) {
    emit('afterHead', 1);
    if (hasKind(context, match, words.headKind[before] ?? -1)) emit('afterHeadOfKind', 1);
    if (isHeadLocated(context, before)) emit('locatedHead', 1);
  }
  const flags = tokens.flags[before] ?? 0;
  const named = (flags & (CAPITAL | ARABIC)) !== 0 && !(flags & POSSESSIVE);
  if (same && named && ending & WORD.HONORIFIC) emit('afterHonorific', 1);
  else if (same && named && ending & WORD.TITLE) emit('afterTitle', 1);
  if (same && ending & WORD.GIVEN_NAME && named) emit('afterGivenName', 1);
  if (same && ending & WORD.FAMILY_NAME && named) emit('afterFamilyName', 1);
  if (same && ending & WORD.ORGANIZATION_HEAD && named) emit('afterOrganizationHead', 1);
  if (ending & WORD.AGENT_NOUN) emit('afterAgentNoun', 1);
  if (ending & WORD.AGENT_VERB) emit('afterAgentVerb', 1);
  if (ending & WORD.AGENT_BEFORE) emit('afterAgentBefore', 1);
  if (isThe(tokens, before)) emit('afterThe', 1);
  if (before > 0 && tokens.text.slice(tokens.start[before] ?? 0, tokens.end[before] ?? 0) === 'of') {
    const headed = words.ending[before - 1] ?? 0;
    if (headed & WORD.HEAD_OF) {
      emit('afterHead', 1);
      if (hasKind(context, match, words.headKind[before - 1] ?? -1)) emit('afterHeadOfKind', 1);
      if (isTown(words.headKind[before - 1] ?? -1)) emit('afterTownOf', 1);
    }
    if (headed & WORD.ORGANIZATION_HEAD && (tokens.flags[before - 1] ?? 0) & CAPITAL) emit('afterOrganizationHeadOf', 1);
  }
  const headed = ((words.own[match.last + 1] ?? 0) & WORD.HEAD_AFTER) !== 0;
  if ((tokens.flags[before] ?? 0) & POSSESSIVE && !headed) emit(isCountryOwner(context, before) ? 'afterCountryOwner' : 'afterOwner', 1);
  if (ending === 0) emit((words.rank[before] ?? 0) > 0 ? 'afterCommonWord' : 'afterUnknownWord', 1);
  if (context.cased && (context.runFirst[first] ?? first) < first && !(ending & (WORD.DIRECTION | WORD.HEAD_BEFORE))) {
    emit('afterCapital', 1);
    // A capitalized word that is in no list and in no name is most often a given name nobody has listed.
    if (ending === 0 && (words.rank[before] ?? 0) === 0 && !context.titleCase[first] && !inName(context, before))
      emit('afterUnknownCapital', 1);
  }
}

/** `في مدينة رفح`, `بمدينة رفح`: the head noun itself is said to be where. */
function isHeadLocated({ words, gaps }: Context, head: number): boolean {
  if ((words.clitics[head] ?? 0) & CLITIC.BA) return true;
  if (head === 0 || (gaps[head] ?? 0) > GAP.SPACE) return false;
  return ((words.ending[head - 1] ?? 0) & (WORD.LOCATIVE | WORD.WEAK_LOCATIVE | WORD.NEAR | WORD.DIRECTION)) !== 0;
}

/** "Ghana's": whose towns and provinces follow. */
function isCountryOwner({ matches, gazetteer }: Context, token: number): boolean {
  return matches.some(({ last, name }) => {
    const country = gazetteer.country[gazetteer.topPlace(name)] ?? 0;
    return last === token && country !== 0 && gazetteer.countryPlace(country) === gazetteer.topPlace(name);
  });
}

/** Whether a token stands in some gazetteer name. */
function inName({ matches }: Context, token: number): boolean {
  return matches.some((match) => match.first <= token && token <= match.last);
}

function hasKind({ gazetteer }: Context, match: NameMatch, kind: number): boolean {
  const to = gazetteer.postingStart[match.name + 1] ?? 0;
  for (let k = gazetteer.postingStart[match.name] ?? 0; k < to; k++)
    if (gazetteer.kind[gazetteer.postingPlace[k] ?? 0] === kind) return true;
  return false;
}

/** What stands behind a name. */
export function afterFeatures(context: Context, match: NameMatch, emit: EmitFeature): void {
  const { tokens, gaps, words } = context;
  const next = match.last + 1;
  if ((tokens.flags[match.last] ?? 0) & POSSESSIVE) emit('possessive', 1);
  if (next >= tokens.count) return;
  const gap = gaps[next] ?? GAP.SENTENCE;
  if (gap === GAP.COMMA) emit('beforeComma', 1);
  if (isBeforeDay(context, next) && isPlaced(context, match)) emit('placedThenDay', 1);
  if (gap > MAX_NAME_GAP) return;
  const own = words.own[next] ?? 0;
  const flags = tokens.flags[next] ?? 0;
  const named = (flags & (CAPITAL | ARABIC)) !== 0;
  if (own & WORD.FAMILY_NAME && named) emit('beforeFamilyName', 1);
  // Paris Hilton, Jordan Smith: a given name and what follows it in capitals are one person.
  const given = match.first === match.last && (words.own[match.first] ?? 0) & WORD.GIVEN_NAME;
  if (given && named && (own & WORD.FAMILY_NAME || (flags & CAPITAL && own === 0 && gap === GAP.SPACE))) emit('personUnit', 1);
  if (own & WORD.ORGANIZATION_HEAD && named) emit('beforeOrganizationHead', 1);
  if (own & WORD.HEAD_AFTER) emit('beforeHead', 1);
  if (own & WORD.AGENT_VERB) emit('beforeAgentVerb', 1);
  if ((words.demonym[next] ?? 0) > 0) emit('beforeDemonym', 1);
  if (flags & DIGIT) emit('beforeNumber', 1);
  if (flags & CAPITAL && !(own & WORD.HEAD_AFTER)) emit('beforeCapital', 1);
}

/** Tokens behind a name within which its day is told: `في بنو مساء الأحد`, "in Labé late on Sunday". */
const DAY_REACH = 3;

function isBeforeDay({ tokens, gaps, words }: Context, next: number): boolean {
  for (let i = next; i < Math.min(tokens.count, next + DAY_REACH) && (gaps[i] ?? GAP.SENTENCE) <= GAP.COMMA; i++)
    if ((words.own[i] ?? 0) & WORD.WEEKDAY) return true;
  return false;
}

/** Whether the name, or its head noun, is said to be where something is. */
function isPlaced(context: Context, match: NameMatch): boolean {
  const { tokens, gaps, words } = context;
  if (isLocated(tokens, gaps, words, match)) return true;
  const before = match.first - 1;
  if (before < 0 || (gaps[match.first] ?? GAP.SENTENCE) > GAP.SPACE) return false;
  const ending = words.ending[before] ?? 0;
  return (ending & WORD.NEAR) !== 0 || ((ending & WORD.HEAD_BEFORE) !== 0 && isHeadLocated(context, before));
}

/** What capitals say, in a text that uses them. */
export function capitalFeatures(
  { tokens, words, runFirst, runLast, titleCase, lowerCase }: Context,
  match: NameMatch,
  emit: EmitFeature,
): void {
  const { first, last } = match;
  if (!((tokens.flags[first] ?? 0) & CAPITAL)) emit('lower', 1);
  if ((tokens.flags[last] ?? 0) & UPPER) emit('upper', 1);
  if (titleCase[first]) emit('titleCase', 1);
  else {
    const before = first - (runFirst[first] ?? first);
    const after = (runLast[last] ?? last) - last;
    if (before <= 0 && after <= 0) emit('wholeRun', 1);
    if (before > 0) emit('runBefore', Math.min(before, 4) / 4);
    if (after > 0) emit('runAfter', Math.min(after, 4) / 4);
    for (let k = runFirst[first] ?? first; k <= (runLast[last] ?? last); k++) {
      if ((k < first || k > last) && (words.own[k] ?? 0) & WORD.ORGANIZATION_HEAD) {
        emit('runOrganization', 1);
        break;
      }
    }
  }
  if (first === last && lowerCase.has(tokens.hash1[first] ?? 0)) emit('seenLower', 1);
}
