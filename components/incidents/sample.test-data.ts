import type { Count, MapIncident } from '@/lib/types';

const SPAN = { start: 0, end: 1 };

/** A count as the tests write it. */
export function count(low: number | null, best: number | null, high: number | null): Count {
  return { low, best, high, span: SPAN };
}

/** An incident for the tests: an undated, unplaced explosion, with what is given. */
export function incident(id: string, more: Partial<MapIncident> = {}): MapIncident {
  return {
    id,
    type: 'Explosions/Remote violence',
    subType: null,
    headline: id,
    placeId: null,
    wherePrecision: null,
    geoPrecision: null,
    date: null,
    actors: [],
    casualties: { killed: null, injured: null },
    tolls: [],
    weapons: [],
    status: 'reported',
    evidence: [{ ...SPAN, text: 'x' }],
    spans: { trigger: SPAN, place: null, status: null, weapons: [] },
    ...more,
  };
}

/** A date from one day to another, as the tests write it. */
export function date(start: string, end = start): MapIncident['date'] {
  return { start, end, precision: start === end ? 1 : 4, text: 'x', span: SPAN };
}
