import { directionOf } from './locale';

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
