import { negotiateLanguage } from './reader-language';

describe('negotiateLanguage', () => {
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
    expect(negotiateLanguage(header)).toBe(locale);
  });
});
