import type { Count, IncidentDate } from '../types';
import type { Event } from './event';
import { familyOf } from './events';
import { isObituary, isVerdict, LEAD, withDateline, withSentenceBehind } from './lead';
import type { Reading } from './reading';
import { datedBy, dateOf, isNamed, isTollOnly, placeOf, type Telling } from './telling';

type Refiner = (reading: Reading, tellings: Telling[]) => Telling[];

/** What is done with merged incidents, in this order: days first, since history is told by them. */
const REFINERS: readonly Refiner[] = [
  withSentenceBehind,
  withNarrativeDates,
  withoutHistory,
  withoutAllusions,
  withoutBystanders,
  withLeadType,
  withNeighbourPlace,
  withDateline,
  withoutUndated,
  withoutShadows,
];

/** Applies every refiner in turn. */
export function refine(reading: Reading, tellings: Telling[]): Telling[] {
  return REFINERS.reduce((results, refiner) => refiner(reading, results), tellings);
}

/** "Three days later" counts from the incident told before. */
function withNarrativeDates({ publishedAt }: Reading, tellings: Telling[]): Telling[] {
  let anchor: IncidentDate | null = null;
  let before: IncidentDate | null = null;
  let counted = -1;
  return tellings.map((telling) => {
    const narrative = telling[0]?.when.narrative?.start ?? -1;
    // Two events that share the words count from the same one.
    const from: IncidentDate | null = narrative >= 0 && narrative === counted ? before : anchor;
    const counting = from ? telling.map((event) => datedBy(event, from)) : telling;
    // "The attack came 16 months after": what is still to come was not counted from there.
    const dated = publishedAt !== null && (dateOf(counting)?.range.start ?? '') > publishedAt.slice(0, 10) ? telling : counting;
    counted = narrative;
    before = from;
    anchor = dateOf(dated) ?? anchor;
    return dated;
  });
}

/** Older than this at publication, an event is history that the article recalls. */
const MAX_AGE_MONTHS = 9;

/** How old what an article opens with may be, to be its news; and from when on what it tells later is recalled. */
const NEWS_MS = 30 * 86_400_000;
const RECALLED_MS = 45 * 86_400_000;
const ALLUDED_MS = 21 * 86_400_000;

/** Shorter than any year. */
const YEAR_MS = 300 * 86_400_000;

function withoutHistory({ publishedAt }: Reading, tellings: Telling[]): Telling[] {
  const published = publishedAt === null ? NaN : Date.parse(publishedAt.slice(0, 10));
  const isRecent = tellings.some((telling) => {
    const end = dateOf(telling)?.range.end;
    return (telling[0]?.draft.sentence.index ?? 0) < LEAD && end !== undefined && published - Date.parse(end) < NEWS_MS;
  });
  return tellings.filter((telling) => {
    const date = dateOf(telling);
    if (!date || Number.isNaN(published)) return true;
    // "In January a stampede left 30 dead": beside the news, only a comparison.
    const isCalamity = telling[0] !== undefined && familyOf(telling[0]) === 'calamity';
    if (isRecent && isCalamity && (telling[0]?.draft.sentence.index ?? 0) >= LEAD && published - Date.parse(date.range.end) > RECALLED_MS)
      return false;
    // "Needs are compounded by the earthquake of 30 September".
    if (isRecent && telling.every(({ draft }) => draft.definite) && published - Date.parse(date.range.end) > ALLUDED_MS) return false;
    const [start, end] = [Date.parse(date.range.start), Date.parse(date.range.end)];
    // "Floods in 2024": what is told by its year alone is no news, unless it is this year's.
    if (end - start > YEAR_MS && (end < published || (telling[0]?.draft.sentence.index ?? 0) >= LEAD)) return false;
    return published - Date.parse(date.range.end) < MAX_AGE_MONTHS * 30.5 * 86_400_000;
  });
}

/**
 * "Visited victims of the quake", `بعد الهجوم`: what is spoken of as known, and told nowhere in the article, with no day and
 * no toll, is another article's event.
 */
function withoutAllusions(_: Reading, tellings: Telling[]): Telling[] {
  return tellings.filter((telling) =>
    telling.some(
      ({ draft, toll, when, status, actors }) =>
        !(draft.definite || isDeathAlone(draft)) ||
        draft.number !== 1 ||
        (actors.length > 0 && !isDeathAlone(draft)) ||
        toll !== null ||
        ((when.date !== null || when.narrative !== null) && !isNamedDeath(draft)) ||
        status !== 'reported' ||
        draft.sentence.index === 0,
    ),
  );
}

/** "Relatives of the dead": no more than that somebody died. */
function isDeathAlone({ triggers }: Event['draft']): boolean {
  return triggers.every(({ sense: { trigger } }) => trigger.weak && trigger.killing);
}

/** "A rally to denounce the killing". */
function isNamedDeath({ triggers, definiteWord }: Event['draft']): boolean {
  return definiteWord && triggers.every(({ sense: { trigger, verb } }) => trigger.killing && !verb);
}

/** Arrests, talks and the like are told of an attack; they are incidents of their own only where the article opens with them. */
function withoutBystanders(_: Reading, tellings: Telling[]): Telling[] {
  const others = tellings.some((telling) => telling[0] && telling[0].type !== 'Strategic developments' && telling[0].status === 'reported');
  return tellings.filter((telling) => {
    const [first] = telling;
    if (!first) return false;
    if (first.type !== 'Strategic developments' || !others) return true;
    const [place, date] = [placeOf(telling), dateOf(telling)];
    // A truce signed elsewhere on a day of its own is more than a part of what it follows.
    if (place && date && !tellings.some((other) => other !== telling && placeOf(other)?.place.id === place.place.id)) return true;
    return (
      first.draft.sentence.index === 0 || first.subType === 'Disrupted weapons use' || first.subType === 'Looting/property destruction'
    );
  });
}

