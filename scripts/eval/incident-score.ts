import type { IncidentStatus, Kind, MapIncident, Span } from '../../lib/types';

/** Where a gold incident happened: the mentions that say so, all of them right. */
export interface GoldPlace {
  readonly spans: readonly Span[];
  readonly kind: Kind;
  readonly country: string | null;
}

export interface GoldCount {
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
}

export interface GoldToll {
  readonly killed: GoldCount | null;
  readonly injured: GoldCount | null;
}

export interface GoldIncident {
  readonly id: string;
  /** Null where the words do not tell. */
  readonly type: string | null;
  readonly status: IncidentStatus;
  /** Any of them is right; none where the article gives none. */
  readonly places: readonly GoldPlace[];
  /** Inclusive calendar days. */
  readonly date: { readonly start: string; readonly end: string } | null;
  readonly killed: GoldCount | null;
  readonly injured: GoldCount | null;
  /** Where sources differ: every toll that is stated. */
  readonly tolls: readonly GoldToll[];
  /** False: neither rewarded nor, unless its status is wrong, punished. */
  readonly required: boolean;
  readonly evidence: readonly Span[];
}

/** What must not come out as though it had happened. */
export interface GoldForbidden {
  readonly what: string;
  /** The words that a careless reader would take for the event; null where only its place and sentences are marked. */
  readonly words: Span | null;
  readonly places: readonly GoldPlace[];
  readonly evidence: readonly Span[];
}

export interface GoldMarks {
  readonly incidents: readonly GoldIncident[];
  readonly forbidden: readonly GoldForbidden[];
}

/** What the scorer asks of a predicted incident's feature. */
export interface PlaceFacts {
  readonly kind: Kind;
  readonly countryCode: string | null;
  /** Only a part of the area is meant. */
  readonly isPart: boolean;
  readonly mentions: readonly Span[];
}

export interface Match {
  readonly gold: GoldIncident;
  readonly predicted: MapIncident;
  readonly dateExact: boolean;
  readonly casualtiesExact: boolean;
  readonly statusRight: boolean;
  /** Null where the gold leaves the type open. */
  readonly typeRight: boolean | null;
  /** Whether every toll stands in `tolls`; null where sources do not differ. */
  readonly tollsListed: boolean | null;
}

export interface ArticleScore {
  /** Of required incidents. */
  readonly matches: readonly Match[];
  readonly missed: readonly GoldIncident[];
  /** Predictions that nothing stands behind, and optional incidents with a wrong status. */
  readonly invented: readonly MapIncident[];
  /** What came out as having happened at a place, though it is forbidden or denied. */
  readonly forbiddenHits: readonly { readonly what: string; readonly predicted: MapIncident }[];
}

/**
 * Compares an article's predicted incidents with its gold. A prediction meets a gold incident when its place is right,
 * their days overlap (or the gold has none) and so does their evidence; each is used once, the pairs that agree most
 * first. Pure. `place` looks up a predicted place id.
 */
export function scoreIncidents(gold: GoldMarks, predicted: readonly MapIncident[], place: (id: string) => PlaceFacts | null): ArticleScore {
  const matches = pairUp(gold.incidents, predicted, place);
  const taken = new Set(matches.map((match) => match.predicted));
  const unmatched = predicted.filter((one) => !taken.has(one) && !isHarmless(one, gold.forbidden));
  const optional = matches.filter((match) => !match.gold.required && !match.statusRight);
  const invented = [...unmatched, ...optional.map((match) => match.predicted)];
  const met = new Set(matches.map((match) => match.gold));
  const undone = matches.filter(
    ({ gold: { status }, predicted: got }) => !happened(status) && happened(got.status) && got.placeId !== null,
  );
  return {
    matches: matches.filter((match) => match.gold.required),
    missed: gold.incidents.filter((one) => one.required && !met.has(one)),
    invented,
    forbiddenHits: [
      ...undone.map((match) => ({ what: `${match.gold.id} (${match.gold.status})`, predicted: match.predicted })),
      ...invented.flatMap((one) => {
        const hit = gold.forbidden.find((forbidden) => isHit(one, forbidden, place));
        return hit ? [{ what: hit.what, predicted: one }] : [];
      }),
    ],
  };
}

