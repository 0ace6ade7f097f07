import { dayOf } from '../days';
import { StoreError } from '../errors';
import type { ArticleFilter, Box, IncidentFilter, PlaceFilter, Square } from '../queries';
import { queryTokens } from '../search-tokens';
import { cellsOfTile, WORLD_BITS } from '../world';
import { MANY } from './many';
import { Conditions, placeholders, type Bounds, type Dialect, type Session, type Sql } from './session';

/** Adds what a filter asks of row `a` of `articles`; of row `w` of `words` where it has a text. Gives whether it has. */
export function addArticleConditions(where: Conditions, filter: ArticleFilter, dialect: Dialect): boolean {
  if (filter.language !== undefined) where.add('a.language = ?', filter.language);
  // What is cheap to ask comes first.
  if (filter.from !== undefined) where.add('a.day >= ?', wantDay('from', filter.from));
  if (filter.to !== undefined) where.add('a.day <= ?', wantDay('to', filter.to));
  if (filter.source !== undefined) where.add('EXISTS (SELECT 1 FROM copies c WHERE c.article = a.seq AND c.source = ?)', filter.source);
  if (filter.tag !== undefined) where.add('a.seq IN (SELECT t.article FROM tags t WHERE t.tag = ?)', filter.tag);
  if (filter.collection !== undefined) where.add('a.seq IN (SELECT m.article FROM members m WHERE m.collection = ?)', filter.collection);
  if (filter.countryCode !== undefined)
    where.add('EXISTS (SELECT 1 FROM places p WHERE p.article = a.seq AND p.country = ?)', filter.countryCode);
  if (filter.place !== undefined) where.add('EXISTS (SELECT 1 FROM places p WHERE p.article = a.seq AND p.place_id = ?)', filter.place);
  if (filter.type !== undefined) where.add('EXISTS (SELECT 1 FROM incidents i WHERE i.article = a.seq AND i.type = ?)', filter.type);
  if (filter.alikeTo !== undefined) where.add('a.report = (SELECT b.report FROM articles b WHERE b.id = ?)', filter.alikeTo);
  if (filter.firstOnly) where.add('NOT EXISTS (SELECT 1 FROM articles b WHERE b.report = a.report AND b.seq < a.seq)');
  const words = queryTokens(filter.text ?? '');
  if (words.length === 0) return false;
  const match = dialect.matches(words);
  where.add(match.sql, ...match.params);
  return true;
}

/** What rows are asked for: a page of them in their order, which is soon full, or all of them, to be summed up. */
type Use = 'page' | 'sum';

/** Adds what a filter asks of row `i` of `incidents`. Gives whether the index of boxes or words leads it, so that nothing else should. */
export async function addIncidentConditions(
  where: Conditions,
  filter: IncidentFilter,
  dialect: Dialect,
  session: Session,
  use: Use = 'page',
): Promise<boolean> {
  if (filter.types !== undefined) addAnyOf(where, 'i.type', filter.types);
  if (filter.statuses !== undefined) addAnyOf(where, 'i.status', filter.statuses);
  if (filter.countryCode !== undefined) where.add('i.country = ?', filter.countryCode);
  if (filter.place !== undefined) where.add('i.place_id = ?', filter.place);
  if (filter.square !== undefined) addSquare(where, filter.square);
  if (filter.article !== undefined) where.add('i.article = (SELECT a.seq FROM articles a WHERE a.id = ?)', filter.article);
  // `day`, by which incidents are sorted and indexed, is the first day where there is one.
  if (filter.to !== undefined) where.add('i.day <= ? AND i.first_day IS NOT NULL', wantDay('to', filter.to));
  if (filter.from !== undefined) {
    const from = wantDay('from', filter.from);
    // No incident lasts longer than the longest: that bounds how far back the index must be read.
    const [longest] = await session.all<{ days: number | null }>('SELECT max(last_day - first_day) AS days FROM incidents');
    where.add('i.last_day >= ?', from);
    where.add('i.day >= ?', from - (longest?.days ?? 0));
  }
  const isLed = (await addArticles(where, session, dialect, 'i', filter.articles, use)) || filter.square !== undefined;
  return filter.box === undefined ? isLed : (await addBox(where, session, dialect, 'incidents', 'i', filter.box)) || isLed;
}

