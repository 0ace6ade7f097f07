import { GAP } from '../text/gaps';
import { WORD } from '../text/lexicon';
import type { Kind, Mention } from '../types';
import { CLITIC } from '../text/clitics';
import type { Context } from './context';
import { mayBe } from './mention';
import type { NameMatch } from './scan';

/**
 * Gives every name of a list the head noun that stands once for all: `محافظتي المحويت والحديدة`, "Kharkiv and Sumy
 * regions". Names with a head noun of their own keep it.
 */
export function shareHeads(context: Context, matches: readonly NameMatch[], mentions: readonly Mention[]): Mention[] {
  const shared = [...mentions];
  const give = (from: number, to: number, kind: Kind): boolean => {
    const [mention, match] = [shared[to], matches[to]];
    if (!mention || !match || mention.headKind !== null || !isListed(context, matches, Math.min(from, to))) return false;
    if (mayBe(context.gazetteer, match, kind)) shared[to] = { ...mention, headKind: kind };
    return true;
  };
  matches.forEach((match, i) => {
    const kind = mentions[i]?.headKind;
    if (!kind) return;
    if (isHeaded(context, match)) for (let k = i; give(k, k + 1, kind);) k++;
    if ((context.words.own[match.last + 1] ?? 0) & WORD.HEAD_MANY) for (let k = i; give(k, k - 1, kind);) k--;
  });
  return shared;
}

/** Whether the head noun of a list stands before a match: `محافظات X`, "provinces of X". */
function isHeaded({ tokens, words }: Context, { first }: NameMatch): boolean {
  const before = first - 1;
  const of = before > 0 && tokens.text.slice(tokens.start[before], tokens.end[before]) === 'of';
  return ((words.ending[of ? before - 1 : before] ?? 0) & WORD.HEAD_MANY) !== 0;
}

/** Whether match `i` and the next stand in one list: a comma, `و` or "and" between them. */
function isListed({ tokens, gaps }: Context, matches: readonly NameMatch[], i: number): boolean {
  const [match, next] = [matches[i], matches[i + 1]];
  if (!match || !next) return false;
  const gap = gaps[match.last + 1] ?? GAP.SENTENCE;
  if (next.first === match.last + 1) return gap === GAP.COMMA || (gap === GAP.SPACE && (next.clitics & CLITIC.CONJUNCTION) !== 0);
  const between = tokens.text.slice(tokens.start[match.last + 1], tokens.end[match.last + 1]).toLowerCase();
  return next.first === match.last + 2 && gap <= GAP.COMMA && (between === 'and' || between === 'or' || between === 'و');
}
