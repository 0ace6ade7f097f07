import type { FeatureMention, Reason, Resolution, Span } from '../types';
import type { NamedPlace } from './article-map';
import { assumedWidthKm, draw, type PlaceSource } from './drawing';
import { pairedPlace } from './paired-places';
import { mentionStart, placementOf, type Placement } from './placement';
import { relationNames, type PlaceWords } from './relation-names';

interface Group {
  readonly placement: Placement;
  readonly resolutions: Resolution[];
}

/**
 * Gathers an article's resolutions into its distinct places, in order of first mention, each with its quotes and the
 * geometry that its text warrants. A part of an area, and what lies in some relation to a place, is a place of its own.
 */
export function namedPlaces(
  text: string,
  sentences: readonly Span[],
  resolutions: readonly Resolution[],
  source: PlaceSource,
  words: PlaceWords,
): NamedPlace[] {
  const groups = new Map<string, Group>();
  const pairs = new Map<string, NamedPlace>();
  for (const resolution of resolutions) {
    const placement = placementOf(resolution, source);
    if (!placement) continue;
    const group = groups.get(placement.id);
    if (group) group.resolutions.push(resolution);
    else groups.set(placement.id, { placement, resolutions: [resolution] });
    const pair = pairedPlace(text, resolution, resolutions, source, words, (span) => quoted(text, sentences, span));
    if (!pair) continue;
    const known = pairs.get(pair.id);
    pairs.set(pair.id, known ? { ...known, mentions: [...known.mentions, ...pair.mentions] } : pair);
  }
  const own = [...groups.values()].map((group) => toNamedPlace(text, sentences, group, source, words));
  const firstOf = ({ mentions }: NamedPlace) => mentions[0]?.start ?? 0;
  return pairs.size === 0 ? own : [...own, ...pairs.values()].sort((a, b) => firstOf(a) - firstOf(b));
}

function toNamedPlace(text: string, sentences: readonly Span[], group: Group, source: PlaceSource, words: PlaceWords): NamedPlace {
  const { placement, resolutions } = group;
  const { place, relation } = placement;
  const surest = resolutions.reduce((a, b) => (b.confidence > a.confidence ? b : a));
  const { geometry, labelPoint } = draw(placement, source);
  return {
    id: placement.id,
    place,
    direction: placement.isArea && relation?.type === 'part' ? relation.direction : null,
    relation: relation && {
      type: relation.type,
      direction: relation.direction,
      distanceKm: relation.distanceKm === null ? null : Math.round(relation.distanceKm * 10) / 10,
      other: null,
    },
    names: relation ? relationNames(placement, relation, words) : place.names,
    geometry,
    labelPoint,
    wherePrecision: placement.wherePrecision,
    confidence: surest.confidence,
    why: [...reasonsOf(surest, words), ...widthReason(placement, words)],
    alternatives: surest.candidates.slice(1).map((other, i) => ({
      place: source.place(other.place),
      score: other.score,
      ...(i < EXPLAINED ? { why: strongest(other, words) } : {}),
    })),
    mentions: resolutions.map((resolution) => toMention(text, sentences, resolution, placement)),
  };
}

/** Where the text gives no distance, the reader is told the one that is drawn. */
function widthReason(placement: Placement, words: PlaceWords): Reason[] {
  const km = assumedWidthKm(placement);
  if (km === null) return [];
  const code = 'assumedWidth';
  return [{ signal: (words.reasons[code] ?? code).replace('{detail}', String(km)), code, weight: 0, detail: String(km) }];
}

/** What decided: the signals of the best candidate in which it differs from the runner-up, strongest first. */
function reasonsOf({ candidates }: Resolution, words: PlaceWords): Reason[] {
  const [best, second] = candidates;
  if (!best) return [];
  const inWords = wordedBy(words);
  if (!second)
    return [
      inWords({ signal: '', code: 'onlyOne', weight: 0, detail: null }),
      ...best.reasons.filter((reason) => reason.weight > 0).map(inWords),
    ];
  const other = new Map(second.reasons.map((reason) => [reason.code, reason.weight]));
  return best.reasons
    .map((reason) => ({ ...reason, weight: reason.weight - (other.get(reason.code) ?? 0) }))
    .filter((reason) => Math.abs(reason.weight) >= MIN_WEIGHT)
    .sort((a, b) => b.weight - a.weight)
    .map(inWords);
}

/** Runners-up that say why, and the reasons that each gives: enough to choose among those that a person would. */
const EXPLAINED = 8;
const MOST_REASONS = 3;

function strongest({ reasons }: Resolution['candidates'][number], words: PlaceWords): Reason[] {
  return reasons
    .filter(({ weight }) => Math.abs(weight) >= MIN_WEIGHT)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, MOST_REASONS)
    .map(wordedBy(words));
}

function wordedBy(words: PlaceWords): (reason: Reason) => Reason {
  return (reason) => ({ ...reason, signal: (words.reasons[reason.code] ?? reason.code).replace('{detail}', reason.detail ?? '') });
}

/** Reasons that weigh less decide nothing. */
const MIN_WEIGHT = 0.05;

function toMention(text: string, sentences: readonly Span[], { mention, confidence }: Resolution, placement: Placement): FeatureMention {
  const span = { start: mentionStart(mention, placement), end: mention.end };
  return {
    ...span,
    text: text.slice(span.start, span.end),
    role: mention.role,
    confidence: Math.round(mention.confidence * confidence * 100) / 100,
    quote: quoted(text, sentences, span),
  };
}

function quoted(text: string, sentences: readonly Span[], span: Span): FeatureMention['quote'] {
  const quote = quoteOf(sentences, span);
  return { ...quote, text: text.slice(quote.start, quote.end) };
}

/** The sentence, or the sentences, that a span stands in, whole. */
export function quoteOf(sentences: readonly Span[], span: Span): Span {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.end ?? Infinity) <= span.start) low = middle + 1;
    else high = middle;
  }
  const first = sentences[low];
  if (!first) return span;
  let last = first;
  for (let i = low + 1; i < sentences.length && (sentences[i]?.start ?? Infinity) < span.end; i++) last = sentences[i] ?? last;
  return { start: Math.min(first.start, span.start), end: Math.max(last.end, span.end) };
}
