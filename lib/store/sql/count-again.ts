import { LEVELS, WORLD_BITS } from '../world';
import { NO_COUNTRY, NO_MONTH } from './counts';

const levels = LEVELS.map((level) => `SELECT ${level} AS level`).join(' UNION ALL ');

/** Fills the empty tables of counts from the incidents, as saving them one by one would: for stores that were filled before there were such tables. */
export const COUNT_AGAIN = `
  INSERT INTO cells (level, cell, type, status, country, precision, slot, n, sum_x, sum_y)
    SELECT level, cell >> (2 * (${WORLD_BITS} - level)), type, status, coalesce(country, '${NO_COUNTRY}'), precision, 0, count(*), sum(x), sum(y)
    FROM incidents CROSS JOIN (${levels}) levels WHERE cell IS NOT NULL GROUP BY 1, 2, 3, 4, 5, 6;
  INSERT INTO months (month, country, type, status, slot, n, killed, injured)
    SELECT coalesce(month, ${NO_MONTH}), coalesce(country, '${NO_COUNTRY}'), type, status, 0, count(*),
      coalesce(sum(killed), 0), coalesce(sum(injured), 0)
    FROM incidents GROUP BY 1, 2, 3, 4;
`;
