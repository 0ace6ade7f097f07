import { ABBREVIATION, BARE, DERIVED, PRIMARY } from '../gazetteer/name-flags';
import { isCapital, nameContains } from '../gazetteer/relations';
import { GAP, MAX_NAME_GAP } from '../text/gaps';
import { WORD } from '../text/lexicon';
import { ARABIC, CAPITAL, DIGIT, LATIN, POSSESSIVE, UPPER } from '../text/tokenize';
import { KINDS } from '../types';
import { CLITIC, PREPOSITION } from './clitics';
import { isLocated, isThe, ownEvidence, type Context } from './context';
import type { NameMatch } from './scan';

/**
 * The signals by which a name in the text is judged to name a place, or not. Each has one weight a language, learned
 * from annotated articles (`data/models/recognition.json`); a weight is log-odds and can be read.
 */
export const FEATURES = [
  'bias',
  // what the gazetteer says of the name
  'fame',
  'known',
  'famous',
  'country',
  'admin1',
  'admin2',
  'capital',
  'area',
  'site',
  'small',
  'alternate',
  'derived',
  'bare',
  'abbreviation',
  'abbreviationUpper',
  'ambiguity',
  'twoTokens',
  'moreTokens',
  'shortWord',
  'fourLetters',
  'shortUnknown',
  // what the word lists say of it
  'common',
  'ambiguousWord',
  'rank300',
  'rank1000',
  'rank3000',
  'ranked',
  'rankedSmall',
  'bareRanked',
  'ambiguousLocated',
  'ambiguousAlone',
  'month',
  'givenName',
  'familyName',
  'famousName',
  'organizationHead',
  'headNoun',
  'title',
  'direction',
  'demonym',
  'wholeWord',
  'wholeName',
  'conjunction',
  'ba',
  'prefixedUnknown',
  'lam',
  'kaf',
  'article',
  'articleSmall',
  // what stands before it
  'located',
  'weakLocated',
  'afterNear',
  'afterDirection',
  'afterHead',
  'afterHeadOfKind',
  'afterTitle',
  'afterHonorific',
  'afterGivenName',
  'afterFamilyName',
  'afterOrganizationHead',
  'afterOrganizationHeadOf',
  'afterAgentNoun',
  'afterAgentVerb',
  'afterAgentBefore',
  'afterThe',
  'afterCapital',
  'afterUnknownCapital',
  'afterCommonWord',
  'afterUnknownWord',
  'sentenceStart',
  'afterComma',
  'afterParenthesis',
  'afterQuote',
  // what stands behind it
  'beforeCapital',
  'beforeFamilyName',
  'personUnit',
  'beforeOrganizationHead',
  'beforeHead',
  'beforeAgentVerb',
  'beforeDemonym',
  'beforeNumber',
  'possessive',
  'beforeComma',
  // capitals
  'lower',
  'upper',
  'titleCase',
  'wholeRun',
  'runBefore',
  'runAfter',
  'seenLower',
  'runOrganization',
  // the article as a whole
  'containedByNext',
  'containsPrevious',
  'listed',
  'locatedElsewhere',
  'personElsewhere',
  'repeated',
  'countrySupport',
  'countryAlone',
  'covered',
  'organization',
  'textStart',
] as const;

export type Feature = (typeof FEATURES)[number];
type Emit = (feature: Feature, value: number) => void;

const AREA_KINDS = new Set(['territory', 'region', 'sea', 'strait', 'gulf', 'river', 'lake', 'mountain', 'desert', 'island', 'continent']);
const SITE_KINDS = new Set(['airport', 'airbase', 'base', 'camp', 'port', 'crossing', 'site', 'neighbourhood']);

/** Calls `emit` for every signal that speaks for or against match `index` of the context. */
export function extractFeatures(context: Context, index: number, emit: Emit): void {
  const match = context.matches[index];
  if (!match) return;
  emit('bias', 1);
  gazetteerFeatures(context, match, emit);
  wordFeatures(context, match, emit);
  beforeFeatures(context, match, emit);
  afterFeatures(context, match, emit);
  if (context.cased && (context.tokens.flags[match.first] ?? 0) & LATIN) capitalFeatures(context, match, emit);
  articleFeatures(context, match, index, emit);
}

