import type { IncidentStatus } from '../types';

/** West, south, east, north in degrees; west is greater than east where it crosses the antimeridian. */
export type Box = readonly [number, number, number, number];

/** A square of the web map: as many as tiles at its zoom, which goes to WORLD_BITS, where each position is a square of its own. */
export interface Square {
  readonly zoom: number;
  readonly column: number;
  readonly row: number;
}

/** Which articles; what is left out does not matter. */
export interface ArticleFilter {
  /** Words that all stand in the title or text, however they are spelt (Arabic folded, proclitics off); the last may be cut short. */
  readonly text?: string;
  readonly language?: string;
  readonly source?: string;
  /** Days of publication (of saving, where unknown), ISO 8601, inclusive. */
  readonly from?: string;
  readonly to?: string;
  readonly tag?: string;
  /** A collection's id. */
  readonly collection?: string;
  /** Names a place in this country. */
  readonly countryCode?: string;
  /** Tells of an incident of this type. */
  readonly type?: string;
  /** Names this place: a feature's id. */
  readonly place?: string;
  /** Is nearly the same text as this article, which is among them: one report in several papers. */
  readonly alikeTo?: string;
  /** Of articles that are nearly the same text, only the one saved first. */
  readonly firstOnly?: boolean;
}

/** Which incidents; what is left out does not matter. */
export interface IncidentFilter {
  /** Those whose place's bounding box touches it; those without a place are left out. */
  readonly box?: Box;
  /** Days, ISO 8601, inclusive: those that may have happened within. Those without a date are left out. */
  readonly from?: string;
  readonly to?: string;
  readonly types?: readonly string[];
  readonly statuses?: readonly IncidentStatus[];
  readonly countryCode?: string;
  /** A feature's id. */
  readonly place?: string;
  /** Those whose mark lies in it. */
  readonly square?: Square;
  /** An article's id. */
  readonly article?: string;
  readonly articles?: ArticleFilter;
}

/** Which places and mentions; what is left out does not matter. */
export interface PlaceFilter {
  readonly box?: Box;
  /** Days on which their articles were published, ISO 8601, inclusive. */
  readonly from?: string;
  readonly to?: string;
  readonly countryCode?: string;
  readonly kinds?: readonly string[];
  readonly place?: string;
  readonly article?: string;
  readonly articles?: ArticleFilter;
}

export interface Paging {
  /** 1 to MAX_PAGE; DEFAULT_PAGE where absent. */
  readonly limit?: number;
  /** As an earlier page's `next` gave it. */
  readonly cursor?: string | null;
}

export const DEFAULT_PAGE = 50;
export const MAX_PAGE = 1_000;

export interface Page<T> {
  readonly items: readonly T[];
  /** What to ask for the page behind; null on the last one. */
  readonly next: string | null;
}

export const PERIODS = ['day', 'week', 'month'] as const;
export type Period = (typeof PERIODS)[number];

/** By what incidents are told apart and counted. */
export const FACETS = ['type', 'status', 'date'] as const;
export type FacetName = (typeof FACETS)[number];
