import { stringify } from 'csv-stringify/sync';
import type { ArticleMap, Review } from '../types';

const COLUMNS = [
  'article',
  'id',
  'name',
  'name_ar',
  'name_en',
  'kind',
  'country_code',
  'admin1',
  'longitude',
  'latitude',
  'where_precision',
  'geo_precision',
  'role',
  'confidence',
  'start',
  'end',
  'text',
  'quote',
  'review',
];

/**
 * Articles' mentions as one CSV, one row each: UTF-8 with a byte-order mark (without it spreadsheets garble Arabic), and
 * no cell that a spreadsheet would run as a formula. `longitude` and `latitude` are the label point's: for an area they
 * say where its label goes, and `where_precision` how little that means.
 */
export function toCsv(maps: readonly ArticleMap[]): string {
  const rows = maps.flatMap(rowsOf);
  return stringify([COLUMNS, ...rows], { bom: true, escape_formulas: true, record_delimiter: 'windows' });
}

function rowsOf(map: ArticleMap): (string | number)[][] {
  return map.features.flatMap(({ id, properties: place }) =>
    place.mentions.map((mention) => [
      map.article.id,
      id,
      place.name,
      place.names.ar ?? '',
      place.names.en ?? '',
      place.kind,
      place.countryCode ?? '',
      place.admin1 ?? '',
      place.labelPoint[0],
      place.labelPoint[1],
      place.wherePrecision,
      place.geoPrecision,
      mention.role,
      mention.confidence,
      mention.start,
      mention.end,
      mention.text,
      mention.quote.text,
      reviewCell(mention.review ?? (place.review?.by === 'human' ? place.review : undefined)),
    ]),
  );
}

/** Whose word a row is: `human`, `machine`, or `remembered` from an earlier article. */
export function reviewCell(review: Review | undefined): 'human' | 'machine' | 'remembered' {
  if (review?.by === 'human') return 'human';
  return review?.remembered ? 'remembered' : 'machine';
}
