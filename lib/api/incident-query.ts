import { z } from 'zod';
import type { ArticleFilter, IncidentFilter, PlaceFilter } from '../store/queries';
import { INCIDENT_STATUSES, KINDS } from '../types';
import { boxSchema, datetimeSchema, daySchema, idSchema, listSchema, squareSchema, wordSchema, type Days } from './query';

/** ACLED's event types, and ours beside them. */
export const INCIDENT_TYPES = [
  'Battles',
  'Explosions/Remote violence',
  'Violence against civilians',
  'Protests',
  'Riots',
  'Strategic developments',
  'Disaster',
  'Accident',
] as const;

/** Parameters that say which articles incidents, places and mentions are of. */
export const articleShape = {
  q: wordSchema('Words that all stand in the article’s title or text, however they are spelt; the last may be cut short.').optional(),
  language: z
    .string()
    .regex(/^[A-Za-z]{2,8}$/, 'wanted a language as ar or en')
    .transform((code) => code.toLowerCase())
    .optional()
    .meta({ description: 'The article’s language.', examples: ['ar', 'en'] }),
  source: wordSchema('Who published the article.', 1_000).optional(),
  tag: wordSchema('A tag of the article.').optional(),
  collection: idSchema('A collection’s id.').optional(),
};

const country = z
  .string()
  .regex(/^[A-Za-z]{2}$/, 'wanted two letters, as IQ')
  .transform((code) => code.toUpperCase())
  .optional()
  .meta({ description: 'ISO 3166-1, two letters.', example: 'IQ' });

const whereShape = {
  bbox: boxSchema.optional(),
  country,
  place: idSchema('A place’s id, as `geonames:99532`.').optional(),
  article: idSchema('An article’s id.').optional(),
};

/** Parameters that say which incidents: those of every list, tile, feed and webhook. Use it in `z.strictObject`. */
export const incidentShape = {
  ...whereShape,
  square: squareSchema.optional(),
  datetime: datetimeSchema.optional(),
  from: daySchema('First day on which it may have happened.').optional(),
  to: daySchema('Last day on which it may have happened.').optional(),
  type: listSchema(INCIDENT_TYPES, 'Types of events: ACLED’s, and Disaster and Accident.').optional(),
  status: listSchema(INCIDENT_STATUSES, 'Whether it is told as having happened.').optional(),
  ...articleShape,
};

/** Parameters that say which places and mentions; days are those on which their articles were published. */
export const placeShape = {
  ...whereShape,
  datetime: datetimeSchema.optional(),
  from: daySchema('First day of publication.').optional(),
  to: daySchema('Last day of publication.').optional(),
  kind: listSchema(KINDS, 'Kinds of places.').optional(),
  ...articleShape,
};

type IncidentQuery = z.output<z.ZodObject<typeof incidentShape>>;
type PlaceQuery = z.output<z.ZodObject<typeof placeShape>>;

/** The store's filter for parameters of `incidentShape`. */
export function incidentFilter(asked: IncidentQuery): IncidentFilter {
  const { type, status, square } = asked;
  return { ...whereOf(asked), ...defined({ types: type, statuses: status, square }) };
}

/** The store's filter for parameters of `placeShape`. */
export function placeFilter(asked: PlaceQuery): PlaceFilter {
  return { ...whereOf(asked), ...(asked.kind ? { kinds: asked.kind } : {}) };
}

/** The store's filter for parameters of `articleShape`; null where none is given. */
export function articleFilter(asked: z.output<z.ZodObject<typeof articleShape>>): ArticleFilter | null {
  const { q, language, source, tag, collection } = asked;
  const filter = defined({ text: q, language, source, tag, collection });
  return Object.keys(filter).length === 0 ? null : filter;
}

function whereOf(asked: IncidentQuery | PlaceQuery): PlaceFilter & IncidentFilter {
  const { bbox, country: countryCode, place, article } = asked;
  const articles = articleFilter(asked) ?? undefined;
  return defined({ box: bbox, countryCode, place, article, articles, ...daysOf(asked) });
}

/** Both ways of saying days at once: what both allow. */
function daysOf({ datetime = {}, from, to }: { datetime?: Days | undefined; from?: string | undefined; to?: string | undefined }): Days {
  const first = [datetime.from, from]
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);
  const last = [datetime.to, to]
    .filter((day) => day !== undefined)
    .sort()
    .at(0);
  return defined({ from: first, to: last });
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Without what is undefined: to the store, a field that is there is asked for. */
function defined<T extends object>(fields: T): Defined<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<T>;
}
