import { formatUrlState, parseUrlState } from './urlState';

describe('the address', () => {
  it.each(['', '?article=khartoum', '?article=own&place=iso%3AIQ%2Fwest&mention=3', '?names=off&theme=dark&view=places'])(
    'survives a reload: %s',
    (query) => {
      expect(formatUrlState(parseUrlState(new URLSearchParams(query)))).toBe(query);
    },
  );

  it.each(['?mention=0', '?mention=x', '?theme=pink', '?view=', '?names=on'])('leaves out what it does not understand: %s', (query) => {
    expect(formatUrlState(parseUrlState(new URLSearchParams(query)))).toBe('');
  });
});
