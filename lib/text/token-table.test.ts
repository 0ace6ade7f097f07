import { MAX_VALUE, NO_VALUE, PREFIX, TokenTable } from './token-table';

test('gives back what was set, and 0 for the rest', () => {
  const table = TokenTable.withCapacity(100);
  for (let i = 1; i <= 100; i++) table.set(i * 7, -i, i);
  for (let i = 1; i <= 100; i++) expect(table.get(i * 7, -i)).toBe(i);
  expect(table.get(7, -2)).toBe(0);
  expect(table.get(12345, 6)).toBe(0);
});

test('sequences whose first hash falls into the same slot stay apart', () => {
  const table = TokenTable.withCapacity(4);
  table.set(16, 1, 1);
  table.set(32, 1, 2);
  table.set(16, 2, 3);
  expect([table.get(16, 1), table.get(32, 1), table.get(16, 2)]).toEqual([1, 2, 3]);
});

test('the hashes 0 and -1 are as good as any', () => {
  const table = TokenTable.withCapacity(4);
  table.set(0, 0, 5);
  table.set(-1, -1, 6);
  expect([table.get(0, 0), table.get(-1, -1), table.get(0, -1)]).toEqual([5, 6, 0]);
});

describe('prefixes', () => {
  test.each<[string, (number | null)[], number]>([
    ['a sequence alone', [9], 9],
    ['only the beginning of others', [null], PREFIX + NO_VALUE],
    ['a sequence, then the beginning of others', [9, null], PREFIX + 9],
    ['the beginning of others, then a sequence', [null, 9], PREFIX + 9],
    ['set again, the last value stands', [9, 10], 10],
    ['the greatest value there can be', [MAX_VALUE], MAX_VALUE],
  ])('%s', (_, values, expected) => {
    const table = TokenTable.withCapacity(4);
    for (const value of values) table.set(1, 2, value);
    expect(table.get(1, 2)).toBe(expected);
  });
});

test('a full table says so instead of going round for ever', () => {
  const table = TokenTable.withCapacity(1);
  const slots = table.columns.values.length;
  for (let i = 0; i < slots; i++) table.set(i, i, 1);
  expect(() => table.set(slots, slots, 1)).toThrow(`token table: full at ${slots} slots`);
});

test('its columns make the same table again', () => {
  const table = TokenTable.withCapacity(10);
  table.set(3, 4, 8);
  const { hash1, hash2, values } = table.columns;
  expect(TokenTable.from(hash1, hash2, values).get(3, 4)).toBe(8);
});

describe('refuses columns that are no table', () => {
  test.each([
    [0, 0, 0, 'wanted a power of two slots, got 0'],
    [3, 3, 3, 'wanted a power of two slots, got 3'],
    [4, 8, 8, 'wanted columns of 8, got 4 and 8'],
    [8, 4, 8, 'wanted columns of 8, got 8 and 4'],
  ])('of %d, %d and %d', (a, b, c, message) => {
    expect(() => TokenTable.from(new Int32Array(a), new Int32Array(b), new Uint32Array(c))).toThrow(message);
  });
});
