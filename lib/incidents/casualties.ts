import { GAP } from '../text/gaps';
import type { Count } from '../types';
import { isCoordinated, joinCoordinated } from './coordination';
import { readQuantities, type Quantity } from './counts';
import { quantityOf } from './governed-count';
import { hasOwnHarm } from './own-harm';
import type { CueOf, Reading } from './reading';
import type { Harm } from './sense';

/** How many a sentence says were killed or injured, and at which token it says so. */
export interface Harmed {
  readonly harm: Harm;
  readonly count: Count;
  /** The token of the word of harm. */
  readonly token: number;
  /** "A fifth victim died": the toll by now. */
  readonly ordinal?: true;
  /** Beside those counted before. */
  readonly more?: true;
}

/** The counts of killed and injured in tokens [from, to). */
export function readCasualties(reading: Reading, from: number, to: number): Harmed[] {
  const found: Harmed[] = [];
  if (!speaksOfHarm(reading, from, to)) return found;
  const quantities = joinCoordinated(reading, withoutParts(reading, readQuantities(reading, from, to), from));
  const used = new Set<Quantity>();
  let silent = -1;
  for (let i = from; i < to; i++) {
    const unknown = reading.find(i, 'unknown');
    if (unknown) silent = Math.max(silent, unknown.last + 3);
    const nobody = reading.find(i, 'nobody');
    if (nobody && i > silent) {
      const span = reading.spanOf(i, nobody.last);
      for (const harm of ['killed', 'injured'] as const)
        if (nobody.sense[harm]) found.push({ harm, count: { low: 0, best: 0, high: 0, span }, token: i });
      silent = Math.max(silent, nobody.last);
    }
    const without = endOfNone(reading, i, to);
    if (without >= 0) {
      const span = reading.spanOf(i, without);
      for (const harm of ['killed', 'injured'] as const) found.push({ harm, count: { low: 0, best: 0, high: 0, span }, token: i });
      silent = Math.max(silent, without);
    }
    const word = reading.find(i, 'casualty');
    if (!word || i <= silent || isNegated(reading, word, from) || isInfinitive(reading, word) || isLongAgo(reading, i, from)) continue;
    if (isJoint(reading, word)) {
      silent = Math.max(silent, word.last + 2);
      continue;
    }
    const quantity = quantityOf(reading, word, quantities, used, from, to);
    if (!quantity) continue;
    used.add(quantity);
    // "A third man was hurt": beside two who died.
    const ordinal = quantity.ordinal === true && word.sense.harm === 'killed';
    const { low, best, high } = quantity.ordinal && !ordinal ? ONE : quantity;
    const span = reading.spanOf(quantity.first, quantity.last);
    found.push({
      harm: word.sense.harm,
      count: { low, best, high, span },
      token: i,
      ...(ordinal ? { ordinal } : {}),
      ...(quantity.more || (quantity.ordinal && !ordinal) || reading.word(i - 1) === 'also' || isLater(reading, quantity)
        ? { more: true }
        : {}),
    });
  }
  return withoutDoubles(found);
}

/** `توفي السائق لاحقا متأثرا بإصابته`: one more than those counted at first. */
function isLater(reading: Reading, { last, best }: Quantity): boolean {
  if (reading.language !== 'ar') return false;
  // `كما لقيت بائعة شاي وابنتها حتفهما`.
  const sentence = reading.sentences.find(({ from, to }) => last >= from && last < to);
  if (sentence && sentence.index > 0 && reading.word(sentence.from) === 'كما') return true;
  if (best !== 1) return false;
  for (let i = last + 1; i <= last + LATER_REACH && (reading.gaps[i] ?? GAP.SENTENCE) < GAP.CLAUSE; i++)
    if (/^لاحقا/.test(reading.word(i))) return true;
  return false;
}
const LATER_REACH = 4;

const ONE = { low: 1, best: 1, high: 1 };

/** Whether any word of tokens [from, to) is one of harm: most sentences have none, and need no counting. */
function speaksOfHarm(reading: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    for (const { sense } of reading.at(i)) if (sense.kind === 'casualty' || sense.kind === 'nobody') return true;
    if (reading.language === 'ar' && i + 1 < to && reading.has(i, 'negation') && RESULTING.test(reading.word(i + 1))) return true;
  }
  return false;
}

