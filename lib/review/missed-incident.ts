import { headlineOf } from '../geojson/headline';
import type { ArticleMap, MapIncident, Span } from '../types';
import { sentencesAround } from './marked-mentions';

/** The id of an incident added by hand: that of its correction, so that an undo and a redo find it again. */
export function addedIncidentId(correction: string, { start }: Span): string {
  return `added-${correction}@${start}`;
}

/** An incident of which no more is known than the words that name it and the sentences that tell of it. */
export function draftIncident(text: string, { start, end }: Span, evidence: readonly Span[], id = ''): MapIncident {
  return {
    id,
    type: '',
    subType: null,
    headline: headlineOf(text, { evidence, trigger: { start, end } }),
    placeId: null,
    wherePrecision: null,
    geoPrecision: null,
    date: null,
    actors: [],
    casualties: { killed: null, injured: null },
    tolls: [],
    weapons: [],
    status: 'reported',
    evidence: evidence.map((span) => ({ start: span.start, end: span.end, text: text.slice(span.start, span.end) })),
    spans: { trigger: { start, end }, place: null, status: null, weapons: [] },
  };
}

/**
 * What a selection says of an incident: the sentences that it touches, and the words that name it, the longest of it that
 * name no place, since those are marked as such already.
 */
export function evidenceOf(map: ArticleMap, text: string, selection: Span): { readonly trigger: Span; readonly evidence: readonly Span[] } {
  const evidence = sentencesAround(map, text, selection);
  const mentions = [...map.features.flatMap(({ properties }) => properties.mentions), ...map.unlocated.flatMap((name) => name.mentions)];
  const runs = evidence.flatMap((sentence) => {
    const from = Math.max(sentence.start, selection.start);
    const to = Math.min(sentence.end, selection.end);
    return freeRuns(text, { start: from, end: to }, mentions);
  });
  const longest = runs.reduce<Span | null>((best, run) => (best && best.end - best.start >= run.end - run.start ? best : run), null);
  return { trigger: longest ?? selection, evidence: evidence.length > 0 ? evidence : [selection] };
}

/** The runs of whole words in a span that touch no mention. */
function freeRuns(text: string, { start, end }: Span, mentions: readonly Span[]): Span[] {
  const runs: Span[] = [];
  let isOpen = false;
  for (const { index, 0: word } of text.slice(start, end).matchAll(/\S+/gu)) {
    const span: Span = { start: start + index, end: start + index + word.length };
    const isFree = !mentions.some((mention) => mention.start < span.end && span.start < mention.end);
    const before = isOpen ? runs.pop() : undefined;
    if (isFree) runs.push({ start: before?.start ?? span.start, end: span.end });
    else if (before) runs.push(before);
    isOpen = isFree;
  }
  return runs.map((run) => withoutSigns(text, run)).filter((run) => run.end > run.start);
}

/** Without the quotation marks and stops around it. */
function withoutSigns(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && /[^\p{L}\p{N}]/u.test(text.charAt(start))) start += 1;
  while (end > start && /[^\p{L}\p{M}\p{N}]/u.test(text.charAt(end - 1))) end -= 1;
  return { start, end };
}
