import { formatUrlState, parseUrlState } from './urlState';

describe('the address', () => {
  it.each([
    '',
    '?article=khartoum',
    '?article=own&place=iso%3AIQ%2Fwest&mention=3',
    '?names=off&theme=dark&view=places',
    '?view=incidents&review=on',
    '?order=date&view=incidents',
    '?theme=light&basemap=embedded&map=6.2/33.7856/42.4412',
    '?published=2024-08-06&incident=i1&mention=2&view=incidents',
    '?type=explosions&type=riots&status=claimed&actor=%D8%AD%D8%B2%D8%A8+%D8%A7%D9%84%D9%84%D9%87&actor=A%2C+B&from=2024-07-16&to=2024-08-05',
  ])('survives a reload: %s', (query) => {
    expect(formatUrlState(parseUrlState(new URLSearchParams(query)))).toBe(query);
  });

  it.each([
    '?mention=0',
    '?map=6/95/42',
    '?mention=x',
    '?theme=pink',
    '?view=',
    '?names=on',
    '?order=text',
    '?review=yes',
    '?published=2024-02-30',
    '?from=yesterday',
    '?type=x&status=y&actor=',
  ])('leaves out what it does not understand: %s', (query) => {
    expect(formatUrlState(parseUrlState(new URLSearchParams(query)))).toBe('');
  });
});
