import { CLITIC } from '../text/clitics';
import { GAP } from '../text/gaps';
import { onlyModifiers } from './coordination';
import type { Quantity } from './counts';
import { BE, hasOwnHarm, hasVerbBehind } from './own-harm';
import type { CueOf, Reading } from './reading';
import { isThing } from './things';

/** Tokens between a word of harm and the count that it governs; a toll's figure may stand farther off. */
const REACH_AFTER = 5;
const REACH_BEFORE = 6;
const REACH_TOLL = 12;
/** "Four members of one family, including a baby, were killed". */
const REACH_INCLUDING = 12;

/** "It had killed 30": active, whatever follows. */
const HAVE = new Set(['have', 'has', 'had']);

export function quantityOf(
  reading: Reading,
  word: CueOf<'casualty'>,
  quantities: readonly Quantity[],
  used: ReadonlySet<Quantity>,
  from: number,
  to: number,
): Quantity | null {
  const { form } = word.sense;
  const free = (quantity: Quantity) => !used.has(quantity);
  if (form === 'dual') return quantities.find((quantity) => quantity.first === word.first && free(quantity)) ?? null;
  const before = () => nearestBefore(reading, word, quantities.filter(free), from);
  const after = (reach: number) => nearestAfter(reading, word, quantities.filter(free), to, reach);
  if (form === 'toll')
    return (
      raisedTo(reading, word, quantities.filter(free)) ??
      latest(reading, risenTo(reading, word, quantities.filter(free), to) ?? after(REACH_TOLL), quantities)
    );
  if (form === 'after') return after(REACH_AFTER);
  // جثتي طفلين غرقا: of whom its own words said how many.
  if (
    reading.language === 'ar' &&
    !(word.clitics & CLITIC.CONJUNCTION) &&
    quantities.some((one) => used.has(one) && one.last === word.first - 1)
  )
    return null;
  if (form === 'before')
    return before() ?? loneVictim(reading, word) ?? (reading.language === 'ar' ? afterTo(reading, word, quantities.filter(free)) : null);
  if (reading.language === 'ar') return after(REACH_AFTER) ?? before();
  // "were killed" looks back; "killed three" looks on; "five killed" looks back.
  const passive = word.first > from && BE.has(reading.word(word.first - 1)) && !HAVE.has(reading.word(word.first - 1));
  if (passive || (SUBORDINATORS.has(reading.word(word.last + 1)) && !reading.find(word.last + 1, 'bound'))) return before();
  // "Two drowned and five were rescued".
  if (reading.word(word.last + 1) === 'and' && before()) return before();
  const behind = after(2);
  return behind ?? before() ?? after(REACH_AFTER);
}

/** "Bringing to 19 the number of dead". */
function raisedTo(reading: Reading, { first }: CueOf<'casualty'>, quantities: readonly Quantity[]): Quantity | null {
  const figure = quantities.findLast(({ last }) => last < first && first - last <= 2);
  return figure && reading.word(figure.first - 1) === 'to' && reading.firstCue(figure.first - 2, figure.first, 'rose') ? figure : null;
}

/** "The toll of an explosion at a plant in Kazanlak on Monday rose to four": the figure stands behind the verb, however far. */
function risenTo(reading: Reading, { first, last }: CueOf<'casualty'>, quantities: readonly Quantity[], to: number): Quantity | null {
  // "Lowered the death toll from a collision between two trains to seven".
  if (reading.lastCue(Math.max(0, first - 3), first, 'rose'))
    return quantities.find((one) => one.first > last && one.first - last <= REACH_TO && TO.has(reading.word(one.first - 1))) ?? null;
  if (reading.language !== 'en') return null;
  const rose = reading.firstCue(last + 1, to, 'rose');
  if (!rose) return null;
  for (let i = last + 1; i < rose.first; i++) if (reading.find(i, 'casualty')) return null;
  return quantities.find((one) => one.first > rose.last && one.first - rose.last <= 2 && !isFormer(reading, one)) ?? null;
}

const REACH_TO = 20;
const TO = new Set(['to', 'إلى', 'الى']);

/** "Raised the toll to 13 on Wednesday and to 16": the last figure holds. */
function latest(reading: Reading, toll: Quantity | null, quantities: readonly Quantity[]): Quantity | null {
  // "Taking the toll from an initial seven": it is no longer that.
  if (toll && isFormer(reading, toll)) return null;
  if (toll === null || reading.word(toll.first - 1) !== 'to') return toll;
  const later = quantities.find(({ first }) => first > toll.last && first - toll.last <= REACH_TOLL && reading.word(first - 1) === 'to');
  return later && reading.word(later.first - 2) === 'and' ? later : toll;
}

/** Behind "from"; "from 24 to 37" is what it rose to. */
function isFormer(reading: Reading, { first, last }: Quantity): boolean {
  return last - first < 2 && FROM.has(reading.word(first - 1));
}
const FROM = new Set(['from', 'initial', 'earlier', 'previous']);

