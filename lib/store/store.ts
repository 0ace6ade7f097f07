import type { ArticleMap } from '../types';
import type { AccessStore } from './access';
import type { ArticleFilter, Box, FacetName, IncidentFilter, Page, Paging, Period, PlaceFilter } from './queries';
import type {
  ArticleSummary,
  Collection,
  Delivery,
  Feed,
  Link,
  LogEntry,
  NewArticle,
  PeriodCount,
  Result,
  Saved,
  Snapshot,
  StoredArticle,
  StoredIncident,
  StoredMention,
  StoredPlace,
  Tally,
  Webhook,
} from './records';

/**
 * A library of articles. Two stores keep it, SQLite and PostGIS, and one contract (`contract-*.test.ts`) holds both.
 *
 * What a resolved promise says was saved is on the disk. Every method throws StoreError, whose `code` says what is the
 * matter; what is written is written whole or not at all.
 */
export interface Store extends AccessStore {
  readonly kind: 'sqlite' | 'postgis';
  /** Where it is, fit to be shown: a file, or a database without its password. */
  readonly location: string;

  /** Saves articles in one transaction, each once in its effect however often it is saved: by the hash of its text. */
  save(articles: readonly NewArticle[]): Promise<Saved[]>;
  get(id: string): Promise<StoredArticle | null>;
  /** Last saved first. */
  list(filter: ArticleFilter, paging?: Paging): Promise<Page<ArticleSummary>>;
  /** Lines of the list for these articles, in no fixed order; those that are not there are left out. */
  summaries(ids: readonly string[]): Promise<ArticleSummary[]>;
  /** Who published the articles, those of the most first, at most so many. */
  sources(limit: number): Promise<{ source: string; articles: number }[]>;
  /** The page as fetched, of the copy with this address; null where none was kept. */
  snapshot(id: string, url: string | null): Promise<Snapshot | null>;
  /** Removes an article with all that was read from it, and its log. False where there is none. */
  remove(id: string): Promise<boolean>;

  result(id: string): Promise<Result | null>;
  /** The map as reviewers left it; the machine's where there are no corrections. */
  shown(id: string): Promise<ArticleMap | null>;
  /**
   * Puts another result in place of an article's.
   * @param shown the map with the article's corrections in it; null where there are none
   * @param logLength how long the log was when `shown` was made
   * @throws StoreError `conflict` where the log has grown since
   */
  saveResult(id: string, result: Result, shown: ArticleMap | null, logLength: number): Promise<void>;
  /** Ids of articles whose result is of another version or missing, in the order of saving, those after `after`. */
  outdated(version: Pick<Result, 'engine' | 'gazetteer'>, limit: number, after?: string): Promise<string[]>;

  /** The log of corrections, oldest first. */
  corrections(id: string): Promise<LogEntry[]>;
  /**
   * Adds to the log, which is only ever added to, and shows the map that it leads to. An entry whose id is in the log
   * already is passed over.
   * @param logLength how long the log was when `shown` was made
   * @throws StoreError `conflict` where the log has grown since
   */
  appendCorrections(id: string, entries: readonly LogEntry[], shown: ArticleMap, logLength: number): Promise<void>;

  setTags(id: string, tags: readonly string[]): Promise<void>;
  /** Adds tags to articles and takes others from them. @throws StoreError `missing` where one of the articles is not there */
  changeTags(articles: readonly string[], add: readonly string[], remove: readonly string[]): Promise<void>;
  /** Gives a tag another name, on all articles; takes it from all of them where `name` is null. False where no article has it. */
  renameTag(tag: string, name: string | null): Promise<boolean>;
  /** All tags, the most used first. */
  tags(): Promise<{ tag: string; articles: number }[]>;
  collections(): Promise<Collection[]>;
  /** Makes a collection, or names it anew where there is one with this id. */
  putCollection(collection: { id: string; name: string; createdAt: string }): Promise<void>;
  removeCollection(id: string): Promise<boolean>;
  addToCollection(id: string, articles: readonly string[]): Promise<void>;
  removeFromCollection(id: string, articles: readonly string[]): Promise<void>;

  /** Links that any of these incidents is in; all of them where none are named. */
  links(incidents?: readonly string[]): Promise<Link[]>;
  /** Says that incidents are one event, or are not. The machine's word never replaces a person's. */
  putLinks(links: readonly Link[]): Promise<void>;

