import type { MapIncident } from '@/lib/types';
import { dayOf, partOf, type Days } from './scale';

/** What lies on the timeline at one place: an incident, or several that no row is left for. Pixels from the start; rows from the top. */
export interface Laid {
  readonly incidents: readonly [MapIncident, ...MapIncident[]];
  readonly days: Days;
  readonly start: number;
  readonly width: number;
  readonly lane: number;
}

/** Pixels kept between two marks of a row. */
const GAP = 2;

/**
 * Lays the dated incidents out in as few rows as keep them apart. What finds no room in `most` rows is counted together with what
 * lies in its way in the last one: nothing is printed over anything else.
 * A mark is as long as its date is unsure, and never narrower than `least` pixels.
 */
export function layOut(incidents: readonly MapIncident[], extent: Days, width: number, least: number, most: number): Laid[] {
  const marks = incidents
    .flatMap((incident): Laid[] => {
      if (incident.date === null) return [];
      const days = { from: dayOf(incident.date.start), to: dayOf(incident.date.end) };
      return [{ incidents: [incident], days, ...lengthOf(days, extent, width, least), lane: 0 }];
    })
    .sort((a, b) => a.start - b.start);
  const lanes: Laid[][] = [];
  for (const mark of marks) {
    const free = lanes.findIndex((row) => endOf(row) + GAP <= mark.start);
    const lane = free === -1 ? lanes.length : free;
    if (lane < most) {
      (lanes[lane] ??= []).push({ ...mark, lane });
      continue;
    }
    const row = lanes[most - 1];
    const before = row?.pop();
    if (!row || !before) continue;
    const days = { from: Math.min(before.days.from, mark.days.from), to: Math.max(before.days.to, mark.days.to) };
    row.push({ incidents: [...before.incidents, ...mark.incidents], days, ...lengthOf(days, extent, width, least), lane: before.lane });
  }
  return lanes.flat();
}

function lengthOf(days: Days, extent: Days, width: number, least: number): Pick<Laid, 'start' | 'width'> {
  const [from, to] = [partOf(days.from, extent) * width, partOf(days.to + 1, extent) * width];
  return { start: to - from < least ? (from + to - least) / 2 : from, width: Math.max(least, to - from) };
}

function endOf(row: readonly Laid[]): number {
  const last = row[row.length - 1];
  return last ? last.start + last.width : -Infinity;
}
