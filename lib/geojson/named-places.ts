import type { Geometry } from 'geojson';
import type { Direction, FeatureMention, Place, Resolution, Span, WherePrecision, Reason } from '../types';
import type { NamedPlace } from './article-map';
import { APPROXIMATE_KM, circleGeometry, NEAR_KM, pointGeometry } from './geometry';
import type { Part } from './parts';
import { wherePrecision } from './precision';

/** What of the gazetteer the features need, handed in so that this stage imports none of its insides. */
export interface PlaceSource {
  place(index: number): Place;
  /** The area of a place (or the line of a river), or null where it has none. */
  geometry(place: Place): Geometry | null;
  /** The part of an area that a direction picks out, or null where the place has no area. */
  part(place: Place, direction: Direction): Part | null;
  /** Radius in kilometres of the circle that stands for a district, which has no outline in the sources; null for every other place. */
  districtRadiusKm(index: number): number | null;
  /** Whether the sources know the place's point only roughly. */
  isApproximate(index: number): boolean;
  isArea(place: Place): boolean;
}

/** The words that geometry and reasons are put into, in the reader's two languages. */
export interface PlaceWords {
  readonly directions: Readonly<Record<'ar' | 'en', Readonly<Record<Direction, string>>>>;
  readonly reasons: Readonly<Record<string, string>>;
}

/** A stated distance is a round number: the circle goes a quarter farther. */
const DISTANCE_MARGIN = 1.25;

interface Group {
  readonly id: string;
  readonly index: number;
  readonly place: Place;
  readonly direction: Direction | null;
  readonly resolutions: Resolution[];
}

/**
 * Gathers an article's resolutions into its distinct places, in order of first mention, each with its quotes and the
 * geometry that its text warrants. A part of an area is a place of its own.
 */
export function namedPlaces(
  text: string,
  sentences: readonly Span[],
  resolutions: readonly Resolution[],
  source: PlaceSource,
  words: PlaceWords,
): NamedPlace[] {
  const groups = new Map<string, Group>();
  for (const resolution of resolutions) {
    const best = resolution.candidates[0];
    if (!best) continue;
    const place = source.place(best.place);
    const direction = source.isArea(place) ? (resolution.mention.direction?.value ?? null) : null;
    const id = direction ? `${place.id}/${direction}` : place.id;
    let group = groups.get(id);
    if (!group) groups.set(id, (group = { id, index: best.place, place, direction, resolutions: [] }));
    group.resolutions.push(resolution);
  }
  return [...groups.values()].map((group) => toNamedPlace(text, sentences, group, source, words));
}

function toNamedPlace(text: string, sentences: readonly Span[], group: Group, source: PlaceSource, words: PlaceWords): NamedPlace {
  const { place, direction, resolutions } = group;
  const surest = resolutions.reduce((a, b) => (b.confidence > a.confidence ? b : a));
  const farthest = Math.max(0, ...resolutions.map(({ mention }) => mention.distanceKm ?? 0));
  const near = source.isApproximate(group.index) || resolutions.every(({ mention }) => isBeside(mention));
  const coded = wherePrecision(place.kind, place.countryCode, direction !== null, near, place.id.startsWith('iso:'));
  // Farther off than "near" means, all that is known is an area around the place.
  const precision = coded === 2 && farthest > NEAR_KM ? 5 : coded;
  const { geometry, labelPoint } = locate(group, precision, Math.max(NEAR_KM, farthest * DISTANCE_MARGIN), source);
  return {
    id: group.id,
    place,
    direction,
    names: direction ? partNames(place, direction, words) : place.names,
    geometry,
    labelPoint,
    wherePrecision: precision,
    confidence: surest.confidence,
    why: reasonsOf(surest, words),
    alternatives: surest.candidates.slice(1).map(({ place: other, score }) => ({ place: source.place(other), score })),
    mentions: resolutions.map((resolution) => toMention(text, sentences, resolution, direction)),
  };
}

/** Whether the words put the event beside the place, not in it: near Hit, north of Baghdad. */
function isBeside({ near, direction, distanceKm }: Resolution['mention']): boolean {
  return near || direction !== null || distanceKm !== null;
}

function locate(
  { index, place, direction, resolutions }: Group,
  precision: WherePrecision,
  besideKm: number,
  source: PlaceSource,
): { geometry: Geometry; labelPoint: Place['labelPoint'] } {
  const part = direction && source.part(place, direction);
  if (part) return part;
  const area = source.geometry(place);
  if (area) return { geometry: area, labelPoint: place.labelPoint };
  const beside = resolutions.every(({ mention }) => isBeside(mention));
  const radius = precision === 2 || precision === 5 ? (beside ? besideKm : APPROXIMATE_KM) : source.districtRadiusKm(index);
  const geometry = radius === null ? pointGeometry(place.labelPoint) : circleGeometry(place.labelPoint, radius);
  return { geometry, labelPoint: place.labelPoint };
}

function partNames({ names }: Place, direction: Direction, words: PlaceWords): NamedPlace['names'] {
  const fill = (language: 'ar' | 'en', name: string) => words.directions[language][direction].replace('{place}', name);
  return { en: fill('en', names.en), ar: names.ar === null ? null : fill('ar', names.ar) };
}

/** What decided: the signals of the best candidate in which it differs from the runner-up, strongest first. */
function reasonsOf({ candidates }: Resolution, words: PlaceWords): Reason[] {
  const [best, second] = candidates;
  if (!best) return [];
  const inWords = (reason: Reason): Reason => ({
    ...reason,
    signal: (words.reasons[reason.code] ?? reason.code).replace('{detail}', reason.detail ?? ''),
  });
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

/** Reasons that weigh less decide nothing. */
const MIN_WEIGHT = 0.05;

function toMention(
  text: string,
  sentences: readonly Span[],
  { mention, confidence }: Resolution,
  direction: Direction | null,
): FeatureMention {
  const start = direction && mention.direction ? mention.direction.start : mention.start;
  const quote = quoteOf(sentences, { start, end: mention.end });
  return {
    start,
    end: mention.end,
    text: text.slice(start, mention.end),
    role: mention.role,
    confidence: Math.round(mention.confidence * confidence * 100) / 100,
    quote: { ...quote, text: text.slice(quote.start, quote.end) },
  };
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
