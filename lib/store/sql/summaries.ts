import { isoOfDay, isoOfPeriod, weekSql } from '../days';
import { StoreError } from '../errors';
import type { Box, FacetName, IncidentFilter, Period } from '../queries';
import type { PeriodCount, Tally } from '../records';
import { cellsOfTile, fromWorld, levelOf, MAX_ZOOM, shiftOf, WORLD_BITS } from '../world';
import { addAnyOf, addIncidentConditions } from './conditions';
import { COUNTED_BY, NO_COUNTRY, NO_MONTH } from './counts';
import { Conditions, type Dialect, type Session, type Sql } from './session';

const PERIOD_SQL: Record<Period, string> = { day: 'i.first_day', week: weekSql('i.first_day'), month: 'i.month' };

interface CountRow {
  readonly period: number | null;
  readonly country: string | null;
  readonly type: string;
  readonly n: number;
  readonly killed: number;
  readonly injured: number;
}

/** How many incidents of each type began in each country in each period: the earliest first, those without a date last. */
export async function countIncidents(session: Session, dialect: Dialect, period: Period, filter: IncidentFilter): Promise<PeriodCount[]> {
  const isKept = period === 'month' && isCounted(filter);
  const { sql, params } = isKept ? fromMonths(filter) : await periodsOf(session, dialect, period, filter);
  const rows = await session.all<CountRow>(`${sql} ORDER BY 1 NULLS LAST, 2 NULLS LAST, 3`, params);
  return rows.map(({ period: value, country, type, n, killed, injured }) => ({
    period: value === null ? null : isoOfPeriod(period, value),
    countryCode: country,
    type,
    incidents: n,
    killed,
    injured,
  }));
}

/** How many incidents have each value of a facet. Costs as much as there are that match. */
export async function tallyIncidents(session: Session, dialect: Dialect, by: FacetName, filter: IncidentFilter): Promise<Tally[]> {
  const where = new Conditions();
  await addIncidentConditions(where, filter, dialect, session, 'sum');
  const of = (columns: string) => `SELECT ${columns}, count(*) AS n FROM incidents i WHERE ${where.sql}`;
  if (by === 'date') {
    const sql = `${of('i.first_day, i.last_day')} GROUP BY 1, 2 ORDER BY 1 NULLS LAST, 2`;
    const rows = await session.all<{ first_day: number | null; last_day: number | null; n: number }>(sql, where.params);
    return rows.map(({ first_day, last_day, n }) => ({
      value: first_day === null ? null : `${isoOfDay(first_day)}/${isoOfDay(last_day ?? first_day)}`,
      incidents: n,
    }));
  }
  const rows = await session.all<{ value: string; n: number }>(`${of(`i.${by} AS value`)} GROUP BY 1 ORDER BY 1`, where.params);
  return rows.map(({ value, n }) => ({ value, incidents: n }));
}

/** The box of the marks. Costs as much as there are that match. */
export async function extentOf(session: Session, dialect: Dialect, filter: IncidentFilter): Promise<Box | null> {
  const where = new Conditions();
  await addIncidentConditions(where, filter, dialect, session, 'sum');
  const [row] = await session.all<Record<'west' | 'east' | 'north' | 'south', number | null>>(
    `SELECT min(i.x) AS west, max(i.x) AS east, min(i.y) AS north, max(i.y) AS south FROM incidents i WHERE ${where.sql}`,
    where.params,
  );
  const { west, east, north, south } = row ?? {};
  if (west == null || east == null || north == null || south == null) return null;
  return [...fromWorld({ x: west, y: south }), ...fromWorld({ x: east, y: north })];
}

function fromMonths(filter: IncidentFilter): Sql {
  const where = countedConditions(filter);
  return {
    sql: `SELECT nullif(month, ${NO_MONTH}) AS period, nullif(country, '${NO_COUNTRY}') AS country, type, sum(n) AS n,
            sum(killed) AS killed, sum(injured) AS injured
          FROM months WHERE ${where.sql} GROUP BY 1, 2, 3 HAVING sum(n) > 0`,
    params: where.params,
  };
}

