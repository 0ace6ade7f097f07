import type { IncidentDate } from '../types';
import { resolveNarrative } from './dates/resolve-narrative';
import type { Event } from './event';
import { exactness, isWithin } from './places';
import type { PlaceMention } from './reading';

/** The events that tell of one incident, the first of them first. */
export type Telling = Event[];

/** The most exact place that agrees with the first. */
export function placeOf(telling: Telling): PlaceMention | null {
  let best: PlaceMention | null = null;
  for (const { place } of telling) {
    if (!place) continue;
    if (!best || (exactness(place.place.kind) > exactness(best.place.kind) && isWithin(place.place, best.place))) best = place;
  }
  return best;
}

/** The first firm day; the more exact where two agree. */
export function dateOf(telling: Telling): IncidentDate | null {
  let best: IncidentDate | null = null;
  for (const { when } of telling) {
    if (!when.date || when.soft) continue;
    if (!best || when.date.precision < best.precision) best = when.date;
  }
  return best ?? telling.find(({ when }) => when.date)?.when.date ?? null;
}

/** The days of an event that counts from the one told before it. */
export function datedBy(event: Event, anchor: IncidentDate): Event {
  const { narrative } = event.when;
  const resolved = narrative ? resolveNarrative(narrative, anchor.range) : null;
  if (!narrative || !resolved) return event;
  const { start, end, text } = narrative;
  return { ...event, when: { date: { start, end, text, ...resolved }, narrative, soft: false } };
}