function gazetteerFeatures({ gazetteer }: Context, match: NameMatch, emit: Emit): void {
  const from = gazetteer.postingStart[match.name] ?? 0;
  const to = gazetteer.postingStart[match.name + 1] ?? 0;
  const top = gazetteer.postingPlace[from] ?? 0;
  const topFlags = gazetteer.postingFlags[from] ?? 0;
  let primary = false;
  for (let k = from; k < to && !primary; k++) primary = ((gazetteer.postingFlags[k] ?? 0) & PRIMARY) !== 0;
  const kind = KINDS[gazetteer.kind[top] ?? 0] ?? 'village';
  const fame = gazetteer.fame[top] ?? 0;
  emit('fame', fame / 255);
  if (fame >= KNOWN_FAME) emit('known', 1);
  if (fame >= FAMOUS) emit('famous', 1);
  if (kind === 'country') emit('country', 1);
  else if (kind === 'admin1') emit('admin1', 1);
  else if (kind === 'admin2') emit('admin2', 1);
  else if (AREA_KINDS.has(kind)) emit('area', 1);
  else if (SITE_KINDS.has(kind)) emit('site', 1);
  else if (kind === 'village') emit('small', 1);
  if (isCapital(gazetteer, top)) emit('capital', 1);
  if (!primary) emit('alternate', 1);
  if (topFlags & DERIVED) emit('derived', 1);
  if (topFlags & BARE) emit('bare', 1);
  if (topFlags & ABBREVIATION) emit('abbreviation', 1);
  emit('ambiguity', Math.min(1, Math.log2(to - from) / 6));
}

/** Fame, of 255, under which a place is known to few readers, from which to many, and from which to all. */
const SMALL_FAME = 115;
const KNOWN_FAME = 130;
const FAMOUS = 160;

function wordFeatures({ tokens, gaps, words, gazetteer }: Context, match: NameMatch, emit: Emit): void {
  const { first, last } = match;
  const flags = tokens.flags[first] ?? 0;
  const posting = gazetteer.postingStart[match.name] ?? 0;
  const top = gazetteer.postingPlace[posting] ?? 0;
  const topFlags = gazetteer.postingFlags[posting] ?? 0;
  if (topFlags & ABBREVIATION && (flags & UPPER || (match.end - match.start > 1 && last > first))) emit('abbreviationUpper', 1);
  if (last > first) emit(last - first === 1 ? 'twoTokens' : 'moreTokens', 1);
  else {
    const letters = match.end - match.start;
    if (letters <= 3) emit('shortWord', 1);
    else if (letters === 4) emit('fourLetters', 1);
    if (letters <= 4 && (gazetteer.fame[top] ?? 0) < KNOWN_FAME) emit('shortUnknown', 1);
    // Behind a clitic the word itself is judged; the whole token has signals of its own.
    const clitics = match.clitics & ~CLITIC.ARTICLE;
    const own = clitics ? (words.behind[first] ?? 0) : (words.own[first] ?? 0);
    const rank = clitics ? 0 : (words.rank[first] ?? 0);
    if (own & WORD.COMMON) emit('common', 1);
    if (own & WORD.AMBIGUOUS) emit('ambiguousWord', 1);
    if (clitics === 0 && (words.bareRank[first] ?? 0) > 0 && (gazetteer.fame[top] ?? 0) < KNOWN_FAME) emit('bareRanked', 1);
    if (rank > 0 && (gazetteer.fame[top] ?? 0) < SMALL_FAME) emit('rankedSmall', 1);
    if (own & WORD.AMBIGUOUS && isLocated(tokens, gaps, words, match)) emit('ambiguousLocated', 1);
    if (rank > 0) emit(rank <= 300 ? 'rank300' : rank <= 1000 ? 'rank1000' : rank <= 3000 ? 'rank3000' : 'ranked', 1);
    if (own & (WORD.MONTH | WORD.WEEKDAY)) emit('month', 1);
    if (own & WORD.GIVEN_NAME) emit('givenName', 1);
    if (own & WORD.FAMILY_NAME) emit('familyName', 1);
    if (own & (WORD.GIVEN_NAME | WORD.FAMILY_NAME) && (gazetteer.fame[top] ?? 0) >= FAMOUS) emit('famousName', 1);
    if (own & WORD.ORGANIZATION_HEAD) emit('organizationHead', 1);
    if (own & (WORD.HEAD_BEFORE | WORD.HEAD_AFTER | WORD.HEAD_OF)) emit('headNoun', 1);
    if (own & WORD.TITLE) emit('title', 1);
    if (own & WORD.DIRECTION) emit('direction', 1);
    if ((words.demonym[first] ?? 0) > 0 || own & WORD.ADJECTIVE) emit('demonym', 1);
  }
  if (match.clitics) {
    const whole = words.own[first] ?? 0;
    if (whole & (WORD.GIVEN_NAME | WORD.FAMILY_NAME)) emit('wholeName', 1);
    else if (whole || (words.rank[first] ?? 0) > 0) emit('wholeWord', 1);
    if (last === first && match.clitics & PREPOSITION && (gazetteer.fame[top] ?? 0) < KNOWN_FAME) emit('prefixedUnknown', 1);
    if (match.clitics & CLITIC.CONJUNCTION) emit('conjunction', 1);
    if (match.clitics & CLITIC.BA) emit('ba', 1);
    if (match.clitics & CLITIC.LAM) emit('lam', 1);
    if (match.clitics & CLITIC.KAF) emit('kaf', 1);
  }
  if (flags & ARABIC && tokens.text.startsWith('ال', match.start)) {
    emit('article', 1);
    if (last === first && (gazetteer.fame[top] ?? 0) < SMALL_FAME) emit('articleSmall', 1);
  }
}

