import type { RelationPatterns } from '../../text/relation-patterns';
import type { Mention } from '../../types';
import type { Context } from '../context';
import type { NameMatch } from '../scan';
import { readAfter } from './after';
import { readBefore } from './before';
import type { Found } from './match-pattern';
import { readPair, type FoundPair } from './pairs';

/** A name's place among the tokens, with what the other names leave of the text around it. */
export interface Named {
  readonly mention: Mention;
  readonly match: NameMatch;
  /** First token behind the name before, and last token before the next name. */
  readonly from: number;
  readonly to: number;
}

/**
 * Reads, for each mention, where the words beside its name put something in relation to the place, and, for each two
 * mentions in a row, in relation to both. Names without such a word beside them cost a look into a table.
 */
export function readRelations(
  context: Context,
  patterns: RelationPatterns,
  mentions: readonly Mention[],
  matches: readonly NameMatch[],
): Mention[] {
  const named = mentions.flatMap((mention, i): Named[] => {
    const match = matches[i];
    if (!match) return [];
    return [{ mention, match, from: (matches[i - 1]?.last ?? -1) + 1, to: (matches[i + 1]?.first ?? context.tokens.count) - 1 }];
  });
  const before = named.map((one): Found | null => readBefore(context, patterns, one));
  const pairs = named.map((one, i): FoundPair | null => {
    const next = named[i + 1];
    return next ? readPair(context, patterns, one, next, before[i] ?? null) : null;
  });
  return named.map((one, i): Mention => {
    const pair = pairs[i] ?? null;
    const own = before[i] ?? null;
    // The word for border behind the second of two names has been read with the first.
    const isRead = pair !== null || (pairs[i - 1]?.pair.end ?? 0) > one.match.end;
    const after = isRead ? null : readAfter(context, patterns, one, own);
    if (!own && !pair && !after) return one.mention;
    // "Syria's border with Iraq" has two sides; "in Syria near the border with Iraq" says of Iraq that it was not there.
    const last = pairs[i - 1]?.pair;
    const isPaired = pair?.takesFirst || (last && !last.oneSide && last.end >= one.mention.end);
    const relation = isPaired ? null : (after?.relation ?? own?.relation ?? null);
    return { ...one.mention, relation, pair: pair?.pair ?? after?.pair ?? own?.pair ?? null };
  });
}
