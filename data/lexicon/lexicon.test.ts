import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { DIRECTIONS, KINDS, type Language } from '../../lib/types';

const words = z.strictObject({ note: z.string().min(10), words: z.array(z.string()) });
const names = z.strictObject({ note: z.string().min(10), words: z.array(z.string()), alsoPlaces: z.array(z.string()) });

const SHAPES = {
  'head-nouns': z.strictObject({
    note: z.string(),
    heads: z.array(
      z.strictObject({
        word: z.string(),
        kind: z.enum(KINDS),
        side: z.enum(['before', 'after', 'of']).optional(),
        many: z.literal(true).optional(),
      }),
    ),
  }),
  directions: z.strictObject({ note: z.string(), directions: z.record(z.enum(DIRECTIONS), z.array(z.string()).min(1)) }),
  locatives: z.strictObject({
    note: z.string(),
    words: z.array(z.strictObject({ word: z.string(), strength: z.enum(['strong', 'weak']) })),
  }),
  agents: z.strictObject({
    note: z.string(),
    verbs: z.array(z.string()),
    nouns: z.array(z.string()),
    before: z.array(z.string()),
    after: z.array(z.string()),
  }),
  organizations: z.strictObject({ note: z.string(), heads: z.array(z.string()), names: z.array(z.string()) }),
  titles: z.strictObject({ note: z.string(), words: z.array(z.string()), honorifics: z.array(z.string()) }),
  'given-names': names,
  'family-names': names,
  months: words,
  weekdays: words,
  'common-words': z.strictObject({
    note: z.string(),
    words: z.array(z.string()),
    ambiguous: z.array(z.string()),
    idioms: z.array(z.string()),
  }),
  abbreviations: z.strictObject({
    note: z.string(),
    states: z.array(z.strictObject({ abbr: z.array(z.string()).min(1), admin1: z.string().regex(/^[A-Z]{2}\.[0-9A-Z]{2}$/) })),
    noBreakAfter: z.array(z.string()),
  }),
  demonyms: words,
  'name-builders': words,
} as const;
type List = keyof typeof SHAPES;
const ROOT = join(process.cwd(), 'data/lexicon');
const LISTS = Object.keys(SHAPES) as List[];

/** The fewest entries of a list's longest array: a guard against a file that was cut short. A list without one the language does not have. */
const MINIMUM: Readonly<Record<Language, Readonly<Partial<Record<List, number>>>>> = {
  ar: {
    'head-nouns': 150,
    directions: 9,
    locatives: 100,
    agents: 300,
    organizations: 200,
    titles: 200,
    'given-names': 700,
    'family-names': 400,
    months: 50,
    weekdays: 7,
    'common-words': 1500,
    abbreviations: 20,
    demonyms: 250,
    'name-builders': 50,
  },
  en: {
    'head-nouns': 250,
    directions: 9,
    locatives: 150,
    agents: 300,
    organizations: 250,
    titles: 250,
    'given-names': 1500,
    'family-names': 1200,
    months: 30,
    weekdays: 14,
    'common-words': 2500,
    abbreviations: 100,
    demonyms: 350,
  },
};

