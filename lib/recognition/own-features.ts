import { ABBREVIATION, BARE, DERIVED, PRIMARY } from '../gazetteer/name-flags';
import { NONE } from '../gazetteer/gazetteer';
import { isCapital } from '../gazetteer/relations';
import { WORD } from '../text/lexicon';
import { ARABIC, UPPER } from '../text/tokenize';
import { KINDS } from '../types';
import { CLITIC, PREPOSITION } from './clitics';
import { isLocated, type Context } from './context';
import { isWritten } from './unknown-features';
import { FAMOUS, KNOWN_FAME, SMALL_FAME } from './fame';
import type { EmitFeature } from './features';
import type { NameMatch } from './scan';

const AREA_KINDS = new Set(['territory', 'region', 'sea', 'strait', 'gulf', 'river', 'lake', 'mountain', 'desert', 'island', 'continent']);
const SITE_KINDS = new Set(['airport', 'airbase', 'base', 'camp', 'port', 'crossing', 'site', 'neighbourhood']);

/** What the gazetteer says of a name. */
export function gazetteerFeatures({ gazetteer }: Context, match: NameMatch, emit: EmitFeature): void {
  if (!isWritten(gazetteer, match.name)) return;
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
  else if (kind === 'admin1') {
    // A province named for its seat is found wherever the seat is.
    let seat = false;
    for (let k = from + 1; k < to && !seat; k++) seat = gazetteer.admin1[gazetteer.postingPlace[k] ?? NONE] === top;
    if (!seat) emit('admin1', 1);
  } else if (kind === 'admin2') emit('admin2', 1);
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

/** What the word lists say of a name. */
export function wordFeatures({ tokens, gaps, words, gazetteer }: Context, match: NameMatch, emit: EmitFeature): void {
  const { first, last } = match;
  const flags = tokens.flags[first] ?? 0;
  const top = gazetteer.topPlace(match.name);
  const topFlags = gazetteer.postingFlags[gazetteer.postingStart[match.name] ?? NONE] ?? 0;
  if (topFlags & ABBREVIATION && (flags & UPPER || (match.end - match.start > 1 && last > first))) emit('abbreviationUpper', 1);
  if (topFlags & ABBREVIATION && !(flags & UPPER)) emit(tokens.text[match.end] === '.' ? 'abbreviationStop' : 'abbreviationBare', 1);
  // شمال, جنوب غرب, "Southwest": provinces bear such names, and texts hardly ever mean them.
  if (words.direction[last] !== -1 && words.directionFrom[last] === first) emit('direction', 1);
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
