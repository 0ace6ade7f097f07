import type { Geometry } from 'geojson';
import { boundsOf } from '../geojson/geometry';
import { geoPrecision } from '../geojson/precision';
import type { Alternative, ArticleMap, Language, PlaceFeature, PlaceProperties, Reason, Review, Span } from '../types';
import type { ChosenPlace, Where } from './corrections';
import { drawShape } from './shapes';

/** Runners-up that stay with a place that was corrected. */
const MAX_ALTERNATIVES = 10;

/**
 * The place that a correction names, without its mentions, drawn no more exactly than the person said. What the machine
 * had thought stays as a runner-up, so that it can be chosen again.
 * @param correction the correction's id: what was drawn by hand has an id made of it
 */
export function placedFeature(
  map: ArticleMap,
  text: string,
  correction: string,
  change: { readonly where: Where; readonly mentions: readonly Span[] },
  review: Review,
): PlaceFeature {
  const { where, mentions } = change;
  const before = map.features.find(({ properties }) => properties.mentions.some((one) => mentions.some((span) => isSame(span, one))));
  const [first] = mentions;
  const words = first ? text.slice(first.start, first.end) : '';
  const base = where.type === 'place' ? ofGazetteer(where.place, readerOf(map)) : ofShape(where, map, words, correction);
  return {
    type: 'Feature',
    id: base.id,
    bbox: boundsOf(base.geometry),
    geometry: base.geometry,
    properties: {
      ...base.properties,
      geoPrecision: geoPrecision(base.properties.wherePrecision),
      role: 'literal',
      confidence: 1,
      why: [REASONS[review.by]],
      alternatives: alternativesOf(before, base.id),
      mentions: [],
    },
  };
}

const REASONS: Readonly<Record<Review['by'], Reason>> = {
  human: { signal: 'put here by a reviewer', code: 'reviewed', weight: 0, detail: null },
  machine: { signal: 'remembered from an earlier correction', code: 'remembered', weight: 0, detail: null },
};

type Base = Pick<PlaceFeature, 'id'> & {
  readonly geometry: Geometry;
  readonly properties: Omit<PlaceProperties, 'geoPrecision' | 'role' | 'confidence' | 'why' | 'alternatives' | 'mentions'>;
};

function ofGazetteer(place: ChosenPlace, reader: Language): Base {
  const { id, names, geometry, admin1, kind, countryCode, labelPoint, wherePrecision, direction, relation } = place;
  return {
    id,
    geometry,
    properties: {
      name: (reader === 'ar' ? names.ar : null) ?? names.en,
      names: names.ar === null ? { en: names.en } : { ar: names.ar, en: names.en },
      kind,
      countryCode,
      admin1: (reader === 'ar' ? admin1?.ar : null) ?? admin1?.en ?? null,
      labelPoint,
      wherePrecision,
      ...(direction ? { direction } : {}),
      ...(relation ? { relation } : {}),
    },
  };
}

function ofShape({ shape, kind, of }: Extract<Where, { type: 'shape' }>, map: ArticleMap, words: string, correction: string): Base {
  const { geometry, labelPoint, wherePrecision } = drawShape(shape);
  const kept = of === null ? undefined : map.features.find(({ id }) => id === of)?.properties;
  return {
    id: kept && of !== null && !of.startsWith('placed:') ? `${of.split('/placed-')[0] ?? of}/placed-${correction}` : `placed:${correction}`,
    geometry,
    properties: {
      name: kept?.name ?? words,
      names: kept?.names ?? (map.article.language === 'ar' ? { ar: words } : { en: words }),
      kind: kept?.kind ?? kind,
      countryCode: kept?.countryCode ?? null,
      admin1: kept?.admin1 ?? null,
      labelPoint,
      wherePrecision,
    },
  };
}

function alternativesOf(before: PlaceFeature | undefined, chosen: string): Alternative[] {
  if (!before) return [];
  const { name, countryCode, labelPoint, alternatives, confidence } = before.properties;
  const own: Alternative = { id: before.id, name, countryCode, labelPoint, score: confidence };
  return [own, ...alternatives].filter(({ id }) => id !== chosen).slice(0, MAX_ALTERNATIVES);
}

/** The language that the map's names are written in. */
function readerOf({ features, article }: ArticleMap): Language {
  const told = features.find(({ properties: { names } }) => names.ar !== undefined && names.en !== undefined && names.ar !== names.en);
  if (told) return told.properties.name === told.properties.names.ar ? 'ar' : 'en';
  return article.language === 'ar' ? 'ar' : 'en';
}

function isSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}
