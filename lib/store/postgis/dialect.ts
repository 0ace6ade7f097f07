import type { Bounds, Dialect } from '../sql/session';
import { EXTENT } from '../sql/extent';
import { shiftOf } from '../world';
import { MANY } from '../sql/many';

/** Parts of each counter: so many servers can count in one cell at a time without waiting. */
const SLOTS = 16;
const slot = Math.floor(Math.random() * SLOTS);

/** What is PostGIS's own. */
export const dialect: Dialect = {
  slot: () => slot,
  unindexed: '',
  wordColumn: 'joined',
  searchSpan: 4_096,
  matches: (words) => ({
    sql: 'w.tokens @@ CAST(? AS tsquery)',
    params: [words.map(({ word, isPrefix }) => `'${word}'${isPrefix ? ':*' : ''}`).join(' & ')],
  }),

  inBoxes: async (session, table, alias, boxes) => {
    const within = (row: string) => `(${boxes.map(() => `${row}.box && ST_MakeEnvelope(?, ?, ?, ?)`).join(' OR ')})`;
    const params = boxes.flatMap((box: Bounds) => [...box]);
    // The planner cannot tell a crowded box from an empty one, and would sort all that lies in it for one page.
    const [count] = await session.all<{ n: number }>(
      `SELECT count(*) AS n FROM (SELECT 1 FROM ${table} t WHERE ${within('t')} LIMIT ${MANY}) found`,
      params,
    );
    return (count?.n ?? 0) < MANY ? { sql: within(alias), params } : null;
  },
  tile: async (session, { sql, params }, { x, y, size, level }) => {
    // What is in one cell and alike in status and precision stands at one point, their middle.
    const middle = (sum: string, origin: number) => `floor((sum(${sum}) / sum(n) - ${origin}) * ${EXTENT} / ${size})`;
    // The middle of what lies in a square lies in it too.
    const index = (sum: string) => `CAST(floor(sum(${sum}) / sum(n) / ${2 ** shiftOf(level)}) AS bigint)`;
    const [row] = await session.all<{ tile: Uint8Array | null }>(
      `SELECT ST_AsMVT(point, 'incidents', ${EXTENT}, 'geom') AS tile FROM (
         SELECT ST_MakePoint(${middle('sum_x', x)}, ${middle('sum_y', y)}) AS geom, CAST(sum(n) AS bigint) AS count, status,
           precision AS "geoPrecision", (array_agg(type ORDER BY n DESC, type))[1] AS type, jsonb_object_agg(type, n) AS types,
           concat_ws('/', ${level}, ${index('sum_x')}, ${index('sum_y')}) AS square
         FROM (${sql}) counts GROUP BY cell, status, precision) point`,
      params,
    );
    return row?.tile ?? new Uint8Array();
  },
};
