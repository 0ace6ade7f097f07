import { GAP } from '../text/gaps';
import { clauseEnd, clauseStart } from './clauses';
import { readNumber } from './numbers';
import type { Cue } from './read-cues';
import type { CueOf, Reading, SentenceTokens } from './reading';

type TriggerCue = CueOf<'trigger'>;

/** A count of attacks, a series, a habit: many events told as one thing are not one event. */
export function isGeneric(reading: Reading, sentence: SentenceTokens, trigger: TriggerCue): boolean {
  const { weak, killing } = trigger.sense.trigger;
  const many = trigger.sense.number === 'many' || isCounted(reading, trigger);
  if ((many || weak || reading.language === 'en') && isOfYears(reading, sentence, trigger)) return true;
  // "Since the truce more than 330 people have been killed in strikes."
  if (
    SINCE.has(reading.word(sentence.from)) &&
    !reading.dates.some(
      ({ first, expression }) =>
        first < sentence.to &&
        expression.precision === 1 &&
        // "Since the truce of 10 October 600 have been killed": the day from which it is counted.
        (first > trigger.first || (first > sentence.from && reading.gapBetween(sentence.from, first) >= GAP.COMMA)),
    )
  )
    return true;
  // "The campaign has since killed 56,000."
  if (trigger.sense.verb && reading.word(trigger.first - 1) === 'since' && HAVE.has(reading.word(trigger.first - 2))) return true;
  // The wounded are counted, not the events: 27 جريحا.
  if (weak && killing && reading.language === 'ar') return isOverYears(reading, sentence, trigger);
  if (isTally(reading, sentence, trigger)) return true;
  const from = clauseStart(reading, sentence, trigger.first);
  const to = clauseEnd(reading, sentence, trigger.last);
  const times = reading.firstCue(
    Math.max(from, trigger.first - 4),
    Math.min(to, trigger.last + (trigger.sense.trigger.type === 'Disaster' ? 16 : 8)),
    'times',
  );
  // "Up from 16 a day earlier": a day, no habit.
  if (times && !EARLIER.has(reading.word(times.last + 1)) && (many || trigger.sense.verb)) return true;
  const quantified = reading.lastCue(Math.max(from, trigger.first - 4), trigger.first, 'quantifying');
  if (
    quantified &&
    !isTollWord(reading, quantified) &&
    (many || reading.language === 'ar' || quantified.last >= trigger.first - 2) &&
    isAdjoined(reading, quantified, trigger)
  ) {
    // "the latest in a series of attacks" has its own subject; a single attack is quantified only where the word touches it.
    return many || trigger.sense.verb === false;
  }
  if (
    (many || isMass(reading, trigger)) &&
    (reading.firstCue(trigger.last + 1, Math.min(to, trigger.last + 8), 'ceasing') ??
      reading.lastCue(Math.max(from, trigger.first - 3), trigger.first, 'ceasing'))
  )
    return true;
  return many && !isAsserted(reading, sentence, trigger);
}

const EARLIER = new Set(['earlier', 'ago', 'later']);

/** "Ransom kidnapping has become an industry": no article, no event. */
function isMass(reading: Reading, { first, sense }: TriggerCue): boolean {
  if (reading.language !== 'en' || sense.verb) return false;
  for (let i = first; i >= first - 2; i--) {
    if (DETERMINERS.has(reading.word(i)) || reading.find(i, 'number')) return false;
    if ((reading.gaps[i] ?? GAP.SENTENCE) > GAP.QUOTE) break;
  }
  return true;
}
const DETERMINERS = new Set(['a', 'an', 'the', 'this', 'that', 'his', 'her', 'its', 'their', 'another']);

const HAVE = new Set(['has', 'have', 'had']);
const SINCE = new Set(['since', 'ومنذ', 'منذ']);