  /** The feeds that are followed, in the order in which they were added. */
  feeds(): Promise<Feed[]>;
  /** Follows a feed. False where one of this id is followed already, which stays as it is. */
  addFeed(feed: Feed): Promise<boolean>;
  /** Writes down what became of a feed. False where it is followed no longer. */
  changeFeed(feed: Feed): Promise<boolean>;
  removeFeed(id: string): Promise<boolean>;
  /**
   * Feeds whose time has come by `now`; their next time becomes `until`, so that nobody else asks them too.
   * @param ids of these alone
   * @param early whatever their time
   */
  takeFeeds(now: string, until: string, ids?: readonly string[], early?: boolean): Promise<Feed[]>;

  /**
   * The addresses that are told of new incidents, in the order in which they were added. They are no part of a dump: it
   * would carry their secrets.
   */
  webhooks(): Promise<Webhook[]>;
  addWebhook(webhook: Webhook): Promise<void>;
  /** Writes down what became of it. False where it is there no longer. */
  changeWebhook(webhook: Webhook): Promise<boolean>;
  removeWebhook(id: string): Promise<boolean>;
  /**
   * Saving an article with incidents for the first time queues a delivery to each webhook, in the same transaction. These
   * are those whose time has come by `now`, at most `limit`; their next time becomes `until`, so that nobody else takes them.
   */
  takeDeliveries(now: string, until: string, limit: number): Promise<Delivery[]>;
  /** Says when a delivery is tried again; null: it is done with. */
  putOffDelivery(webhook: string, articleId: string, dueAt: string | null): Promise<void>;

  /** `event`: latest event first; `saved`: last saved first. */
  incidents(filter: IncidentFilter, paging?: Paging & { readonly order?: 'event' | 'saved' }): Promise<Page<StoredIncident>>;
  incident(id: string): Promise<StoredIncident | null>;
  /** Last read first. */
  places(filter: PlaceFilter, paging?: Paging): Promise<Page<StoredPlace>>;
  mentions(filter: PlaceFilter, paging?: Paging): Promise<Page<StoredMention>>;
  /** How many a filter finds; null where they are more than `most`, past which they are not counted. */
  matched(what: 'incidents', filter: IncidentFilter, most: number): Promise<number | null>;
  matched(what: 'places' | 'mentions', filter: PlaceFilter, most: number): Promise<number | null>;
  counts(period: Period, filter: IncidentFilter): Promise<PeriodCount[]>;
  /** How many incidents have each type, status or date, in the order of the values; of dates as exact as they are told. */
  tally(by: FacetName, filter: IncidentFilter): Promise<Tally[]>;
  /** The box in which all marks lie, to a few metres; null where there are none. It never crosses the antimeridian. */
  extent(filter: IncidentFilter): Promise<Box | null>;
  /**
   * A Mapbox vector tile of the layer `incidents`: points, each with the `count` of incidents that it stands for, all of
   * one `status` and one `geoPrecision`, the `type` most of them have, how many are of each type, under its name, and the
   * `square` in which they lie.
   * Up to zoom 7 what lies close together is one point, at its middle; from 8 on each place is. Empty where nothing lies.
   */
  tile(z: number, x: number, y: number, filter?: IncidentFilter): Promise<Uint8Array>;

  size(): Promise<{ articles: number; places: number; mentions: number; incidents: number }>;
  /** Everything, in a fixed order, as of one moment: `dump.ts` has the form. */
  export(): AsyncIterable<DumpEntry>;
  /** Adds what a dump holds, in one transaction for every so many entries. What is there already stays as it is. */
  import(entries: AsyncIterable<DumpEntry> | Iterable<DumpEntry>, onArticle?: () => void): Promise<void>;
  close(): Promise<void>;
}

/** One entry of a dump. Maps are packed: their geometries, of which many articles share one, are entries of their own. */
export type DumpEntry =
  | { readonly kind: 'shape'; readonly id: string; readonly geometry: unknown }
  | {
      readonly kind: 'article';
      readonly id: string;
      readonly savedAt: string;
      readonly article: NewArticle['article'];
      readonly language: string | null;
      /** `bytes`: of the snapshot, base64. */
      readonly copies: readonly { readonly copy: StoredArticle['published'][number]; readonly bytes: string | null }[];
      readonly tags: readonly string[];
      readonly result: (Omit<Result, 'map'> & { readonly map: unknown; readonly shown: unknown }) | null;
      readonly log: readonly LogEntry[];
    }
  | {
      readonly kind: 'collection';
      readonly id: string;
      readonly name: string;
      readonly createdAt: string;
      readonly articles: readonly string[];
    }
  | ({ readonly kind: 'link' } & Link)
  | ({ readonly kind: 'feed' } & Feed);