/** An attack told without its weapon is, in an article on rocket attacks, most likely one of them. */
function withLeadType(_: Reading, tellings: Telling[]): Telling[] {
  const lead = tellings.find((telling) => telling.some(({ sure, draft }) => sure && draft.trigger.sense.trigger.generic));
  const named = lead?.find(({ sure }) => sure);
  if (!named) return tellings;
  return tellings.map((telling) => {
    const [first] = telling;
    const { generic, weak, clash, explosion } = first?.draft.trigger.sense.trigger ?? {
      generic: false,
      weak: true,
      clash: false,
      explosion: false,
    };
    if (
      !generic ||
      first?.draft.trigger.sense.verb ||
      weak ||
      clash ||
      explosion ||
      telling.some(({ sure }) => sure) ||
      named.type !== 'Explosions/Remote violence'
    )
      return telling;
    return telling.map((event) => (event.type === 'Explosions/Remote violence' ? event : { ...event, type: named.type, subType: null }));
  });
}

/** An event without a place of its own, told right behind another of the same day, is where that was. */
function withNeighbourPlace(_: Reading, tellings: Telling[]): Telling[] {
  return tellings.map((telling, k) => {
    const [first] = telling;
    if (
      !first ||
      placeOf(telling) ||
      telling.some(isNamed) ||
      first.status === 'threatened' ||
      first.draft.number !== 1 ||
      first.draft.trigger.sense.trigger.weak ||
      !first.draft.alone
    )
      return telling;
    const before = tellings.slice(0, k).findLast((other) => other[0] && other[0].status !== 'threatened' && placeOf(other) !== null);
    const last = before?.at(-1);
    const place = before ? placeOf(before) : null;
    if (!before || !last || !place || first.draft.sentence.index - last.draft.sentence.index > 1) return telling;
    const [mine, theirs] = [dateOf(telling), dateOf(before)];
    if (mine && theirs && (mine.range.end < theirs.range.start || theirs.range.end < mine.range.start)) return telling;
    return [{ ...first, place }, ...telling.slice(1)];
  });
}

/** What has neither place, day nor toll says too little to stand beside what has; so do people hurt, one knows not where or when. */
function withoutShadows(_: Reading, tellings: Telling[]): Telling[] {
  const kept = tellings.filter((telling) => {
    if ((telling.every(isDeath) && !isFind(telling)) || telling.every(isNobody)) return false;
    // "The process of counting votes", `عملية الصيد`: a word as general as that is an event where something more is told of it.
    if (telling.every(isNothingMore) && dateOf(telling) === null) return false;
    if (placeOf(telling) !== null || dateOf(telling) !== null) return true;
    if (telling.every(({ draft }) => draft.trigger.sense.trigger.weak)) return telling[0]?.draft.sentence.index === 0;
    return telling.some(
      ({ toll, actors, status }) => isHarm(toll?.killed) || isHarm(toll?.injured) || (status === 'threatened' && actors.length > 0),
    );
  });
  if (kept.length > 0) return kept;
  const [news] = tellings.filter((telling) => !telling.every(isDeath) && !telling.every(isNobody));
  return news && (news[0]?.draft.sentence.index ?? 0) < LEAD ? [news] : [];
}

function isNothingMore({ toll, draft: { triggers } }: Event): boolean {
  return !isHarm(toll?.killed) && !isHarm(toll?.injured) && triggers.every(({ sense: { trigger } }) => trigger.weak && !trigger.killing);
}

/** That nobody was hurt says nothing of what happened. */
const isHarm = (count: Count | null | undefined): boolean => count !== null && count !== undefined && count.low !== 0;

/** The bodies of several, found somewhere on some day: how they died is not known yet. */
function isFind(telling: Telling): boolean {
  return placeOf(telling) !== null && dateOf(telling) !== null && telling.some(({ toll }) => (toll?.killed?.low ?? 0) > 1);
}

/** "Nobody was hurt": not even an event, unless another telling names it. */
function isNobody({ draft, toll }: Event): boolean {
  return isTollOnly(draft) && toll !== null && !isHarm(toll.killed) && !isHarm(toll.injured);
}

/**
 * Where an article dates what it reports, or tells a life, what it tells later without a day is what it recalls ("his battalion stormed a
 * ridge"); and what has neither a place nor a toll says too little to stand beside what has.
 */
function withoutUndated(reading: Reading, tellings: Telling[]): Telling[] {
  const isNews = tellings.some((telling) => telling[0]?.status !== 'threatened' && dateOf(telling) !== null);
  if (!isNews && !isObituary(reading) && !isVerdict(reading)) return tellings;
  return tellings.filter((telling) => {
    const [first] = telling;
    if (!first || first.status === 'threatened' || (first.draft.sentence.index < LEAD && !isVerdict(reading))) return true;
    if (dateOf(telling) === null) return isAnswer(reading, first);
    return (
      placeOf(telling) !== null || telling.some((event) => isNamed(event) || isHarm(event.toll?.killed) || isHarm(event.toll?.injured))
    );
  });
}

/** `وردا على ذلك، شنت القوات …`: what answers the event before needs no day of its own. */
function isAnswer(reading: Reading, { draft: { sentence }, actors }: Event): boolean {
  return actors.some(({ role }) => role === 'attacker') && reading.firstCue(sentence.from, sentence.from + 3, 'separator') !== null;
}

/** That people died, and nothing of how: an obituary. */
function isDeath({ draft: { triggers } }: Event): boolean {
  return triggers.every(({ sense: { trigger } }) => trigger.weak && trigger.killing && trigger.type === 'Accident');
}
