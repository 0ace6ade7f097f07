import { z } from 'zod';
import { ACTOR_ROLES, DIRECTIONS, INCIDENT_STATUSES, KINDS, RELATION_TYPES } from '../types';
import { shapeSchema, positionSchema, geometrySchema } from './shapes';

/** How many corrections one article may have, and how many mentions one correction. */
export const MAX_CORRECTIONS = 5_000;
const MAX_MENTIONS = 10_000;
const MAX_OFFSET = 1_000_000;
const MAX_ACTORS = 50;
const MAX_EVIDENCE = 100;
const MAX_COUNT = 100_000_000;

const id = z.string().regex(/^[A-Za-z0-9-]{1,40}$/, 'wanted letters, digits and dashes, 40 at most');
const name = z.string().min(1).max(500);
const names = z.object({ en: name, ar: name.nullable() });
const direction = z.enum(DIRECTIONS);

const spanSchema = z
  .object({ start: z.int().min(0).max(MAX_OFFSET), end: z.int().min(1).max(MAX_OFFSET) })
  .refine(({ start, end }) => start < end, 'wanted a start before the end');
const mentions = z.array(spanSchema).min(1).max(MAX_MENTIONS);

/** A place of the gazetteer as `GET /api/gazetteer?id=…` gives it, drawn: a log says all that it takes to draw it again. */
export const chosenPlaceSchema = z.object({
  id: z.string().min(1).max(200),
  names,
  kind: z.enum(KINDS),
  countryCode: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable(),
  admin1: names.nullable(),
  labelPoint: positionSchema,
  wherePrecision: z.literal([1, 2, 3, 4, 5, 6, 7]),
  geometry: geometrySchema,
  direction: direction.optional(),
  relation: z
    .object({
      type: z.enum(RELATION_TYPES),
      direction: direction.nullable(),
      distanceKm: z.number().min(0).max(20_000).nullable(),
      other: z.string().max(200).nullable(),
    })
    .optional(),
});
export type ChosenPlace = z.infer<typeof chosenPlaceSchema>;

/** Where a person puts something: at a place of the gazetteer, or where they drew it. */
export const whereSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('place'), place: chosenPlaceSchema }),
  z.object({
    type: z.literal('shape'),
    shape: shapeSchema,
    kind: z.enum(KINDS),
    /** The feature whose name, country and kind stay, where only its position was wrong; null where it is another place. */
    of: z.string().max(240).nullable(),
  }),
]);
export type Where = z.infer<typeof whereSchema>;

const count = z.int().min(0).max(MAX_COUNT).nullable();
/** How many, as `Count` of the contract; null says that the article gives none. */
const countSchema = z
  .object({ low: count, best: count, high: count })
  .refine(({ low, best, high }) => low !== null || best !== null || high !== null, 'wanted at least one number')
  .refine(({ low, best, high }) => {
    const known = [low, best, high].filter((n) => n !== null);
    return known.every((n, i) => i === 0 || (known[i - 1] ?? 0) <= n);
  }, 'wanted low, best and high in this order');
const dateSchema = z
  .object({ start: z.iso.date(), end: z.iso.date(), precision: z.literal([1, 2, 3, 4, 5]) })
  .refine(({ start, end }) => start <= end, 'wanted a first day no later than the last');

/** Who: the words of the text at the span, without proclitics. */
const actorSchema = z.object({ name: z.string().min(1).max(300), role: z.enum(ACTOR_ROLES), span: spanSchema });

/** What a person says of an incident; what is left out stays as it was. */
const incidentFields = z
  .object({
    type: z.string().min(1).max(80),
    subType: z.string().min(1).max(80).nullable(),
    status: z.enum(INCIDENT_STATUSES),
    headline: z.string().min(1).max(300),
    /** A feature's id; null where the article gives no place. */
    placeId: z.string().max(240).nullable(),
    date: dateSchema.nullable(),
    killed: countSchema.nullable(),
    injured: countSchema.nullable(),
    actors: z.array(actorSchema).max(MAX_ACTORS),
  })
  .partial();
export const incidentEditSchema = incidentFields.refine(
  (edit) => Object.values(edit).some((value) => value !== undefined),
  'wanted at least one field',
);
export type IncidentEdit = z.infer<typeof incidentEditSchema>;

const incident = z.string().min(1).max(300);

/** One change. Mentions are named by their spans, all that it applies to; incidents by the id that the machine gave. */
export const changeSchema = z.discriminatedUnion('action', [
  z.object({ action: z.literal('confirm'), mentions }),
  z.object({ action: z.literal('choose'), mentions, where: whereSchema }),
  z.object({ action: z.literal('locate'), mentions, where: whereSchema }),
  /** What was missed: text that names a place and that the machine did not mark. */
  z.object({ action: z.literal('mark'), mentions, where: whereSchema }),
  z.object({ action: z.literal('notPlace'), mentions }),
  z.object({ action: z.literal('unidentified'), mentions }),
  z.object({ action: z.literal('confirmIncident'), incident }),
  z.object({ action: z.literal('rejectIncident'), incident }),
  z.object({ action: z.literal('editIncident'), incident, edit: incidentEditSchema }),
  /** What was missed: an incident, the words that name it, the sentences that tell of it, and all that a person says of it. */
  z.object({
    action: z.literal('addIncident'),
    trigger: spanSchema,
    evidence: z.array(spanSchema).min(1).max(MAX_EVIDENCE),
    fields: incidentFields.required({ type: true, status: true, headline: true }),
    /** A place that the map does not have, with the words that stand for it; absent where it is one of the map's, or none. */
    where: z.object({ where: whereSchema, words: spanSchema }).optional(),
  }),
  /** What a person said of this name in an earlier article: the machine goes by it, and it is still to be confirmed. */
  z.object({ action: z.literal('remembered'), mentions, where: whereSchema }),
  z.object({ action: z.literal('undo'), of: id }),
  z.object({ action: z.literal('redo'), of: id }),
]);
export type Change = z.infer<typeof changeSchema>;
export type AddedIncident = Extract<Change, { readonly action: 'addIncident' }>;

export const correctionSchema = z.object({
  id,
  /** ISO 8601, UTC. */
  at: z.iso.datetime(),
  /** The reviewer's initials, where given. */
  by: z.string().trim().min(1).max(20).nullable(),
  change: changeSchema,
});
/** One entry of the log: who changed what, and when. */
export type Correction = z.infer<typeof correctionSchema>;

/** The log of an article: only ever added to. What was taken back stays in it, with the entry that took it back. */
export const logSchema = z
  .array(correctionSchema)
  .max(MAX_CORRECTIONS)
  .refine((log) => new Set(log.map((entry) => entry.id)).size === log.length, 'wanted each id once');
