import { GAP } from '../text/gaps';
import type { Count, Quote, Toll } from '../types';
import type { Harmed } from './casualties';
import type { EventDraft } from './events';
import type { Reading } from './reading';
import type { Harm } from './sense';

/** What an event's sentence says of killed and injured, and who says it; null where it says nothing. */
export function tollOf(reading: Reading, draft: EventDraft): Toll | null {
  const dead = draft.harmed.filter(({ harm }) => harm === 'killed');
  // "Which at first spoke of seven dead, raised the toll to 13".
  const raised = dead.find(({ token }) => token > (dead[0]?.token ?? 0) && isRaised(reading, token, draft.from));
  const killed = raised?.count ?? sumOf(reading, dead);
  const injured = sumOf(
    reading,
    draft.harmed.filter(({ harm }) => harm === 'injured'),
  );
  return killed || injured ? { killed, injured, source: sourceOf(reading, draft) } : null;
}

/** "One woman died on the spot and a man died later": people who died, each told by himself. */
function sumOf(reading: Reading, [first, second]: readonly Harmed[]): Count | null {
  if (!first || !second) return first?.count ?? null;
  const [a, b] = [first.count, second.count];
  for (let i = first.token + 1; i < second.token; i++)
    if (reading.has(i, 'say') || reading.has(i, 'separator') || reading.has(i, 'including') || reading.has(i, 'rose') || reading.placeAt(i))
      return a;
  if (isOthers(reading, b) && a.best !== null && b.best !== null) return plus(a, { ...b, span: { start: a.span.start, end: b.span.end } });
  if (
    a.best === null ||
    b.best === null ||
    a.best > LONE ||
    b.best > LONE ||
    b.best === 0 ||
    reading.find(second.token, 'casualty')?.sense.form === 'toll'
  )
    return a;
  const high = a.high === null || b.high === null ? null : a.high + b.high;
  return { low: a.best + b.best, best: a.best + b.best, high, span: { start: a.span.start, end: b.span.end } };
}
/** "Two sustained gunshot wounds and six others were beaten". */
function isOthers(reading: Reading, { span }: Count): boolean {
  if (reading.language === 'en') return /\b(others?|another)\b/.test(reading.text.slice(span.start, span.end));
  // إضافة إلى مسعفين أصيبا
  const before = reading.tokenHolding(span.start) - 1;
  return BESIDE.test(`${reading.word(before - 1)} ${reading.word(before)}`);
}

const BESIDE = /^(و?بال)?(إضافة إلى|فضلا عن|إلى جانب|علاوة على)$/;

/** People who are told one by one. */
const LONE = 2;

function isRaised(reading: Reading, token: number, from: number): boolean {
  return (
    reading.find(token, 'casualty')?.sense.form === 'toll' &&
    reading.lastCue(Math.max(from, token - RISE_REACH), token + RISE_REACH, 'rose') !== null
  );
}

/** "The number of dead had risen". */
const RISE_REACH = 6;

/** What somebody else says of the killed in the same sentence: `في حين قال القائمقام إن القتلى خمسة`; null where nobody does. */
export function otherTollOf(reading: Reading, draft: EventDraft): Toll | null {
  const [first, second] = draft.harmed.filter(({ harm }) => harm === 'killed');
  if (!first || !second || second.count.best === first.count.best || second.count.low === 0) return null;
  const said = reading.lastCue(first.token + 1, second.token, 'say');
  if (!said || isRaised(reading, second.token, draft.from)) return null;
  return { killed: second.count, injured: null, source: sourceOf(reading, { sentence: { ...draft.sentence, from: said.first } }) };
}

const MAX_SOURCE = 7;

/** "according to NP", "NP said", `قالت NP إن`, `بحسب NP`: the words of whoever gives the figure. */
export function sourceOf(reading: Reading, { sentence: { from, to } }: Pick<EventDraft, 'sentence'>): Quote | null {
  for (let i = from; i < to; i++) {
    const say = reading.at(i).find(({ sense }) => sense.kind === 'cue' && sense.cue === 'say');
    if (!say) continue;
    const behind = reading.language === 'ar' || /^(according|citing)/.test(reading.word(say.first));
    const [first, last] = behind ? onward(reading, say.last + 1, to) : backward(reading, say.first - 1, from);
    if (last < first) continue;
    const span = reading.spanOf(first, last);
    return { ...span, text: reading.text.slice(span.start, span.end) };
  }
  return null;
}

