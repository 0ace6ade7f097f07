import { cutQuote } from './cut-quote';

const text = 'Officials said on Monday that rockets struck the base\nin the west of the country and wounded several people there.';
const quote = { start: 100, end: 100 + text.length, text };
const rockets = { start: 100 + text.indexOf('rockets'), end: 100 + text.indexOf('rockets') + 'rockets struck'.length };

it('leaves a short one whole, on one line', () => {
  expect(cutQuote(quote, rockets, 500)).toBe(text.replace('\n', ' '));
});

it.each([40, 60, 80, 100])('cuts at words, marks what is left out, and keeps what matters (%d characters)', (length) => {
  const cut = cutQuote(quote, rockets, length);
  expect(cut.length).toBeLessThanOrEqual(length + 2);
  expect(cut).toContain('rockets struck');
  const words = text.split(/\s/);
  expect(words).toEqual(expect.arrayContaining(cut.replaceAll('…', '').split(' ')));
});
