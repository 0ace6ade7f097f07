import type { Context } from '../recognition/context';
import { GAP } from '../text/gaps';
import type { Kind, Mention } from '../types';
import type { NameMatch } from '../recognition/scan';

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
}

/** Groups mentions by name and head noun, and notes which names stand directly beside which. */
export function groupMentions(mentions: readonly Mention[], matches: readonly NameMatch[], context: Context): Group[] {
  const groups = new Map<string, Group>();
  const groupOf = mentions.map((mention, i) => {
    const key = `${mention.name} ${mention.headKind ?? ''}`;
    let group = groups.get(key);
    if (!group) {
      group = {
        name: mention.name,
        headKind: mention.headKind,
        mentions: [],
        followedBy: new Set(),
        following: new Set(),
        apart: new Set(),
      };
      groups.set(key, group);
    }
    group.mentions.push(i);
    return group;
  });
  for (let i = 0; i + 1 < matches.length; i++) {
    const [match, next] = [matches[i], matches[i + 1]];
    if (!match || !next || next.first - match.last > 2) continue;
    const gap = context.gaps[match.last + 1] ?? GAP.SENTENCE;
    const located = next.first === match.last + 2 && isContainerWord(context, match.last + 1);
    if (
      located ||
      (next.first === match.last + 1 && (gap === GAP.COMMA || gap === GAP.PARENTHESIS || (gap === GAP.SPACE && next.clitics === 0)))
    ) {
      groupOf[i]?.followedBy.add(next.name);
      groupOf[i + 1]?.following.add(match.name);
    }
    if (next.first === match.last + 2 && isJourneyWord(context, match.first - 1) && isJourneyWord(context, match.last + 1)) {
      groupOf[i]?.apart.add(next.name);
      groupOf[i + 1]?.apart.add(match.name);
    }
  }
  return [...groups.values()];
}

const CONTAINER_WORDS = new Set(['في', 'in', 'of']);

const JOURNEY_WORDS = new Set(['من', 'إلى', 'الى', 'from', 'to']);

function isContainerWord({ tokens }: Context, i: number): boolean {
  return CONTAINER_WORDS.has(tokens.text.slice(tokens.start[i] ?? 0, tokens.end[i] ?? 0));
}

function isJourneyWord({ tokens }: Context, i: number): boolean {
  return i >= 0 && JOURNEY_WORDS.has(tokens.text.slice(tokens.start[i] ?? 0, tokens.end[i] ?? 0));
}
