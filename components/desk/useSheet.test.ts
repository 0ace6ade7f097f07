import { nextStop, restingStop } from './useSheet';

describe('restingStop', () => {
  it.each([
    ['let go near the bottom', 'half', 0.2, 0, 'peek'],
    ['let go a little above the middle', 'half', 0.6, 0, 'half'],
    ['let go near the top', 'peek', 0.8, 0, 'full'],
    ['flicked up', 'peek', 0.2, 1, 'half'],
    ['flicked down', 'full', 0.9, -1, 'half'],
    ['flicked up from the top', 'full', 0.94, 1, 'full'],
  ] as const)('%s', (_, from, height, speed, to) => {
    expect(restingStop(from, height, speed)).toBe(to);
  });
});

it('stays at the ends', () => {
  expect([nextStop('peek', -1), nextStop('full', 1)]).toEqual(['peek', 'full']);
});