function pairUp(gold: readonly GoldIncident[], predicted: readonly MapIncident[], place: (id: string) => PlaceFacts | null): Match[] {
  const pairs = gold
    .flatMap((one) => predicted.filter((other) => meets(one, other, place)).map((other) => compare(one, other)))
    .map((match) => ({ match, agreement: agreement(match) }))
    .sort((a, b) => b.agreement - a.agreement);
  const used = new Set<GoldIncident | MapIncident>();
  const kept: Match[] = [];
  for (const { match } of pairs) {
    if (used.has(match.gold) || used.has(match.predicted)) continue;
    used.add(match.gold).add(match.predicted);
    kept.push(match);
  }
  return kept;
}

function meets(gold: GoldIncident, { placeId, spans, date, evidence }: MapIncident, place: (id: string) => PlaceFacts | null): boolean {
  if (!isPlaceRight(gold.places, placeId, spans.place, place)) return false;
  if (gold.date && !(date && gold.date.start <= date.end && date.start <= gold.date.end)) return false;
  return anyOverlap(gold.evidence, evidence);
}

/** A country is right as that country whole; any other place by its words, unless they are read as a namesake abroad. */
function isPlaceRight(
  wanted: readonly GoldPlace[],
  placeId: string | null,
  span: Span | null,
  place: (id: string) => PlaceFacts | null,
): boolean {
  // A place that the gazetteer lacks is named and not drawn.
  if (placeId === null) return span ? wanted.some(({ spans }) => anyOverlap(spans, [span])) : wanted.length === 0;
  const facts = place(placeId);
  if (!facts) return false;
  return wanted.some(({ spans, kind, country }) => {
    if (country !== null && facts.countryCode !== null && country !== facts.countryCode) return false;
    if (kind === 'country') return facts.kind === 'country' && facts.countryCode === country && !facts.isPart;
    return anyOverlap(spans, span ? [span, ...facts.mentions] : facts.mentions);
  });
}

function compare(gold: GoldIncident, predicted: MapIncident): Match {
  const { date, casualties, tolls } = predicted;
  return {
    gold,
    predicted,
    dateExact: gold.date?.start === date?.start && gold.date?.end === date?.end,
    casualtiesExact: (['killed', 'injured'] as const).every((toll) => {
      const stated = gold.tolls.map((one) => one[toll]).filter((one) => one !== null);
      return [gold[toll], ...stated].some((one) => isSameCount(one, casualties[toll]));
    }),
    statusRight: gold.status === predicted.status,
    typeRight: gold.type === null ? null : gold.type === predicted.type,
    tollsListed:
      gold.tolls.length === 0
        ? null
        : gold.tolls.every((one) =>
            tolls.some((other) => isSameCount(one.killed, other.killed) && isSameCount(one.injured, other.injured)),
          ),
  };
}

/** Required before optional, then by how many fields agree. */
function agreement(match: Match): number {
  const agreed = [match.dateExact, match.casualtiesExact, match.statusRight, match.typeRight].filter((one) => one === true).length;
  return agreed + (match.gold.required ? 10 : 0);
}

/** "No one was killed" is no count: 0 and null are the same. */
function isSameCount(a: GoldCount | null, b: GoldCount | null): boolean {
  const zero = (count: GoldCount | null) => !count?.low && !count?.best && !count?.high;
  if (zero(a) || zero(b)) return zero(a) && zero(b);
  return a?.low === b?.low && a?.best === b?.best && a?.high === b?.high;
}

function happened(status: IncidentStatus): boolean {
  return status === 'reported' || status === 'claimed';
}

/** A trap that comes out as threatened or denied: nothing is drawn as though it had happened. */
function isHarmless(predicted: MapIncident, forbidden: readonly GoldForbidden[]): boolean {
  return !happened(predicted.status) && forbidden.some((one) => anyOverlap(one.evidence, predicted.evidence));
}

function isHit(predicted: MapIncident, forbidden: GoldForbidden, place: (id: string) => PlaceFacts | null): boolean {
  const { status, placeId, spans, evidence } = predicted;
  if (!happened(status) || placeId === null) return false;
  if (forbidden.words) return anyOverlap([forbidden.words], [spans.trigger]);
  return anyOverlap(forbidden.evidence, evidence) && isPlaceRight(forbidden.places, placeId, spans.place, place);
}

function anyOverlap(some: readonly Span[], others: readonly Span[]): boolean {
  return some.some((a) => others.some((b) => a.start < b.end && b.start < a.end));
}
