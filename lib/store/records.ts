import type { Geometry } from 'geojson';
import type {
  Article,
  ArticleMap,
  FeatureMention,
  MapIncident,
  PlaceFeature,
  PlaceProperties,
  Coordinates,
  WherePrecision,
} from '../types';

/** The page as it was fetched, kept as evidence. */
export interface Snapshot {
  /** ISO 8601, UTC. */
  readonly fetchedAt: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
}

/** Where one text was published: several papers may carry the same agency text. */
export interface Copy {
  readonly url: string | null;
  readonly source: string | null;
  readonly title: string | null;
  readonly publishedAt: string | null;
  /** Who wrote it, as it says; absent where it does not. */
  readonly byline?: string;
  /** ISO 8601, UTC. */
  readonly savedAt: string;
  /** What is known of the snapshot without its bytes, which `Store.snapshot` gives; null where none was kept. */
  readonly snapshot: {
    readonly fetchedAt: string;
    readonly headers: Readonly<Record<string, string>>;
    /** Of the bytes, as hexadecimal. */
    readonly sha256: string;
    readonly length: number;
  } | null;
}

/** What the engine read, and by which version of it. */
export interface Result {
  /** As `engineVersion()` gives it. */
  readonly engine: string;
  /** The gazetteer's version. */
  readonly gazetteer: string;
  /** ISO 8601, UTC. */
  readonly madeAt: string;
  /** The machine's own map, without corrections. */
  readonly map: ArticleMap;
}

/** An article on its way in. */
export interface NewArticle {
  readonly article: Article;
  /** Who wrote it, as it says. */
  readonly byline?: string;
  readonly snapshot?: Snapshot;
  readonly result?: Result;
  readonly tags?: readonly string[];
  /** ISO 8601, UTC; now where absent. */
  readonly savedAt?: string;
}

/** What became of an article that was saved. */
export interface Saved {
  readonly id: string;
  /** `new`; `copy`: the text was there and this is another place where it was published; `known`: nothing was added. */
  readonly outcome: 'new' | 'copy' | 'known';
  /** Of a new article that is nearly the same as one saved before: the id of the first of them. Null of any other. */
  readonly alikeTo: string | null;
}

/** One line of the list. */
export interface ArticleSummary {
  /** SHA-256 of the text in UTF-8, as hexadecimal: one text is one article. */
  readonly id: string;
  readonly title: string | null;
  readonly source: string | null;
  readonly url: string | null;
  /** As it was read, or as its tag says; null where neither is known. */
  readonly language: string | null;
  readonly publishedAt: string | null;
  readonly savedAt: string;
  readonly copies: number;
  /** How many other articles are nearly the same text: one report in several papers. `ArticleFilter.alikeTo` lists them. */
  readonly alike: number;
  readonly incidents: number;
  readonly tags: readonly string[];
}

/** An article with everything but its map. */
export interface StoredArticle extends ArticleSummary {
  readonly article: Article;
  /** In the order in which they were saved; never empty. */
  readonly published: readonly Copy[];
}

/** An entry of the corrections log, as `lib/review` defines it; the store keeps it and does not read it. */
export interface LogEntry {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly by: string | null;
  readonly change: unknown;
}

/** A place of an article without its mentions, of which it may have thousands. */
export interface PlaceOutline extends Omit<PlaceFeature, 'properties'> {
  readonly properties: Omit<PlaceProperties, 'mentions'>;
}

export interface StoredIncident {
  /** Unique in the store: the article's id, a slash, and the incident's id in its map. */
  readonly id: string;
  readonly articleId: string;
  /** Who tells of it. */
  readonly article: Pick<ArticleSummary, 'title' | 'source' | 'url' | 'language' | 'publishedAt' | 'savedAt'>;
  readonly incident: MapIncident;
  readonly countryCode: string | null;
  /** The place with its geometry; null where the article gives none. */
  readonly place: PlaceOutline | null;
}

export interface StoredPlace {
  /** The article's id, a slash, and the feature's id in its map. */
  readonly id: string;
  readonly articleId: string;
  readonly feature: PlaceOutline;
}

export interface StoredMention {
  /** The article's id, a slash, and the numbers of the place in its map and of the mention in the place. */
  readonly id: string;
  readonly articleId: string;
  readonly placeId: string;
  readonly name: string;
  readonly names: PlaceProperties['names'];
  readonly kind: PlaceProperties['kind'];
  readonly countryCode: string | null;
  /** Where a mark goes; never to be read as exact: see `wherePrecision`. */
  readonly labelPoint: Coordinates;
  readonly wherePrecision: WherePrecision;
  /** The place's own, and its box. */
  readonly geometry: Geometry;
  readonly bbox: PlaceOutline['bbox'];
  readonly mention: FeatureMention;
}

export interface Collection {
  readonly id: string;
  readonly name: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly articles: number;
}

/** Whether two incidents are one event. A person's word stands over the machine's. */
export interface Link {
  /** Ids of the two incidents, the lesser first. */
  readonly a: string;
  readonly b: string;
  readonly state: 'same' | 'cut';
  /** Null: the machine. */
  readonly by: string | null;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** A feed that is followed, and how it answered the last time. */
export interface Feed {
  readonly id: string;
  readonly url: string;
  /** As the feed calls itself; null until it was read. */
  readonly title: string | null;
  /** Given to each article that comes from it. */
  readonly tags: readonly string[];
  /** ISO 8601, UTC, as all times here. */
  readonly addedAt: string;
  /** What its server gave, and is given back so that it need not send what has not changed. */
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly polledAt: string | null;
  /** It is not asked before. */
  readonly nextAt: string;
  /** In a row. */
  readonly failures: number;
  /** What was the matter the last time; null where it went well. */
  readonly problem: string | null;
  /** Keys of the entries that need no reading any more. */
  readonly seen: readonly string[];
}

/** An address that is told of new incidents, and how it answered the last time. */
export interface Webhook {
  readonly id: string;
  readonly url: string;
  /** Signs what is sent, so that whoever gets it knows who sent it. */
  readonly secret: string;
  /** Which incidents: parameters as in the address of a list of incidents. */
  readonly filter: Readonly<Record<string, string>>;
  /** ISO 8601, UTC, as all times here. */
  readonly addedAt: string;
  /** When it last took what was sent. */
  readonly deliveredAt: string | null;
  /** In a row. */
  readonly failures: number;
  /** What was the matter the last time; null where it went well. */
  readonly problem: string | null;
}

/** An article's new incidents on their way to a webhook. */
export interface Delivery {
  readonly webhook: Webhook;
  readonly articleId: string;
  /** This one with it. */
  readonly attempts: number;
}

/** How many incidents of one type began in one country in one period. */
export interface PeriodCount {
  /** First day of the period, ISO 8601; null for incidents without a date. */
  readonly period: string | null;
  readonly countryCode: string | null;
  readonly type: string;
  readonly incidents: number;
  /** Sum of the best figures given; what no article counts is not in it. */
  readonly killed: number;
  readonly injured: number;
}

/** How many incidents have a value. */
export interface Tally {
  /** Of dates: first and last day, `2024-08-05/2024-08-05` (ISO 8601); null for incidents without one. */
  readonly value: string | null;
  readonly incidents: number;
}
