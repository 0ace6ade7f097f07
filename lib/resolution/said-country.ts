import type { Context } from '../recognition/context';
import type { NameMatch } from '../recognition/scan';
import { GAP } from '../text/gaps';
import { WORD } from '../text/lexicon';

/** Words that may stand between a people's adjective and "of": "the Ugandan border town of Bwera". */
const MAX_BETWEEN = 2;

/**
 * The country that the words beside a name put it in, by index, or 0: "the Ugandan town of Bwera", `مدينة منبج السورية`.
 * Only where a head noun stands between them: "Turkish Aleppo" may be anything.
 */
export function saidCountry({ tokens, gaps, words }: Context, match: NameMatch): number {
  const near = (i: number) => (gaps[i] ?? GAP.SENTENCE) <= GAP.SPACE;
  const before = match.first - 1;
  const isOf = before > 0 && tokens.text.slice(tokens.start[before], tokens.end[before]) === 'of';
  const head = isOf ? before - 1 : before;
  if (head < 0 || !near(match.first) || (isOf && !near(before))) return 0;
  if (!((words.ending[head] ?? 0) & (isOf ? WORD.HEAD_OF : WORD.HEAD_BEFORE))) return 0;
  const behind = match.last + 1;
  if (behind < tokens.count && near(behind) && (words.demonym[behind] ?? 0) > 0 && !isOf) return (words.demonym[behind] ?? 0) - 1;
  if (!isOf) return 0;
  for (let i = head - 1; i >= 0 && i >= head - 1 - MAX_BETWEEN && near(i + 1); i--) {
    const demonym = words.demonym[i] ?? 0;
    if (demonym > 0) return demonym - 1;
  }
  return 0;
}
