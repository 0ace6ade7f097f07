import { nameContains } from '../gazetteer/relations';
import type { Context } from '../recognition/context';
import { GAP } from '../text/gaps';
import type { Kind, Mention } from '../types';
import type { NameMatch } from '../recognition/scan';
import { saidCountry } from './said-country';

/** The mentions of an article that bear one name in one sense: what one of them means, they all mean. */
export interface Group {
  readonly name: number;
  readonly headKind: Kind | null;
  readonly mentions: number[];
  /** Names that follow a mention after a comma or in brackets, and so may contain it: `Hit, Iraq`. */
  readonly followedBy: Set<number>;
  /** Names that such a mention follows. */
  readonly following: Set<number>;
  /** Names at the other end of a journey: whoever comes to Amman from Muscat is not in Oman all the while. */
  readonly apart: Set<number>;
  /** The country that the text puts it in by an adjective, by index; 0 where it does not. */
  country: number;
}

/**
 * Groups mentions by name and head noun, and notes which names stand directly beside which. A name that the article
 * puts into several others (`Paris, Texas` and `Paris, France`) is as many groups; where it stands alone it belongs to
 * the first of them.
 */
export function groupMentions(mentions: readonly Mention[], matches: readonly NameMatch[], context: Context): Group[] {
  const groups = new Map<string, Group>();
  const firstOf = new Map<string, Group>();
  const groupOf = mentions.map((mention, i) => {
    const name = `${mention.name} ${mention.headKind ?? ''}`;
    const container = containerOf(matches, i, context);
    const key = container < 0 ? name : `${name} ${container}`;
    let group = container < 0 ? firstOf.get(name) : groups.get(key);
    if (!group) groups.set(key, (group = newGroup(mention)));
    if (!firstOf.has(name)) firstOf.set(name, group);
    group.mentions.push(i);
    const match = matches[i];
    if (match && group.country === 0) group.country = saidCountry(context, match);
    return group;
  });
  for (let i = 0; i + 1 < matches.length; i++) {
    const [match, next] = [matches[i], matches[i + 1]];
    if (!match || !next) continue;
    if (containerOf(matches, i, context) >= 0) {
      groupOf[i]?.followedBy.add(next.name);
      groupOf[i + 1]?.following.add(match.name);
    }
    if (next.first === match.last + 2 && isJourneyWord(context, match.first - 1) && isJourneyWord(context, match.last + 1)) {
      groupOf[i]?.apart.add(next.name);
      groupOf[i + 1]?.apart.add(match.name);
    }
  }
  const all = [...new Set(groupOf)];
  // Said once, it holds for the name wherever nothing else is said of it.
  const said = new Map(all.filter(({ country }) => country > 0).map(({ name, country }) => [name, country]));
  for (const group of all) group.country ||= said.get(group.name) ?? 0;
  return all;
}

function newGroup({ name, headKind }: Mention): Group {
  return { name, headKind, mentions: [], followedBy: new Set(), following: new Set(), apart: new Set(), country: 0 };
}

/** The name that follows match `i` as what contains it does (after a comma, in brackets, after "in"), or -1. */
function containerOf(matches: readonly NameMatch[], i: number, context: Context): number {
  const [match, next] = [matches[i], matches[i + 1]];
  if (!match || !next || next.name === match.name || !isBehind(match, next, context)) return -1;
  return nameContains(context.gazetteer, next.name, match.name) ? next.name : -1;
}

function isBehind(match: NameMatch, next: NameMatch, context: Context): boolean {
  const gap = context.gaps[match.last + 1] ?? GAP.SENTENCE;
  // A direction may stand before the container: `طرابلس في شمال لبنان`.
  const direction = context.words.directionFrom[next.first - 1] ?? -1;
  const first = direction > match.last ? direction : next.first;
  if (first === match.last + 2) return gap <= GAP.SPACE && isContainerWord(context, match.last + 1);
  if (first !== match.last + 1) return false;
  return gap === GAP.COMMA || gap === GAP.PARENTHESIS || (gap === GAP.SPACE && next.clitics === 0);
}

const CONTAINER_WORDS = new Set(['في', 'in', 'of']);

const JOURNEY_WORDS = new Set(['من', 'إلى', 'الى', 'from', 'to']);

function isContainerWord({ tokens }: Context, i: number): boolean {
  return CONTAINER_WORDS.has(tokens.text.slice(tokens.start[i] ?? 0, tokens.end[i] ?? 0));
}

function isJourneyWord({ tokens }: Context, i: number): boolean {
  return i >= 0 && JOURNEY_WORDS.has(tokens.text.slice(tokens.start[i] ?? 0, tokens.end[i] ?? 0));
}
