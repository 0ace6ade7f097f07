import type { ArticleMap, Coordinates, MapIncident, PlaceFeature, WherePrecision } from '../lib/types';
import { INCIDENT_STATUSES } from '../lib/types';
import looks from '../data/map/incidents.json';

export interface GeneratedOptions {
  readonly seed: number;
  readonly places: number;
  readonly incidents: number;
  /** The article that it is given out as: every span lies in its text. */
  readonly text: string;
  readonly language: string;
}

/** West, south, east, north: where the places lie. */
const BOX = [34, 29, 48, 37] as const;
const DAY_MS = 86_400_000;
const FIRST_DAY = Date.UTC(2023, 0, 1);
const DAYS = 730;

/**
 * A collection as the API would answer, of the size asked for and always the same for one seed: places numbered and not named,
 * most of them points, some rings and areas; incidents of all types and statuses, some without a date or a place, most of them
 * at few places, as in the news.
 */
export function generatedMap({ seed, places, incidents, text, language }: GeneratedOptions): ArticleMap {
  const random = randomOf(seed);
  const features = Array.from({ length: places }, (_, i) => place(i, places, text, random));
  return {
    type: 'FeatureCollection',
    article: {
      id: 'generated',
      title: null,
      language,
      publishedAt: null,
      url: null,
      source: null,
      sha256: `generated-${seed}`,
      length: text.length,
    },
    gazetteer: { version: 'generated', places, names: places },
    features,
    unlocated: [],
    incidents: Array.from({ length: incidents }, (_, i) => incident(i, features, text, random)),
  };
}

function place(i: number, all: number, text: string, random: () => number): PlaceFeature {
  // The first two are the corners of the box.
  const [west, south, east, north] = BOX;
  const point: Coordinates =
    i === 0 ? [west, south] : i === 1 ? [east, north] : [west + random() * (east - west), south + random() * (north - south)];
  const kind = i < 2 ? 0 : random();
  const isArea = kind > 0.9;
  const wherePrecision: WherePrecision = isArea ? 4 : kind > 0.8 ? 2 : 1;
  const [lon, lat] = point;
  const half = 0.4;
  const ring = [
    [lon - half, lat - half],
    [lon + half, lat - half],
    [lon + half, lat + half],
    [lon - half, lat + half],
    [lon - half, lat - half],
  ];
  const start = Math.floor((i / all) * (text.length - 20));
  const quote = { start, end: start + 20, text: text.slice(start, start + 20) };
  return {
    type: 'Feature',
    id: `generated:${i}`,
    bbox: [lon - half, lat - half, lon + half, lat + half],
    geometry: isArea ? { type: 'Polygon', coordinates: [ring] } : { type: 'Point', coordinates: [lon, lat] },
    properties: {
      name: `Place ${i}`,
      names: { en: `Place ${i}`, ar: `موضع ${i}` },
      kind: isArea ? 'admin1' : 'town',
      countryCode: null,
      admin1: null,
      labelPoint: point,
      wherePrecision,
      geoPrecision: wherePrecision === 1 ? 1 : 2,
      role: 'literal',
      confidence: 0.9,
      why: [],
      alternatives: [],
      mentions: [{ start, end: start + 3, text: text.slice(start, start + 3), role: 'literal', confidence: 0.9, quote }],
    },
  };
}

function incident(i: number, features: readonly PlaceFeature[], text: string, random: () => number): MapIncident {
  const types = Object.keys(looks.types);
  // The square: a few places have most of what happens.
  const feature = random() < 0.03 ? null : (features[Math.floor(random() ** 2 * features.length)] ?? null);
  const day = FIRST_DAY + Math.floor(random() * DAYS) * DAY_MS;
  const length = random() < 0.15 ? 30 : 0;
  const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);
  const at = Math.floor(random() * (text.length - 60));
  const span = { start: at, end: at + 6 };
  const killed = random() < 0.4 ? Math.floor(random() ** 4 * 60) + 1 : null;
  return {
    id: `incident-${i}`,
    type: types[Math.floor(random() * types.length)] ?? 'Battles',
    subType: null,
    headline: text.slice(at, at + 60),
    placeId: feature?.id ?? null,
    wherePrecision: feature?.properties.wherePrecision ?? null,
    geoPrecision: feature?.properties.geoPrecision ?? null,
    date: random() < 0.05 ? null : { start: iso(day), end: iso(day + length * DAY_MS), precision: length === 0 ? 1 : 4, text: 'x', span },
    actors: [{ name: `Group ${Math.floor(random() * 120)}`, role: 'attacker', span }],
    casualties: { killed: killed === null ? null : { low: killed, best: killed, high: killed, span }, injured: null },
    tolls: [],
    weapons: [],
    status: random() < 0.9 ? 'reported' : (INCIDENT_STATUSES[Math.floor(random() * INCIDENT_STATUSES.length)] ?? 'reported'),
    evidence: [{ start: at, end: at + 60, text: text.slice(at, at + 60) }],
    spans: { trigger: span, place: null, status: null, weapons: [] },
  };
}

/** Numbers from 0 to below 1, the same for the same seed (mulberry32, Tommy Ettinger, public domain). */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
