import type { Actor, Incident, Span, Toll } from '../types';
import { readCasualties } from './casualties';
import { compose } from './compose';
import type { Event } from './event';
import { readEvents, type EventDraft } from './events';
import { merge } from './merge';
import { exactness } from './exactness';
import { isQuarter } from './places';
import { Reading, type Source } from './reading';
import { refine } from './refine';
import { dateOf, isTollOnly, placeOf, type Telling } from './telling';
import { datesOf } from './times';
import { withToll } from './tolls';

/**
 * Event extraction: what an article reports, one incident for each event, merged from every sentence that tells of it, in the
 * order in which the article first tells them. Pure; linear in the text's length; never throws.
 */
export function extractIncidents(source: Source): Incident[] {
  const reading = new Reading(source);
  const drafts = withUnharmed(
    reading,
    reading.sentences.map((sentence) => readEvents(reading, sentence)),
  );
  const told = withoutSum(reading, drafts);
  const events = withDayOfSum(
    reading,
    drafts.filter((draft) => !told.includes(draft)),
    told.flatMap((draft: EventDraft) => compose(reading, draft)),
  );
  return refine(reading, merge(events)).map((telling) => toIncident(telling));
}

/** "Attacks across Ukraine killed seven over the past day": a lead that adds up what its article then tells one by one is no event more. */
function withoutSum(reading: Reading, drafts: readonly EventDraft[]): readonly EventDraft[] {
  const later = new Set(drafts.flatMap(({ sentence, harmed }) => (sentence.index > 0 && harmed.length > 0 ? [sentence.index] : [])));
  if (later.size < 2) return drafts;
  const sum = drafts.reduce((all, { sentence, harmed }) => (sentence.index > 0 ? all + (deadOf(harmed) ?? 0) : all), 0);
  return drafts.filter(
    ({ sentence, number, harmed, from, to }) =>
      sentence.index > 0 ||
      number !== 'many' ||
      harmed.length === 0 ||
      (reading.firstCue(from, to, 'sum') === null && deadOf(harmed) !== sum),
  );
}

/** What the lead adds up is told one by one without its day: "at least 12 were killed across Gaza early Wednesday". */
function withDayOfSum(reading: Reading, [sum]: readonly EventDraft[], events: readonly Event[]): readonly Event[] {
  const day = sum ? datesOf(reading, sum)[0]?.date : null;
  if (!day || day.precision > 2) return events;
  return events.map((event) =>
    event.when.date || event.when.narrative || event.draft.definite || event.status !== 'reported' || isTollOnly(event.draft)
      ? event
      : { ...event, when: { date: day, narrative: null, soft: 'said' } },
  );
}

const deadOf = (harmed: EventDraft['harmed']): number | null => harmed.find(({ harm }) => harm === 'killed')?.count.best ?? null;

/** "No casualties were reported.": a sentence of its own speaks of the event right before it. */
function withUnharmed(reading: Reading, bySentence: readonly EventDraft[][]): EventDraft[] {
  return bySentence.flatMap((drafts, i) => {
    const [next, following] = [reading.sentences[i + 1], bySentence[i + 1]];
    const last = drafts.at(-1);
    if (!last || last.harmed.length > 0 || !next || following?.length !== 0) return drafts;
    // `لم تسجل خسائر في صنعاء`: of another place.
    if (reading.mentions.some(({ mention, first }) => mention.role === 'literal' && first >= next.from && first < next.to)) return drafts;
    const harmed = readCasualties(reading, next.from, next.to);
    if (harmed.length === 0 || harmed.some(({ count }) => count.high !== 0)) return drafts;
    return [...drafts.slice(0, -1), { ...last, harmed }];
  });
}

function toIncident(telling: Telling): Incident {
  const named = nameOf(telling);
  const { status, statusSpan } = statusOf(telling);
  const { start, end } = named.draft.trigger;
  return {
    type: named.type,
    subType: named.subType,
    trigger: { start, end },
    place: placeOf(telling)?.index ?? null,
    unlocated: unlocatedOf(telling),
    date: dateOf(telling),
    actors: actorsOf(telling),
    tolls: tollsOf(telling),
    weapons: weaponsOf(telling),
    status,
    statusSpan,
    evidence: evidenceOf(telling),
  };
}

/** The first place that the gazetteer lacks, unless another telling knows a place as exact. */
function unlocatedOf(telling: Telling): Span | null {
  const known = placeOf(telling);
  const mention = telling.find(({ unlocated }) => unlocated)?.unlocated;
  if (!mention && (!known || exactness(known.place.kind) <= 3)) return telling.find(({ guess }) => guess)?.guess ?? null;
  return mention && (!known || exactness(known.place.kind) <= 3 || isQuarter(mention)) ? { start: mention.start, end: mention.end } : null;
}

/** The event whose words name the incident: the first whose type is sure. */
function nameOf(telling: Telling): Event {
  const [first] = telling;
  if (!first) throw new RangeError('incident: wanted at least one event');
  // What the raiders looted or set on fire names no raid.
  const aside = ({ type }: Event) => type === 'Strategic developments' && telling.some(({ type: other }) => other !== type);
  const sure = telling.find((event) => event.sure && !aside(event));
  // Shots at soldiers are a battle still.
  if (first.type === 'Battles' && sure?.type === 'Violence against civilians') return first;
  return sure ?? telling.find(({ draft }) => !draft.trigger.sense.trigger.weak) ?? first;
}

function actorsOf(telling: Telling): Actor[] {
  const actors: Actor[] = [];
  for (const { actors: more } of telling)
    for (const actor of more)
      if (!actors.some((other) => other.role === actor.role && (actor.role === 'attacker' || other.name === actor.name)))
        actors.push(actor);
  return actors;
}

function tollsOf(telling: Telling): Toll[] {
  return telling.reduce<Toll[]>((tolls, { toll, otherToll, updates, adds }) => {
    const told = toll ? withToll(tolls, toll, updates, adds) : tolls;
    return otherToll ? withToll(told, otherToll, false) : told;
  }, []);
}

function weaponsOf(telling: Telling): Incident['weapons'] {
  const weapons: { name: string; span: Span }[] = [];
  for (const { draft } of telling)
    for (const { weapon, span } of draft.weapons)
      if (!weapons.some(({ name }) => name === weapon.name)) weapons.push({ name: weapon.name, span });
  return weapons;
}

/** Reported where anybody but the doer tells of it; denied only where nobody says that it happened. */
function statusOf(telling: Telling): Pick<Incident, 'status' | 'statusSpan'> {
  const plain = telling.find(({ status, draft }) => status === 'reported' && !draft.definite && !draft.trigger.sense.trigger.weak);
  const first = telling[0];
  if (plain || !first) return { status: 'reported', statusSpan: null };
  for (const status of ['claimed', 'denied', 'threatened'] as const) {
    const event = telling.find((one) => one.status === status);
    if (event) return { status, statusSpan: event.statusSpan };
  }
  return { status: 'reported', statusSpan: null };
}

function evidenceOf(telling: Telling): Span[] {
  const spans = [...new Set(telling.map(({ evidence }) => evidence))];
  return spans.sort((a, b) => a.start - b.start);
}
