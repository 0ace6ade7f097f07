import { GAP } from '../text/gaps';
import { CLITIC } from '../text/clitics';
import type { Span } from '../types';
import { isAnotherMatter, isSeizureOfThings } from './another-matter';
import { RESULTING, type Harmed } from './casualties';
import { clauseStart } from './clauses';
import { isGeneric } from './generic';
import type { Cue } from './read-cues';
import type { CueOf, Reading, SentenceTokens } from './reading';
import type { CueName } from './sense';

export type TriggerCue = CueOf<'trigger'>;

/** What the words around a trigger make of it. `none`: it names no event at all. */
export interface Verdict {
  readonly verdict: 'happened' | 'threatened' | 'denied' | 'none';
  readonly span: Span | null;
}

const HAPPENED: Verdict = { verdict: 'happened', span: null };
const NONE: Verdict = { verdict: 'none', span: null };
/** Many events told as one thing: those hurt in them are no event either. */
export const GENERIC: Verdict = { verdict: 'none', span: null };

/** Tokens before a trigger in which a cue governs it, unless another clause begins between them. */
const REACH = 8;
/** "Denied a newspaper report that a test round had exploded": a denial governs farther. */
const DENIAL_REACH = 16;

const CHARGE_REACH = 6;

/** Tokens behind "a year after" that still tell of what was then. */
const LONG_REACH = 10;

