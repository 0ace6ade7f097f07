import { z } from 'zod';
import { MAX_PAGE, type Box, type Paging, type Square } from '../store/queries';
import { WORLD_BITS } from '../store/world';
import { InputError, parseInput, type Titles } from './errors';

const MAX_WORD = 200;
const MAX_ID = 300;
const MAX_LIST = 50;
/** Characters of a wrong value that an error repeats. */
const MAX_SHOWN = 60;
export const QUERY_TITLES: Titles = { tooLong: 'The question is too long', wrong: 'This question cannot be answered' };

/**
 * The parameters of a request's address, as the schema has them: one given twice is a list, parted by commas.
 * @throws InputError 400, which names the parameters at fault
 */
export function readQuery<T extends z.ZodType>(request: Request, schema: T): z.output<T> {
  const { searchParams } = new URL(request.url);
  const given = [...new Set(searchParams.keys())].map((name) => [name, searchParams.getAll(name).join(',')] as const);
  return parseInput(schema, Object.fromEntries(given), QUERY_TITLES);
}

/** Words of a person or a name, in one line. */
export function wordSchema(description: string, max = MAX_WORD) {
  return z
    .string()
    .min(1, 'wanted at least 1 character')
    .max(max, `wanted at most ${max} characters`)
    .regex(/^\P{Cc}*$/u, 'wanted no control characters')
    .meta({ description });
}

/** An id as the store gives it. */
export function idSchema(description: string) {
  return wordSchema(description, MAX_ID);
}

/** A list of some of `values`, parted by commas. */
export function listSchema<const T extends string>(values: readonly T[], description: string) {
  const item = z.enum(values, `wanted one or more of ${values.join(', ')}, parted by commas`);
  return z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(item).max(MAX_LIST))
    .meta({ description, type: 'array', items: { type: 'string', enum: [...values] } });
}

/** `west,south,east,north`, or with heights, which are passed over (OGC API – Features, 7.15.3). */
export const boxSchema = z
  .string()
  .transform((text, context): Box => {
    const parts = text.split(',').map((part) => (/^[-+]?\d{1,3}(\.\d{1,20})?$/.test(part.trim()) ? Number(part) : NaN));
    const [west = NaN, south = NaN, east = NaN, north = NaN] = parts.length === 6 ? [0, 1, 3, 4].map((i) => parts[i]) : parts;
    const isBox =
      (parts.length === 4 || parts.length === 6) &&
      parts.every(Number.isFinite) &&
      [west, east].every((longitude) => Math.abs(longitude) <= 180) &&
      [south, north].every((latitude) => Math.abs(latitude) <= 90) &&
      south <= north;
    if (isBox) return [west, south, east, north];
    const message = 'wanted west,south,east,north in degrees, west greater than east only across the antimeridian';
    context.addIssue({ code: 'custom', message, input: text });
    return z.NEVER;
  })
  .meta({
    description:
      'West, south, east, north in degrees (WGS 84), parted by commas; west is greater than east where it crosses the antimeridian. What its place’s own box touches is found.',
    type: 'array',
    items: { type: 'number' },
    minItems: 4,
    maxItems: 6,
    example: [38.5, 29, 49, 37.5],
  });

/** `zoom/column/row` of a square of the web map. */
export const squareSchema = z
  .string()
  .transform((text, context): Square => {
    const [zoom = NaN, column = NaN, row = NaN] = /^\d{1,2}\/\d{1,8}\/\d{1,8}$/.test(text) ? text.split('/').map(Number) : [];
    if (zoom <= WORLD_BITS && column < 2 ** zoom && row < 2 ** zoom) return { zoom, column, row };
    const message = `wanted zoom/column/row of a square of the web map, as 9/319/207, zoom at most ${WORLD_BITS}`;
    context.addIssue({ code: 'custom', message, input: text });
    return z.NEVER;
  })
  .meta({
    description: 'A square of the web map, as a point of a tile names its own: whose mark lies in it is found.',
    example: '9/319/207',
  });

export function daySchema(description: string) {
  return z.iso.date('wanted a day as 2024-08-06').meta({ description, format: 'date' });
}

/** What a date of RFC 3339, or an interval of two of them, says: first and last day, in UTC; undefined on an open side. */
export interface Days {
  readonly from?: string;
  readonly to?: string;
}

/** A moment or a day, or an interval parted by a slash, open where a side is `..` or empty (OGC API – Features, 7.15.4). */
export const datetimeSchema = z
  .string()
  .transform((text, context): Days => {
    const [first = '', last, ...more] = text.split('/');
    const from = dayIn(first);
    const to = last === undefined ? from : dayIn(last);
    const isOpen = from === null && to === null;
    if (from !== undefined && to !== undefined && !isOpen && more.length === 0 && (from === null || to === null || from <= to))
      return { ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) };
    const message = 'wanted a date or date-time (RFC 3339) or an interval as 2024-08-01/2024-08-31, 2024-08-01/.. or ../2024-08-31';
    context.addIssue({ code: 'custom', message, input: text });
    return z.NEVER;
  })
  .meta({
    description:
      'A day or moment, or an interval of two parted by a slash, open where a side is `..`. Dates are known to the day: of a moment its day in UTC counts.',
    example: '2024-08-01/..',
  });

/** The day of one side of an interval; null where it is open, undefined where it is no date. */
function dayIn(side: string): string | null | undefined {
  const text = side.trim().toUpperCase();
  if (text === '' || text === '..') return null;
  if (z.iso.date().safeParse(text).success) return text;
  // A plus in an address is a space.
  const moment = text.replace(' ', '+');
  return z.iso.datetime({ offset: true }).safeParse(moment).success ? new Date(moment).toISOString().slice(0, 10) : undefined;
}

/** Parameters of every list. */
export const pagingShape = {
  limit: z
    .string()
    .transform(Number)
    .pipe(z.int(`wanted a number from 1 to ${MAX_PAGE}`).min(1, `wanted at least 1`).max(MAX_PAGE, `wanted at most ${MAX_PAGE}`))
    .optional()
    .meta({ description: 'How many on a page.', type: 'integer', minimum: 1, maximum: MAX_PAGE, default: 50 }),
  cursor: z
    .string()
    .regex(/^-?\d{1,15}(_-?\d{1,15})*$/, 'wanted one that an earlier page gave')
    .optional()
    .meta({ description: 'As `next` of the page before gave it.' }),
};

/** Parts what asks for a page from what asks for the items. */
export function pagingOf({ limit, cursor }: { readonly limit?: number | undefined; readonly cursor?: string | undefined }): Paging {
  return { ...(limit === undefined ? {} : { limit }), ...(cursor === undefined ? {} : { cursor }) };
}

/**
 * What stands behind `prefix` in a request's path, which may hold slashes, plain or escaped: an id of the store.
 * @throws InputError 400 where it is not escaped as addresses are, or no id
 */
export function idInPath(request: Request, prefix: string): string {
  const tail = new URL(request.url).pathname.slice(prefix.length);
  try {
    return parseInput(idSchema('An id.'), decodeURIComponent(tail), QUERY_TITLES);
  } catch (error) {
    if (error instanceof InputError) throw error;
    const got = JSON.stringify(tail.slice(0, MAX_SHOWN));
    throw new InputError(400, QUERY_TITLES.wrong, [{ field: 'id', got, wanted: 'wanted an id, escaped as in addresses' }]);
  }
}
