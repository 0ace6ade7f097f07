import type { Geometry } from 'geojson';

// The domain's vocabulary and nothing else. It stands whole, though long: whoever meets a word looks it up in one place.

/** A stretch of the article's text: UTF-16 offsets, end-exclusive, so that `text.slice(start, end)` is its words. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span together with its words. `text` always equals `article.text.slice(start, end)`. */
export interface Quote extends Span {
  readonly text: string;
}

/** The languages whose articles are read and in which the interface speaks. */
export type Language = 'ar' | 'en';

/** A news article as it came in. Nothing in `text` is ever changed: every offset points into it. */
export interface Article {
  readonly text: string;
  readonly title: string | null;
  readonly url: string | null;
  readonly source: string | null;
  /** ISO 8601 date or date-time of publication; relative dates are read from it. */
  readonly publishedAt: string | null;
  /** BCP 47 tag; null where it is to be detected. */
  readonly language: string | null;
}

/** What a place is. The contract's list, in full. */
export const KINDS = [
  'country',
  'territory',
  'region',
  'admin1',
  'admin2',
  'city',
  'town',
  'village',
  'neighbourhood',
  'airport',
  'airbase',
  'base',
  'camp',
  'port',
  'crossing',
  'sea',
  'strait',
  'gulf',
  'river',
  'lake',
  'mountain',
  'desert',
  'island',
  'continent',
  'site',
] as const;
export type Kind = (typeof KINDS)[number];

/** UCDP GED `where_prec`: 1 exact, 2 within about 25 km, 3 admin-2, 4 admin-1, 5 linear or fuzzy area, 6 country, 7 international waters or airspace. */
export type WherePrecision = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** ACLED `geo_precision`: 1 exact, 2 part of a region, 3 larger region. */
export type GeoPrecision = 1 | 2 | 3;

/** `[longitude, latitude]`, WGS 84, degrees. */
export type Coordinates = readonly [number, number];

