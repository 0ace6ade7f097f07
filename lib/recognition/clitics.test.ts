import { tokenize } from '../text/tokenize';
import { CLITIC, CliticReadings } from './clitics';

const { CONJUNCTION, BA, LAM, KAF, ARTICLE } = CLITIC;
const readings = new CliticReadings();

/** Each reading of a token: the clitics taken off, where the rest starts, and whether it reads as the given word. */
function read(token: string, articles = true): { clitics: number; start: number; is: (word: string) => boolean }[] {
  readings.read(tokenize(token), 0, articles);
  return Array.from({ length: readings.count }, (_, r) => {
    const [h1, h2] = [readings.hash1[r], readings.hash2[r]];
    return {
      clitics: readings.clitics[r] ?? 0,
      start: readings.start[r] ?? 0,
      is: (word) => {
        const plain = tokenize(word);
        return plain.hash1[0] === h1 && plain.hash2[0] === h2;
      },
    };
  });
}

describe('the readings of a token', () => {
  // Word that is read, clitics taken off, offset of its first letter in the token.
  test.each<[string, [string, number, number][]]>([
    ['وبغداد', [['بغداد', CONJUNCTION, 1]]],
    ['فبغداد', [['بغداد', CONJUNCTION, 1]]],
    // Two letters are enough: آب and قم are places, and how well known they are is judged later.
    ['وقم', [['قم', CONJUNCTION, 1]]],
    ['ببغداد', [['بغداد', BA, 1]]],
    ['لبغداد', [['بغداد', LAM, 1]]],
    ['كبغداد', [['بغداد', KAF, 1]]],
    [
      'وببغداد',
      [
        ['ببغداد', CONJUNCTION, 1],
        ['بغداد', CONJUNCTION | BA, 2],
      ],
    ],
    ['العراق', [['عراق', ARTICLE, 2]]],
    [
      'بالأردن',
      [
        ['الأردن', BA, 1],
        ['أردن', BA | ARTICLE, 3],
      ],
    ],
    [
      'وبالعراق',
      [
        ['بالعراق', CONJUNCTION, 1],
        ['العراق', CONJUNCTION | BA, 2],
        ['عراق', CONJUNCTION | BA | ARTICLE, 4],
      ],
    ],
    // The preposition swallows the article's alef: the span begins with it, as in data/gold/pitfalls-ar.jsonl.
    [
      'للعراق',
      [
        ['العراق', LAM, 0],
        ['عراق', LAM | ARTICLE, 2],
      ],
    ],
    [
      'وللكويت',
      [
        ['الكويت', CONJUNCTION | LAM, 1],
        ['كويت', CONJUNCTION | LAM | ARTICLE, 3],
      ],
    ],
    // Marks and tatweel are passed over, and offsets count them.
    ['وَبَيْرُوت', [['بيروت', CONJUNCTION, 2]]],
    ['وبـغـداد', [['بغداد', CONJUNCTION, 1]]],
    // Presentation forms, whose ligatures are two letters in one code unit.
    ['ﻭﻻﻫﻮﺭ', [['لاهور', CONJUNCTION, 1]]],
  ])('%s', (token, expected) => {
    const all = read(token);
    expect(all[0]?.clitics).toBe(0);
    expect(all[0]?.is(token)).toBe(true);
    for (const [word, clitics, start] of expected) {
      const found = all.find((reading) => reading.clitics === clitics && reading.is(word));
      if (!found) throw new Error(`${token} is not read as ${word}`);
      expect(found.start).toBe(start);
    }
  });
});

describe('what is left whole', () => {
  test.each([
    // Too little is left: one letter is no name.
    ['ون', 1],
    ['بن', 1],
    ['كم', 1],
    // No clitic.
    ['دمشق', 1],
    ['حلب', 1],
    // Not Arabic.
    ['Baghdad', 1],
  ])('%s', (token, count) => {
    expect(read(token)).toHaveLength(count);
  });

  test('the article stays where readings without it are not wanted', () => {
    expect(read('بالعراق', false).map((reading) => reading.clitics)).toEqual([0, BA]);
  });
});

test('a token longer than any word is read only as it stands', () => {
  const endless = 'و' + 'ا'.repeat(10_000);
  expect(read(endless)).toHaveLength(1);
});

test('a plain reading is the token alone', () => {
  readings.readPlain(tokenize('وبغداد'), 0);
  expect([readings.count, readings.start[0], readings.clitics[0]]).toEqual([1, 0, 0]);
});
