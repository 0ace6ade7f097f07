import { GAP } from '../text/gaps';
import { CAPITAL } from '../text/tokenize';
import type { IncidentDate } from '../types';
import { behindDateline } from './dateline';
import type { EventDraft } from './events';
import type { EventDate } from './event';
import type { DatedWords, Reading, SentenceTokens } from './reading';
import { isTollOnly } from './telling';

/** What no day is told of. */
export const NO_DATE: EventDate = { date: null, narrative: null, soft: false };

/** Kinds that say when something happened; "since" and "until" say how long. */
const USABLE = new Set(['day', 'today', 'night', 'week', 'weekend', 'month', 'year', 'range']);

/** The dates of an event: one, or one for each day where the text counts several events and lists their days. */
export function datesOf(reading: Reading, draft: EventDraft): EventDate[] {
  const opening = behindDateline(reading, draft.sentence.from, draft.sentence.to);
  const usable = reading.dates.filter(
    (dated) => dated.first >= opening && dated.first < draft.sentence.to && isUsable(reading, dated, draft),
  );
  const inside = usable.filter(({ first }) => first >= draft.from && first < draft.to);
  const frame = usable.filter(({ first }) => first - draft.sentence.from <= 3);
  const chosen = inside.length > 0 ? inside : draft.alone || isSameDay(reading, draft, usable) ? usable : frame;
  const nearest = closest(reading, chosen, draft);
  if (!nearest) return [NO_DATE];
  if (draft.harmed.length > 0 && isTollDay(reading, nearest)) return [NO_DATE];
  // "an hour after the attack": the event is what the words count from.
  const { trigger } = draft;
  if (!nearest.expression.range && draft.definite && nearest.last < trigger.first && trigger.first - nearest.last <= 3) return [NO_DATE];
  // "Where the mercury climbed to 46 on Saturday, a worker died the same day".
  const { offset } = nearest.expression;
  const told =
    offset?.low === 0 && offset.high === 0
      ? usable.findLast(({ first, expression }) => first < nearest.first && expression.range !== null)
      : undefined;
  if (told) return [toDate(reading, told)];
  const days = draft.trigger.sense.trigger.type === 'Disaster' ? stretchOf(listOf(reading, chosen, nearest)) : null;
  if (days) return [days];
  if (draft.number !== 1) {
    const listed = listOf(reading, chosen, nearest);
    if (listed.length > 1) return listed.map((dated) => toDate(reading, dated));
  }
  const date = toDate(reading, nearest);
  // "Two of them died on Sunday": the day of a death is not the fire's.
  return [isTollOnly(draft) && draft.sentence.index > 0 && !hasPlace(reading, draft) ? { ...date, soft: date.soft || 'death' } : date];
}

/** The day that a sentence tells, where it tells one alone, and not of who said so. */
export function onlyDayOf(reading: Reading, { from, to }: SentenceTokens): EventDate | null {
  const dates = reading.dates.filter(({ first, expression }) => first >= from && first < to && expression.range !== null);
  const [day] = dates;
  if (!day || dates.length > 1 || day.expression.precision > 2 || day.expression.direction !== 'past' || !USABLE.has(day.expression.kind))
    return null;
  return isSoft(reading, day) || isSince(reading, day.first) ? null : toDate(reading, day);
}

function hasPlace(reading: Reading, { sentence: { from, to } }: EventDraft): boolean {
  return reading.mentions.some(({ mention, first }) => mention.role === 'literal' && first >= from && first < to);
}

/** "on Tuesday, hours after a bomb": the only day of the sentence is that of both. */
function isSameDay(reading: Reading, { sentence, from, to }: EventDraft, dates: readonly DatedWords[]): boolean {
  if (reading.language !== 'en' || dates.length !== 1) return false;
  for (let i = Math.max(sentence.from, from - 2); i < to; i++)
    if (HOURS.has(reading.word(i)) && (reading.has(i, 'separator') || reading.has(i + 1, 'separator'))) return true;
  return false;
}
const HOURS = new Set(['hours', 'minutes']);

function isUsable(reading: Reading, { expression, first }: DatedWords, draft: EventDraft): boolean {
  // "A wildfire has burned since Saturday": the days of what goes on.
  const goesOn = expression.kind === 'since' && expression.precision <= 3 && draft.trigger.sense.trigger.type === 'Disaster';
  if (!goesOn && !USABLE.has(expression.kind)) return false;
  if (expression.range === null && expression.offset === null) return false;
  if (draft.verdict === 'happened' && expression.direction === 'future') return false;
  if (isSince(reading, first)) return false;
  // "the 2024 elections": a year beside a name is none of the event's.
  return !(expression.kind === 'year' && first > 0 && reading.find(first - 1, 'number') !== null);
}

/** "the deadliest since the siege began in May": how far back one looks. */
function isSince(reading: Reading, first: number): boolean {
  for (let i = first - 1; i >= Math.max(0, first - SINCE_REACH) && (reading.gaps[i + 1] ?? GAP.SENTENCE) < GAP.COMMA; i--)
    if (SINCE.has(reading.word(i))) return true;
  return false;
}
const SINCE = new Set(['since', 'منذ']);
const SINCE_REACH = 6;

