import { GAP } from '../text/gaps';
import { CLITIC } from '../text/clitics';
import { CAPITAL, DIGIT } from '../text/tokenize';
import { isDigits, readNumber, type ReadNumber } from './numbers';
import type { Reading } from './reading';
import type { Bound } from './sense';

/** A number of people, as the text says it: "at least five soldiers", `جنديان`, `العديد من الأفراد`. */
export interface Quantity {
  readonly first: number;
  /** The last token, the people themselves included. */
  readonly last: number;
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
  /** Whether the words name people. */
  readonly people: boolean;
  /** A noun alone: "a soldier", `جندي`; it counts only where a word of harm stands right beside it. */
  readonly implicit: boolean;
  /** "A fifth victim": as many there are by now. */
  readonly ordinal?: true;
  /** "Another twelve", "three more": beside those counted before. */
  readonly more?: true;
}

const MAX_ADJECTIVES = 3;
const OTHERS = new Set(['others', 'آخرين', 'آخرون', 'آخران']);
/** Every quantity in tokens [from, to), left to right; none overlap. */
export function readQuantities(reading: Reading, from: number, to: number): Quantity[] {
  const quantities: Quantity[] = [];
  for (let i = from; i < to;) {
    const quantity = mayCount(reading, i) ? readQuantity(reading, i, to) : null;
    if (quantity) quantities.push(isMore(reading, quantity) ? { ...quantity, more: true } : quantity);
    i = quantity ? quantity.last + 1 : i + 1;
  }
  return quantities;
}

function isMore(reading: Reading, { first, last, ordinal }: Quantity): boolean {
  if (reading.language !== 'en' || ordinal) return false;
  if (MORE_BEFORE.has(reading.word(first - 1)) || MORE_BEFORE.has(reading.word(first))) return true;
  for (let i = first + 1; i <= last; i++) if (reading.word(i) === 'more' && reading.word(i + 1) !== 'than') return true;
  return false;
}
const MORE_BEFORE = new Set(['another', 'further', 'additional']);

/** Whether a quantity can begin at a token: most words are in no list and no figures. */
function mayCount(reading: Reading, i: number): boolean {
  return (
    reading.at(i).length > 0 || ((reading.tokens.flags[i] ?? 0) & DIGIT) !== 0 || (reading.language === 'en' && LEADS.has(reading.word(i)))
  );
}

function readQuantity(reading: Reading, at: number, to: number): Quantity | null {
  let i = at;
  let bound: Bound | null = null;
  const before = reading.find(i, 'bound');
  if (before) {
    bound = before.sense.bound;
    i = before.last + 1;
    const second = reading.find(i, 'bound');
    if (second) i = second.last + 1;
  }
  if (i >= to) return null;
  const vague = reading.find(i, 'vague');
  if (vague && !reading.isDated(i)) return finish(reading, at, vague.last + 1, to, { low: vague.sense.low, best: null, high: null });
  const number = readNumber(reading, i, to);
  if (!number) return bound === null ? readImplicit(reading, at, to) : null;
  // "Her four year old son".
  if (AGE.test(reading.word(number.next)) && reading.word(number.next + 1) === 'old') return null;
  let counts = bounded(number.value, bound);
  let next = number.next;
  const range = isBetween(reading, at) ? readBetween(reading, number.next, to) : null;
  if (range && range.value > number.value) return finish(reading, at, range.next, to, { low: number.value, best: null, high: range.value });
  const link = next < to && (reading.gaps[next] ?? 0) <= GAP.JOINER ? rangeLink(reading, next) : 0;
  if (link > 0) {
    const second = readNumber(reading, next + link, to);
    if (second && second.value > number.value && isRise(reading, at))
      return finish(reading, at, second.next, to, bounded(second.value, bound));
    if (second && second.value > number.value) {
      counts = { low: number.value, best: null, high: second.value };
      next = second.next;
    }
  }
  const behind = next < to ? reading.find(next, 'boundAfter') : null;
  if (behind && (reading.gaps[next] ?? 0) <= GAP.SPACE) {
    counts = bounded(number.value, behind.sense.bound);
    next = behind.last + 1;
  }
  return finish(reading, at, next, to, counts);
}

const AGE = /^(year|month|week|day)s?$/;

/** "Rose from 24 to 37": it is 37 now. */
function isRise(reading: Reading, at: number): boolean {
  const before = reading.word(at - 1);
  return (before === 'from' || before === 'من') && reading.lastCue(Math.max(0, at - 5), at, 'rose') !== null;
}

function isBetween(reading: Reading, at: number): boolean {
  return at > 0 && BETWEEN.has(reading.word(at - 1));
}
const BETWEEN = new Set(['between', 'بين']);

