import type { FeatureMention, PairRelation, Place, Resolution, Span } from '../types';
import type { NamedPlace } from './article-map';
import { BORDER_KM, drawBetween, drawBorder, type PlaceSource, type Side } from './drawing';
import { pairNames, type PlaceWords } from './relation-names';

/**
 * What lies between a mention's place and another, or on their border: a feature of its own, which quotes the whole
 * phrase. Null where the mention is in no such phrase, where nobody is said to be there (parties, not places), or where
 * the two are not such that it can be drawn: no corridor between countries, no border of what does not touch.
 */
export function pairedPlace(
  text: string,
  first: Resolution,
  resolutions: readonly Resolution[],
  source: PlaceSource,
  words: PlaceWords,
  quoted: (span: Span) => FeatureMention['quote'],
): NamedPlace | null {
  const { pair } = first.mention;
  if (!pair) return null;
  const second =
    'start' in pair.other ? resolutions.find(({ mention }) => 'start' in pair.other && mention.start === pair.other.start) : null;
  const [a, b] = [
    sideOf(first, pair, source),
    second ? sideOf(second, pair, source) : 'countryCode' in pair.other ? countrySide(pair.other.countryCode, source) : null,
  ];
  if (!a || !b || a.place.id === b.place.id) return null;
  if (!pair.isGround && first.mention.role !== 'literal' && second?.mention.role !== 'literal') return null;
  const id = pairId(pair, a, b);
  const part = pair.type === 'between' ? drawBetween(id, a, b, source) : drawBorder(id, a, b, pair.oneSide, source);
  if (!part) return null;
  const confidence = Math.min(first.confidence, second?.confidence ?? 1);
  const span = { start: pair.start, end: pair.end };
  const code = 'assumedWidth';
  return {
    id,
    place: sharedPlace(a.place, b.place, pair.oneSide),
    direction: null,
    relation: { type: pair.type, direction: pair.oneSide ? a.direction : null, distanceKm: null, other: b.place.id },
    names: pairNames(pair.oneSide ? 'borderSide' : pair.type, a.place, b.place, pair.oneSide ? a.direction : null, words),
    geometry: part.geometry,
    labelPoint: part.labelPoint,
    wherePrecision: 5,
    confidence,
    why:
      pair.type === 'border'
        ? [{ signal: (words.reasons[code] ?? code).replace('{detail}', String(BORDER_KM)), code, weight: 0, detail: String(BORDER_KM) }]
        : [],
    alternatives: [],
    mentions: [
      {
        ...span,
        text: text.slice(span.start, span.end),
        // A road or a border is ground, whatever its two ends stand for.
        role: 'literal',
        confidence: Math.round(confidence * Math.min(first.mention.confidence, second?.mention.confidence ?? 1) * 100) / 100,
        quote: quoted(span),
      },
    ],
  };
}

/** A road runs between towns: where a division bears the name of one, "between" means the town. */
function sideOf({ mention, candidates }: Resolution, { type }: PairRelation, source: PlaceSource): Side | null {
  const best = candidates[0];
  if (!best) return null;
  const place = source.place(best.place);
  const isArea = source.isArea(place);
  if (type === 'between' && (place.kind === 'admin1' || place.kind === 'admin2')) {
    const towns = candidates.map((candidate) => source.place(candidate.place)).filter((other) => !source.isArea(other));
    const town = towns.find(
      ({ countryCode, admin1 }) => countryCode === place.countryCode && (place.kind === 'admin2' || admin1?.en === place.names.en),
    );
    if (town) return { place: town, isArea: false, direction: null };
  }
  return { place, isArea, direction: mention.relation?.type === 'part' ? mention.relation.direction : null };
}

function countrySide(code: string, source: PlaceSource): Side | null {
  const place = source.country(code);
  return place && { place, isArea: true, direction: null };
}

/** `border:IQ:SY`, `border:IQ:TR/tr-southeast` for the one side, `between:geonames:169577:geonames:170017`; the two in fixed order. */
function pairId({ type, oneSide }: PairRelation, a: Side, b: Side): string {
  const short = (place: Place) => place.id.replace(/^iso:/, '');
  const whole = [type, ...[short(a.place), short(b.place)].sort()].join(':');
  if (!oneSide) return whole;
  return `${whole}/${short(a.place).toLowerCase()}${a.direction ? `-${a.direction}` : ''}`;
}

/** The place that stands for a pair where a feature needs one: a region of the country that both lie in, or of none. */
function sharedPlace(a: Place, b: Place, oneSide: boolean): Place {
  const countryCode = oneSide || a.countryCode === b.countryCode ? a.countryCode : null;
  const admin1 = a.admin1 && a.admin1.en === b.admin1?.en ? a.admin1 : null;
  return { ...a, kind: 'region', countryCode, admin1, population: 0 };
}
