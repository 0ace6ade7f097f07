import { fanOut } from './fan-out';
import type { Body } from './fan-out';

const body = (x: number, y: number, rank: number): Body => ({ x, y, width: 20, height: 20, rank });

it('leaves markers that do not touch where they are', () => {
  expect(fanOut([body(0, 0, 0), body(40, 0, 1)])).toEqual([
    [0, 0],
    [0, 0],
  ]);
});

it('keeps the first by rank on its point and moves the other clear of it', () => {
  const [second, first] = fanOut([body(5, 0, 2), body(0, 0, 1)]);
  expect(first).toEqual([0, 0]);
  expect(5 + (second?.[0] ?? 0)).toBeGreaterThanOrEqual(23);
});

it('separates any number on one point', () => {
  const offsets = fanOut(Array.from({ length: 9 }, (_, i) => body(100, 100, i)));
  const clear = offsets.every((a, i) =>
    offsets.every((b, j) => i === j || (a && b && (Math.abs(a[0] - b[0]) >= 20 || Math.abs(a[1] - b[1]) >= 20))),
  );
  expect(clear).toBe(true);
});

it('says so where there is no room within reach', () => {
  const wall = { ...body(0, 0, 0), width: 200, height: 200 };
  expect(fanOut([body(0, 0, 1)], [wall], 3)).toEqual([null]);
});
