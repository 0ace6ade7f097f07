import type { Bounds, Dialect } from '../sql/session';
import { MANY } from '../sql/many';
import { encodeTile } from './tile';

/** What is SQLite's own. */
export const dialect: Dialect = {
  slot: () => 0,
  unindexed: '+',
  wordColumn: 'tokens',
  searchSpan: null,
  matches: (words) => ({
    sql: 'w.words MATCH ?',
    params: [words.map(({ word, isPrefix }) => `"${word}"${isPrefix ? '*' : ''}`).join(' AND ')],
  }),
  inBoxes: async (session, table, alias, boxes) => {
    const found = boxes.map(() => `SELECT seq FROM ${table}_box WHERE west <= ? AND east >= ? AND south <= ? AND north >= ?`);
    const sql = found.join(' UNION ALL ');
    const params = boxes.flatMap(([west, south, east, north]: Bounds) => [east, west, north, south]);
    const [count] = await session.all<{ n: number }>(`SELECT count(*) AS n FROM (${sql} LIMIT ${MANY})`, params);
    return (count?.n ?? 0) < MANY ? { sql: `${alias}.seq IN (${sql})`, params } : null;
  },
  tile: encodeTile,
};