/** The parts of an area that a direction names: `غرب العراق`, "northern Syria", "central Mali". */
export const DIRECTIONS = ['north', 'northeast', 'east', 'southeast', 'south', 'southwest', 'west', 'northwest', 'central'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** A place of the gazetteer, unpacked from the index. */
export interface Place {
  /** `geonames:99532`, `iso:IQ`, `ourairports:ORAA`, `naturalearth:IRQ-1234`, `curated:strait-of-hormuz`. Stable between builds. */
  readonly id: string;
  readonly kind: Kind;
  readonly names: { readonly en: string; readonly ar: string | null };
  /** ISO 3166-1 alpha-2 (`XK` for Kosovo); null for seas, continents and regions of several countries. */
  readonly countryCode: string | null;
  /** English and Arabic name of the first-level division it lies in, or null. */
  readonly admin1: { readonly en: string; readonly ar: string | null } | null;
  readonly labelPoint: Coordinates;
  /** 0 where GeoNames has none: never to be read as "nobody lives there". */
  readonly population: number;
}

/** `literal`: the place itself is meant. `associative`: the name stands for someone, or is part of another name. */
export type Role = 'literal' | 'associative';

/** A named contribution to a score. Weights are log-odds: positive speaks for, negative against. */
export interface Reason {
  /** In plain English, as the contract has it. */
  readonly signal: string;
  readonly weight: number;
  /** The signal's name in code and in `data/messages/{ar,en}/reasons.json`, by which the page says it in the reader's language. */
  readonly code: string;
  /** What fills the message's `{detail}`, such as a country's code; null where there is nothing to fill. */
  readonly detail: string | null;
}

/**
 * How something lies to a named place. part: in a part of it ("western Iraq"); countryside: `ريف حلب`; direction: beyond
 * it ("north of Homs"); distance, within: so far from it; near: beside it; around: at the edge of a town; offshore: in
 * the sea off it; border: on its border, whoever is on the other side; between: on the way from one place to another.
 */
export const RELATION_TYPES = [
  'part',
  'countryside',
  'direction',
  'distance',
  'within',
  'near',
  'around',
  'offshore',
  'border',
  'between',
] as const;
export type RelationType = (typeof RELATION_TYPES)[number];

/** A relation to one place, as the text has it. The span is that of the words beside the name, without it. */
export interface Relation extends Span {
  readonly type: Exclude<RelationType, 'between'>;
  readonly direction: Direction | null;
  /** Offset of the direction's first letter; -1 where there is none. */
  readonly directionStart: number;
  /** As the text gives it, in kilometres; null where it gives none. */
  readonly distanceKm: number | null;
}

/** A relation to two places. The span is that of the whole phrase, names and all. */
export interface PairRelation extends Span {
  readonly type: 'between' | 'border';
  /** The other place: where its mention starts, or the country that an adjective names ("the Syrian border with Iraq"). */
  readonly other: { readonly start: number } | { readonly countryCode: string };
  /** Only the first place's side of the border: "in Turkey near the border with Iraq". */
  readonly oneSide: boolean;
  /** Whether the words can only speak of ground: a road's or a border's. "The area between" may be one of talks. */
  readonly isGround: boolean;
}

/** Toponym recognition's result: these words name a place. */
export interface Mention extends Quote {
  readonly role: Role;
  /** Probability that the words name a place at all, 0 to 1. */
  readonly confidence: number;
  /** Where the words beside the name put it in relation to the place: `غرب العراق`, "near Hit"; null where they do not. */
  readonly relation: Relation | null;
  /** Set on the first of two places that the words put something between, or on the border of; null on all others. */
  readonly pair: PairRelation | null;
  /** What the words beside the name call it: `مدينة X`, "X Province"; null where they call it nothing. */
  readonly headKind: Kind | null;
  /** Index of the name in the gazetteer, what bears it are the candidates; its `unknownName` where nothing does. */
  readonly name: number;
}

/** A place that a mention may mean, with what speaks for it and against it. `place` is its index in the gazetteer. */
export interface Candidate {
  readonly place: number;
  readonly score: number;
  readonly reasons: readonly Reason[];
}

/** Toponym resolution's result: what a mention means. */
export interface Resolution {
  readonly mention: Mention;
  /** Best first; empty where the gazetteer has no place of that name. */
  readonly candidates: readonly Candidate[];
  /** Calibrated probability that the first candidate is right, 0 to 1. */
  readonly confidence: number;
}

/** `reported`: somebody says that it happened. `claimed`: the doer says so. `denied`, `threatened`: it is not said to have happened. */
export const INCIDENT_STATUSES = ['reported', 'claimed', 'denied', 'threatened'] as const;
export type IncidentStatus = (typeof INCIDENT_STATUSES)[number];

/** UCDP GED `date_prec`: 1 the day, 2 a range of 2 to 6 days, 3 the week, 4 the month, 5 longer, up to a year. */
export type DatePrecision = 1 | 2 | 3 | 4 | 5;

/** When something happened: calendar days, inclusive, ISO 8601 (`2024-08-05`), and the words that say so. */
export interface IncidentDate extends Quote {
  readonly range: { readonly start: string; readonly end: string };
  readonly precision: DatePrecision;
}

export const ACTOR_ROLES = ['attacker', 'target', 'claimant', 'blamed'] as const;
export type ActorRole = (typeof ACTOR_ROLES)[number];

export interface Actor {
  /** The words of the text, without proclitics. */
  readonly name: string;
  readonly role: ActorRole;
  readonly span: Span;
}

/** How many: "several" is low 3, best null, high null; "at least 5" is low 5, best 5, high null. */
export interface Count {
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
  /** The words that say so. */
  readonly span: Span;
}

/** One statement of how many were killed and injured, by whoever made it. */
export interface Toll {
  readonly killed: Count | null;
  readonly injured: Count | null;
  /** Who gives the figure: `مصادر عراقية`; null where the text names nobody. */
  readonly source: Quote | null;
}

/** Event extraction's result: one event that the article reports, merged from everything that it says of it. */
export interface Incident {
  /** ACLED `event_type`, or `Disaster` or `Accident`, and the sub-event type; null where the words do not tell. */
  readonly type: string;
  readonly subType: string | null;
  /** The words that name the event: `هجوما صاروخيا`. */
  readonly trigger: Span;
  /** Index of the resolution whose place it happened at; null where the article gives none. */
  readonly place: number | null;
  /** The words of its place where the gazetteer lacks it: `place` is then at most the larger area that holds it. */
  readonly unlocated: Span | null;
  readonly date: IncidentDate | null;
  readonly actors: readonly Actor[];
  /** The toll to go by, best first where sources differ: the first is what the map shows. */
  readonly tolls: readonly Toll[];
  readonly weapons: readonly { readonly name: string; readonly span: Span }[];
  readonly status: IncidentStatus;
  /** The words that made it claimed, denied or threatened; null where it is plainly reported. */
  readonly statusSpan: Span | null;
  /** The sentences that tell of it, in the order of the text; never empty. */
  readonly evidence: readonly Span[];
}

/** What a person has done to a mention, a place or an incident. `remembered`: what was corrected in an earlier article. */
export const REVIEW_ACTIONS = ['confirm', 'choose', 'locate', 'mark', 'unidentified', 'edit', 'add'] as const;
export type ReviewAction = (typeof REVIEW_ACTIONS)[number];

/** The fields of an incident that a person can give. */
export const INCIDENT_FIELDS = ['type', 'subType', 'status', 'headline', 'placeId', 'date', 'killed', 'injured', 'actors'] as const;
export type IncidentField = (typeof INCIDENT_FIELDS)[number];

/** Whose word it is: the machine's draft, perhaps with a place remembered from an earlier correction, or a person's. */
export type Review =
  | { readonly by: 'machine'; readonly remembered?: true }
  | {
      readonly by: 'human';
      readonly action: ReviewAction;
      /** ISO 8601, UTC. */
      readonly at: string;
      readonly initials: string | null;
    };

/** The contract's out form: one incident. Every span indexes the article's text. */
export interface MapIncident {
  readonly id: string;
  readonly type: string;
  readonly subType: string | null;
  /** A short line in the article's own words, cut from the first sentence that tells of it. */
  readonly headline: string;
  /** A feature's id; null where the article gives no place, or one that the gazetteer lacks. */
  readonly placeId: string | null;
  /** What the article calls its place where the gazetteer lacks it; `placeId` is then null, or the larger area told beside it. */
  readonly unlocated?: string;
  readonly wherePrecision: WherePrecision | null;
  readonly geoPrecision: GeoPrecision | null;
  readonly date: {
    readonly start: string;
    readonly end: string;
    readonly precision: DatePrecision;
    readonly text: string;
    readonly span: Span;
  } | null;
  readonly actors: readonly Actor[];
  readonly casualties: { readonly killed: Count | null; readonly injured: Count | null };
  /** Every toll the article states, where it states more than one. */
  readonly tolls: readonly Toll[];
  readonly weapons: readonly string[];
  readonly status: IncidentStatus;
  readonly evidence: readonly Quote[];
  /** The words that gave each field. Those of a place that the gazetteer lacks stand there without a `placeId`, or with the area's. */
  readonly spans: {
    readonly trigger: Span;
    readonly place: Span | null;
    readonly status: Span | null;
    readonly weapons: readonly Span[];
  };
  /** Absent: the machine's. */
  readonly review?: Review;
  /** The fields that a person gave, where one did. */
  readonly byHand?: readonly IncidentField[];
}

/** The contract's out form: one `mention` of a feature. */
export interface FeatureMention extends Quote {
  readonly role: Role;
  readonly confidence: number;
  readonly quote: Quote;
  /** Set where it is not simply what the machine read. */
  readonly review?: Review;
}

export interface Alternative {
  readonly id: string;
  readonly name: string;
  readonly countryCode: string | null;
  readonly labelPoint: Coordinates;
  readonly score: number;
  /** What speaks for it and against it most; absent for those far down the list. */
  readonly why?: readonly Reason[];
}

export interface PlaceProperties {
  /** In the reader's language where the gazetteer has it. */
  readonly name: string;
  readonly names: { readonly ar?: string; readonly en?: string };
  readonly kind: Kind;
  readonly countryCode: string | null;
  readonly admin1: string | null;
  readonly labelPoint: Coordinates;
  readonly wherePrecision: WherePrecision;
  readonly geoPrecision: GeoPrecision;
  readonly role: Role;
  readonly confidence: number;
  readonly why: readonly Reason[];
  readonly alternatives: readonly Alternative[];
  readonly mentions: readonly FeatureMention[];
  /** Set where only a part of an area is meant. */
  readonly direction?: Direction;
  /** Set where what is meant lies in some relation to the place, not simply in it. `other`: a place's id. */
  readonly relation?: {
    readonly type: RelationType;
    readonly direction: Direction | null;
    readonly distanceKm: number | null;
    readonly other: string | null;
  };
  /** A person's only where all of its mentions are; absent: the machine's. */
  readonly review?: Review;
}

export interface PlaceFeature {
  readonly type: 'Feature';
  readonly id: string;
  readonly bbox: readonly [number, number, number, number];
  readonly geometry: Geometry;
  readonly properties: PlaceProperties;
}

/** A name of a place that the gazetteer does not have. */
export interface UnlocatedName {
  /** The words of the text. */
  readonly name: string;
  /** What a head noun calls it: `قرية`, "village of"; null where nothing does. */
  readonly kind: Kind | null;
  readonly mentions: readonly FeatureMention[];
  /** A person's only where all of its mentions are; absent: the machine's. */
  readonly review?: Review;
}

/** The contract's out form: what an article says, as GeoJSON. */
export interface ArticleMap {
  readonly type: 'FeatureCollection';
  readonly article: {
    readonly id: string;
    readonly title: string | null;
    readonly language: string;
    readonly publishedAt: string | null;
    readonly url: string | null;
    readonly source: string | null;
    readonly sha256: string;
    /** UTF-16 units. */
    readonly length: number;
  };
  readonly gazetteer: { readonly version: string; readonly places: number; readonly names: number };
  readonly features: readonly PlaceFeature[];
  /** Names of places that no place of the gazetteer bears: told, not drawn. */
  readonly unlocated: readonly UnlocatedName[];
  /** Event extraction's results, in the order in which the article tells them. */
  readonly incidents: readonly MapIncident[];
}