/** "40 wounded when troops shelled": whoever follows is in a clause of his own. */
const SUBORDINATORS = new Set(['when', 'as', 'after', 'while', 'before', 'since', 'because']);

/** `سقوط شهيد وجريح`: a noun of harm in the singular, told as an outcome, is one. */
function loneVictim(reading: Reading, { first, last }: CueOf<'casualty'>): Quantity | null {
  if (reading.language !== 'ar' || !LONE_VICTIM.test(reading.word(first)) || !OUTCOME.test(reading.word(first - 1))) return null;
  return { first, last, low: 1, best: 1, high: 1, people: true, implicit: true };
}
const LONE_VICTIM = /^و?(قتيلا?|شهيدا?|جريحا?)$/;
const OUTCOME = /^(سقوط|بسقوط|سقط|وقوع|خلف|خلفت|أوقع|أوقعت|قتيلا|قتيلين|قتيلان|قتلى|شهيدا?|شهيدين|شهداء)$/;

function nearestAfter(
  reading: Reading,
  word: CueOf<'casualty'>,
  quantities: readonly Quantity[],
  to: number,
  reach: number,
): Quantity | null {
  for (const quantity of quantities) {
    const distance = quantity.first - word.last - 1 - aside(reading, word.last + 1);
    if (distance < 0) continue;
    if (distance > reach || quantity.first >= to) return null;
    // للتسمم في مدرسة: where it was, nobody.
    if (
      quantity.implicit &&
      distance > 0 &&
      reading.firstCue(word.last + 1, quantity.first, 'locative') &&
      aside(reading, word.last + 1) === 0
    )
      continue;
    if (distance === 0 && isSubject(reading, word, quantity)) continue;
    if (quantity.implicit && distance === 0 && isDoer(reading, quantity, quantities)) continue;
    if (quantity.implicit && isObject(reading, word, quantity)) return quantity;
    if (quantity.implicit && (distance > (quantity.best === 1 ? 1 : 3) || reading.gapBetween(word.last, quantity.first) > GAP.JOINER))
      continue;
    if (!quantity.people && distance > (reach > REACH_AFTER ? reach : 3)) return null;
    if (reach <= REACH_AFTER && reading.gapBetween(word.last, quantity.first) > GAP.COMMA) return null;
    for (let i = word.last + 1; i < quantity.first; i++) {
      const other = reading.find(i, 'casualty');
      if (other) return null;
      if (reach <= REACH_AFTER && reading.has(i, 'separator')) return null;
    }
    if (!quantity.people && isThing(reading, quantity)) return null;
    // "five killed": the next count has its own word of harm right behind it.
    if (word.sense.form === 'either' && (reading.language === 'en' ? hasOwnHarm(reading, quantity) : hasVerbBehind(reading, quantity)))
      return null;
    return quantity;
  }
  return null;
}

/** `طعن رجل ثلاثة من المارة`, `قتل مسلح طبيبا`: behind a verb, the first of two persons did it. */
function isDoer(reading: Reading, { last }: Quantity, quantities: readonly Quantity[]): boolean {
  if (reading.language !== 'ar') return false;
  const next = quantities.find((other) => other.first > last);
  return (
    next !== undefined &&
    next.people &&
    (next.first === last + 1 || onlyModifiers(reading, last + 1, next.first)) &&
    reading.gapBetween(last, next.first) <= GAP.SPACE &&
    isAccusative(reading, next)
  );
}

/** `قتل في الحادث ناشط`: tokens of a phrase that stands between an Arabic verb and its subject. */
function aside(reading: Reading, at: number): number {
  return reading.language === 'ar' && ASIDE.has(reading.word(at)) && /^(ال|هذا|هذه)/.test(reading.word(at + 1)) ? 2 : 0;
}
const ASIDE = new Set(['في', 'خلال', 'جراء', 'إثر', 'تحت']);

/** `أردى مسلحان مدير بلدية`: in the nominative behind a verb that is only active, those who did it. */
function isSubject(reading: Reading, { first }: CueOf<'casualty'>, quantity: Quantity): boolean {
  return reading.language === 'ar' && ACTIVE.test(reading.word(first)) && /(ان|ون)$/.test(reading.word(quantity.first));
}
const ACTIVE = /^[وف]?(أردى|أردت|أصاب|أصابت|صرعت|اغتال|اغتالت|أعدمت|طعنت)$/;

/** What is done to somebody stands in the accusative; of numbers only the digits and the sound plurals hide it. */
function isAccusative(reading: Reading, { first, implicit }: Quantity): boolean {
  return !implicit || /[^ء]ا$/.test(reading.word(first));
}

/** `اغتال مسلحون مجهولون ناشطا`: the object behind those who did it. */
function isObject(reading: Reading, word: CueOf<'casualty'>, quantity: Quantity): boolean {
  if (reading.language !== 'ar' || !isAccusative(reading, quantity) || quantity.first - word.last > 5) return false;
  if (reading.gapBetween(word.last, quantity.first) > GAP.SPACE) return false;
  const subject = reading.find(word.last + 1, 'actor');
  return subject !== null && (subject.sense.group === 'militant' || subject.sense.group === 'armed');
}

