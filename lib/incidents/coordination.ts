import { CLITIC } from '../text/clitics';
import { GAP } from '../text/gaps';
import { CAPITAL, DIGIT } from '../text/tokenize';
import type { Quantity } from './counts';
import type { Reading } from './reading';

/** "Two soldiers and three civilians": one sum of people. */
export function joinCoordinated(reading: Reading, all: readonly Quantity[]): Quantity[] {
  const quantities = withoutAges(reading, all);
  const joined: Quantity[] = [];
  for (const [k, quantity] of quantities.entries()) {
    const previous = joined.at(-1);
    if (
      previous?.people &&
      quantity.people &&
      (isCoordinated(reading, previous, quantity) || isListed(reading, previous, quantity, quantities[k + 1]))
    ) {
      // ثلاثين جنديا ومتطوعا: behind the tens, one noun more of what is counted.
      if (isSameCount(reading, previous, quantity)) {
        joined[joined.length - 1] = { ...previous, last: quantity.last };
        continue;
      }
      const sum = (a: number | null, b: number | null) => (a === null || b === null ? null : a + b);
      joined[joined.length - 1] = {
        ...previous,
        last: quantity.last,
        low: sum(previous.low, quantity.low),
        best: sum(previous.best, quantity.best),
        high: sum(previous.high, quantity.high),
        implicit: previous.implicit && quantity.implicit,
      };
    } else joined.push(quantity);
  }
  return joined;
}

function isSameCount(reading: Reading, a: Quantity, b: Quantity): boolean {
  return (
    reading.language === 'ar' && b.implicit && b.best === 1 && !a.implicit && (a.low ?? 0) > 10 && /[^ء]ا$/.test(reading.word(b.first))
  );
}

/** "The bride, the groom and 11 guests". */
function isListed(reading: Reading, a: Quantity, b: Quantity, next: Quantity | undefined): boolean {
  if (reading.language !== 'en' || !next?.people || b.first !== a.last + 1 || reading.gaps[b.first] !== GAP.COMMA) return false;
  return isCoordinated(reading, b, next);
}

/** Whether two counts of people are told as one sum: "two soldiers and three civilians". */
export function isCoordinated(reading: Reading, a: Quantity, b: Quantity): boolean {
  const gap = reading.gapBetween(a.last, b.first);
  if (gap > GAP.COMMA) return false;
  // What two words of harm divide is not one sum: "3 people killed and 5 people injured".
  for (let i = b.last + 1; i <= b.last + 3 && (reading.gaps[i] ?? GAP.SENTENCE) < GAP.CLAUSE && !ALSO.test(reading.word(i)); i++)
    if (harmBehind(reading, i) && harmBefore(reading, a, b)) return false;
  if (reading.language === 'ar') {
    if (b.first !== a.last + 1 && !onlyModifiers(reading, a.last + 1, b.first) && !isManner(reading, a.last + 1, b.first)) return false;
    return reading.at(b.first).some(({ clitics }) => (clitics & CLITIC.CONJUNCTION) !== 0) || /^و\p{Nd}/u.test(reading.word(b.first));
  }
  const last = behindAge(reading, a.last);
  // "A father and his two sons".
  const own = b.first - last === 3 && OWN.has(reading.word(b.first - 1));
  const all = b.first - last === 3 && QUANTIFIERS.has(reading.word(b.first - 1));
  return (b.first - last === 2 || own || all) && reading.word(last + 1) === 'and';
}

/** `أحد عشر محتجا باختناق، وثلاثة من أعوان الأمن`: how they were hurt. */
function isManner(reading: Reading, from: number, to: number): boolean {
  return to - from === 1 && /^ب/.test(reading.word(from));
}

/** `، كما جرح أربعة`: begins a clause of its own. */
const ALSO = /^(كما|فيما|بينما)$/;

/** "A shepherd in his seventies and", "a woman, 45, and": the last token of what tells an age. */
function behindAge(reading: Reading, last: number): number {
  if (reading.word(last + 1) === 'in' && OWN.has(reading.word(last + 2))) return last + 3;
  if (reading.word(last + 1) === 'aged') return last + 2;
  return reading.tokens.flags[last + 1] === DIGIT && reading.gaps[last + 1] === GAP.COMMA ? last + 1 : last;
}
const ARTICLES = new Set(['a', 'an']);
const QUANTIFIERS = new Set(['all', 'the', 'another', 'some']);
const OWN = new Set(['his', 'her', 'their']);

export function onlyModifiers(reading: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (
      !reading.find(i, 'nationality') &&
      !reading.find(i, 'modifier') &&
      !ADJECTIVE.test(reading.word(i)) &&
      !reading.word(i).startsWith('ال') &&
      reading.word(i) !== 'برتبة' &&
      reading.word(i - 1) !== 'برتبة'
    )
      return false;
  return to - from <= 2;
}

function harmBehind(reading: Reading, i: number): boolean {
  const word = reading.find(i, 'casualty');
  // وأصيب opens a clause of its own; its count follows.
  if (!word || (reading.language === 'ar' && (word.clitics & CLITIC.CONJUNCTION || THEIR_END.test(reading.word(i))))) return false;
  return word.sense.form === 'before' || word.sense.form === 'either';
}

/** لقي رجل وطفل مصرعهم: one verb before and behind. */
const THEIR_END = /^(مصرع|حتف)ه/;

function harmBefore(reading: Reading, a: Quantity, b: Quantity): boolean {
  for (let i = a.first - 3; i < b.first; i++) if (i < a.first || i > a.last) if (reading.find(i, 'casualty')) return true;
  return false;
}

/** قائد ميداني: the form of most Arabic adjectives. */
const ADJECTIVE = /^\p{L}{3,}(ي|ية)$/u;

/** Without ages, and without who is only told once more: "a fifth victim, a herder aged 19, died". */
function withoutAges(reading: Reading, quantities: readonly Quantity[]): Quantity[] {
  return quantities.filter((quantity, k) => !isAge(reading, quantity) && !isSamePerson(reading, quantity, quantities[k - 1]));
}

const OLDEST = 120;

/** "A woman, 45, and her son, 12,", "Juantissa Hill, 24,": figures between commas behind a person or a name are ages. */
function isAge(reading: Reading, { first, last, people, best }: Quantity): boolean {
  if (reading.word(first - 1) === 'aged') return true;
  if (people || first !== last || (best ?? 0) > OLDEST || !isComma(reading, first) || (reading.gaps[last + 1] ?? GAP.SENTENCE) < GAP.COMMA)
    return false;
  const before = reading.tokens.flags[first - 1] ?? 0;
  return (before & CAPITAL) !== 0 || reading.endingAt(first - 1).some(({ sense }) => sense.kind === 'person');
}

const isComma = (reading: Reading, token: number): boolean => (reading.gaps[token] ?? GAP.SENTENCE) === GAP.COMMA;

function isSamePerson(reading: Reading, { first, last, implicit }: Quantity, before: Quantity | undefined): boolean {
  if (reading.language !== 'en' || !implicit || !before?.people || before.last !== first - 1 || !ARTICLES.has(reading.word(first)))
    return false;
  const end = behindAge(reading, last) + 1;
  return isComma(reading, first) && isComma(reading, end) && reading.word(end) !== 'and';
}
