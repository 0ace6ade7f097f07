import { cellOf, LEVELS, WORLD_BITS } from '../world';
import { CHUNK } from './article-rows';
import { placeholders, type Dialect, type Session } from './session';

/**
 * The pyramid of counts, from which unfiltered tiles are cut: how many incidents of a type, status and precision lie in
 * a cell, and the sums of their positions. It costs a few rows at each save, and makes a tile of the whole world as
 * cheap as one of a town.
 */
interface Count {
  readonly level: number;
  readonly cell: number;
  readonly type: string;
  readonly status: string;
  readonly precision: number;
  n: number;
  sumX: number;
  sumY: number;
}

/** What the articles' incidents add to the pyramid; `sign` -1: what they take from it. */
export async function countsOfIncidents(session: Session, seqs: readonly number[], sign: 1 | -1): Promise<Map<string, Count>> {
  const counts = new Map<string, Count>();
  for (let i = 0; i < seqs.length; i += CHUNK) {
    const some = seqs.slice(i, i + CHUNK);
    const rows = await session.all<{ type: string; status: string; precision: number; x: number; y: number }>(
      `SELECT type, status, precision, x, y FROM incidents WHERE cell IS NOT NULL AND article IN ${placeholders(some.length)}`,
      some,
    );
    for (const row of rows) addTo(counts, row, sign);
  }
  return counts;
}

function addTo(
  counts: Map<string, Count>,
  row: { type: string; status: string; precision: number; x: number; y: number },
  sign: 1 | -1,
): void {
  for (const level of LEVELS) {
    const cell = cellOf(row, level);
    const key = [level, cell, row.precision, row.status, row.type].join(' ');
    const { type, status, precision } = row;
    const count = counts.get(key) ?? { level, cell, type, status, precision, n: 0, sumX: 0, sumY: 0 };
    count.n += sign;
    count.sumX += sign * row.x;
    count.sumY += sign * row.y;
    counts.set(key, count);
  }
}

/** Adds to the pyramid. In the order of keys, so that two writers never wait for each other in a ring. */
export async function addCounts(session: Session, dialect: Dialect, counts: ReadonlyMap<string, Count>): Promise<void> {
  const slot = dialect.slot();
  const rows = [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, count]) => [count.level, count.cell, count.type, count.status, count.precision, slot, count.n, count.sumX, count.sumY]);
  await session.insert(
    'cells',
    ['level', 'cell', 'type', 'status', 'precision', 'slot', 'n', 'sum_x', 'sum_y'],
    rows,
    `ON CONFLICT (level, cell, type, status, precision, slot)
     DO UPDATE SET n = cells.n + excluded.n, sum_x = cells.sum_x + excluded.sum_x, sum_y = cells.sum_y + excluded.sum_y`,
  );
}

/** Fewer bits of a world coordinate than it has: by how many to shift it for a level. */
export function shiftOf(level: number): number {
  return WORLD_BITS - level;
}