function onward(reading: Reading, first: number, to: number): [number, number] {
  let last = first - 1;
  while (
    last + 1 < to &&
    last + 1 < first + MAX_SOURCE &&
    (last + 1 === first || (reading.gaps[last + 1] ?? 0) < GAP.QUOTE) &&
    !STOP.test(reading.word(last + 1)) &&
    !reading.find(last + 1, 'number')
  )
    last++;
  return [first, last];
}

function backward(reading: Reading, last: number, from: number): [number, number] {
  let first = last + 1;
  while (first > from && first > last + 1 - MAX_SOURCE && (first === last + 1 || (reading.gaps[first] ?? 0) < GAP.QUOTE)) first--;
  return [first, last];
}

const STOP = /^(إن|أن|إنها|إنه|أنها|أنه|بأن|في|لوكالة|وقوع|مقتل|that|on|in|who)$/;

/** Whether one count contradicts another: both say how many, and differ. */
export function conflict(a: Count | null, b: Count | null): boolean {
  return a !== null && b !== null && (a.low !== b.low || a.best !== b.best || a.high !== b.high);
}

/** Tolls with one more: filled in where they agree, beside each other where they do not. The first is what the map shows. */
export function withToll(tolls: readonly Toll[], told: Toll, update: boolean, adds: readonly Harm[] = []): Toll[] {
  const [first, ...rest] = tolls;
  if (!first) return [told];
  const toll = { ...told };
  for (const harm of adds) toll[harm] = plus(first[harm], told[harm]);
  if (adds.length > 0)
    return [
      { ...toll, killed: toll.killed ?? first.killed, injured: toll.injured ?? first.injured, source: first.source ?? told.source },
      ...rest,
    ];
  // "many of the wounded" adds nothing where somebody has counted them.
  if (isVague(toll.killed, tolls, 'killed') && isVague(toll.injured, tolls, 'injured')) return [...tolls];
  const killed = resolve(first.killed, toll.killed);
  const injured = resolve(first.injured, toll.injured);
  if (killed !== undefined && injured !== undefined) return [{ killed, injured, source: first.source ?? toll.source }, ...rest];
  if (rest.some((other) => !conflict(other.killed, toll.killed) && !conflict(other.injured, toll.injured))) return [...tolls];
  if (update) return [{ killed: toll.killed ?? first.killed, injured: toll.injured ?? first.injured, source: toll.source }, ...tolls];
  return [...tolls, toll];
}

/** The sum of two counts of which the second is told beside the first; what either leaves open stays open. */
function plus(a: Count | null, b: Count | null): Count | null {
  if (!a || !b) return a ?? b;
  const sum = (x: number | null, y: number | null) => (x === null || y === null ? null : x + y);
  return { low: sum(a.low, b.low), best: sum(a.best, b.best), high: sum(a.high, b.high), span: b.span };
}

function isVague(count: Count | null, tolls: readonly Toll[], harm: Harm): boolean {
  return count === null || (count.best === null && count.high === null && tolls.some((toll) => (toll[harm]?.best ?? null) !== null));
}

/** The more telling of two counts that agree; undefined where they do not. */
function resolve(a: Count | null, b: Count | null): Count | null | undefined {
  if (!a || !b) return a ?? b;
  if (!conflict(a, b)) return a;
  // "several" and then "five": the number says more of the same thing.
  if (a.best === null && a.high === null && b.best !== null && b.best >= Math.min(a.low ?? 0, 3)) return b;
  if (b.best === null && b.high === null && a.best !== null && a.best >= Math.min(b.low ?? 0, 3)) return a;
  if (a.best !== null && a.best === b.best) return a.high === null ? a : b;
  return undefined;
}
