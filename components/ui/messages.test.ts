import { fill, formatDate, messages, plural } from './messages';

describe('plural', () => {
  it.each([
    [0, 'لا أماكن'],
    [1, 'مكان واحد'],
    [2, 'مكانان'],
    [3, '3 أماكن'],
    [11, '11 مكانًا'],
    [100, '100 مكان'],
  ])('Arabic has six forms: %s', (n, words) => {
    expect(plural('ar', messages.ar.desk.found.places, n)).toBe(words);
  });
  it('English has two', () => {
    expect([1, 2].map((n) => plural('en', messages.en.desk.found.places, n))).toEqual(['1 place', '2 places']);
  });
});

it('fills gaps once, and leaves an unknown one to be seen', () => {
  expect(fill('{a} {b} {c}', { a: '{b}', b: 2 })).toBe('{b} 2 {c}');
});

it.each([
  ['en', '2024-08-06', '6 August 2024'],
  ['ar', '2024-08-06', '6 أغسطس 2024'],
  ['en', '2024-08-06T23:30:00-05:00', '6 August 2024'],
  ['en', 'soon', 'soon'],
] as const)('writes a date (%s, %s)', (locale, iso, words) => {
  expect(formatDate(locale, iso)).toBe(words);
});

it('says in Arabic all that it says in English', () => {
  const keys = (value: object): string[] =>
    Object.entries(value).flatMap(([key, inner]) =>
      typeof inner === 'object' && inner !== null ? keys(inner).map((rest) => `${key}.${rest}`) : [key],
    );
  expect(keys(messages.ar.desk)).toEqual(expect.arrayContaining(keys(messages.en.desk)));
  expect(keys(messages.ar.kinds)).toEqual(keys(messages.en.kinds));
});