/** The letters of Arabic itself: those of Persian, Urdu and Kurdish are folded before a list is asked. */
const ARABIC = /^[\u0621-\u063A\u0641-\u064A .\-0-9]+$/;
const LATIN = /^[\p{Script=Latin}0-9 .,'’&-]+$/u;
const HARAKAT = /[\u064B-\u0652\u0670\u0640]/;

const read = (language: Language, list: List): unknown => JSON.parse(readFileSync(join(ROOT, language, `${list}.json`), 'utf8'));

/** Each array of strings in a list, flattened out of whatever object it stands in, under the name of its field. */
function arraysOf(value: unknown, name = ''): { name: string; entries: string[] }[] {
  if (Array.isArray(value)) {
    const entries = value.map((entry) => {
      if (typeof entry === 'string') return entry;
      const { word, side } = entry as { word?: string; side?: string };
      return word === undefined ? JSON.stringify(entry) : `${word}${side === undefined ? '' : `|${side}`}`;
    });
    return [{ name, entries }];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => arraysOf(inner, key));
}

describe.each(['ar', 'en'] as const)('%s', (language) => {
  const script = language === 'ar' ? ARABIC : LATIN;

  describe.each(LISTS.filter((list) => list in MINIMUM[language]))('%s', (list) => {
    const data = read(language, list);
    const arrays = arraysOf(data);

    test('has its shape', () => {
      expect(SHAPES[list].safeParse(data).error).toBeUndefined();
    });

    test('holds every entry once, trimmed, and enough of them', () => {
      for (const { entries } of arrays) {
        expect(entries.filter((entry, index) => entries.indexOf(entry) !== index)).toEqual([]);
        expect(entries.filter((entry) => entry !== entry.trim() || entry === '')).toEqual([]);
      }
      const longest = list === 'directions' ? arrays.length : Math.max(...arrays.map(({ entries }) => entries.length));
      expect(longest).toBeGreaterThanOrEqual(MINIMUM[language][list] ?? Infinity);
    });

    test('is written in its own script, without harakat', () => {
      const text = arrays
        .filter(({ name }) => name !== 'states')
        .flatMap(({ entries }) => entries.map((entry) => entry.split('|')[0] ?? ''));
      expect(text.filter((entry) => !script.test(entry) || HARAKAT.test(entry))).toEqual([]);
    });
  });

  test('a word is common or ambiguous, not both', () => {
    const { words: common, ambiguous } = SHAPES['common-words'].parse(read(language, 'common-words'));
    expect(common.filter((word) => ambiguous.includes(word))).toEqual([]);
  });

  test.each(['given-names', 'family-names'] as const)('%s: what is also a place is a name first', (list) => {
    const { words: all, alsoPlaces } = names.parse(read(language, list));
    expect(alsoPlaces.filter((name) => !all.includes(name))).toEqual([]);
  });

  test('months and weekdays are whole', () => {
    const months = words.parse(read(language, 'months')).words;
    expect(months).toEqual(expect.arrayContaining(language === 'ar' ? ['يناير', 'كانون الثاني', 'جانفي', 'محرم'] : ['January', 'Sept.']));
    expect(words.parse(read(language, 'weekdays')).words.length).toBeGreaterThanOrEqual(7);
  });
});

test('head nouns of English say on which side of the name they stand, those of Arabic stand before it', () => {
  const sides = (language: Language) => SHAPES['head-nouns'].parse(read(language, 'head-nouns')).heads.map(({ side }) => side);
  expect(sides('en')).not.toContain(undefined);
  expect(new Set(sides('ar'))).toEqual(new Set([undefined]));
});

test('each language has its lists', () => {
  const files = (language: Language) => readdirSync(join(ROOT, language)).sort();
  for (const language of ['ar', 'en'] as const)
    expect(files(language)).toEqual(expect.arrayContaining(Object.keys(MINIMUM[language]).map((list) => `${list}.json`)));
});

// What the pitfalls of Arabic matching demand: each was read as a place by a longest match over all names.
test.each([
  'أن',
  'إلى',
  'كان',
  'بن',
  'سنة',
  'دون',
  'كيف',
  'الآن',
  'أدى',
  'كرة',
  'المدينة',
  'الحكومة',
  'الاتحاد',
  'جديدة',
  'الثورة',
  'النصر',
  'سلطات',
  'التحالف',
  'وكالة',
  'لجنة',
  'فيلم',
  'كبار',
])('%s is a common word', (word) => {
  expect(SHAPES['common-words'].parse(read('ar', 'common-words')).words).toContain(word);
});
test.each(['of', 'most', 'bar', 'police', 'man', 'best', 'march', 'hope', 'union', 'deal'])('%s is a common word', (word) => {
  expect(SHAPES['common-words'].parse(read('en', 'common-words')).words).toContain(word);
});
test.each(['صور', 'هيت', 'سلا', 'قم', 'الباب', 'العين'])('%s is ambiguous', (word) => {
  expect(SHAPES['common-words'].parse(read('ar', 'common-words')).ambiguous).toContain(word);
});

// Countries and great cities must never be among the words that stay off the map.
test.each([
  'العراق',
  'سوريا',
  'الأردن',
  'لبنان',
  'مصر',
  'غزة',
  'بغداد',
  'دمشق',
  'بيروت',
  'القاهرة',
  'عمان',
  'عدن',
  'حماة',
  'رفح',
  'جدة',
  'كييف',
  'روما',
  'كوبا',
])('%s is no common word', (word) => {
  const { words: common, ambiguous } = SHAPES['common-words'].parse(read('ar', 'common-words'));
  expect([...common, ...ambiguous]).not.toContain(word);
});
test.each(['china', 'turkey', 'chad', 'jordan', 'guinea', 'shanghai', 'morocco', 'panama', 'chile', 'lima', 'london', 'us', 'u.s.'])(
  '%s is no common word',
  (word) => {
    const { words: common, ambiguous } = SHAPES['common-words'].parse(read('en', 'common-words'));
    expect([...common, ...ambiguous]).not.toContain(word);
  },
);