/** "An elder who was shot in Wana on Thursday died": whom a relative clause tells of stands far from his death. */
function isHarmedBefore(reading: Reading, { last }: Quantity, { first }: CueOf<'casualty'>): boolean {
  return (
    reading.word(last + 1) === 'who' &&
    BE.has(reading.word(last + 2)) &&
    HARMED.has(reading.word(last + 3)) &&
    DYING.has(reading.word(first))
  );
}
const HARMED = new Set(['shot', 'wounded', 'injured', 'stabbed', 'hurt', 'hit', 'struck', 'beaten', 'burned']);
const DYING = new Set(['died', 'dies', 'succumbed']);

const REMAINING = new Set(['remained', 'remain', 'were', 'are']);

/** "The mayor of a town in the same province was shot dead": nobody else stands before the verb. */
function isLoneSubject(reading: Reading, quantity: Quantity, { first }: CueOf<'casualty'>, quantities: readonly Quantity[]): boolean {
  if (reading.language !== 'en' || !quantity.people) return false;
  // "Three players were knocked down by lightning and remained hospitalized".
  const shares = !quantity.implicit && REMAINING.has(reading.word(first - 1)) && reading.word(first - 2) === 'and';
  if (!shares && !(quantity.implicit && BE.has(reading.word(first - 1)) && reading.word(quantity.last + 1) === 'of')) return false;
  return (
    reading.gapBetween(quantity.last, first) <= GAP.JOINER &&
    !quantities.some((other) => other.first > quantity.last && other.first < first)
  );
}

/** "A third man, who was walking behind the vehicle, was hurt": between commas. */
function isDescribed(reading: Reading, { last }: Quantity, { first }: CueOf<'casualty'>): boolean {
  if (reading.word(last + 1) !== 'who' || !BE.has(reading.word(first - 1))) return false;
  return (
    (reading.gaps[last + 1] ?? GAP.SENTENCE) <= GAP.COMMA &&
    ((reading.gaps[last + 1] ?? 0) < GAP.COMMA || reading.gaps[first - 1] === GAP.COMMA)
  );
}

function nearestBefore(reading: Reading, word: CueOf<'casualty'>, quantities: readonly Quantity[], from: number): Quantity | null {
  for (let k = quantities.length - 1; k >= 0; k--) {
    const quantity = quantities[k];
    if (!quantity) continue;
    // An Arabic noun of harm may itself be what is counted: 3 قتلى, أربعة شهداء.
    const inside = quantity.first < word.first && quantity.last >= word.first;
    if (!inside && quantity.last >= word.first) continue;
    const distance = inside ? 0 : word.first - quantity.last - 1;
    const isAlone = isLoneSubject(reading, quantity, word, quantities);
    const reach =
      isAlone ||
      reading.firstCue(quantity.last + 1, word.first, 'including') ||
      isHarmedBefore(reading, quantity, word) ||
      isDescribed(reading, quantity, word)
        ? REACH_INCLUDING
        : REACH_BEFORE;
    if (distance > reach || quantity.first < from) return null;
    if (!inside && reading.gapBetween(quantity.last, word.first) > GAP.PARENTHESIS) return null;
    if (quantity.implicit && distance > 4 && reach === REACH_BEFORE) continue;
    // نقل ابنه مصابا: how somebody was found, no toll.
    if (quantity.implicit && !inside && word.sense.harm === 'injured' && /ا$/.test(reading.word(word.last))) continue;
    // "Before storming three hotels, and were shot dead".
    if (!quantity.people && (distance > 3 || reading.word(quantity.last + 1) === 'and')) return null;
    for (let i = quantity.last + 1; i < word.first; i++) {
      if (reading.find(i, 'casualty')?.sense.form === 'before') return null;
      if (reading.find(i, 'casualty') && reading.word(i) !== 'wounded') return null;
    }
    if (!quantity.people && !inside && distance > 0 && isThing(reading, quantity)) return null;
    return quantity;
  }
  return null;
}

/** `ارتفاع عدد القتلى إلى 15`: the figure stands behind إلى, or behind a verb of reaching. */
function afterTo(reading: Reading, word: CueOf<'casualty'>, quantities: readonly Quantity[]): Quantity | null {
  const next = quantities.find((quantity) => quantity.first > word.last && !quantity.implicit);
  // القتلى خمسة: a sentence of its own.
  if (
    next &&
    next.first === word.last + 1 &&
    /^[وف]?ال/.test(reading.word(word.first)) &&
    reading.gapBetween(word.last, next.first) <= GAP.SPACE
  )
    return next;
  if (!next || next.first - word.last > 3 || next.first - word.last < 2) return null;
  for (let i = word.last + 1; i < next.first; i++) if (!REACHING.test(reading.word(i))) return null;
  return next;
}

const REACHING = /^(إلى|الى|بلغ|نحو)$/;
