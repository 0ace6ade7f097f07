import { GAP } from '../../text/gaps';
import { WORD } from '../../text/lexicon';
import type { RelationPattern, RelationPatterns } from '../../text/relation-patterns';
import { CLITIC, PREPOSITION } from '../clitics';
import { isThe, type Context } from '../context';
import { matchPattern, windowBefore, wordAt, type Found } from './match-pattern';
import type { Named } from './read-relations';

/** What the words before a name say: `على بعد 40 كيلومترا شمال`, "off the coast of". */
export function readBefore(context: Context, patterns: RelationPatterns, named: Named): Found | null {
  for (const end of ends(context, named)) {
    const candidates = patternsAt(patterns, wordAt(context, end));
    if (!candidates) continue;
    const window = windowBefore(context, named.from, end);
    for (const pattern of candidates) {
      const found = matchPattern(context, patterns, pattern, window, 'before');
      if (!found) continue;
      if (found.relation) return { relation: found.relation, pair: null };
      if (found.type !== 'borderOther' || found.countryCode === null) continue;
      const other = { countryCode: found.countryCode };
      return { relation: null, pair: { type: 'border', other, oneSide: false, isGround: true, start: found.start, end: named.match.end } };
    }
  }
  return null;
}

/** Adjectives and the article before a head noun: "the northern Syrian city of". */
const MAX_ADJECTIVES = 3;

/** The tokens at which a phrase before the name may end: right before it, before its head noun, before "the city of". */
function ends(context: Context, { match, from }: Named): number[] {
  const { tokens, gaps, words } = context;
  const free = (i: number) => i >= from && (gaps[i + 1] ?? GAP.SENTENCE) <= GAP.JOINER;
  if (match.clitics & (PREPOSITION | CLITIC.CONJUNCTION)) return [];
  let last = match.first - 1;
  if (!free(last)) return [];
  if (isThe(tokens, last)) last--;
  if (!free(last)) return [];
  const found = [last];
  if ((words.ending[last] ?? 0) & WORD.HEAD_BEFORE && free(last - 1)) found.push(last - 1);
  if (wordAt(context, last) === 'of' && (words.ending[last - 1] ?? 0) & WORD.HEAD_OF && free(last - 1)) {
    for (let k = 1; k <= MAX_ADJECTIVES + 1 && free(last - 1 - k); k++) {
      found.push(last - 1 - k);
      if (isThe(tokens, last - 1 - k)) {
        found.push(last - 2 - k);
        break;
      }
    }
    // The article ends the noun's own words: only what stands before it counts.
    const article = found.findIndex((i) => isThe(tokens, i));
    return [last, ...(article >= 0 ? found.slice(article + 1).filter((i) => i >= from) : found.slice(1, 2))];
  }
  return found;
}

function patternsAt(patterns: RelationPatterns, word: string): readonly RelationPattern[] | undefined {
  return patterns.before.get(word) ?? (/^[وفبل]/.test(word) ? patterns.before.get(word.slice(1)) : undefined);
}
