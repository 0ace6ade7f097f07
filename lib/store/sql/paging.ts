import { StoreError } from '../errors';
import { DEFAULT_PAGE, MAX_PAGE, type Page, type Paging } from '../queries';

/** How many items a page has. Throws StoreError where more or fewer are asked for than are given. */
export function limitOf({ limit = DEFAULT_PAGE }: Paging): number {
  if (Number.isInteger(limit) && limit >= 1 && limit <= MAX_PAGE) return limit;
  throw new StoreError('invalid', `limit: wanted a whole number from 1 to ${MAX_PAGE}, got ${limit}`);
}

/** The numbers in a cursor, as many as are wanted; null where there is no cursor. Throws StoreError where it is not one of ours. */
export function readCursor(cursor: string | null | undefined, count: number): number[] | null {
  if (cursor === null || cursor === undefined) return null;
  const numbers = /^-?\d{1,15}(_-?\d{1,15})*$/.test(cursor) ? cursor.split('_').map(Number) : [];
  if (numbers.length !== count)
    throw new StoreError('invalid', `cursor: wanted one that an earlier page gave, got ${JSON.stringify(cursor.slice(0, 60))}`);
  return numbers;
}

/** Makes a page of one row more than it holds. */
export function toPage<Row, T>(rows: readonly Row[], limit: number, keyOf: (row: Row) => readonly number[], items: readonly T[]): Page<T> {
  const last = rows[limit - 1];
  return { items: items.slice(0, limit), next: rows.length > limit && last ? keyOf(last).join('_') : null };
}
