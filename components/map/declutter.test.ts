import { fitNames } from './declutter';
import type { Name } from './declutter';

const disc = (x: number, y: number) => ({ x, y, width: 16, height: 16, rank: 0 });
const name = (of: number, x: number, y: number, rank: number): Name => ({ x: x + 40, y, width: 60, height: 18, rank, disc: of });

it('writes every name where there is room', () => {
  expect(fitNames([name(0, 0, 0, 1), name(1, 0, 40, 2)], [disc(0, 0), disc(0, 40)])).toEqual([true, true]);
});

it('writes the first by rank of two that would lie over each other', () => {
  expect(fitNames([name(0, 0, 0, 2), name(1, 5, 10, 1)], [disc(0, -20), disc(5, 30)])).toEqual([false, true]);
});

it('writes no name over the disc of another place', () => {
  expect(fitNames([name(0, 0, 0, 1)], [disc(0, 0), disc(40, 0)])).toEqual([false]);
});
