import type { Gazetteer } from '../gazetteer/gazetteer';
import { nameContains } from '../gazetteer/relations';
import { GAP } from '../text/gaps';
import { WORD } from '../text/lexicon';
import { CLITIC } from './clitics';
import { isLocated, ownEvidence, type Context } from './context';
import { FAMOUS, isKnown } from './fame';
import type { EmitFeature } from './features';
import type { NameMatch } from './scan';

/** What rounding may leave where a name is all the evidence for its country. */
const MIN_SUPPORT = 0.01;

/** What the article as a whole says of a name. */
export function articleFeatures(context: Context, match: NameMatch, index: number, emit: EmitFeature): void {
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
  const top = gazetteer.topPlace(match.name);
  const ownCountry = gazetteer.country[top] ?? 0;
  let support = 0;
  for (let k = from; k < to; k++) {
    const country = gazetteer.country[gazetteer.postingPlace[k] ?? 0] ?? 0;
    support = Math.max(support, (countries[country] ?? 0) - (country === ownCountry ? own : 0));
  }
  if (support > MIN_SUPPORT) {
    emit('countrySupport', Math.min(1, Math.log2(1 + support) / 3));
    if (support >= context.mostSupport) emit('mainCountry', 1);
  } else {
    emit('countryAlone', 1);
    const ambiguous = ((words.own[match.first] ?? 0) | (words.behind[match.first] ?? 0)) & WORD.AMBIGUOUS;
    const famous = (gazetteer.fame[top] ?? 0) >= FAMOUS;
    // An article about a famous place speaks of its country somewhere: `في سيول` alone is "in floods", not in Seoul.
    // Behind `مدينة` even an everyday word is a name.
    const headed =
      match.first > 0 && ((words.ending[match.first - 1] ?? 0) & WORD.HEAD_BEFORE) !== 0 && (gaps[match.first] ?? 0) <= GAP.SPACE;
    if (match.first === match.last && ambiguous && (!located || famous)) emit(headed ? 'ambiguousHeaded' : 'ambiguousAlone', 1);
  }
}

/** Signals from the names next to this one: `Hit, Iraq`, `Aleppo and Homs`. */
function neighbourFeatures(context: Context, match: NameMatch, index: number, emit: EmitFeature): void {
  const { matches, covered, gaps, gazetteer, words } = context;
  let listed = false;
  let compatriot = false;
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
      if (gap === GAP.COMMA || next.clitics & CLITIC.CONJUNCTION) {
        listed ||= isKnown(gazetteer, next);
        compatriot ||= shareCountry(gazetteer, match.name, next.name);
      }
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
      if (gap === GAP.COMMA || match.clitics & CLITIC.CONJUNCTION) {
        listed ||= isKnown(gazetteer, previous);
        compatriot ||= shareCountry(gazetteer, match.name, previous.name);
      }
    } else if ((words.rank[match.first - 1] ?? 0) > 0 && (words.rank[match.first - 1] ?? 0) <= 10) listed ||= isKnown(gazetteer, previous);
  }
  if (listed) emit('listed', 1);
  if (compatriot) emit('listedCompatriot', 1);
}

/** Places of a name that are looked at; the others lie far below in fame. */
const MAX_SHARED = 8;

/** Whether two names next to each other in a list may be of places in one country. */
function shareCountry({ postingStart, postingPlace, country }: Gazetteer, one: number, other: number): boolean {
  const [from, otherFrom] = [postingStart[one] ?? 0, postingStart[other] ?? 0];
  const to = Math.min(postingStart[one + 1] ?? 0, from + MAX_SHARED);
  const otherTo = Math.min(postingStart[other + 1] ?? 0, otherFrom + MAX_SHARED);
  for (let i = from; i < to; i++) {
    const own = country[postingPlace[i] ?? 0] ?? 0;
    for (let k = otherFrom; k < otherTo && own !== 0; k++) if (country[postingPlace[k] ?? 0] === own) return true;
  }
  return false;
}