/** Adds what a filter asks of row `p` of `places`; `a` is its article. */
export async function addPlaceConditions(where: Conditions, filter: PlaceFilter, dialect: Dialect, session: Session): Promise<boolean> {
  if (filter.countryCode !== undefined) where.add('p.country = ?', filter.countryCode);
  if (filter.place !== undefined) where.add('p.place_id = ?', filter.place);
  if (filter.kinds !== undefined) addAnyOf(where, 'p.kind', filter.kinds);
  if (filter.article !== undefined) where.add('p.article = (SELECT b.seq FROM articles b WHERE b.id = ?)', filter.article);
  const days = new Conditions();
  if (filter.from !== undefined) days.add('b.day >= ?', wantDay('from', filter.from));
  if (filter.to !== undefined) days.add('b.day <= ?', wantDay('to', filter.to));
  if (days.params.length > 0) where.add(`p.article IN (SELECT b.seq FROM articles b WHERE ${days.sql})`, ...days.params);
  const isLed = await addArticles(where, session, dialect, 'p', filter.articles, 'page');
  return filter.box === undefined ? isLed : (await addBox(where, session, dialect, 'places', 'p', filter.box)) || isLed;
}

/** Adds what a filter asks of the article of a row. Gives whether so few have its words that they should be looked at first. */
async function addArticles(
  where: Conditions,
  session: Session,
  dialect: Dialect,
  alias: string,
  filter: ArticleFilter | undefined,
  use: Use,
): Promise<boolean> {
  if (filter === undefined) return false;
  const inner = new Conditions();
  const hasText = addArticleConditions(inner, filter, dialect);
  if (inner.sql === 'TRUE') return false;
  // An outer join is left out where the filter asks for nothing but words.
  const found = hasText ? 'w.rowid FROM words w LEFT JOIN articles a ON a.seq = w.rowid' : 'a.seq FROM articles a';
  const rare = hasText && (await isRare(session, dialect.matches(queryTokens(filter.text ?? ''))));
  const plus = use === 'page' && hasText && !rare ? dialect.unindexed : '';
  where.add(`${plus}${alias}.article IN (SELECT ${found} WHERE ${inner.sql})`, ...inner.params);
  return rare;
}

/** Whether few articles have the words: planners cannot tell, and would go through all incidents for a rare word, or look up half of them for a common one. */
async function isRare(session: Session, { sql, params }: Sql): Promise<boolean> {
  const [count] = await session.all<{ n: number }>(
    `WITH found AS MATERIALIZED (SELECT 1 FROM words w WHERE ${sql}) SELECT count(*) AS n FROM (SELECT 1 FROM found LIMIT ${MANY}) few`,
    params,
  );
  return (count?.n ?? 0) < MANY;
}

/**
 * Boxes may cross the antimeridian, those asked for as those of places. West is kept as it is and east made greater, so
 * that a place spans -180 to 540 degrees, and is asked for once in each turn of the globe.
 */
async function addBox(
  where: Conditions,
  session: Session,
  dialect: Dialect,
  table: 'incidents' | 'places',
  alias: string,
  box: Box,
): Promise<boolean> {
  const boxes = turnsOf(box);
  const exact = boxes.map(() => `(${alias}.west <= ? AND ${alias}.east >= ? AND ${alias}.south <= ? AND ${alias}.north >= ?)`);
  where.add(`(${exact.join(' OR ')})`, ...boxes.flatMap(([west, south, east, north]) => [east, west, north, south]));
  const indexed = await dialect.inBoxes(session, table, alias, boxes);
  if (indexed) where.add(indexed.sql, ...indexed.params);
  return indexed !== null;
}

function addSquare(where: Conditions, { zoom, column, row }: Square): void {
  const side = 2 ** zoom;
  const isThere = [zoom, column, row].every((part) => Number.isInteger(part) && part >= 0) && zoom <= WORLD_BITS;
  if (!isThere || column >= side || row >= side)
    throw new StoreError('invalid', `wanted a square of zoom 0 to ${WORLD_BITS}, got ${zoom}/${column}/${row}`);
  where.add('i.cell BETWEEN ? AND ?', ...cellsOfTile(zoom, column, row, WORLD_BITS));
}

function turnsOf([west, south, east, north]: Box): Bounds[] {
  if (![west, south, east, north].every(Number.isFinite) || south > north)
    throw new StoreError('invalid', `wanted a box of west, south, east, north, got ${[west, south, east, north].join(', ')}`);
  const end = west > east ? east + 360 : east;
  return [-360, 0, 360].map((turn): Bounds => [west + turn, south, end + turn, north]).filter(([w, , e]) => w <= 540 && e >= -180);
}

/** Adds that a column has one of these values: none has, where there are none. */
export function addAnyOf(where: Conditions, column: string, values: readonly string[]): void {
  if (values.length === 0) where.add('FALSE');
  else where.add(`${column} IN ${placeholders(values.length)}`, ...values);
}

function wantDay(field: string, value: string): number {
  const day = dayOf(value);
  if (day === null) throw new StoreError('invalid', `${field}: wanted an ISO 8601 date, got ${JSON.stringify(value)}`);
  return day;
}
