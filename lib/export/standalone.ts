import type { Article, ArticleMap, Language } from '../types';

/** What a page of its own carries: the article with its map, and the pieces of the basemap around it. Base64 throughout. */
export interface StandaloneData {
  readonly article: Omit<Article, 'language'>;
  readonly map: ArticleMap;
  readonly locale: Language;
  /** What a reader has to know before the first line, such as that the events are made up; null for nothing. */
  readonly note: string | null;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly engine: string;
  /** Gzipped vector tiles by `z/x/y`. */
  readonly tiles: Readonly<Record<string, string>>;
  /** The map's fonts by file name. */
  readonly fonts: Readonly<Record<string, string>>;
}
