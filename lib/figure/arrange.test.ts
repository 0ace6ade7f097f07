import fc from 'fast-check';
import { arrange, type Flag, type Name } from './arrange';
import { crosses, overlap, within, type Box } from './boxes';

const MAP = { width: 760, height: 560 };
const CORNER: Box = { x: 600, y: 440, width: 150, height: 110 };

const point = fc.record({ x: fc.integer({ min: 10, max: 750 }), y: fc.integer({ min: 10, max: 550 }) });
const flags = fc.array(
  fc.record({ point, width: fc.integer({ min: 50, max: 190 }), height: fc.constantFrom(44, 66), exact: fc.boolean() }),
  {
    maxLength: 14,
  },
);
const names = fc.array(
  fc.record({ point, width: fc.integer({ min: 20, max: 120 }), height: fc.constant(15), radius: fc.constantFrom(0, 3.5, 6) }),
  {
    maxLength: 25,
  },
);

it('lets nothing lie over anything else, whatever there is to place', () => {
  fc.assert(
    fc.property(flags, names, (someFlags, someNames) => {
      const allFlags: Flag[] = someFlags.map((flag, i) => ({ ...flag, id: `f${i}` }));
      const allNames: Name[] = someNames.map((name, i) => ({ ...name, id: `n${i}` }));
      const placed = arrange(MAP, [CORNER], allFlags, allNames);
      const boxes = [...placed.flags, ...placed.names].flatMap(([id, box]) => (box === null ? [] : [{ id, box }]));
      for (const { id, box } of boxes) {
        expect(within(box, { x: 0, y: 0, ...MAP })).toBe(true);
        expect(overlap(box, CORNER)).toBe(false);
        for (const other of boxes) if (other.id !== id) expect(overlap(box, other.box)).toBe(false);
        for (const { exact, point: dot } of allFlags) if (exact) expect(overlap(box, { ...dot, width: 0, height: 0 })).toBe(false);
        for (const { radius, point: dot } of allNames) if (radius > 0) expect(overlap(box, { ...dot, width: 0, height: 0 })).toBe(false);
        for (const [of, { from, to }] of placed.lines) if (of !== id) expect(crosses(from, to, box)).toBe(false);
      }
    }),
    { seed: 5, numRuns: 150 },
  );
});

it('places every card where there is room, an exact one beside its point with a line, an area on its own', () => {
  const placed = arrange(
    MAP,
    [],
    [
      { id: 'exact', point: { x: 200, y: 300 }, width: 100, height: 44, exact: true },
      { id: 'area', point: { x: 500, y: 300 }, width: 100, height: 44, exact: false },
    ],
    [],
  );
  expect(placed.flags.get('exact')).toEqual({ x: 150, y: 246, width: 100, height: 44 });
  expect(placed.lines.get('exact')).toEqual({ from: { x: 200, y: 300 }, to: { x: 200, y: 290 } });
  expect(placed.flags.get('area')).toEqual({ x: 450, y: 278, width: 100, height: 44 });
  expect(placed.lines.has('area')).toBe(false);
});

it('leaves out what finds no room, and says so', () => {
  const flag = (id: string): Flag => ({ id, point: { x: 60, y: 60 }, width: 100, height: 100, exact: false });
  const { flags: placed } = arrange({ width: 120, height: 120 }, [], [flag('a'), flag('b')], []);
  expect([...placed.values()].filter((box) => box === null)).toHaveLength(1);
});
