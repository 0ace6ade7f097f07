import fc from 'fast-check';
import { withinDistance } from './spelling';

test('as the whole table has it', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'ج'), maxLength: 9 });
  fc.assert(
    fc.property(word, word, fc.integer({ min: 0, max: 3 }), (a, b, most) => {
      expect(withinDistance(`xx${a}y`, 2, 2 + a.length, b, most)).toBe(levenshtein(a, b) <= most);
    }),
    { numRuns: 2000 },
  );
});

/** By the definition. */
function levenshtein(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [x, y] = [a.slice(1), b.slice(1)];
  return a[0] === b[0] ? levenshtein(x, y) : 1 + Math.min(levenshtein(x, b), levenshtein(a, y), levenshtein(x, y));
}