/** `مقتل وإصابة 20 شخصا`, "killed or wounded 20": nobody says how many of each. */
function isJoint(reading: Reading, { first, last, sense }: CueOf<'casualty'>): boolean {
  const second = reading.find(last + 1, 'casualty') ?? (JOINERS.has(reading.word(last + 1)) ? reading.find(last + 2, 'casualty') : null);
  if (!second || second.sense.harm === sense.harm || reading.gapBetween(first, second.first) > GAP.SPACE) return false;
  if (reading.language === 'ar' && !(JOINT_FIRST.test(reading.word(first)) && JOINT_SECOND.test(reading.word(second.first)))) return false;
  return readQuantities(reading, second.last + 1, second.last + 4).some(({ first: at }) => at === second.last + 1);
}
const JOINERS = new Set(['or', 'and']);
const JOINT_FIRST = /^[وفب]?(مقتل|قتل|استشهاد|مصرع)$/;
const JOINT_SECOND = /^و(إصابة|جرح)$/;

/** `لم يسفر القصف … عن ضحايا`: the last token, or -1 where nothing of the kind is said. */
function endOfNone(reading: Reading, i: number, to: number): number {
  if (reading.language !== 'ar' || !/^[وف]?لم$/.test(reading.word(i)) || !RESULTING.test(reading.word(i + 1))) return -1;
  for (let k = i + 2; k < Math.min(to, i + 16) && (reading.gaps[k] ?? 0) < GAP.CLAUSE; k++)
    if (HARMED.test(reading.word(k)) && !reading.find(k - 1, 'number')) return k;
  return -1;
}
/** Verbs of outcome behind لم. */
export const RESULTING = /^[يت](سفر|خلف|وقع|سقط|تسبب|نجم|ؤد)$/;
const HARMED = /^(أي|أية)?(ضحايا|إصابات|قتلى|جرحى|خسائر)$/;

/** `قارب كان يقل 48 مهاجرا`, "a boat carrying 48": who was aboard, not who drowned. */
function isAboard(reading: Reading, { first }: Quantity): boolean {
  for (let i = first - 1; i >= first - 2; i--) if (CARRYING.test(reading.word(i))) return true;
  return false;
}
const CARRYING = /^(كان|كانت)?[يت](قل|قله|قلهم|حمل|نقل)$|^(carrying|transporting|ferrying)$/;

/** "A year after a collapse killed 16": of another event. */
function isLongAgo(reading: Reading, i: number, from: number): boolean {
  const cue = reading.lastCue(Math.max(from + 1, i - LONG_REACH), i, 'longAfter');
  return cue !== null && reading.gapBetween(cue.last, i) < GAP.CLAUSE;
}
const LONG_REACH = 10;

/** "The toll had previously stood at two": no longer. */
function isFormer(reading: Reading, { first }: Quantity): boolean {
  for (let i = first - 1; i >= first - 4; i--) {
    if (FORMER.has(reading.word(i))) return true;
    // "The mayor's office first spoke of two dead".
    if (reading.word(i) === 'first' && SPOKE.has(reading.word(i + 1))) return true;
  }
  return false;
}
const SPOKE = new Set(['spoke', 'put', 'reported', 'said', 'counted', 'listed']);
const FORMER = new Set(['previously', 'سابقا', 'initially']);

/** "Two days of unrest": no people. */
function isTime(reading: Reading, { last, people }: Quantity): boolean {
  return !people && TIME.test(reading.word(last + 1));
}
const TIME =
  /^(days?|weeks?|months?|years?|hours?|minutes?|nights?|أيام|يوما|يومين|أسابيع|أشهر|شهرا|سنوات|أعوام|عاما|ساعات|ساعة|دقائق|دقيقة)$/;

/** "Five people, all members of one family": one family is nobody more. */
function isFamily(reading: Reading, { first, last }: Quantity): boolean {
  return reading.word(last) === 'family' && reading.word(first - 1) === 'of';
}

/** "All 14 crew members, none of whom was hurt". */
function isSpared(reading: Reading, { last }: Quantity): boolean {
  for (let i = last + 1; i <= last + 3; i++)
    if (reading.word(i) === 'none' && reading.word(i + 1) === 'of') return reading.gapBetween(last, i) <= GAP.COMMA;
  return false;
}

/** `عشرة ضحايا بين قتيل وجريح`: nobody says how many of each. */
function isUnsplit(reading: Reading, { last }: Quantity): boolean {
  for (let i = last + 1; i <= last + 2; i++) if (reading.word(i) === 'بين' && /^(قتيل|شهيد|قتلى)$/.test(reading.word(i + 1))) return true;
  return /^(قتيل|شهيد|قتلى)$/.test(reading.word(last)) && reading.word(last - 1) === 'بين';
}

