import type { Gazetteer } from '../gazetteer/gazetteer';
import { kindsAgree } from '../gazetteer/kinds';
import { GAP } from '../text/gaps';
import { WORD } from '../text/lexicon';
import type { Tokens } from '../text/tokenize';
import { KINDS, type Kind, type Mention, type Role, type Span } from '../types';
import { CLITIC, offsetBehind, PREPOSITION } from './clitics';
import type { Context } from './context';
import { probability } from './model';
import type { NameMatch } from './scan';
import { isWritten } from './unknown-features';

/**
 * A chosen match as a mention, with its head noun. `taken`: 1 for each token that some chosen match holds, whose words
 * are not to be taken again. Its relations are read once all mentions are known.
 */
export function toMention(context: Context, match: NameMatch, score: number, role: Role, taken: Uint8Array): Mention {
  const { tokens } = context;
  const head = headOf(context, match, taken);
  const start = head?.start ?? match.start;
  const end = head?.end ?? match.end;
  return {
    start,
    end,
    text: tokens.text.slice(start, end),
    role,
    confidence: probability(score),
    relation: null,
    pair: null,
    headKind: head?.kind ?? null,
    name: match.name,
  };
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
    // The head of a list is no part of its first name.
    const many = ((words.ending[before] ?? 0) & WORD.HEAD_MANY) !== 0;
    const start = many ? match.start : startOf(tokens, words, before, WORD.HEAD_BEFORE);
    if (kind) return { kind, first: many ? match.first : before, start, end: match.end };
  }
  const next = match.last + 1;
  if (next < tokens.count && !taken[next] && (gaps[next] ?? GAP.SENTENCE) <= GAP.SPACE && (words.own[next] ?? 0) & WORD.HEAD_AFTER) {
    const kind = kindAt(context, next, match);
    const many = ((words.own[next] ?? 0) & WORD.HEAD_MANY) !== 0;
    if (kind) return { kind, first: match.first, start: match.start, end: many ? match.end : (tokens.end[next] ?? match.end) };
  }
  if (before > 0 && isOf(tokens, before) && (words.ending[before - 1] ?? 0) & WORD.HEAD_OF) {
    const kind = kindAt(context, before - 1, match);
    if (kind) return { kind, first: before - 1, start: match.start, end: match.end };
  }
  return null;
}

function kindAt({ words, gazetteer }: Context, token: number, match: NameMatch): Kind | null {
  const kind = KINDS[words.headKind[token] ?? -1];
  return kind && mayBe(gazetteer, match, kind) ? kind : null;
}

/** Whether some place of a match's name may be called by a head noun of a kind. */
export function mayBe(gazetteer: Gazetteer, match: NameMatch, kind: Kind): boolean {
  // Of a name that no source writes the head noun is all there is to know.
  if (!isWritten(gazetteer, match.name)) return true;
  const to = gazetteer.postingStart[match.name + 1] ?? 0;
  for (let k = gazetteer.postingStart[match.name] ?? 0; k < to; k++) {
    const place = KINDS[gazetteer.kind[gazetteer.postingPlace[k] ?? 0] ?? -1];
    if (place && kindsAgree(kind, place)) return true;
  }
  return false;
}

function isOf(tokens: Tokens, i: number): boolean {
  return tokens.text.slice(tokens.start[i] ?? 0, tokens.end[i] ?? 0) === 'of';
}
