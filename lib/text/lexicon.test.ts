import { DIRECTIONS, KINDS } from '../types';
import { join1, join2 } from './hash';
import { Lexicon, WORD, type Entry, type LexiconSource } from './lexicon';
import { compileLexicons } from './lexicons';
import { compileRelations } from './relation-patterns';
import { PREFIX } from './token-table';
import { tokenize } from './tokenize';

const EMPTY: LexiconSource = {
  headNouns: { heads: [] },
  directions: { directions: {} },
  locatives: { words: [] },
  near: { words: [] },
  agents: { verbs: [], nouns: [], before: [], after: [] },
  organizations: { heads: [], names: [] },
  titles: { words: [], honorifics: [] },
  givenNames: { words: [] },
  familyNames: { words: [] },
  months: { words: [] },
  weekdays: { words: [] },
  commonWords: { words: [], ambiguous: [], idioms: [] },
  demonyms: { words: [] },
  relations: compileRelations(
    {
      units: [],
      numbers: {},
      duals: {},
      ranges: [],
      before: [],
      after: [],
      between: [],
      pair: { border: [], between: '', roads: '', cues: '', cuesAfter: '', borderAfter: '' },
    },
    {},
    'en',
  ),
  abbreviations: { noBreakAfter: [] },
  frequency: [],
};

/** What the table holds for a word or phrase, 0 where nothing. */
function valueOf(lexicon: Lexicon, phrase: string): number {
  const { count, hash1, hash2 } = tokenize(phrase);
  let [h1, h2] = [hash1[0] ?? 0, hash2[0] ?? 0];
  for (let i = 1; i < count; i++) [h1, h2] = [join1(h1, hash1[i] ?? 0), join2(h2, hash2[i] ?? 0)];
  return lexicon.table.get(h1, h2);
}
const find = (lexicon: Lexicon, phrase: string): Entry | null => lexicon.entry(valueOf(lexicon, phrase));

test('a word in several lists is several things at once', () => {
  const lexicon = Lexicon.compile({
    ...EMPTY,
    months: { words: ['may'] },
    commonWords: { words: ['may'], ambiguous: [], idioms: [] },
    frequency: ['the', 'May'],
  });
  expect(find(lexicon, 'May')).toEqual({ classes: WORD.MONTH | WORD.COMMON, kind: -1, direction: -1, rank: 2 });
  expect(find(lexicon, 'June')).toBeNull();
});

test('the first rank of a word counts', () => {
  expect(find(Lexicon.compile({ ...EMPTY, frequency: ['al', 'at', 'AL'] }), 'al')?.rank).toBe(1);
});

test('a phrase is found as a whole, and its beginning only as a beginning', () => {
  const lexicon = Lexicon.compile({ ...EMPTY, near: { words: ['على مقربة من'] } });
  expect(find(lexicon, 'على مقربة من')?.classes).toBe(WORD.NEAR);
  expect(find(lexicon, 'على مقربة')).toBeNull();
  expect(valueOf(lexicon, 'على مقربة') & PREFIX).not.toBe(0);
});

test('head nouns know their kind and their side', () => {
  const lexicon = Lexicon.compile({
    ...EMPTY,
    headNouns: {
      heads: [
        { word: 'مدينة', kind: 'city' },
        { word: 'Province', kind: 'admin1', side: 'after' },
        { word: 'Gulf', kind: 'gulf', side: 'of' },
      ],
    },
  });
  const shape = (word: string) => {
    const entry = find(lexicon, word);
    return [entry?.classes, KINDS[entry?.kind ?? -1]];
  };
  expect(shape('مدينه')).toEqual([WORD.HEAD_BEFORE, 'city']);
  expect(shape('province')).toEqual([WORD.HEAD_AFTER, 'admin1']);
  expect(shape('gulf')).toEqual([WORD.HEAD_OF, 'gulf']);
});

test('the clitic or possessive at the edge of an agent phrase is left to the name', () => {
  const lexicon = Lexicon.compile({ ...EMPTY, agents: { verbs: [], nouns: [], before: ['المتحدث باسم ل'], after: ["'s government"] } });
  expect(find(lexicon, 'المتحدث باسم')?.classes).toBe(WORD.AGENT_BEFORE);
  expect(find(lexicon, 'government')?.classes).toBe(WORD.AGENT_AFTER);
});

describe('refuses', () => {
  test.each<[string, Partial<LexiconSource>, string]>([
    [
      'a kind that is none',
      { headNouns: { heads: [{ word: 'kraal', kind: 'hamlet' }] } },
      'head noun "kraal" has kind "hamlet", wanted one of country, ',
    ],
    ['a direction that is none', { directions: { directions: { up: ['up'] } } }, 'direction "up", wanted one of north, '],
    ['a word without letters', { months: { words: ['—'] } }, '"—" has no letters'],
  ])('%s', (_, source, message) => {
    expect(() => Lexicon.compile({ ...EMPTY, ...source })).toThrow(message);
  });
});

describe("the project's own lists", () => {
  const lexicons = compileLexicons({ ar: [], en: [] });

  test.each([
    ['ar', 'في', WORD.LOCATIVE],
    ['ar', 'قاعدة', WORD.HEAD_BEFORE],
    ['ar', 'تموز', WORD.MONTH],
    ['ar', 'كانون الثاني', WORD.MONTH],
    ['ar', 'الاثنين', WORD.WEEKDAY],
    ['ar', 'غرب', WORD.DIRECTION],
    ['ar', 'قرب', WORD.NEAR],
    ['en', 'in', WORD.LOCATIVE],
    ['en', 'Province', WORD.HEAD_AFTER],
    ['en', 'July', WORD.MONTH],
    ['en', 'Monday', WORD.WEEKDAY],
    ['en', 'western', WORD.DIRECTION],
    ['en', 'near', WORD.NEAR],
    ['en', 'President', WORD.TITLE],
  ] as const)('%s: %s', (language, word, bit) => {
    expect((find(lexicons[language], word)?.classes ?? 0) & bit).toBe(bit);
  });

  test.each([
    ['ar', 'شمال', 'north'],
    ['ar', 'شمال شرق', 'northeast'],
    ['ar', 'جنوب غرب', 'southwest'],
    ['ar', 'وسط', 'central'],
    ['en', 'northern', 'north'],
    ['en', 'southeastern', 'southeast'],
    ['en', 'central', 'central'],
  ] as const)('%s: %s points %s', (language, word, direction) => {
    expect(DIRECTIONS[find(lexicons[language], word)?.direction ?? -1]).toBe(direction);
  });

  test('abbreviations are compared in lower case', () => {
    expect([...lexicons.en.abbreviations].filter((word) => word !== word.toLowerCase())).toEqual([]);
    expect(lexicons.ar.abbreviations.has('د.')).toBe(true);
  });
});
