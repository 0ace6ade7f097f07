import { foldPhrase } from '../../text/fold-phrase';
import { GAP } from '../../text/gaps';
import type { RelationPatterns } from '../../text/relation-patterns';
import type { PairRelation } from '../../types';
import type { Context } from '../context';
import { matchPattern, windowBefore, wordAt, type Found } from './match-pattern';
import type { Named } from './read-relations';

/** What the words around two names say of both. `takesFirst`: the first has no relation of its own besides. */
export interface FoundPair {
  readonly pair: PairRelation;
  readonly takesFirst: boolean;
}

/** Tokens between two names of one phrase. */
const MAX_BETWEEN = 9;

/** Words before "between" among which the road, the area or the verb of motion has to stand. */
const CUE_REACH = 7;

/**
 * What is on the border of two places ("Syria's border with Iraq", `الحدود بين العراق وسوريا`) or on the way between them
 * ("the road between Homs and Hama"). Parties to a war or to talks stand between each other too: without a word that
 * places something nothing is read.
 */
export function readPair(context: Context, patterns: RelationPatterns, a: Named, b: Named, before: Found | null): FoundPair | null {
  if (b.match.first - a.match.last > MAX_BETWEEN || (context.gaps[b.match.first] ?? GAP.SENTENCE) === GAP.SENTENCE) return null;
  const link = linkOf(context, patterns, a, b);
  if (!link) return null;
  const end = b.mention.end;
  const direction = before?.relation?.type === 'part' ? before.relation.directionStart : -1;
  const pair = (type: PairRelation['type'], start: number, to = end, oneSide = false, isGround = true): FoundPair => ({
    pair: { type, other: { start: b.mention.start }, oneSide, isGround, start, end: to },
    takesFirst: !oneSide,
  });
  if (link === 'border') return pair('border', a.mention.start);
  if (link === 'borderSide') return pair('border', direction >= 0 ? direction : a.mention.start, end, true);
  if (link === 'with') return before?.relation?.type === 'border' ? pair('border', before.relation.start) : null;
  const next = b.match.last + 1;
  const follows = next <= b.to && (context.gaps[next] ?? GAP.SENTENCE) <= GAP.JOINER ? wordAt(context, next) : '';
  const to = context.tokens.end[next] ?? end;
  if (follows && patterns.borderAfter.has(follows) && !isOtherBorder(context, patterns, next)) return pair('border', a.mention.start, to);
  const last = a.match.first - 1;
  const introduced = last >= a.from && (context.gaps[a.match.first] ?? GAP.SENTENCE) <= GAP.QUOTE;
  const window = introduced ? windowBefore(context, a.from, last) : null;
  if (link === 'joined') {
    if (follows && patterns.cuesAfter.has(follows)) return pair('between', a.mention.start, to);
    return window && patterns.roads.has(wordAt(context, last))
      ? pair('between', window.offsets[window.text.lastIndexOf(' ', window.text.length - 2) + 1] ?? a.mention.start)
      : null;
  }
  if (!window) return null;
  for (const pattern of patterns.pairBorder) {
    const found = matchPattern(context, patterns, pattern, window, 'before');
    if (found) return pair('border', found.start);
  }
  const words = window.text.trim().split(' ');
  const at = words.lastIndexOf(patterns.betweenWord);
  // Between the word and the name a head noun may stand: between the towns of.
  if (at < 0 || words.length - at > 4) return null;
  const cue = words.slice(Math.max(0, at - CUE_REACH), at).findLastIndex((word) => isCue(patterns, word));
  if (cue < 0 && !(follows && patterns.cuesAfter.has(follows))) return null;
  const first = cue < 0 ? at : Math.max(0, at - CUE_REACH) + cue;
  const offset = words.slice(0, first).join(' ').length + (first === 0 ? 1 : 2);
  return pair('between', window.offsets[offset] ?? a.mention.start, end, false, false);
}

/** The kind of words that stand between two names, or null. */
function linkOf({ tokens }: Context, patterns: RelationPatterns, a: Named, b: Named): string | null {
  const between = foldPhrase(tokens.text, a.match.end, b.match.start).text;
  return patterns.between.find(({ expression }) => expression.test(between))?.type ?? null;
}

/** Behind the word for border something else is meant: a border guard. */
function isOtherBorder(context: Context, patterns: RelationPatterns, border: number): boolean {
  if ((context.gaps[border + 1] ?? GAP.SENTENCE) > GAP.JOINER) return false;
  const behind = wordAt(context, border + 1);
  return (patterns.after.get(wordAt(context, border)) ?? []).some(({ not }) => not.has(behind));
}

function isCue(patterns: RelationPatterns, word: string): boolean {
  return patterns.cues.has(word) || (/^[وفبل]/.test(word) && patterns.cues.has(word.slice(1)));
}
