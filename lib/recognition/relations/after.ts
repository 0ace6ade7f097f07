import { GAP } from '../../text/gaps';
import type { RelationPatterns } from '../../text/relation-patterns';
import type { Context } from '../context';
import { matchPattern, windowAfter, wordAt, type Found } from './match-pattern';
import type { Named } from './read-relations';

/** What the words behind a name say: "Aleppo's southern countryside", `ريف حلب الجنوبي`. `before`: what those before it say. */
export function readAfter(context: Context, patterns: RelationPatterns, named: Named, before: Found | null): Found | null {
  const { match, to } = named;
  const next = match.last + 1;
  if (next > to || gapAt(context, next) > GAP.COMMA) return null;
  const comma = gapAt(context, next) === GAP.COMMA;
  const candidates = patterns.after.get(comma ? ',' : wordAt(context, next)) ?? patterns.after.get(wordAt(context, next));
  if (!candidates) return null;
  const window = windowAfter(context, next, match.end, to);
  for (const pattern of candidates) {
    const found = matchPattern(context, patterns, pattern, window, 'after');
    if (!found) continue;
    if (pattern.type === 'borderOther') {
      if (found.countryCode === null) continue;
      const start = before?.relation?.directionStart ?? -1;
      const span = { start: start >= 0 ? start : named.mention.start, end: found.end };
      return {
        relation: null,
        pair: { type: 'border', other: { countryCode: found.countryCode }, oneSide: true, isGround: true, ...span },
      };
    }
    if (!found.relation) continue;
    // An adjective alone belongs to the countryside or the suburbs before the name: ريف حلب الجنوبي.
    if (!pattern.bare) return { relation: found.relation, pair: null };
    const own = before?.relation;
    if (own && (own.type === 'countryside' || own.type === 'around') && own.direction === null)
      return { relation: { ...own, direction: found.relation.direction }, pair: null };
    if (!own && isCountryside(context, patterns, match.first)) return { relation: { ...found.relation, type: 'part' }, pair: null };
  }
  return null;
}

/** Whether the name itself begins with the word for countryside: ريف دمشق. */
function isCountryside(context: Context, patterns: RelationPatterns, first: number): boolean {
  return (patterns.before.get(wordAt(context, first)) ?? []).some(({ type }) => type === 'countryside');
}

const gapAt = ({ gaps }: Context, i: number): number => gaps[i] ?? GAP.SENTENCE;
