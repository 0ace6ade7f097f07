import type { IncidentFilter } from '@/components/incidents/filter';
import { dayOf, isoOf, type Days } from './scale';

type Dates = Pick<IncidentFilter, 'from' | 'to'>;

/** The filter's range as far as the timeline shows it. */
export function rangeOf({ from, to }: Dates, extent: Days): Days {
  const start = from === null ? extent.from : Math.min(extent.to, Math.max(extent.from, dayOf(from)));
  const end = to === null ? extent.to : Math.min(extent.to, Math.max(extent.from, dayOf(to)));
  return { from: Math.min(start, end), to: end };
}

/** The filter that a range makes; an end at the timeline's own is open. */
export function datesOf({ from, to }: Days, extent: Days): Dates {
  return { from: from <= extent.from ? null : isoOf(from), to: to >= extent.to ? null : isoOf(to) };
}
