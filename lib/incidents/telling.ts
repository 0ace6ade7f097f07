import type { IncidentDate } from '../types';
import { resolveNarrative } from './dates/resolve-narrative';
import type { Event } from './event';
import type { EventDraft } from './events';
import { exactness, isWithin } from './exactness';
import type { PlaceMention } from './reading';

/** The events that tell of one incident, the first of them first. */
export type Telling = Event[];

/** That people were killed or hurt, and nothing of how. */
export function isTollOnly({ triggers }: Pick<EventDraft, 'triggers'>): boolean {
  return triggers.every(({ sense: { trigger } }) => trigger.weak && trigger.killing);
}

/** Whether it names a place that is on no map. */
export function isNamed({ unlocated, guess }: Event): boolean {
  return unlocated !== null || guess !== null;
}

/** The most exact place that agrees with the first. */
export function placeOf(telling: Telling): PlaceMention | null {
  let best: PlaceMention | null = null;
  for (const { place, draft } of telling) {
    // Where the wounded of an event are counted is no more exact a place of it.
    if (!place || (best && isTollOnly(draft))) continue;
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
  return (
    best ?? (telling.find(({ when }) => when.date && when.soft === 'death') ?? telling.find(({ when }) => when.date))?.when.date ?? null
  );
}

/** The days of an event that counts from the one told before it. */
export function datedBy(event: Event, anchor: IncidentDate): Event {
  const { narrative } = event.when;
  const resolved = narrative ? resolveNarrative(narrative, anchor.range) : null;
  if (!narrative || !resolved) return event;
  const { start, end, text } = narrative;
  return { ...event, when: { date: { start, end, text, ...resolved }, narrative, soft: false } };
}