/** The second number of "between 10 and 15", `بين 10 و15`. */
function readBetween(reading: Reading, next: number, to: number): ReadNumber | null {
  if (reading.language === 'en') return reading.word(next) === 'and' ? readNumber(reading, next + 1, to) : null;
  return (reading.gaps[next] ?? GAP.SENTENCE) <= GAP.SPACE ? readNumber(reading, reading.word(next) === 'و' ? next + 1 : next, to) : null;
}

/** Tokens that join the two ends of a range: "10 to 12", `10 إلى 12`; 0 where there are none. */
function rangeLink(reading: Reading, next: number): number {
  const to = reading.find(next, 'to');
  return to ? to.last - to.first + 1 : 0;
}

type Counts = Pick<Quantity, 'low' | 'best' | 'high'>;

function bounded(value: number, bound: Bound | null): Counts {
  switch (bound) {
    case 'atLeast':
      return { low: value, best: value, high: null };
    case 'moreThan':
      return { low: value + 1, best: null, high: null };
    case 'upTo':
      return { low: null, best: null, high: value };
    case 'lessThan':
      return { low: null, best: null, high: Math.max(0, value - 1) };
    default:
      return { low: value, best: value, high: value };
  }
}

/** Takes in what is counted: "of", adjectives, and the noun. A number of things that are no people is none. */
function finish(reading: Reading, first: number, next: number, to: number, counts: Counts): Quantity | null {
  let last = next - 1;
  let people = false;
  let i = next;
  const limit = Math.min(to, next + MAX_ADJECTIVES + 2);
  for (let words = 0; i < limit && (reading.gaps[i] ?? 0) <= GAP.QUOTE && words <= MAX_ADJECTIVES; words++) {
    const behind = reading.find(i, 'boundAfter');
    if (behind) {
      if (behind.sense.bound === 'atLeast' && counts.best !== null) counts = { ...counts, high: null };
      i = last = behind.last;
      i++;
      continue;
    }
    const person = reading.find(i, 'person');
    if (person) {
      people = true;
      // "Nine police personnel".
      const more =
        reading.language === 'en' && (reading.gaps[person.last + 1] ?? GAP.SENTENCE) <= GAP.SPACE
          ? reading.find(person.last + 1, 'person')
          : null;
      last = (more ?? person).last;
      break;
    }
    // "Six Maoists", "four Palestinians": a people or a band by its name.
    if (reading.language === 'en' && words === 0 && isGroupName(reading, i) && !reading.isDated(i)) {
      people = true;
      last = i;
      break;
    }
    const of = reading.find(i, 'of');
    if (of) {
      people ||= OTHERS.has(reading.word(of.last));
      i = of.last + 1;
      last = of.last;
      continue;
    }
    if (reading.find(i, 'casualty') || reading.find(i, 'trigger') || reading.find(i, 'number') || isDigits(reading, i)) break;
    // "Bringing to 19 the number of dead".
    if (
      reading.word(i) === 'the' ||
      reading.has(i, 'locative') ||
      reading.has(i, 'by') ||
      reading.has(i, 'on') ||
      reading.has(i, 'separator')
    )
      break;
    if (reading.language === 'ar' && !reading.find(i, 'nationality') && !reading.find(i, 'modifier')) break;
    i++;
  }
  // 12 جنديا على الأقل, 11 قتيلا على الأقل: a bound behind the noun.
  const noun = reading.find(last + 1, 'casualty');
  const bound = reading.language === 'ar' ? reading.find((noun?.last ?? last) + 1, 'boundAfter') : null;
  if (bound?.sense.bound === 'atLeast' && counts.low !== null && reading.gapBetween(last, bound.first) <= GAP.SPACE)
    counts = { ...counts, high: null };
  return { first, last, ...counts, people, implicit: false };
}

function isGroupName(reading: Reading, i: number): boolean {
  const next = reading.tokens.flags[i + 1] ?? 0;
  const alone = !(next & CAPITAL) || (reading.gaps[i + 1] ?? GAP.SENTENCE) > GAP.SPACE;
  return ((reading.tokens.flags[i] ?? 0) & CAPITAL) !== 0 && alone && /\p{L}{3,}s$/u.test(reading.word(i)) && !reading.find(i, 'weapon');
}