/** What is asked is not said. */
function isQuestion({ text }: Reading, { span }: SentenceTokens): boolean {
  return /[?؟]["”»']?\s*$/.test(text.slice(span.start, span.end));
}

/**
 * Whether a trigger says that something happened, is threatened, is denied, or says nothing of an event. Guards in order of
 * strength: what the sentence is about, then what is not so, then what is not yet so.
 */
export function judge(reading: Reading, sentence: SentenceTokens, trigger: TriggerCue, harmed: readonly Harmed[]): Verdict {
  if (isAnotherMatter(reading, sentence, trigger, harmed)) return NONE;
  // A disease is an event where it says whom it harmed, or that it spreads.
  if (trigger.sense.trigger.subType === 'Epidemic' && trigger.first === trigger.last && harmed.length === 0) return NONE;
  if (isGeneric(reading, sentence, trigger)) return GENERIC;
  if (isSeizureOfThings(reading, trigger)) return NONE;
  const from = clauseStart(reading, sentence, trigger.first);
  const definite = isDefinite(reading, trigger);
  const names = reading.namesIn(sentence);
  const near = (name: CueName, reach: number) =>
    names.has(name) ? governing(reading, Math.max(from, trigger.first - reach), trigger, name) : null;
  // "A year after a roof collapse killed 16": what is news came later.
  if (near('longAfter', LONG_REACH)) return NONE;
  // "Charged with murder": a court's matter, unless it tells the day of the deed.
  if (near('charged', CHARGE_REACH) && isTried(reading, sentence, trigger)) return NONE;
  if (trigger.sense.trigger.type === 'Disaster' && isCause(reading, trigger, from)) return NONE;
  // تفكيك عبوة ناسفة قبل انفجارها
  if (trigger.sense.trigger.explosion && reading.word(trigger.first - 1) === 'قبل') return NONE;
  if (sentence.index > 0 && isHeard(reading, trigger, from)) return NONE;
  if (isQuestion(reading, sentence)) return NONE;
  if (near('foiled', 5) ?? after(reading, trigger, 'foiled', sentence.to, 3)) return NONE;
  const counted = trigger.sense.trigger.killing && harmed.some(({ count }) => count.low !== 0);
  // "Two who tried to flee were wounded."
  if (!counted && near('attempt', 5)) return NONE;
  if (!definite && isNegated(reading, trigger, from)) return NONE;
  if (near('conditional', REACH + 4) || INVERSION.has(reading.word(from))) return NONE;
  if (!definite) {
    if (near('wish', REACH)) return NONE;
    const denied = near('deny', DENIAL_REACH) ?? untrueBehind(reading, sentence, trigger);
    if (denied) return { verdict: 'denied', span: spanOf(denied) };
  }
  if (isBackground(reading, sentence, trigger)) return NONE;
  if (names.has('court') && isTried(reading, sentence, trigger)) return NONE;
  if (names.has('reaction') && isReaction(reading, sentence, trigger, harmed)) return NONE;
  if (names.has('deny') && isRetold(reading, sentence, trigger, definite)) return NONE;
  if (trigger.sense.future || isPossible(reading, trigger, from))
    return { verdict: 'threatened', span: { start: trigger.start, end: trigger.end } };
  const forecast = forecastBehind(reading, trigger, definite);
  if (forecast) return { verdict: 'threatened', span: spanOf(forecast) };
  const coming = comingDate(reading, sentence, trigger);
  if (coming) return { verdict: 'threatened', span: coming };
  const expected =
    reading.language === 'ar'
      ? (adjectiveAfter(reading, trigger, sentence.to) ?? near('any', 1))
      : (touching(reading, near('expected', 3), trigger) ??
        (trigger.sense.verb || counted ? null : after(reading, trigger, 'expected', sentence.to, 1)));
  // "A further 17 were treated": counted already.
  const isCounted = counted && trigger.sense.trigger.weak;
  if (expected && !isCounted && !(reading.language === 'en' && definite && expected.first < trigger.first - 2))
    return { verdict: 'threatened', span: spanOf(expected) };
  const threat =
    (definite ? null : near('threat', REACH)) ??
    near('fear', definite && trigger.sense.trigger.subType !== 'Storm' ? 2 : 6) ??
    (definite ? null : near('modal', trigger.sense.verb ? 5 : 7));
  // Those counted dead are dead.
  if (threat && isCounted) return HAPPENED;
  if (threat && !hasCarry(reading, threat.last + 1, trigger.first, threat)) return { verdict: 'threatened', span: spanOf(threat) };
  return HAPPENED;
}

/** "A landslide, triggered by torrential rain", "an emergency response for flooding": why, not what. */
function isCause(reading: Reading, { first }: TriggerCue, from: number): boolean {
  if (reading.language !== 'en') return false;
  for (let i = first - 1; i >= Math.max(from, first - 3); i--) {
    if (reading.word(i) === 'by' && CAUSING.has(reading.word(i - 1))) return true;
    if (reading.word(i) === 'for' && RESPONSES.has(reading.word(i - 1))) return true;
    if ((reading.gaps[i] ?? 0) > GAP.JOINER) return false;
  }
  return false;
}
const CAUSING = new Set(['triggered', 'caused', 'sparked', 'unleashed', 'prompted', 'worsened', 'swollen', 'weakened', 'loosened']);
const RESPONSES = new Set(['response', 'alert', 'preparations', 'plan', 'plans', 'funds', 'aid', 'relief', 'appeal']);

/** "Guards had heard shots and explosions": of what was told before. */
function isHeard(reading: Reading, { first, sense }: TriggerCue, from: number): boolean {
  if (reading.language !== 'en' || sense.verb) return false;
  for (let i = first - 1; i >= Math.max(from, first - 4); i--)
    if (reading.word(i) === 'heard' || reading.word(i) === 'hearing') return true;
  return false;
}

/** "Further south, shells fell": no adjective of the shells. */
function touching(reading: Reading, cue: Cue | null, { first }: TriggerCue): Cue | null {
  return cue && reading.gapBetween(cue.last, first) <= GAP.JOINER ? cue : null;
}

/** "Should the fire be repeated", "were talks to collapse", "had this been a real blast". */
const INVERSION = new Set(['should', 'were', 'had']);

/** "A storm could reach Luzon", "the storm was expected to": what is foretold of the event itself. */
function forecastBehind(reading: Reading, trigger: TriggerCue, definite: boolean): Cue | null {
  if (reading.language !== 'en' || trigger.sense.verb || (definite && trigger.sense.trigger.type !== 'Disaster')) return null;
  const i = trigger.last + 1;
  if ((reading.gaps[i] ?? GAP.SENTENCE) > GAP.JOINER) return null;
  const approach = trigger.sense.trigger.subType === 'Storm' ? reading.firstCue(i, i + 2, 'approach') : null;
  return approach ?? reading.firstCue(i, i + (BE.has(reading.word(i)) ? 2 : 1), 'modal');
}
const BE = new Set(['is', 'was', 'are', 'were']);

/** "a protest on Sunday next": the only day that the sentence tells is still to come. */
function comingDate(reading: Reading, { from, to }: SentenceTokens, trigger: TriggerCue): Span | null {
  const dates = reading.dates.filter(({ first, expression }) => first >= from && first < to && expression.direction !== null);
  const [first] = dates;
  if (!first || dates.some(({ expression }) => expression.direction !== 'future') || Math.abs(first.first - trigger.last) > 10) return null;
  return { start: first.expression.start, end: first.expression.end };
}

/** `قد` before an imperfect: what may be. */
function isPossible(reading: Reading, trigger: TriggerCue, from: number): boolean {
  if (reading.language !== 'ar') return false;
  for (let i = trigger.first - 1; i >= Math.max(from, trigger.first - 4); i--)
    if (MAY.test(reading.word(i)) && /^[يت]/.test(reading.word(i + 1))) return true;
  return false;
}
const MAY = /^[وف]?قد$/;

/** "has fought the army since 2023": a war that goes on, no event. */
function isBackground(reading: Reading, { to }: SentenceTokens, trigger: TriggerCue): boolean {
  if (trigger.sense.trigger.type === 'Disaster') return false;
  if (trigger.sense.trigger.killing && SINCE_OUTSET.test(reading.word(trigger.last + 1)) && OUTSET.test(reading.word(trigger.last + 2)))
    return true;
  const since = reading.dates.find(
    ({ first, expression }) => first > trigger.last && first - trigger.last <= 6 && first < to && expression.kind === 'since',
  );
  return since !== undefined && (trigger.sense.verb || trigger.sense.number === 'many');
}

/** "Abducted her in 1982, the court ruled": what is tried was news once; told with its day it may be so still. */
function isTried(reading: Reading, { from, to }: SentenceTokens, trigger: TriggerCue): boolean {
  if (trigger.sense.trigger.type === 'Protests' || trigger.sense.trigger.type === 'Riots') return false;
  return !reading.dates.some(
    ({ first, expression }) =>
      first >= from && first < to && first > trigger.first && first - trigger.last <= 8 && expression.precision === 1,
  );
}

/** `مقتل الأم`: definite by its second word. */
function isDefiniteDeath(reading: Reading, { last }: TriggerCue): boolean {
  return reading.language === 'ar' && reading.word(last + 1).startsWith('ال');
}

/** "Called the bombing indefensible", `أدانت الهجوم`: who speaks of what was told adds nothing to it. */
function isReaction(reading: Reading, { index, from, to }: SentenceTokens, trigger: TriggerCue, harmed: readonly Harmed[]): boolean {
  if (index === 0 || (harmed.some(({ count }) => count.low !== 0) && !isDefiniteDeath(reading, trigger))) return false;
  const reaction = reading.lastCue(from, trigger.first, 'reaction');
  if (!reaction || reading.gapBetween(reaction.last, trigger.first) > GAP.COMMA) return false;
  if (reading.dates.some(({ first, expression }) => first > trigger.last && first < to && expression.precision === 1)) return false;
  if (isDefinite(reading, trigger)) return true;
  // `مقتل الأم`, "the settlers' attack": made definite by whom it is of.
  if (reading.language === 'ar') return !trigger.sense.verb && isDefiniteDeath(reading, trigger);
  for (let i = reaction.last + 1; i < trigger.first; i++)
    if (reading.word(i) === 'the' && trigger.first - i <= 4) return !trigger.sense.verb;
  return /(?:^|\s)the$/.test(reading.word(reaction.last)) && trigger.first - reaction.last <= 4;
}

/** `قتلوا منذ بداية النزاع`. */
const SINCE_OUTSET = /^(منذ|since)$/;
const OUTSET = /^(بداية|بدء|اندلاع|مطلع|انطلاق|the|it)$/;

/** `نفت ذلك وقالت إن القصف ناتج عن …`: how who is accused tells it is no event more. */
function isRetold(reading: Reading, { index, from, to }: SentenceTokens, trigger: TriggerCue, definite: boolean): boolean {
  const denial = reading.lastCue(from, trigger.first, 'deny');
  if (index === 0 || !denial || !(definite || reading.firstCue(denial.last + 1, trigger.first, 'say'))) return false;
  return !reading.dates.some(({ first, expression }) => first >= from && first < to && expression.precision === 1);
}

/** A definite trigger speaks of an event told before: "the attack", `هذه الضربة`. */
export function isDefinite(reading: Reading, trigger: TriggerCue): boolean {
  if (trigger.sense.verb) return false;
  if (reading.language === 'ar') {
    const word = reading.word(trigger.first);
    if (trigger.clitics & CLITIC.ARTICLE || ARTICLE.test(word) || PRONOUN.test(word)) return true;
    if (trigger.first > 0 && reading.has(trigger.first - 1, 'this')) return true;
    // The second of a construct carries the article: هجوم الصاروخ, إطلاق الصواريخ.
    const [last, next] = [reading.word(trigger.last), reading.word(trigger.last + 1)];
    if (trigger.last > trigger.first) return ARTICLE.test(last);
    return reading.find(trigger.last + 1, 'weapon') !== null && next.startsWith('ال');
  }
  const own = reading.word(trigger.first);
  if (own === 'a' || own === 'an' || own === 'the') return own === 'the';
  for (let i = trigger.first - 1; i >= Math.max(0, trigger.first - 4); i--) {
    if ((reading.gaps[i + 1] ?? 0) > GAP.JOINER) return false;
    const word = reading.word(i);
    // "said that they would strike": a conjunction.
    if (reading.has(i, 'modal') || (word === 'that' && i > 0 && reading.hasEnding(i - 1, 'say'))) return false;
    if (word === 'the' || reading.has(i, 'this')) return true;
    if (word === 'a' || word === 'an' || reading.find(i, 'number') || reading.find(i, 'trigger')) return false;
    if (reading.has(i, 'locative') || reading.has(i, 'by') || reading.has(i, 'carry')) return false;
  }
  return false;
}

const ARTICLE = /^[وف]?(?:[بك]?ال|لل)/;
const PRONOUN = /^[وفبل]*(?:هجوم|هجمات|ضربت|ضربات|غارات|غارت|قصف|عمليت|عمليات)(?:ه|ها|هم)$/;

function spanOf({ start, end }: Cue): Span {
  return { start, end };
}

/** The nearest cue of a name before the trigger, in its own clause. */
function governing(reading: Reading, from: number, trigger: TriggerCue, name: CueName): Cue | null {
  const cue = reading.lastCue(from, trigger.first, name);
  if (!cue || cue.last >= trigger.first) return null;
  for (let i = cue.last + 1; i <= trigger.first; i++) if ((reading.gaps[i] ?? 0) >= GAP.PARENTHESIS) return null;
  for (let i = cue.last + 1; i < trigger.first; i++) {
    if (name === 'conditional') continue;
    if (reading.has(i, 'separator') || WHEN.has(reading.word(i))) return null;
    // `كذب الخبر، وأكد أن`: what is said next is no part of the denial.
    if (name === 'deny' && reading.language === 'ar' && reading.has(i, 'say')) return null;
    // An event between them is what the cue governs.
    const other = reading.find(i, 'trigger');
    if (other && !other.sense.trigger.weak && other.last < trigger.first && !isJoined(reading, other.last, trigger.first)) return null;
  }
  return cue;
}

/** "May have died when the boat sank": it did sink. */
const WHEN = new Set(['when', 'عندما', 'حين']);

function isJoined(reading: Reading, last: number, first: number): boolean {
  return first - last <= 2;
}

function after(reading: Reading, trigger: TriggerCue, name: CueName, to: number, reach: number): Cue | null {
  const cue = reading.firstCue(trigger.last + 1, Math.min(to, trigger.last + 1 + reach), name);
  return cue && reading.gapBetween(trigger.last, cue.first) <= GAP.JOINER ? cue : null;
}

/** "A report that police had shot a suspect was "pure invention"." */
function untrueBehind(reading: Reading, { to }: SentenceTokens, { last }: TriggerCue): Cue | null {
  const cue = reading.firstCue(last + 1, Math.min(to, last + 1 + DENIAL_REACH), 'untrue');
  return cue && reading.gapBetween(last, cue.first) < GAP.COMMA ? cue : null;
}

/** `هجوم مضاد إيراني متوقع`: adjectives follow the noun, up to its preposition. */
function adjectiveAfter(reading: Reading, trigger: TriggerCue, to: number): Cue | null {
  for (let i = trigger.last + 1; i < Math.min(to, trigger.last + 5); i++) {
    if ((reading.gaps[i] ?? 0) > GAP.QUOTE) return null;
    const cue = reading.at(i).find(({ sense }) => sense.kind === 'cue' && sense.cue === 'expected');
    if (cue) return cue;
    if (reading.has(i, 'on') || reading.has(i, 'locative') || reading.has(i, 'carry') || reading.isDated(i)) return null;
  }
  return null;
}

function isNegated(reading: Reading, trigger: TriggerCue, from: number): boolean {
  for (let i = trigger.first - 1; i >= Math.max(from, trigger.first - 4); i--) {
    if ((reading.gaps[i + 1] ?? 0) > GAP.QUOTE) return false;
    if (reading.find(i, 'nobody') ?? reading.find(i, 'unknown')) return false;
    // "Without electricity after shelling": what follows is said to have been.
    if (reading.has(i, 'separator')) return false;
    // مهاجرين غير نظاميين: the next word alone.
    if (reading.word(i) === 'غير' && i < trigger.first - 1) continue;
    // لم يسفر انفجار عن إصابات: only its harm is denied.
    if (reading.language === 'ar' && !trigger.sense.trigger.killing && RESULTING.test(reading.word(i + 1))) return false;
    if (reading.hasEnding(i, 'negation') || reading.has(i, 'zero')) return !reading.has(i + 1, 'another') && reading.word(i + 1) !== 'only';
    if (reading.find(i, 'casualty')) return false;
    if (reading.language === 'ar' && reading.has(i, 'on')) return false;
  }
  return false;
}

/** A finite "carried out" between them ends what a threat governs; "vowed to carry out" does not. */
function hasCarry(reading: Reading, from: number, to: number, cue: Cue): boolean {
  if (reading.language === 'ar') return false;
  for (let i = from; i < to; i++) {
    if (PAST.has(reading.word(i)) && cue.last < i - 1) return true;
  }
  return false;
}

const PAST = new Set(['was', 'were', 'killed', 'struck', 'hit', 'carried', 'after', 'for', 'over']);
