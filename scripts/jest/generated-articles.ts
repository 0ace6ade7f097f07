import { readFileSync } from 'node:fs';
import type { NewArticle } from '../../lib/store/records';
import type { ArticleMap, IncidentStatus, MapIncident, PlaceFeature, Quote } from '../../lib/types';

const DAY_MS = 86_400_000;
const WORDS = JSON.parse(readFileSync('data/build/frequency.json', 'utf8')) as Record<'ar' | 'en', string[]>;
const TYPES = ['Battles', 'Explosions/Remote violence', 'Violence against civilians', 'Protests', 'Riots', 'Disaster', 'Accident'];
const COUNTRIES = ['IQ', 'SY', 'YE', 'LB', 'SD', 'LY', 'UA', 'PH', 'US', 'FJ'];
const STATUSES: IncidentStatus[] = ['reported', 'reported', 'reported', 'claimed', 'denied', 'threatened'];

/** A number from 0 to 1 that looks random and is the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Spot {
  readonly id: string;
  readonly name: string;
  readonly countryCode: string;
  readonly at: readonly [number, number];
  /** Half the side of its area in degrees; 0 for a point. */
  readonly reach: number;
}

/** Articles as the engine reads them, made up: words drawn by how common they are, places in clusters, ten years. */
export class GeneratedArticles {
  private readonly spots: Spot[];

  constructor(
    private readonly seed: number,
    places = 10_000,
  ) {
    const random = seeded(seed);
    const hubs = COUNTRIES.map((): [number, number] => [random() * 350 - 175, random() * 130 - 60]);
    this.spots = Array.from({ length: places }, (_, i): Spot => {
      const country = Math.floor(random() * COUNTRIES.length);
      const [x = 0, y = 0] = hubs[country] ?? [];
      const spread = () => (random() + random() + random() - 1.5) * 8;
      const at = [wrap(x + spread()), Math.max(-84, Math.min(84, y + spread()))] as const;
      return {
        id: `test:${i}`,
        name: `Town${i}`,
        countryCode: COUNTRIES[country] ?? 'IQ',
        at,
        reach: i % 10 === 0 ? 0.5 + random() * 4 : 0,
      };
    });
  }

  /** The article of this number, always the same. */
  at(i: number, words = 250): NewArticle {
    const random = seeded(this.seed * 1_000_003 + i);
    const language = i % 2 === 0 ? 'ar' : 'en';
    const list = WORDS[language];
    const common = () => list[Math.floor(list.length ** random()) - 1] ?? 'word';
    const spots = Array.from({ length: 2 + Math.floor(random() * 4) }, () => this.spots[Math.floor(random() ** 2 * this.spots.length)]);
    let text = `${i}`;
    const mentions: { spot: Spot; quote: Quote; start: number }[] = [];
    for (const spot of spots) {
      if (!spot) continue;
      const begun = text.length + 1;
      const before = Array.from({ length: Math.ceil(words / spots.length / 2) }, common).join(' ');
      const sentence = `${before} ${spot.name} ${Array.from({ length: Math.ceil(words / spots.length / 2) }, common).join(' ')}.`;
      text += ` ${sentence}`;
      mentions.push({ spot, start: begun + before.length + 1, quote: { start: begun, end: begun + sentence.length, text: sentence } });
    }
    const publishedAt = new Date(Date.UTC(2016, 0, 1) + Math.floor(random() * 3_650) * DAY_MS).toISOString().slice(0, 10);
    const title = Array.from({ length: 8 }, common).join(' ');
    const article = { text, title, url: `https://example.com/${i}`, source: `Source ${i % 20}`, publishedAt, language };
    return {
      article,
      savedAt: '2026-01-02T03:04:05.000Z',
      result: { engine: '1', gazetteer: '1', madeAt: '2026-01-02T03:04:05.000Z', map: mapOf(article, mentions, random) },
    };
  }

  *range(from: number, to: number, words?: number): Iterable<NewArticle> {
    for (let i = from; i < to; i++) yield this.at(i, words);
  }
}

