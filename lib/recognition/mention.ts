import { kindsAgree } from '../gazetteer/kinds';
import { GAP } from '../text/gaps';
import { WORD } from '../text/lexicon';
import type { Tokens } from '../text/tokenize';
import { DIRECTIONS, KINDS, type Kind, type Mention, type Role, type Span } from '../types';
import { CLITIC, offsetBehind, PREPOSITION } from './clitics';
import type { Context } from './context';
import { probability } from './model';
import type { NameMatch } from './scan';
import { isWritten } from './unknown-features';

/**
 * A chosen match as a mention: with its head noun, and with the words beside it that pick out a part of the place or
 * its surroundings. `taken`: 1 for each token that some chosen match holds, whose words are not to be taken again.
 */
export function toMention(context: Context, match: NameMatch, score: number, role: Role, taken: Uint8Array): Mention {
  const { tokens, words, gaps } = context;
  const head = headOf(context, match, taken);
  const start = head?.start ?? match.start;
  const end = head?.end ?? match.end;
  const before = (head?.first ?? match.first) - 1;
  const free = head !== null && head.first < match.first ? true : (match.clitics & (PREPOSITION | CLITIC.CONJUNCTION)) === 0;
  const adjacent = before >= 0 && free && !taken[before] && (gaps[before + 1] ?? GAP.SENTENCE) <= GAP.JOINER;
  return {
    start,
    end,
    text: tokens.text.slice(start, end),
    role,
    confidence: probability(score),
    direction: adjacent ? directionAt(context, before, taken) : null,
    near: adjacent && ((words.ending[before] ?? 0) & WORD.NEAR) !== 0,
    distanceKm: adjacent ? distanceBefore(tokens.text, tokens.start[head?.first ?? match.first] ?? start) : null,
    headKind: head?.kind ?? null,
    name: match.name,
  };
}

/** A distance and what may stand between it and the name: `57 km west of`, `على بعد 40 كيلومترا شمال`. */
const DISTANCE =
  /([\d٠-٩][\d٠-٩.,]*)\s*(km|kilomet(?:er|re)s?|nautical miles?|miles?|كيلومتر\p{L}*|كلم|كم|ميل\p{L}* بحري\p{L}*|ميل\p{L}*)\s+(?:(?:to the|from|of|away|about|إلى|من|عن)\s+)*(?:\p{L}+(?:[- ]\p{L}+)?\s+)?(?:(?:of|from|من|عن)\s+)?$/iu;
const KM_PER_MILE = 1.609;
const KM_PER_NAUTICAL_MILE = 1.852;
/** Characters before a name in which its distance may stand. */
const DISTANCE_REACH = 60;

function distanceBefore(text: string, start: number): number | null {
  const found = DISTANCE.exec(text.slice(Math.max(0, start - DISTANCE_REACH), start));
  const [, digits, unit] = found ?? [];
  if (!digits || !unit) return null;
  const amount = Number(digits.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660)).replace(/,/g, ''));
  if (!Number.isFinite(amount)) return null;
  if (/nautical|بحري/i.test(unit)) return amount * KM_PER_NAUTICAL_MILE;
  return /mile|ميل/i.test(unit) ? amount * KM_PER_MILE : amount;
}

function directionAt({ tokens, words }: Context, last: number, taken: Uint8Array): Mention['direction'] {
  const first = words.directionFrom[last] ?? -1;
  const value = DIRECTIONS[words.direction[last] ?? -1];
  // An adjective with its article belongs to the noun before it: الضفة الغربية.
  if (first < 0 || taken[first] || !value || tokens.text.startsWith('ال', tokens.start[first])) return null;
  return { value, start: startOf(tokens, words, first, WORD.DIRECTION) };
}

/** A token's start, behind its proclitics where the word lists know only what stands behind them. */
function startOf(tokens: Tokens, words: Context['words'], token: number, wanted: number): number {
  const start = tokens.start[token] ?? 0;
  if ((words.own[token] ?? 0) & wanted) return start;
  const clitics = words.clitics[token] ?? 0;
  const letters = (clitics & CLITIC.CONJUNCTION ? 1 : 0) + (clitics & PREPOSITION ? 1 : 0);
  return offsetBehind(tokens.text, start, letters);
}

interface Head extends Span {
  readonly kind: Kind;
  readonly first: number;
}

/** The head noun beside a name, where some place of that name is of its kind: the mention then takes it in. */
function headOf(context: Context, match: NameMatch, taken: Uint8Array): Head | null {
  const { tokens, gaps, words } = context;
  const before = match.first - 1;
  const clitic = (match.clitics & (PREPOSITION | CLITIC.CONJUNCTION)) !== 0;
  if (
    !clitic &&
    before >= 0 &&
    !taken[before] &&
    (gaps[match.first] ?? GAP.SENTENCE) <= GAP.SPACE &&
    (words.ending[before] ?? 0) & WORD.HEAD_BEFORE
  ) {
    const kind = kindAt(context, before, match);
    if (kind) return { kind, first: before, start: startOf(tokens, words, before, WORD.HEAD_BEFORE), end: match.end };
  }
  const next = match.last + 1;
  if (next < tokens.count && !taken[next] && (gaps[next] ?? GAP.SENTENCE) <= GAP.SPACE && (words.own[next] ?? 0) & WORD.HEAD_AFTER) {
    const kind = kindAt(context, next, match);
    if (kind) return { kind, first: match.first, start: match.start, end: tokens.end[next] ?? match.end };
  }
  if (before > 0 && isOf(tokens, before) && (words.ending[before - 1] ?? 0) & WORD.HEAD_OF) {
    const kind = kindAt(context, before - 1, match);
    if (kind) return { kind, first: before - 1, start: match.start, end: match.end };
  }
  return null;
}

function kindAt({ words, gazetteer }: Context, token: number, match: NameMatch): Kind | null {
  const kind = KINDS[words.headKind[token] ?? -1];
  if (!kind) return null;
  // Of a name that no source writes the head noun is all there is to know.
  if (!isWritten(gazetteer, match.name)) return kind;
  const to = gazetteer.postingStart[match.name + 1] ?? 0;
  for (let k = gazetteer.postingStart[match.name] ?? 0; k < to; k++) {
    const place = KINDS[gazetteer.kind[gazetteer.postingPlace[k] ?? 0] ?? -1];
    if (place && kindsAgree(kind, place)) return kind;
  }
  return null;
}

function isOf(tokens: Tokens, i: number): boolean {
  return tokens.text.slice(tokens.start[i] ?? 0, tokens.end[i] ?? 0) === 'of';
}