function beforeFeatures(context: Context, match: NameMatch, emit: Emit): void {
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
  }
  const named = ((tokens.flags[before] ?? 0) & (CAPITAL | ARABIC)) !== 0;
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
    }
    if (headed & WORD.ORGANIZATION_HEAD && (tokens.flags[before - 1] ?? 0) & CAPITAL) emit('afterOrganizationHeadOf', 1);
  }
  if (ending === 0) emit((words.rank[before] ?? 0) > 0 ? 'afterCommonWord' : 'afterUnknownWord', 1);
  if (context.cased && (context.runFirst[first] ?? first) < first && !(ending & (WORD.DIRECTION | WORD.HEAD_BEFORE))) {
    emit('afterCapital', 1);
    // A capitalized word that is in no list and in no name is most often a given name nobody has listed.
    if (ending === 0 && (words.rank[before] ?? 0) === 0 && !context.titleCase[first] && !inName(context, before))
      emit('afterUnknownCapital', 1);
  }
}

/** Whether a token stands in some gazetteer name. */
function inName({ matches }: Context, token: number): boolean {
  return matches.some((match) => match.first <= token && token <= match.last);
}

function afterFeatures(context: Context, match: NameMatch, emit: Emit): void {
  const { tokens, gaps, words } = context;
  const next = match.last + 1;
  if ((tokens.flags[match.last] ?? 0) & POSSESSIVE) emit('possessive', 1);
  if (next >= tokens.count) return;
  const gap = gaps[next] ?? GAP.SENTENCE;
  if (gap === GAP.COMMA) emit('beforeComma', 1);
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

function capitalFeatures({ tokens, words, runFirst, runLast, titleCase, lowerCase }: Context, match: NameMatch, emit: Emit): void {
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

function articleFeatures(context: Context, match: NameMatch, index: number, emit: Emit): void {
  const { covered, gazetteer, countries, uses, gaps, words } = context;
  if (covered[index]) emit('covered', 1);
  if (words.organization[match.first] && words.organization[match.last] && !isLocated(context.tokens, gaps, words, match))
    emit('organization', 1);
  if (match.first < 3) emit('textStart', 1);
  const use = uses.get(match.name);
  const located = isLocated(context.tokens, gaps, words, match) ? 1 : 0;
  if (use) {
    if (use.located > located) emit('locatedElsewhere', 1);
    if (use.person > 0) emit('personElsewhere', 1);
    if (use.count > 1) emit('repeated', Math.min(1, Math.log2(use.count) / 3));
  }
  neighbourFeatures(context, match, index, emit);
  const from = gazetteer.postingStart[match.name] ?? 0;
  const to = Math.min(gazetteer.postingStart[match.name + 1] ?? 0, from + 20);
  const own = ownEvidence(gazetteer, match.name) * (use?.count ?? 1);
  const ownCountry = gazetteer.country[gazetteer.postingPlace[from] ?? 0] ?? 0;
  let support = 0;
  for (let k = from; k < to; k++) {
    const country = gazetteer.country[gazetteer.postingPlace[k] ?? 0] ?? 0;
    support = Math.max(support, (countries[country] ?? 0) - (country === ownCountry ? own : 0));
  }
  if (support > MIN_SUPPORT) emit('countrySupport', Math.min(1, Math.log2(1 + support) / 3));
  else {
    emit('countryAlone', 1);
    const ambiguous = ((words.own[match.first] ?? 0) | (words.behind[match.first] ?? 0)) & WORD.AMBIGUOUS;
    const famous = (gazetteer.fame[gazetteer.postingPlace[from] ?? 0] ?? 0) >= FAMOUS;
    // An article about a famous place speaks of its country somewhere: `في سيول` alone is "in floods", not in Seoul.
    if (match.first === match.last && ambiguous && (!located || famous)) emit('ambiguousAlone', 1);
  }
}

/** What rounding may leave where a name is all the evidence for its country. */
const MIN_SUPPORT = 0.01;

/** Signals from the names next to this one: `Hit, Iraq`, `Aleppo and Homs`. */
function neighbourFeatures(context: Context, match: NameMatch, index: number, emit: Emit): void {
  const { matches, covered, gaps, gazetteer, words } = context;
  let listed = false;
  for (let k = index + 1; k < matches.length; k++) {
    const next = matches[k];
    if (!next || next.first > match.last + 2) break;
    if (next.first <= match.last || covered[k]) continue;
    const gap = gaps[match.last + 1] ?? 0;
    if (next.first === match.last + 1) {
      if ((gap === GAP.COMMA || gap === GAP.PARENTHESIS) && nameContains(gazetteer, next.name, match.name)) {
        emit('containedByNext', 1);
        break;
      }
      if (gap === GAP.COMMA || next.clitics & CLITIC.CONJUNCTION) listed ||= isKnown(gazetteer, next);
    } else if (((words.own[match.last + 1] ?? 0) & WORD.COMMON) !== 0 || (words.rank[match.last + 1] ?? 0) <= 10)
      listed ||= isKnown(gazetteer, next);
  }
  for (let k = index - 1; k >= 0; k--) {
    const previous = matches[k];
    if (!previous || previous.first < match.first - 8) break;
    if (previous.last >= match.first || covered[k]) continue;
    if (previous.last < match.first - 2) continue;
    if (previous.last === match.first - 1) {
      const gap = gaps[match.first] ?? 0;
      if ((gap === GAP.COMMA || gap === GAP.PARENTHESIS) && nameContains(gazetteer, match.name, previous.name)) {
        emit('containsPrevious', 1);
        break;
      }
      if (gap === GAP.COMMA || match.clitics & CLITIC.CONJUNCTION) listed ||= isKnown(gazetteer, previous);
    } else if ((words.rank[match.first - 1] ?? 0) > 0 && (words.rank[match.first - 1] ?? 0) <= 10) listed ||= isKnown(gazetteer, previous);
  }
  if (listed) emit('listed', 1);
}

function isKnown(gazetteer: Context['gazetteer'], match: NameMatch): boolean {
  return (gazetteer.fame[gazetteer.postingPlace[gazetteer.postingStart[match.name] ?? 0] ?? 0] ?? 0) >= KNOWN_FAME;
}

function hasKind({ gazetteer }: Context, match: NameMatch, kind: number): boolean {
  const to = gazetteer.postingStart[match.name + 1] ?? 0;
  for (let k = gazetteer.postingStart[match.name] ?? 0; k < to; k++)
    if (gazetteer.kind[gazetteer.postingPlace[k] ?? 0] === kind) return true;
  return false;
}
