import { z } from 'zod';
import { INCIDENT_STATUSES, KINDS } from '../../types';

/**
 * The properties of features as GIS programs like them: flat, with one type for each name, every name always there. The
 * library's own forms (`/api/incidents` …) hold more.
 */
const text = (description: string) => z.string().nullable().meta({ description });
const whole = (description: string) => z.int().nullable().meta({ description });

const wherePrecision = z
  .int()
  .min(1)
  .max(7)
  .nullable()
  .meta({ description: 'UCDP GED where_prec: 1 exact … 7 international waters or airspace.' });
const articleProperties = {
  articleId: z.string().meta({ description: 'SHA-256 of the article’s text.' }),
};
const placeProperties = {
  placeId: text('The gazetteer’s id.'),
  place: text('The place’s name in English, where the gazetteer has one.'),
  placeAr: text('The place’s name in Arabic.'),
  kind: z.enum(KINDS).nullable().meta({ description: 'What kind of place it is.' }),
  countryCode: text('ISO 3166-1, two letters.'),
  wherePrecision,
};

export const incidentProperties = z.object({
  type: z.string().meta({ description: 'ACLED event type, or Disaster or Accident.' }),
  subType: text('ACLED sub-event type.'),
  headline: z.string().meta({ description: 'In the article’s own words.' }),
  status: z.enum(INCIDENT_STATUSES).meta({ description: 'Whether it is told as having happened.' }),
  start: text('First day on which it may have happened, ISO 8601.'),
  end: text('Last day on which it may have happened, ISO 8601.'),
  datePrecision: whole('UCDP date_prec: 1 day, 2 within a week, 3 week, 4 month, 5 longer.'),
  ...placeProperties,
  geoPrecision: whole('ACLED geo_precision, 1 to 3.'),
  placeConfidence: z.number().nullable().meta({ description: 'That this is the place meant: calibrated, 0 to 1.' }),
  killedLow: whole('At least so many killed, as the article says.'),
  killedBest: whole('So many killed; null where the article gives no one figure.'),
  killedHigh: whole('At most so many killed.'),
  injuredLow: whole('At least so many injured.'),
  injuredBest: whole('So many injured.'),
  injuredHigh: whole('At most so many injured.'),
  actors: text('Who took part, as `name (role)`, parted by semicolons.'),
  weapons: text('Parted by semicolons.'),
  evidence: text('The sentences that say so.'),
  ...articleProperties,
  title: text('The article’s title.'),
  source: text('Who published it.'),
  url: text('Where it was published.'),
  publishedAt: text('ISO 8601.'),
  savedAt: z.string().meta({ description: 'When it came into the library; ISO 8601, UTC.' }),
});

export const placeFeatureProperties = z.object({
  ...placeProperties,
  admin1: text('The province.'),
  geoPrecision: whole('ACLED geo_precision, 1 to 3.'),
  role: z.string().meta({ description: 'literal: the place itself is meant; associative: someone by its name.' }),
  confidence: z.number().min(0).max(1).meta({ description: 'Of the resolution, calibrated.' }),
  labelX: z.number().meta({ description: 'Longitude where a label goes; of an area never its position.' }),
  labelY: z.number().meta({ description: 'Latitude where a label goes.' }),
  ...articleProperties,
});

export const mentionProperties = z.object({
  ...placeProperties,
  text: z.string().meta({ description: 'The words of the article.' }),
  start: z.int().meta({ description: 'Where they begin in the text, in UTF-16 units.' }),
  end: z.int().meta({ description: 'Where they end.' }),
  quote: z.string().meta({ description: 'The sentence that they stand in.' }),
  role: z.string().meta({ description: 'literal: the place itself is meant; associative: someone by its name.' }),
  confidence: z.number().min(0).max(1).meta({ description: 'Of the resolution, calibrated.' }),
  labelX: z.number().meta({ description: 'Longitude where a label goes; of an area never its position.' }),
  labelY: z.number().meta({ description: 'Latitude where a label goes.' }),
  ...articleProperties,
});

export type IncidentProperties = z.output<typeof incidentProperties>;
export type PlaceFeatureProperties = z.output<typeof placeFeatureProperties>;
export type MentionProperties = z.output<typeof mentionProperties>;