/** One or two people said by a noun alone: "a soldier", `جندي`, `جنديان`. */
function readImplicit(reading: Reading, at: number, to: number): Quantity | null {
  if (reading.language === 'ar') {
    const dual = reading.find(at, 'casualty');
    if (dual?.sense.form === 'dual') return atLeast(reading, exactly(at, dual.last, 2, true, false));
    // استشهاد طفل وجرح آخر
    if (OTHER.test(reading.word(at)) && at > 0 && reading.find(at - 1, 'casualty')) return exactly(at, at, 1, true, true);
    const person = reading.find(at, 'person');
    if (!person || reading.isDated(at) || reading.word(at - 1) === 'برتبة') return null;
    // مدنيَّين: its vowels tell the dual from the plural.
    if (person.sense.number === 'many' && DUAL.test(reading.text.slice(person.start, person.end)))
      return exactly(at, person.last, 2, true, false);
    if (person.sense.number === 'many') return readDefinite(reading, at, person.last);
    if (person.clitics & (CLITIC.BA | CLITIC.LAM | CLITIC.KAF)) return null;
    if (person.sense.number === 2) return atLeast(reading, exactly(at, person.last, 2, true, false));
    // شخص واحد على الأقل
    const adjective = APPOSED.test(reading.word(person.last + 1)) && reading.gapBetween(person.last, person.last + 1) <= GAP.SPACE;
    const one = adjective || reading.find(person.last + 1, 'number')?.sense.value === 1 ? person.last + 1 : person.last;
    const behind = reading.find(one + 1, 'boundAfter');
    if (behind?.sense.bound === 'atLeast') return { ...exactly(at, behind.last, 1, true, false), high: null };
    return exactly(at, one, 1, true, adjective || one === person.last);
  }
  const word = reading.word(at);
  const article = LEADS.has(word);
  // "He was the fourth driver to be murdered": of other attacks.
  // "Two dead and another slightly injured".
  if (word === 'another' && (harmAt(reading, at + 1) || (/ly$/.test(reading.word(at + 1)) && harmAt(reading, at + 2))))
    return { ...exactly(at, at, 1, true, false), more: true };
  const rank = article && !SERIAL.has(reading.word(at - 1)) ? ORDINALS.indexOf(reading.word(at + 1)) : -1;
  const victim = rank >= 0 ? reading.find(at + 2, 'person') : null;
  if (victim?.sense.number === 1) return { ...exactly(at, victim.last, rank + 2, true, false), ordinal: true };
  for (let i = article ? at + 1 : at, words = 0; i < to && words <= MAX_ADJECTIVES; i++, words++) {
    if (i > at && ((reading.gaps[i] ?? 0) > GAP.QUOTE || reading.word(i) === 'and')) return null;
    // "His three-year-old daughter".
    if (AGE.test(reading.word(i + 1)) && reading.word(i + 2) === 'old') {
      i += 2;
      continue;
    }
    const person = reading.find(i, 'person');
    if (person) {
      if (person.sense.number === 'many' || (reading.tokens.flags[person.last] ?? 0) === 0) return null;
      // "Injured by Israeli gunfire": an adjective.
      if (!article && reading.find(i, 'nationality')) return null;
      if (person.sense.number === 2) return exactly(at, person.last, 2, true, true);
      // "a police officer": the noun that ends the phrase counts.
      const following = reading.find(person.last + 1, 'person');
      if (following && (reading.gaps[person.last + 1] ?? 0) <= GAP.JOINER) {
        if (following.sense.number !== 1) return null;
        return exactly(at, following.last, 1, true, true);
      }
      return exactly(at, person.last, 1, true, true);
    }
    if (!article) return null;
    if (reading.find(i, 'casualty') || reading.find(i, 'trigger') || reading.find(i, 'number') || reading.has(i, 'locative')) return null;
  }
  return null;
}

function harmAt(reading: Reading, i: number): boolean {
  return reading.find(i, 'casualty') !== null || (BEING.has(reading.word(i)) && reading.find(i + 1, 'casualty') !== null);
}
const BEING = new Set(['was', 'is', 'were']);

/** شخصان على الأقل */
function atLeast(reading: Reading, quantity: Quantity): Quantity {
  const behind = reading.find(quantity.last + 1, 'boundAfter');
  return behind?.sense.bound === 'atLeast' ? { ...quantity, last: behind.last, high: null } : quantity;
}

const ORDINALS = ['second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth'];

const SERIAL = new Set(['was', 'is', 'became', 'were', 'as']);

/** Words before an English noun that make it one. */
const LEADS = new Set(['a', 'an', 'one', 'another', 'the', 'his', 'her', 'their']);
const OTHER = /^(آخر|أخرى|ثان|ثانية|ثالث|ثالثة|رابع|رابعة|خامس|خامسة|سادس)$/;
const DUAL = /[\u064E\u0651]{1,2}\u064A\u0646$/;
/** رجل مسن, شاب فلسطيني: the second noun only says more of the first. */
const APPOSED = /^(مسنا?|مسنة|مريضا?|قاصرا?|\p{L}{3,}(ي|ية|يا))$/u;

/** `أطفاله الأربعة`: the number behind a definite noun. */
function readDefinite(reading: Reading, at: number, last: number): Quantity | null {
  const number = reading.find(last + 1, 'number');
  if (!number || !(number.clitics & CLITIC.ARTICLE) || reading.gapBetween(last, last + 1) > GAP.SPACE || reading.isDated(last + 1))
    return null;
  return exactly(at, number.last, number.sense.value, true, false);
}

function exactly(first: number, last: number, value: number, people: boolean, implicit: boolean): Quantity {
  return { first, last, low: value, best: value, high: value, people, implicit };
}