/** The same of the incidents themselves, which costs as much as there are that match. */
async function periodsOf(session: Session, dialect: Dialect, period: Period, filter: IncidentFilter): Promise<Sql> {
  const where = new Conditions();
  await addIncidentConditions(where, filter, dialect, session, 'sum');
  return {
    sql: `SELECT ${PERIOD_SQL[period]} AS period, i.country, i.type, count(*) AS n,
            coalesce(sum(i.killed), 0) AS killed, coalesce(sum(i.injured), 0) AS injured
          FROM incidents i WHERE ${where.sql} GROUP BY 1, 2, 3`,
    params: where.params,
  };
}

/** Whether what is kept counted answers a filter. */
function isCounted(filter: IncidentFilter): boolean {
  return Object.entries(filter).every(([name, value]) => value === undefined || name in COUNTED_BY);
}

function countedConditions({ types, statuses, countryCode }: IncidentFilter): Conditions {
  const where = new Conditions();
  if (types) addAnyOf(where, COUNTED_BY.types, types);
  if (statuses) addAnyOf(where, COUNTED_BY.statuses, statuses);
  if (countryCode !== undefined) where.add(`${COUNTED_BY.countryCode} = ?`, countryCode);
  return where;
}

/** A tile as `Store.tile` has it. Throws StoreError where there is no such tile. */
export async function cutTile(
  session: Session,
  dialect: Dialect,
  z: number,
  x: number,
  y: number,
  filter: IncidentFilter,
): Promise<Uint8Array> {
  const isTile = [z, x, y].every(Number.isInteger) && z >= 0 && z <= MAX_ZOOM && x >= 0 && y >= 0 && x < 2 ** z && y < 2 ** z;
  if (!isTile) throw new StoreError('invalid', `wanted a tile of zoom 0 to ${MAX_ZOOM}, got ${z}/${x}/${y}`);
  const counted = isCounted(filter) ? fromPyramid(z, x, y, filter) : await fromIncidents(session, dialect, z, x, y, filter);
  const size = 2 ** shiftOf(z);
  return dialect.tile(session, counted, { x: x * size, y: y * size, size, level: levelOf(z) });
}

/** Counts of the cells of a tile, added up over their slots. */
function fromPyramid(z: number, x: number, y: number, filter: IncidentFilter): Sql {
  const level = levelOf(z);
  const [first, last] = cellsOfTile(z, x, y, level);
  const where = countedConditions(filter);
  where.add(`level = ${level} AND cell BETWEEN ${first} AND ${last}`);
  return {
    sql: `SELECT cell, status, precision, type, sum(n) AS n, sum(sum_x) AS sum_x, sum(sum_y) AS sum_y
          FROM cells WHERE ${where.sql} GROUP BY cell, type, status, precision HAVING sum(n) > 0`,
    params: where.params,
  };
}

/** The same of the incidents themselves, which costs as much as there are that match. */
async function fromIncidents(session: Session, dialect: Dialect, z: number, x: number, y: number, filter: IncidentFilter): Promise<Sql> {
  const where = new Conditions();
  await addIncidentConditions(where, filter, dialect, session, 'sum');
  const [first, last] = cellsOfTile(z, x, y, WORLD_BITS);
  // Tiles of a good part of the world are found by what is filtered, not by where it lies.
  const plus = z < MIN_ZOOM_BY_CELL ? dialect.unindexed : '';
  where.add(`${plus}i.cell BETWEEN ${first} AND ${last}`);
  const bits = 2 * shiftOf(levelOf(z));
  return {
    sql: `SELECT (i.cell >> ${bits}) AS cell, i.status, i.precision, i.type, count(*) AS n, sum(i.x) AS sum_x, sum(i.y) AS sum_y
          FROM incidents i WHERE ${where.sql} GROUP BY 1, 2, 3, 4`,
    params: where.params,
  };
}

const MIN_ZOOM_BY_CELL = 5;