/** `أودت بحياة مئتي مواطن خلال عشرة أعوام`. */
function isOverYears(reading: Reading, { from, to }: SentenceTokens, { first, last }: TriggerCue): boolean {
  const period = reading.firstCue(Math.max(from, first - 8), Math.min(to, last + 8), 'times');
  return period !== null && PERIOD.test(reading.word(period.last));
}
const PERIOD = /أعوام|سنوات|عقد|عقدين|عامين|سنتين|الخمس|الثلاث|العشر|الخمسة|الثلاثة|الأخير|الأخيرين|الأخيرة|سنويا|عام$/;

/** `حصيلة ضحايا الانهيار`: those hurt are counted, not the events. */
function isTollWord(reading: Reading, { first }: Cue): boolean {
  const toll = reading.find(first, 'casualty') ?? reading.find(first - 1, 'casualty');
  return reading.language === 'ar' && toll !== null && toll.last >= first;
}

/** The only time that the sentence tells is a year, or since when: "3500 died last year". */
function isOfYears(reading: Reading, { from, to }: SentenceTokens, { sense }: TriggerCue): boolean {
  const dates = reading.dates.filter(({ first }) => first >= from && first < to);
  // "A wildfire has burned since Saturday": one that still goes on.
  if (sense.trigger.type === 'Disaster' && dates.some(({ expression }) => expression.kind === 'since' && expression.precision <= 3))
    return false;
  return dates.length > 0 && dates.every(({ expression: { kind, range } }) => kind === 'year' || kind === 'since' || isLong(range));
}

/** "Over the past five years". */
function isLong(range: { readonly start: string; readonly end: string } | null): boolean {
  return range !== null && Date.parse(range.end) - Date.parse(range.start) > 300 * 86_400_000;
}

/** `خمسين هجوما`: behind a number the singular is many. */
function isCounted(reading: Reading, trigger: TriggerCue): boolean {
  return reading.language === 'ar' && !trigger.sense.verb && countBefore(reading, trigger) > 2;
}

/** Events counted by the score are statistics, unless the text tells their day. */
const TALLY = 20;

function isTally(reading: Reading, { from, to }: SentenceTokens, trigger: TriggerCue): boolean {
  if (trigger.sense.verb || countBefore(reading, trigger) < TALLY) return false;
  return !reading.dates.some(
    ({ first, expression }) => first >= from && first < to && expression.precision === 1 && expression.kind !== 'since',
  );
}

function countBefore(reading: Reading, trigger: TriggerCue): number {
  for (let i = trigger.first - 1; i >= Math.max(0, trigger.first - 3); i--) {
    if ((reading.gaps[i + 1] ?? 0) > GAP.JOINER) return 0;
    const number = readNumber(reading, i, trigger.first);
    if (number) return reading.language === 'ar' && number.next !== trigger.first ? 0 : number.value;
  }
  return 0;
}

function isAdjoined(reading: Reading, before: Cue, trigger: TriggerCue): boolean {
  for (let i = before.last + 1; i < trigger.first; i++)
    if (reading.has(i, 'carry') || (reading.gaps[i] ?? 0) > GAP.QUOTE || reading.find(i, 'number') || reading.find(i, 'vague'))
      return false;
  return (reading.gaps[trigger.first] ?? 0) <= GAP.QUOTE;
}

/** Several attacks are an event where the text says that they were carried out, counts them, or dates them. */
function isAsserted(reading: Reading, { from, to }: SentenceTokens, trigger: TriggerCue): boolean {
  const [left, right] = [Math.max(from, trigger.first - 7), Math.min(to, trigger.last + 9)];
  for (let i = left; i < right; i++) {
    if (i >= trigger.first && i <= trigger.last) continue;
    if (reading.has(i, 'carry') && (i !== trigger.last + 1 || reading.language === 'en' || reading.word(i) !== 'في')) return true;
    if (reading.find(i, 'number')) return true;
  }
  if (
    reading.dates.some(({ first, expression }) => first >= from && first < to && expression.kind !== 'since' && expression.kind !== 'until')
  )
    return true;
  for (let i = from; i < to; i++) if (reading.find(i, 'casualty')) return true;
  return trigger.sense.trigger.type === 'Disaster' && from === 0;
}
