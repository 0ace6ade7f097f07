import { cellOf, LEVELS } from '../world';
import { CHUNK } from './article-rows';
import { placeholders, type Dialect, type Param, type Session } from './session';

/** A table of counts: rows of a key are added up over the slots, one for each writer, so that writers do not wait for each other. */
interface Counted {
  readonly table: string;
  readonly keys: readonly string[];
  readonly sums: readonly string[];
  /** The rows that an incident counts in, and what it adds to their sums. */
  readonly rowsOf: (incident: Incident) => { readonly key: readonly (string | number)[]; readonly adds: readonly number[] }[];
}

interface Incident {
  readonly type: string;
  readonly status: string;
  readonly country: string;
  readonly month: number;
  readonly precision: number | null;
  readonly x: number | null;
  readonly y: number | null;
  readonly killed: number;
  readonly injured: number;
}

/** Stands for the country of what has none, and for the month: keys are never null. */
export const NO_COUNTRY = '';
export const NO_MONTH = -1;

/** Columns by which `cells` and `months` are filtered, so that neither tiles nor sums need the incidents themselves. */
export const COUNTED_BY = { types: 'type', statuses: 'status', countryCode: 'country' } as const;

/**
 * What is kept counted, so that a tile of the whole world costs no more than one of a town, and the sums of ten years no
 * more than there are months: how many incidents lie in each square of a pyramid, and how many began in each month.
 */
const COUNTED: readonly Counted[] = [
  {
    table: 'cells',
    keys: ['level', 'cell', 'type', 'status', 'country', 'precision'],
    sums: ['n', 'sum_x', 'sum_y'],
    rowsOf: ({ type, status, country, precision, x, y }) =>
      x === null || y === null || precision === null
        ? []
        : LEVELS.map((level) => ({ key: [level, cellOf({ x, y }, level), type, status, country, precision], adds: [1, x, y] })),
  },
  {
    table: 'months',
    keys: ['month', 'country', 'type', 'status'],
    sums: ['n', 'killed', 'injured'],
    rowsOf: ({ type, status, country, month, killed, injured }) => [{ key: [month, country, type, status], adds: [1, killed, injured] }],
  },
];

/** Adds the incidents of articles to what is kept counted; `sign` -1: takes them from it. */
export async function countIn(session: Session, dialect: Dialect, articles: readonly number[], sign: 1 | -1): Promise<void> {
  const incidents: Incident[] = [];
  for (let i = 0; i < articles.length; i += CHUNK) {
    const some = articles.slice(i, i + CHUNK);
    const rows = await session.all<Incident>(
      `SELECT type, status, coalesce(country, '${NO_COUNTRY}') AS country, coalesce(month, ${NO_MONTH}) AS month, precision, x, y,
         coalesce(killed, 0) AS killed, coalesce(injured, 0) AS injured
       FROM incidents WHERE article IN ${placeholders(some.length)}`,
      some,
    );
    incidents.push(...rows);
  }
  for (const counted of COUNTED) await addTo(session, counted, dialect.slot(), sumsOf(counted, incidents, sign));
}

/** Rows of a table: a key, and the sums behind it. */
type Row = readonly [id: string, key: readonly Param[], sums: number[]];

function sumsOf({ rowsOf }: Counted, incidents: readonly Incident[], sign: 1 | -1): Row[] {
  const rows = new Map<string, Row>();
  for (const { key, adds } of incidents.flatMap(rowsOf)) {
    const id = JSON.stringify(key);
    const row: Row = rows.get(id) ?? [id, key, adds.map(() => 0)];
    adds.forEach((add, i) => (row[2][i] = (row[2][i] ?? 0) + sign * add));
    rows.set(id, row);
  }
  return [...rows.values()];
}

/** In the order of keys, so that two writers never wait for each other in a ring. */
async function addTo(session: Session, { table, keys, sums }: Counted, slot: number, rows: readonly Row[]): Promise<void> {
  const sorted = [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, key, added]) => [...key, slot, ...added]);
  const added = sums.map((sum) => `${sum} = ${table}.${sum} + excluded.${sum}`);
  await session.insert(
    table,
    [...keys, 'slot', ...sums],
    sorted,
    `ON CONFLICT (${[...keys, 'slot'].join(', ')}) DO UPDATE SET ${added.join(', ')}`,
  );
}
