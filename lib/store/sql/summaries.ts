import { isoOfPeriod, weekSql } from '../days';
import { StoreError } from '../errors';
import type { IncidentFilter, Period } from '../queries';
import type { PeriodCount } from '../records';
import { cellsOfTile, levelOf, MAX_ZOOM, WORLD_BITS } from '../world';
import { shiftOf } from './cells';
import { addIncidentConditions } from './conditions';
import { Conditions, placeholders, type Dialect, type Session, type Sql } from './session';

const PERIOD_SQL: Record<Period, string> = { day: 'i.first_day', week: weekSql('i.first_day'), month: 'i.month' };

/** How many incidents of each type began in each country in each period: the earliest first, those without a date last. */
export async function countIncidents(session: Session, dialect: Dialect, period: Period, filter: IncidentFilter): Promise<PeriodCount[]> {
  const where = new Conditions();
  await addIncidentConditions(where, filter, dialect, session);
  const rows = await session.all<{
    period: number | null;
    country: string | null;
    type: string;
    n: number;
    killed: number;
    injured: number;
  }>(
    `SELECT ${PERIOD_SQL[period]} AS period, i.country, i.type, count(*) AS n,
       coalesce(sum(i.killed), 0) AS killed, coalesce(sum(i.injured), 0) AS injured
     FROM incidents i WHERE ${where.sql} GROUP BY 1, 2, 3
     ORDER BY 1 NULLS LAST, 2 NULLS LAST, 3`,
    where.params,
  );
  return rows.map(({ period: value, country, type, n, killed, injured }) => ({
    period: value === null ? null : isoOfPeriod(period, value),
    countryCode: country,
    type,
    incidents: n,
    killed,
    injured,
  }));
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
  const rest = Object.entries(filter).filter(([name, value]) => value !== undefined && name !== 'types' && name !== 'statuses');
  const counted = rest.length === 0 ? fromPyramid(z, x, y, filter) : await fromIncidents(session, dialect, z, x, y, filter);
  const size = 2 ** shiftOf(z);
  return dialect.tile(session, counted, { x: x * size, y: y * size, size });
}

/** Counts of the cells of a tile, added up over their slots. */
function fromPyramid(z: number, x: number, y: number, { types, statuses }: IncidentFilter): Sql {
  const level = levelOf(z);
  const [first, last] = cellsOfTile(z, x, y, level);
  const where = new Conditions();
  where.add(`level = ${level} AND cell BETWEEN ${first} AND ${last}`);
  for (const [column, values] of [
    ['type', types],
    ['status', statuses],
  ] as const)
    if (values?.length === 0) where.add('FALSE');
    else if (values) where.add(`${column} IN ${placeholders(values.length)}`, ...values);
  return {
    sql: `SELECT cell, status, precision, type, sum(n) AS n, sum(sum_x) AS sum_x, sum(sum_y) AS sum_y
          FROM cells WHERE ${where.sql} GROUP BY cell, type, status, precision HAVING sum(n) > 0`,
    params: where.params,
  };
}

/** The same of the incidents themselves, which costs as much as there are that match. */
async function fromIncidents(session: Session, dialect: Dialect, z: number, x: number, y: number, filter: IncidentFilter): Promise<Sql> {
  const where = new Conditions();
  await addIncidentConditions(where, filter, dialect, session);
  const [first, last] = cellsOfTile(z, x, y, WORLD_BITS);
  // Tiles of a good part of the world are found by what is filtered, not by where it lies.
  const plus = z < MIN_ZOOM_BY_CELL ? '+' : '';
  where.add(`${plus}i.cell BETWEEN ${first} AND ${last}`);
  const bits = 2 * shiftOf(levelOf(z));
  return {
    sql: `SELECT (i.cell >> ${bits}) AS cell, i.status, i.precision, i.type, count(*) AS n, sum(i.x) AS sum_x, sum(i.y) AS sum_y
          FROM incidents i WHERE ${where.sql} GROUP BY 1, 2, 3, 4`,
    params: where.params,
  };
}

const MIN_ZOOM_BY_CELL = 5;
