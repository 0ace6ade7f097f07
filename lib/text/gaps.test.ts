import { GAP, gapsBefore } from './gaps';
import { tokenize } from './tokenize';

const gapBetween = (between: string) => gapsBefore(tokenize(`a${between}b`), [0])[1];

describe('what stands between two words', () => {
  test.each<[string, number]>([
    [' ', GAP.SPACE],
    ['  ', GAP.SPACE],
    ['\u00a0', GAP.SPACE],
    ['-', GAP.JOINER],
    ['_', GAP.JOINER],
    ['/', GAP.JOINER],
    ['.', GAP.ABBREVIATION],
    ['. ', GAP.ABBREVIATION],
    [' "', GAP.QUOTE],
    ['” ', GAP.QUOTE],
    [' «', GAP.QUOTE],
    [', ', GAP.COMMA],
    ['، ', GAP.COMMA],
    [',” ', GAP.COMMA],
    [' (', GAP.PARENTHESIS],
    ['), ', GAP.PARENTHESIS],
    [' - ', GAP.CLAUSE],
    [' – ', GAP.CLAUSE],
    ['—', GAP.CLAUSE],
    [': ', GAP.CLAUSE],
    ['؛ ', GAP.CLAUSE],
    ['🔴', GAP.CLAUSE],
  ])('a%sb', (between, gap) => {
    expect(gapBetween(between)).toBe(gap);
  });

  test('formatting alone is no gap', () => {
    // Between an Arabic word's end and the next letter of another token, only an apostrophe can stand without separating both.
    expect(gapsBefore(tokenize("بغداد'دمشق"), [0])[1]).toBe(GAP.NONE);
  });
});

test('a sentence begins at its first word, quotation marks and all', () => {
  const text = 'a b. “c d”\ne';
  const gaps = gapsBefore(tokenize(text), [0, 5, 11]);
  expect([...gaps]).toEqual([GAP.SENTENCE, GAP.SPACE, GAP.SENTENCE, GAP.SPACE, GAP.SENTENCE]);
});

test('a sentence without a word is passed over', () => {
  expect([...gapsBefore(tokenize('a … b'), [0, 2, 4])]).toEqual([GAP.SENTENCE, GAP.SENTENCE]);
});

test('no words, no gaps', () => {
  expect(gapsBefore(tokenize(''), [])).toHaveLength(0);
});
