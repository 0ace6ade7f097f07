import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { INCIDENT_STATUSES, KINDS, type Article } from '../../lib/types';
import type { GoldMarks, GoldPlace } from './incident-score';

export type Half = 'tune' | 'test';

export interface GoldArticle extends GoldMarks {
  readonly id: string;
  readonly article: Article & { readonly language: 'ar' | 'en' };
}

const span = z.object({ start: z.int(), end: z.int() });
const number = z.number().nullable();
const count = z.object({ low: number, best: number, high: number }).nullish().default(null);
const article = z
  .object({ title: z.string(), language: z.enum(['ar', 'en']), publishedAt: z.string(), text: z.string() })
  .transform((one) => ({ ...one, url: null, source: null }));
const incident = z.object({
  id: z.string(),
  type: z.string().nullish().default(null),
  status: z.enum(INCIDENT_STATUSES),
  date: z.object({ start: z.string(), end: z.string() }).nullable(),
  killed: count,
  injured: count,
  tolls: z.array(z.object({ killed: count, injured: count })).default([]),
  required: z.boolean(),
  evidence: z.array(span),
});
const ownForm = z.object({
  id: z.string(),
  article,
  incidents: z.array(
    incident.extend({ place: z.object({ ...span.shape, kind: z.enum(KINDS) }).nullable(), country: z.string().nullable() }),
  ),
  forbidden: z.array(z.object({ what: z.string(), words: span, evidence: z.array(span) })),
});
const seedForm = z.object({
  id: z.string(),
  article,
  places: z.record(z.string(), z.object({ kind: z.string(), country: z.string() })),
  mentions: z.array(z.object({ ...span.shape, place: z.string() })),
  incidents: z.array(
    incident.extend({
      what: z.string(),
      place: z.string().nullish().default(null),
      places: z.array(z.string()).default([]),
      note: z.string().optional(),
    }),
  ),
});

/** One half of the project's gold set. Throws where a file has not the form of `data/gold/incidents/README.md`. */
export function readHalf(half: Half, root = join('data', 'gold', 'incidents')): GoldArticle[] {
  const files = readdirSync(join(root, half)).filter((file) => file.endsWith('.json'));
  return files.sort().map((file) => {
    const { id, article, incidents, forbidden } = ownForm.parse(JSON.parse(readFileSync(join(root, half, file), 'utf8')));
    return {
      id,
      article,
      incidents: incidents.map(({ place, country, ...rest }) => ({
        ...rest,
        places: place ? [{ spans: [place], kind: place.kind, country }] : [],
      })),
      forbidden: forbidden.map((one) => ({ ...one, places: [] })),
    };
  });
}

/**
 * The seed article's gold. What it gives a `note` is forbidden. Of an incident with several places one is wanted at any
 * of them and one more at another is allowed: the map draws an incident at one place.
 */
export function readSeed(file = join('data', 'gold', 'seed.json')): GoldArticle {
  const seed = seedForm.parse(JSON.parse(readFileSync(file, 'utf8')));
  const placesOf = (ids: readonly string[]) =>
    ids.map((id): GoldPlace => {
      const facts = seed.places[id];
      if (!facts) throw new Error(`${file}: no place ${id}`);
      const kind = KINDS.find((one) => one === facts.kind) ?? 'site';
      return { spans: seed.mentions.filter((mention) => mention.place === id), kind, country: facts.country };
    });
  const all = seed.incidents.map(({ place, places, ...rest }) => ({ ...rest, places: placesOf(place === null ? places : [place]) }));
  return {
    id: seed.id,
    article: seed.article,
    incidents: all
      .filter((one) => one.note === undefined)
      .flatMap((one) => [one, ...one.places.slice(1).map((_, i) => ({ ...one, id: `${one.id}:${i + 2}`, required: false }))]),
    forbidden: all.filter((one) => one.note !== undefined).map((one) => ({ ...one, words: null })),
  };
}
