import type { Gazetteer } from '../gazetteer/gazetteer';
import { isSkeleton } from '../gazetteer/lookup';
import { GAP } from '../text/gaps';
import { WORD } from '../text/lexicon';
import { KINDS, type Kind } from '../types';
import { isLocated, type Context } from './context';
import type { EmitFeature } from './features';
import type { NameMatch } from './scan';

/** Whether some source writes the name so: what the gazetteer says of it holds for the text. */
export function isWritten(gazetteer: Gazetteer, name: number): boolean {
  return name !== gazetteer.unknownName && !isSkeleton(gazetteer, name);
}

/** Heads that hardly ever stand before anything but a name; a region or a centre may be of anything. */
const TOWNS: ReadonlySet<Kind> = new Set<Kind>(['city', 'town', 'village', 'neighbourhood', 'camp']);

/** Whether a head noun of a kind, by its index, calls something a town. */
export function isTown(kind: number): boolean {
  const name = KINDS[kind];
  return name !== undefined && TOWNS.has(name);
}

/** What speaks for a name that no source writes so. */
export function unknownFeatures(context: Context, match: NameMatch, emit: EmitFeature): void {
  const { tokens, words, gazetteer } = context;
  if (isWritten(gazetteer, match.name)) return;
  const before = headBefore(context, match);
  const kind = before ?? headAfter(context, match);
  emit(kind || match.name === gazetteer.unknownName ? 'unknown' : 'skeleton', 1);
  if (kind === 'site') emit('unknownSite', 1);
  else if (kind) emit(before ? 'unknownHead' : 'unknownAfterHead', 1);
  else if (isLocated(tokens, context.gaps, words, match)) emit('unknownPlaced', 1);
  if (kind && TOWNS.has(kind)) emit('unknownTown', 1);
  if (tokens.text.startsWith('ال', match.start)) emit('unknownArticle', 1);
  // What follows a head noun without an article may be its adjective, and agrees with it: قرية نائية.
  if (before && match.first === match.last && tokens.text[match.end - 1] === 'ة') emit('unknownFeminine', 1);
}

function headBefore({ tokens, gaps, words }: Context, match: NameMatch): Kind | null {
  const before = match.first - 1;
  if (before < 0 || match.clitics !== 0 || (gaps[match.first] ?? GAP.SENTENCE) > GAP.SPACE) return null;
  if ((words.ending[before] ?? 0) & WORD.HEAD_BEFORE) return KINDS[words.headKind[before] ?? -1] ?? null;
  const of = before > 0 && tokens.text.slice(tokens.start[before], tokens.end[before]) === 'of';
  return of && (words.ending[before - 1] ?? 0) & WORD.HEAD_OF ? (KINDS[words.headKind[before - 1] ?? -1] ?? null) : null;
}

function headAfter({ gaps, words }: Context, match: NameMatch): Kind | null {
  const next = match.last + 1;
  if ((gaps[next] ?? GAP.SENTENCE) > GAP.SPACE || !((words.own[next] ?? 0) & WORD.HEAD_AFTER)) return null;
  return KINDS[words.headKind[next] ?? -1] ?? null;
}
