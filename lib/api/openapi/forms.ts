import { z } from 'zod';
import { ACTOR_ROLES, DIRECTIONS, INCIDENT_FIELDS, INCIDENT_STATUSES, KINDS, RELATION_TYPES, REVIEW_ACTIONS } from '../../types';

/** The contract's forms as they are given: what `lib/types.ts` says, for those who read it elsewhere. A test holds them to what is answered. */
const text = z.string();
const maybe = z.string().nullable();
const span = z.object({ start: z.int(), end: z.int() }).meta({ description: 'UTF-16 offsets into the text; the end is not in it.' });
const quote = z.object({ start: z.int(), end: z.int(), text });
const position = z.array(z.number()).length(2).meta({ description: 'Longitude, latitude; WGS 84.' });
/** A box; west is greater than east where it crosses the antimeridian. */
const bbox = z.array(z.number()).length(4);
/** RFC 7946 tells it. */
export const geometry = z.looseObject({ type: z.enum(['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon']) }).meta({ description: 'A point only for what is a point at map scale; else the area itself (RFC 7946).' }); // prettier-ignore
const role = z.enum(['literal', 'associative']);
const reason = z.looseObject({ signal: text, weight: z.number() });
const wherePrecision = z.int().min(1).max(7).meta({ description: 'UCDP GED where_prec.' });
const geoPrecision = z.int().min(1).max(3).meta({ description: 'ACLED geo_precision.' });
const review = z
  .union([
    z.object({ by: z.literal('machine'), remembered: z.literal(true).optional() }),
    z.object({ by: z.literal('human'), action: z.enum(REVIEW_ACTIONS), at: text, initials: maybe }),
  ])
  .optional();

const mention = z.object({ start: z.int(), end: z.int(), text, role, confidence: z.number(), quote, review });
const alternative = z.object({
  id: text,
  name: text,
  countryCode: maybe,
  labelPoint: position,
  score: z.number(),
  why: z.array(reason).optional(),
});

const placeProperties = z.object({
  name: text,
  names: z.object({ ar: text.optional(), en: text.optional() }),
  kind: z.enum(KINDS),
  countryCode: maybe,
  admin1: maybe,
  labelPoint: position,
  wherePrecision,
  geoPrecision,
  role,
  confidence: z.number().meta({ description: 'Calibrated: of those at 0.9, nine in ten are right.' }),
  why: z.array(reason),
  alternatives: z.array(alternative),
  direction: z.enum(DIRECTIONS).optional(),
  relation: z
    .object({ type: z.enum(RELATION_TYPES), direction: z.enum(DIRECTIONS).nullable(), distanceKm: z.number().nullable(), other: maybe })
    .optional(),
  review,
});
const outline = z.object({ type: z.literal('Feature'), id: text, bbox, geometry, properties: placeProperties });
const feature = outline.extend({ properties: placeProperties.extend({ mentions: z.array(mention) }) });

const count = z.object({ low: z.int().nullable(), best: z.int().nullable(), high: z.int().nullable(), span }).nullable();
export const incidentForm = z.object({
  id: text,
  type: text,
  subType: maybe,
  headline: text,
  placeId: maybe,
  unlocated: text.optional().meta({ description: 'What the article calls its place where the gazetteer lacks it.' }),
  wherePrecision: wherePrecision.nullable(),
  geoPrecision: geoPrecision.nullable(),
  date: z
    .object({ start: text, end: text, precision: z.int().min(1).max(5), text, span })
    .nullable()
    .meta({ description: 'Days, ISO 8601, inclusive; precision: UCDP date_prec.' }),
  actors: z.array(z.object({ name: text, role: z.enum(ACTOR_ROLES), span })),
  casualties: z.object({ killed: count, injured: count }),
  tolls: z.array(z.object({ killed: count, injured: count, source: quote.nullable() })),
  weapons: z.array(text),
  status: z.enum(INCIDENT_STATUSES),
  evidence: z.array(quote),
  spans: z.object({ trigger: span, place: span.nullable(), status: span.nullable(), weapons: z.array(span) }),
  review,
  byHand: z.array(z.enum(INCIDENT_FIELDS)).optional().meta({ description: 'The fields that a person gave.' }),
});

export const articleMapForm = z.object({
  type: z.literal('FeatureCollection'),
  article: z.object({
    id: text,
    title: maybe,
    language: text,
    publishedAt: maybe,
    url: maybe,
    source: maybe,
    sha256: text,
    length: z.int(),
  }),
  gazetteer: z.object({ version: text, places: z.int(), names: z.int() }),
  features: z.array(feature),
  unlocated: z.array(z.object({ name: text, kind: z.enum(KINDS).nullable(), mentions: z.array(mention), review })),
  incidents: z.array(incidentForm),
});

export const storedIncidentForm = z.object({
  id: text,
  articleId: text,
  article: z.object({ title: maybe, source: maybe, url: maybe, language: maybe, publishedAt: maybe, savedAt: text }),
  incident: incidentForm,
  countryCode: maybe,
  place: outline.nullable(),
});
export const storedPlaceForm = z.object({ id: text, articleId: text, feature: outline });
export const storedMentionForm = z.object({
  id: text,
  articleId: text,
  placeId: text,
  name: text,
  names: z.object({ ar: text.optional(), en: text.optional() }),
  kind: z.enum(KINDS),
  countryCode: maybe,
  labelPoint: position,
  wherePrecision,
  geometry,
  bbox,
  mention,
});

export const articleSummaryForm = z.looseObject({
  id: text.meta({ description: 'SHA-256 of the text.' }),
  title: maybe,
  source: maybe,
  url: maybe,
  language: maybe,
  publishedAt: maybe,
  savedAt: text,
  copies: z.int(),
  incidents: z.int(),
  tags: z.array(text),
});
export const collectionForm = z.object({ id: text, name: text, createdAt: text, articles: z.int() });
export const linkForm = z.object({ a: text, b: text, state: z.enum(['same', 'cut']), by: maybe, at: text });
export const logEntryForm = z.looseObject({ id: text, at: text, by: maybe });

/** A page of a list: what is on it, and the cursor of the page behind. */
export function pageForm<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: maybe });
}
