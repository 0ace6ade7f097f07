import type { Bounds, Dialect } from '../sql/session';
import { EXTENT } from '../sql/extent';

/** Parts of each counter: so many servers can count in one cell at a time without waiting. */
const SLOTS = 16;
const slot = Math.floor(Math.random() * SLOTS);

/** What is PostGIS's own. */
export const dialect: Dialect = {
  slot: () => slot,
  wordColumn: 'joined',
  matches: (words) => ({
    sql: 'w.tokens @@ CAST(? AS tsquery)',
    params: [words.map(({ word, isPrefix }) => `'${word}'${isPrefix ? ':*' : ''}`).join(' & ')],
  }),

  inBoxes: async (_, __, alias, boxes) => ({
    sql: `(${boxes.map(() => `${alias}.box && ST_MakeEnvelope(?, ?, ?, ?)`).join(' OR ')})`,
    params: boxes.flatMap((box: Bounds) => [...box]),
  }),
  tile: async (session, { sql, params }) => {
    const [row] = await session.all<{ tile: Uint8Array | null }>(
      `SELECT ST_AsMVT(point, 'incidents', ${EXTENT}, 'geom') AS tile FROM (
         SELECT ST_MakePoint(x, y) AS geom, CAST(count AS bigint) AS count, status, precision AS "geoPrecision",
           (array_agg(type ORDER BY n DESC, type))[1] AS type, jsonb_object_agg(type, n) AS types
         FROM (${sql}) rows GROUP BY cell, status, precision, x, y, count) point`,
      params,
    );
    return row?.tile ?? new Uint8Array();
  },
};
