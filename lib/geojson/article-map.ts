import type {
  Alternative,
  Article,
  ArticleMap,
  Coordinates,
  Direction,
  FeatureMention,
  MapIncident,
  Place,
  PlaceFeature,
  Reason,
  UnlocatedName,
  WherePrecision,
} from '../types';
import type { Geometry } from 'geojson';
import { boundsOf } from './geometry';
import { geoPrecision } from './precision';

/** A place that an article names, with everything that is said of it, ready to be drawn. */
export interface NamedPlace {
  readonly place: Place;
  readonly direction: Direction | null;
  /** Set where it lies in some relation to the place. */
  readonly relation: NonNullable<PlaceFeature['properties']['relation']> | null;
  readonly id: string;
  readonly names: { readonly en: string; readonly ar: string | null };
  readonly geometry: Geometry;
  readonly labelPoint: Coordinates;
  readonly wherePrecision: WherePrecision;
  readonly confidence: number;
  readonly why: readonly Reason[];
  readonly alternatives: readonly { readonly place: Place; readonly score: number; readonly why?: readonly Reason[] }[];
  readonly mentions: readonly FeatureMention[];
}

export interface ArticleIdentity {
  readonly id: string;
  readonly sha256: string;
  readonly language: string;
}

/** The contract's FeatureCollection: one feature for each named place, in the order in which they come. */
export function toArticleMap(
  article: Article,
  identity: ArticleIdentity,
  gazetteer: ArticleMap['gazetteer'],
  places: readonly NamedPlace[],
  unlocated: readonly UnlocatedName[],
  incidents: readonly MapIncident[],
  reader: 'ar' | 'en',
): ArticleMap {
  return {
    type: 'FeatureCollection',
    article: {
      id: identity.id,
      title: article.title,
      language: identity.language,
      publishedAt: article.publishedAt,
      url: article.url,
      source: article.source,
      sha256: identity.sha256,
      length: article.text.length,
    },
    gazetteer,
    features: places.map((place) => toFeature(place, reader)),
    unlocated,
    incidents,
  };
}

function toFeature(named: NamedPlace, reader: 'ar' | 'en'): PlaceFeature {
  const { place, names } = named;
  const literal = named.mentions.some((mention) => mention.role === 'literal');
  return {
    type: 'Feature',
    id: named.id,
    bbox: boundsOf(named.geometry),
    geometry: named.geometry,
    properties: {
      name: (reader === 'ar' ? names.ar : names.en) ?? names.en,
      names: names.ar === null ? { en: names.en } : { ar: names.ar, en: names.en },
      kind: place.kind,
      countryCode: place.countryCode,
      admin1: (reader === 'ar' ? place.admin1?.ar : null) ?? place.admin1?.en ?? null,
      labelPoint: named.labelPoint,
      wherePrecision: named.wherePrecision,
      geoPrecision: geoPrecision(named.wherePrecision),
      role: literal ? 'literal' : 'associative',
      confidence: rounded(named.confidence),
      why: named.why.map(inDecimals),
      alternatives: named.alternatives.map((other) => toAlternative(other, reader)),
      mentions: named.mentions,
      ...(named.direction ? { direction: named.direction } : {}),
      ...(named.relation ? { relation: named.relation } : {}),
      review: { by: 'machine' },
    },
  };
}

function toAlternative({ place, score, why }: NamedPlace['alternatives'][number], reader: 'ar' | 'en'): Alternative {
  const name = (reader === 'ar' ? place.names.ar : null) ?? place.names.en;
  return {
    id: place.id,
    name,
    countryCode: place.countryCode,
    labelPoint: place.labelPoint,
    score: rounded(score),
    ...(why ? { why: why.map(inDecimals) } : {}),
  };
}

function inDecimals(reason: Reason): Reason {
  return { ...reason, weight: rounded(reason.weight) };
}

/** Two decimals: more would claim to know more. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
