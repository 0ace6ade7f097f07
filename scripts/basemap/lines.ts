import type { Position } from 'geojson';

export type Line = readonly Position[];

const CELL = 0.25; // degrees

/**
 * Remembers lines and says which parts of other lines run along them, so that one border is never drawn twice.
 * Distances are in degrees, longitudes shrunk by the cosine of the latitude.
 */
export class LineIndex {
  private readonly cells = new Map<string, [Position, Position][]>();

  add(lines: readonly Line[]): void {
    for (const line of lines) {
      for (const [a, b] of segments(line)) {
        const steps = Math.max(1, Math.ceil(Math.hypot(b[0] - a[0], b[1] - a[1]) / (CELL / 2)));
        const keys = new Set<string>();
        for (let i = 0; i <= steps; i++) keys.add(key(a[0] + ((b[0] - a[0]) * i) / steps, a[1] + ((b[1] - a[1]) * i) / steps));
        for (const k of keys) this.cells.set(k, [...(this.cells.get(k) ?? []), [a, b]]);
      }
    }
  }

  /** The parts of the lines that keep more than `tolerance` degrees away from everything added. */
  apart(lines: readonly Line[], tolerance: number): Line[] {
    return lines.flatMap((line) => splitLine(line, (a, b) => !this.runsAlong(a, b, tolerance)));
  }

  private runsAlong(a: Position, b: Position, tolerance: number): boolean {
    const middle: Position = [(x(a) + x(b)) / 2, (y(a) + y(b)) / 2];
    return [a, middle, b].every((point) => this.isNear(point, tolerance));
  }

  private isNear(point: Position, tolerance: number): boolean {
    for (let dx = -1; dx <= 1; dx++) {
      for (let dy = -1; dy <= 1; dy++) {
        const cell = this.cells.get(key(x(point) + dx * CELL, y(point) + dy * CELL)) ?? [];
        if (cell.some(([a, b]) => distance(point, a, b) <= tolerance)) return true;
      }
    }
    return false;
  }
}

/** Cuts a line into the runs of consecutive segments that pass the test. */
export function splitLine(line: Line, keep: (a: Position, b: Position) => boolean): Line[] {
  const runs: Position[][] = [];
  let run: Position[] = [];
  for (const [a, b] of segments(line)) {
    if (!keep(a, b)) {
      if (run.length > 1) runs.push(run);
      run = [];
    } else if (run.length === 0) run = [a, b];
    else run.push(b);
  }
  if (run.length > 1) runs.push(run);
  return runs;
}

/** Joins lines that meet end to end, whichever way they run, so that dashes go on without a break. */
export function joinLines(lines: readonly Line[]): Line[] {
  const joined = new Set<Line>();
  const byEnd = new Map<string, Line>();
  for (const line of lines) {
    let grown = line;
    for (const end of endsOf(line)) {
      const other = byEnd.get(end);
      if (!other || other === grown) continue;
      joined.delete(other);
      for (const own of endsOf(other)) if (byEnd.get(own) === other) byEnd.delete(own);
      grown = [...towards(other, end), ...towards(grown, end).reverse().slice(1)];
    }
    joined.add(grown);
    // A third line at one point stays on its own.
    for (const end of endsOf(grown)) if (!byEnd.has(end)) byEnd.set(end, grown);
  }
  return [...joined];
}

/** The line's copy that ends at `end`. */
function towards(line: Line, end: string): Position[] {
  return endsOf(line)[1] === end ? [...line] : [...line].reverse();
}

function endsOf(line: Line): [string, string] {
  return [String(line[0]), String(line.at(-1))];
}

type Point = [number, number];

function* segments(line: Line): Generator<[Point, Point]> {
  for (let i = 1; i < line.length; i++) {
    const a = line[i - 1];
    const b = line[i];
    if (a && b)
      yield [
        [x(a), y(a)],
        [x(b), y(b)],
      ];
  }
}

function distance(point: Position, a: Position, b: Position): number {
  const shrink = Math.cos((y(point) * Math.PI) / 180);
  const abx = (x(b) - x(a)) * shrink;
  const aby = y(b) - y(a);
  const apx = (x(point) - x(a)) * shrink;
  const apy = y(point) - y(a);
  const length = abx * abx + aby * aby;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, (apx * abx + apy * aby) / length));
  return Math.hypot(apx - t * abx, apy - t * aby);
}

const key = (lon: number, lat: number): string => `${Math.floor(lon / CELL)},${Math.floor(lat / CELL)}`;
const x = (p: Position): number => p[0] ?? 0;
const y = (p: Position): number => p[1] ?? 0;