function mapOf(
  article: NewArticle['article'],
  mentions: readonly { spot: Spot; quote: Quote; start: number }[],
  random: () => number,
): ArticleMap {
  const features = new Map<string, PlaceFeature>();
  for (const { spot, quote, start } of mentions) {
    const mention = { start, end: start + spot.name.length, text: spot.name, role: 'literal', confidence: 0.9, quote } as const;
    const known = features.get(spot.id);
    if (!known) features.set(spot.id, featureOf(spot, [mention]));
    else features.set(spot.id, featureOf(spot, [...known.properties.mentions, mention]));
  }
  const places = [...features.values()];
  const incidents = Array.from({ length: Math.floor(random() * 4) }, (_, i) =>
    incidentOf(i, article, places[Math.floor(random() * (places.length + 0.3))] ?? null, random),
  );
  return {
    type: 'FeatureCollection',
    article: {
      id: 'x',
      sha256: 'x',
      length: article.text.length,
      title: article.title,
      language: article.language ?? 'en',
      publishedAt: article.publishedAt,
      url: article.url,
      source: article.source,
    },
    gazetteer: { version: '1', places: 1, names: 1 },
    features: places,
    unlocated: [],
    incidents,
  };
}

function featureOf({ id, name, countryCode, at: [x, y], reach }: Spot, mentions: PlaceFeature['properties']['mentions']): PlaceFeature {
  const point = reach === 0;
  const [west, south, east, north] = [wrap(x - reach), Math.max(-89, y - reach), wrap(x + reach), Math.min(89, y + reach)];
  const ring = Array.from({ length: 65 }, (_, i): [number, number] => {
    const angle = (i % 64) * (Math.PI / 32);
    return [wrap(x + reach * Math.cos(angle)), y + reach * Math.sin(angle)];
  });
  return {
    type: 'Feature',
    id,
    bbox: [west, south, east, north],
    geometry: point ? { type: 'Point', coordinates: [x, y] } : { type: 'Polygon', coordinates: [ring] },
    properties: {
      name,
      names: { en: name },
      kind: point ? 'town' : 'admin1',
      countryCode,
      admin1: null,
      labelPoint: [x, y],
      wherePrecision: point ? 1 : 4,
      geoPrecision: point ? 1 : 3,
      role: 'literal',
      confidence: 0.9,
      why: [{ signal: 'country named in the same article', weight: 1.7, code: 'country', detail: countryCode }],
      alternatives: [],
      mentions,
    },
  };
}

function incidentOf(
  i: number,
  { text, publishedAt }: NewArticle['article'],
  place: PlaceFeature | null,
  random: () => number,
): MapIncident {
  const start = Date.parse(publishedAt ?? '') - Math.floor(random() * 5) * DAY_MS;
  const iso = (time: number) => new Date(time).toISOString().slice(0, 10);
  const span = { start: 0, end: 5 };
  const days = random() < 0.1 ? 30 : 0;
  const killed = random() < 0.3 ? { low: 1, best: Math.floor(random() * 9), high: null, span } : null;
  return {
    id: `${i}@${place?.id ?? 'nowhere'}`,
    type: TYPES[Math.floor(random() ** 2 * TYPES.length)] ?? 'Battles',
    subType: null,
    headline: text.slice(0, 80),
    placeId: place?.id ?? null,
    wherePrecision: place?.properties.wherePrecision ?? null,
    geoPrecision: place?.properties.geoPrecision ?? null,
    date:
      random() < 0.9
        ? { start: iso(start), end: iso(start + days * DAY_MS), precision: days === 0 ? 1 : 4, text: text.slice(0, 5), span }
        : null,
    actors: [],
    casualties: { killed, injured: null },
    tolls: [],
    weapons: [],
    status: STATUSES[Math.floor(random() * STATUSES.length)] ?? 'reported',
    evidence: [{ ...span, text: text.slice(0, 5) }],
    spans: { trigger: span, place: null, status: null, weapons: [] },
  };
}

function wrap(longitude: number): number {
  return Math.round((((longitude + 540) % 360) - 180) * 1e4) / 1e4;
}