/** "said on Tuesday", "by Thursday", "still missing on Wednesday", a toll's day: when it was told, not when it happened. */
function isSoft(reading: Reading, { expression, first, last }: DatedWords): boolean {
  if (expression.kind === 'today') return !PART_OF_DAY.test(expression.text);
  if (reading.language !== 'en') return false;
  const before = reading.word(first - 1) === 'on' ? first - 2 : first - 1;
  const word = reading.word(before);
  if (word === 'by' || word === 'missing' || SAID.has(word) || isTold(reading, before)) return true;
  // "The ministry on Tuesday lowered the toll".
  if (TELLING.has(reading.word(last + 1)) && reading.gapBetween(last, last + 1) <= GAP.SPACE) return true;
  // "Rescuers on Monday recovered the bodies": the day of the search.
  for (const verb of [before, last + 1, last + 2])
    if (SEARCHED.has(reading.word(verb)) && reading.gapBetween(Math.min(verb, last), Math.max(verb, last)) < GAP.SENTENCE) return true;
  for (let i = before; i >= Math.max(0, before - TOLL_REACH); i--) {
    if (reading.find(i, 'casualty')?.sense.form === 'toll') return true;
    if (reading.has(i, 'separator')) return false;
  }
  return false;
}
/** `صباح اليوم`: nobody speaks so of when he speaks. */
const PART_OF_DAY = /صباح|فجر|مساء|ظهر|عصر|ليل|morning|afternoon|evening|tonight|dawn|early|overnight/i;

/** "Told AFP on Thursday", "told reporters on Thursday": the last token of whom it was told. */
function isTold(reading: Reading, last: number): boolean {
  for (let i = last; i >= last - 2; i--) {
    if (reading.word(i - 1) === 'told') return true;
    if (!((reading.tokens.flags[i] ?? 0) & CAPITAL)) return false;
  }
  return false;
}

/** "The toll climbed to 31 on Monday": nothing says when they died. */
function isTollDay(reading: Reading, { first }: DatedWords): boolean {
  const rose = reading.lastCue(Math.max(0, first - TOLL_REACH), first, 'rose');
  if (rose === null || reading.gapBetween(rose.last, first) > GAP.JOINER) return false;
  for (let i = rose.first - 1; i >= Math.max(0, rose.first - TOLL_REACH); i--)
    if (reading.find(i, 'casualty')?.sense.form === 'toll') return true;
  return false;
}
const SEARCHED = new Set(['recovered', 'retrieved', 'searched', 'searching', 'resumed', 'combed', 'dug', 'rescuers']);
const TELLING = new Set([
  'said',
  'announced',
  'reported',
  'confirmed',
  'lowered',
  'raised',
  'revised',
  'updated',
  'condemned',
  'denied',
  'upheld',
  'opened',
]);
const SAID = new Set(['said', 'told', 'announced', 'reported', 'confirmed']);
/** Tokens between "the death toll rose to 14" and its day. */
const TOLL_REACH = 16;

function closest(reading: Reading, dates: readonly DatedWords[], draft: EventDraft): DatedWords | null {
  const strong = draft.triggers.filter(({ sense }) => !sense.trigger.weak);
  const triggers = strong.length > 0 ? strong : draft.triggers;
  let best: DatedWords | null = null;
  let least = Infinity;
  for (const dated of dates) {
    const distance = Math.min(
      ...triggers.map(({ first, last }) => (dated.first > last ? dated.first - last : Math.max(0, first - dated.last))),
    );
    const cost =
      distance +
      (isSoft(reading, dated) ? 6 : 0) +
      (dated.expression.kind === 'year' ? 1 : 0) -
      (dated.expression.kind === 'since' ? 8 : 0) +
      (dated.expression.offset ? 4 : 0);
    if (cost < least) [best, least] = [dated, cost];
  }
  return best;
}

/** Days joined by "and": `16 و25 يوليو`. */
function listOf(reading: Reading, dates: readonly DatedWords[], nearest: DatedWords): DatedWords[] {
  const days = dates.filter(({ expression }) => expression.kind === 'day' && expression.precision === 1);
  const at = days.indexOf(nearest);
  if (at < 0) return [nearest];
  const list = [nearest];
  for (let k = at + 1; k < days.length; k++) {
    const [a, b] = [list.at(-1), days[k]];
    if (!a || !b || b.first - a.last > 3) break;
    list.push(b);
  }
  for (let k = at - 1; k >= 0; k--) {
    const [a, b] = [days[k], list[0]];
    if (!a || !b || b.first - a.last > 3) break;
    list.unshift(a);
  }
  return list;
}

/** `يومي السبت والأحد`: a disaster of days that follow each other is one. */
function stretchOf(list: readonly DatedWords[]): EventDate | null {
  const [first, last] = [list[0]?.expression, list.at(-1)?.expression];
  if (!first?.range || !last?.range || list.length < 2 || list.length > 6) return null;
  const days = (Date.parse(last.range.end) - Date.parse(first.range.start)) / 86_400_000;
  if (days !== list.length - 1) return null;
  const date = {
    start: first.start,
    end: first.end,
    text: first.text,
    range: { start: first.range.start, end: last.range.end },
    precision: 2 as const,
  };
  return { date, narrative: null, soft: false };
}

function toDate(reading: Reading, dated: DatedWords): EventDate {
  const { expression } = dated;
  const { start, end, text, range, precision } = expression;
  const date: IncidentDate | null = range ? { start, end, text, range, precision } : null;
  return { date, narrative: range ? null : expression, soft: isSoft(reading, dated) && 'said' };
}
