import type { Event } from './event';
import { actorsOf } from './actors';
import type { EventDraft } from './events';
import { typeOf } from './event-type';
import { exactness } from './exactness';
import { isQuarter, placesOf, unlocatedOf } from './places';
import type { Reading } from './reading';
import type { Harm } from './sense';
import { statusOf } from './status';
import { isTollOnly } from './telling';
import { unknownPlaceOf } from './unknown-place';
import { datesOf, NO_DATE } from './times';
import { otherTollOf, tollOf } from './tolls';

/** Fills in what a sentence says of an event: one event for each of its days and each of its places. */
export function compose(reading: Reading, draft: EventDraft): Event[] {
  const actors = actorsOf(reading, draft);
  const { type, subType, sure } = typeOf(reading, draft, actors);
  const { status, span } = statusOf(reading, draft);
  const places = placesOf(reading, draft);
  // Where the wounded are treated is no place of the event.
  const missing = isTollOnly(draft) ? null : (unlocatedOf(reading, draft)?.mention ?? null);
  const unlocated = missing && places.some(({ place }) => exactness(place.kind) > 3) && !isQuarter(missing) ? null : missing;
  const isVague = places.every(({ place }) => exactness(place.kind) <= 3);
  const guess = unlocated === null && isVague && !draft.definite && !isTollOnly(draft) ? unknownPlaceOf(reading, draft) : null;
  const otherToll = otherTollOf(reading, draft);
  const risen = reading.firstCue(draft.from, draft.to, 'rose') !== null && isToll(reading, draft);
  const told = tollOf(reading, draft);
  // "A woman was among those killed": one of them.
  const toll = told && draft.ofVictims && !risen && told.killed?.best === 1 ? { ...told, killed: null } : told;
  const updates = toll !== null && (risen || draft.harmed.some(({ ordinal }) => ordinal));
  const isMore =
    isTollOnly(draft) || draft.definite ? (harm: Harm) => draft.harmed.find((one) => one.harm === harm)?.more : () => draft.another;
  const adds = updates ? [] : HARMS.filter(isMore);
  const events: Event[] = [];
  for (const when of updates && isTold(draft) ? [NO_DATE] : datesOf(reading, draft))
    for (const place of places.length > 0 ? places : [null])
      events.push({
        draft,
        type,
        subType,
        sure,
        place,
        unlocated,
        guess,
        when,
        actors,
        toll,
        otherToll,
        adds,
        updates,
        status,
        statusSpan: span,
        evidence: draft.sentence.span,
      });
  return events;
}

const HARMS: readonly Harm[] = ['killed', 'injured'];

/** An event told before: the day beside its new toll is the toll's. */
function isTold({ sentence, definite, trigger }: EventDraft): boolean {
  return sentence.index > 0 && (definite || trigger.sense.trigger.weak);
}

function isToll(reading: Reading, { from, to }: EventDraft): boolean {
  for (let i = from; i < to; i++) if (reading.find(i, 'casualty')?.sense.form === 'toll') return true;
  return false;
}