/** Without the parts of counts already given, nor what is listed with a part: "among them a nurse and her daughter". */
function withoutParts(reading: Reading, quantities: readonly Quantity[], from: number): Quantity[] {
  let part: Quantity | null = null;
  return quantities.filter((quantity) => {
    const listed =
      part !== null &&
      isCoordinated(reading, part, quantity) &&
      !tellsItself(reading, quantity) &&
      reading.gapBetween(part.last, quantity.first) <= GAP.JOINER;
    const isOne = listed || isPart(reading, quantity, from);
    part = isOne ? quantity : null;
    return (
      !isOne &&
      !isUnsplit(reading, quantity) &&
      !isSpared(reading, quantity) &&
      !isAboard(reading, quantity) &&
      !isFamily(reading, quantity) &&
      !isTime(reading, quantity) &&
      !isFormer(reading, quantity)
    );
  });
}

/** "Four of them children, and nine suffered burns": no further part, but people of their own. */
function tellsItself(reading: Reading, quantity: Quantity): boolean {
  return hasOwnHarm(reading, quantity) && (reading.gaps[quantity.last + 1] ?? GAP.SENTENCE) < GAP.COMMA;
}

/** "Three, including a child", "three of the injured": what is part of a count already given counts no more. */
function isPart(reading: Reading, { first, last }: Quantity, from: number): boolean {
  // 14 من القتلى: some of them.
  for (let i = first + 1; i <= last + 1 && reading.language === 'ar'; i++)
    if (reading.word(i) === 'من' && PART_OF.test(reading.word(i + 1))) return true;
  // بين القتلى طفلان
  if (reading.language === 'ar' && PART_OF.test(reading.word(first - 1)) && /^[وف]?(بين|ضمن|من)$/.test(reading.word(first - 2)))
    return true;
  // "Six others, one of them a man of 70, were beaten".
  if (PARTITIVE.has(reading.word(first - 1)) && reading.word(first - 2) === 'of') return true;
  // "Three of them children", "one of whom".
  for (let i = first + 1; i <= last + 1 && reading.language === 'en'; i++)
    if (
      reading.word(i) === 'of' &&
      ((PARTITIVE.has(reading.word(i + 1)) && !isObjectOfHarm(reading, first) && isOfHarmed(reading, first, i, from)) ||
        (reading.word(i + 1) === 'the' && reading.find(i + 2, 'casualty')))
    )
      return true;
  for (let i = first - 1; i >= Math.max(from, first - 4); i--) {
    if (reading.hasEnding(i, 'including')) return true;
    // 12، بينهم شرطيان، وأن 15 آخرين أصيبوا
    if (THAT.test(reading.word(i)) || reading.find(i, 'casualty') || reading.find(i, 'number')) return false;
  }
  return false;
}

/** "Residents were led to safety. Three of them were treated": of people whom nobody has called hurt before. */
function isOfHarmed(reading: Reading, first: number, at: number, from: number): boolean {
  if (reading.word(at + 1) !== 'them' || readQuantities(reading, from, first).length > 0) return true;
  const before = reading.sentences.find(({ to }) => to === from);
  for (let i = before?.from ?? from; i < at; i++) if (reading.find(i, 'casualty')) return true;
  return false;
}

/** "Killing three of them": of the protesters, not of the dead. */
function isObjectOfHarm(reading: Reading, first: number): boolean {
  return (
    (reading.gaps[first] ?? GAP.SENTENCE) <= GAP.SPACE &&
    reading.endingAt(first - 1).some(({ sense }) => sense.kind === 'casualty' && sense.form !== 'before' && sense.form !== 'toll')
  );
}

const THAT = /^[وف]?[أإ]ن$/;
const PART_OF = /^ال(قتلى|ضحايا|جرحى|مصابين|شهداء|وفيات|متوفين)$/;

const PARTITIVE = new Set(['them', 'whom', 'those']);

function isNegated(reading: Reading, word: CueOf<'casualty'>, from: number): boolean {
  for (let i = word.first - 1; i >= Math.max(from, word.first - 2); i--)
    if (reading.hasEnding(i, 'negation') && !reading.find(i, 'nobody') && !reading.endingAt(i).some(({ sense }) => sense.kind === 'nobody'))
      return true;
  return false;
}

/** "Threatened to kill two men": who is yet to die. */
function isInfinitive(reading: Reading, { first }: CueOf<'casualty'>): boolean {
  return reading.word(first) === 'kill' && reading.word(first - 1) === 'to';
}

/** One count of a kind for one stretch of the text. */
function withoutDoubles(found: readonly Harmed[]): Harmed[] {
  return found.filter(
    (harmed, k) => !found.some((other, n) => n < k && other.harm === harmed.harm && other.count.span.start === harmed.count.span.start),
  );
}
