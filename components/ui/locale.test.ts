import { directionOf, negotiateLocale } from './locale';

describe('negotiateLocale', () => {
  it.each([
    [null, 'en'],
    ['', 'en'],
    ['ar', 'ar'],
    ['ar-IQ,en;q=0.8', 'ar'],
    ['en-GB,ar;q=0.9', 'en'],
    ['fr,ar;q=0.5', 'ar'],
    ['ar;q=0.1, en;q=0.9', 'en'],
    ['ar;q=0', 'en'],
    ['*', 'en'],
    [';;q=,,=', 'en'],
  ])('%s: %s', (header, locale) => {
    expect(negotiateLocale(header)).toBe(locale);
  });
});

describe('directionOf', () => {
  it.each([
    ['ar', 'rtl'],
    ['ar-IQ', 'rtl'],
    ['fa', 'rtl'],
    ['en', 'ltr'],
    ['arn', 'ltr'],
    [null, 'auto'],
  ])('%s: %s', (language, direction) => {
    expect(directionOf(language)).toBe(direction);
  });
});
