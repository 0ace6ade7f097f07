import { foldPhrase, type FoldedPhrase } from '../../text/fold-phrase';
import { GAP } from '../../text/gaps';
import type { RelationPattern, RelationPatterns } from '../../text/relation-patterns';
import { RELATION_TYPES, type PairRelation, type Relation } from '../../types';
import type { Context } from '../context';

/** What the words beside a name say. */
export interface Found {
  readonly relation: Relation | null;
  readonly pair: PairRelation | null;
}

/** A pattern's match in a window of folded words. */
export interface Matched {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly relation: Relation | null;
  /** Code of the country whose adjective the words hold, or null. */
  readonly countryCode: string | null;
}

/** Tokens beside a name that may belong to such a phrase. */
const REACH = 16;

/** The words before token `end`, back to `from`, the sentence's start or a break in it. */
export function windowBefore({ tokens, gaps }: Context, from: number, end: number): FoldedPhrase {
  let first = end;
  while (first > from && end - first < REACH && (gaps[first] ?? GAP.SENTENCE) < GAP.CLAUSE) first--;
  return foldPhrase(tokens.text, tokens.start[first] ?? 0, tokens.end[end] ?? 0);
}

/** The words behind offset `start`, up to token `to` or the sentence's end. */
export function windowAfter({ tokens, gaps }: Context, last: number, start: number, to: number): FoldedPhrase {
  let end = last;
  while (end < to && end - last < REACH && (gaps[end + 1] ?? GAP.SENTENCE) < GAP.CLAUSE) end++;
  return foldPhrase(tokens.text, start, Math.max(start, tokens.end[end] ?? start));
}

/** A token's folded word. */
export function wordAt({ tokens }: Context, i: number): string {
  return foldPhrase(tokens.text, tokens.start[i] ?? 0, tokens.end[i] ?? 0).text.trim();
}

/** Tries a pattern on a window; null where it does not fit, or where a slot holds what it may not. */
export function matchPattern(
  context: Context,
  patterns: RelationPatterns,
  pattern: RelationPattern,
  window: FoldedPhrase,
  side: 'before' | 'after',
): Matched | null {
  const found = pattern.expression.exec(window.text);
  if (!found) return null;
  const [from = 0, to = 0] = found.indices?.[0] ?? [];
  const beside = side === 'before' ? window.text.slice(0, from).trim().split(' ').at(-1) : window.text.slice(to).trim().split(' ')[0];
  if (beside && pattern.not.has(beside)) return null;
  let [direction, directionStart, distanceKm, countryCode]: [Relation['direction'], number, number | null, string | null] = [
    null,
    -1,
    null,
    null,
  ];
  for (let k = 0; k < pattern.slots.length; k++) {
    const text = found[k + 1];
    const at = found.indices?.[k + 1]?.[0];
    if (text === undefined || at === undefined) continue;
    if (pattern.slots[k] === 'direction') {
      direction = patterns.directions.get(text) ?? null;
      directionStart = window.offsets[at] ?? -1;
    } else if (pattern.slots[k] === 'number') {
      const unit = found[k + 2];
      distanceKm = kilometres(patterns, text, unit);
      if (distanceKm === null) return null;
    } else if (pattern.slots[k] === 'demonym') {
      countryCode = countryAt(context, window.offsets[at] ?? -1);
      if (countryCode === null) return null;
    }
  }
  const start = window.offsets[from] ?? 0;
  const end = window.offsets[to] ?? start;
  const type = RELATION_TYPES.find((known) => known === pattern.type);
  const relation = type && type !== 'between' ? { type, direction, directionStart, distanceKm, start, end } : null;
  return { type: pattern.type, start, end, relation, countryCode };
}

/** Farther than this nothing is said to lie from a town: a slip of the reading. */
const MAX_KM = 2000;

function kilometres(patterns: RelationPatterns, text: string, unit: string | undefined): number | null {
  const km =
    unit === undefined ? patterns.duals.get(text) : (patterns.numbers.get(text) ?? toNumber(text)) * (patterns.kmByUnit.get(unit) ?? NaN);
  return km !== undefined && km > 0 && km <= MAX_KM ? km : null;
}

/** `1,200` is twelve hundred, `57,5` is not. */
function toNumber(digits: string): number {
  return Number(digits.replace(/,(?=\d{3}(?:\D|$))/g, '').replace(',', '.'));
}

/** The country that the adjective at an offset speaks of, or null. */
function countryAt({ tokens, words, gazetteer }: Context, offset: number): string | null {
  let low = 0;
  let high = tokens.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens.end[middle] ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  const demonym = words.demonym[low] ?? 0;
  return demonym > 0 ? (gazetteer.countryCodes[demonym - 1] ?? null) : null;
}
