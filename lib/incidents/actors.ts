import { CLITIC } from '../text/clitics';
import { GAP } from '../text/gaps';
import type { Actor, ActorRole } from '../types';
import type { EventDraft } from './events';
import { phrasesOf, type Phrase } from './phrases';
import type { Reading } from './reading';

/** Who did it, to whom, who says so of himself and who is accused, from light cues: order, prepositions, "by". */
export function actorsOf(reading: Reading, draft: EventDraft): Actor[] {
  const { trigger: named } = draft.trigger.sense;
  if (named.subType === 'Agreement' || named.type === 'Disaster' || named.type === 'Accident') return [];
  const phrases = phrasesOf(reading, draft.sentence);
  const actors: Actor[] = [];
  const add = (role: ActorRole, phrase: Phrase | null | undefined) => {
    // A base, a house alone: a place that was hit, nobody.
    if (phrase?.group === 'object' && phrase.first === phrase.last && reading.language === 'ar') return;
    if (!phrase || (role === 'attacker' && isVictim(reading, phrase))) return;
    const span = { start: phrase.start, end: phrase.end };
    if (actors.some((other) => other.span.start < span.end && span.start < other.span.end)) return;
    actors.push({ name: reading.text.slice(span.start, span.end), role, span });
  };
  const inside = phrases.filter((phrase) => phrase.first >= draft.from && phrase.first < draft.to && !isSpeaker(reading, draft, phrase));
  for (const phrase of inside) {
    const role = roleByCue(reading, draft, phrase);
    if (role) add(role, phrase);
  }
  for (const trigger of draft.triggers) {
    const near = (phrase: Phrase) => Math.abs(phrase.first - trigger.last) <= 12;
    const candidates = inside.filter(near);
    if (reading.language === 'ar')
      for (const [role, phrase] of arabicRoles(reading, draft, trigger.first, trigger.last, trigger.sense.verb, candidates))
        add(role, phrase);
    else
      for (const [role, phrase] of englishRoles(reading, draft, trigger.first, trigger.last, trigger.sense.verb, candidates))
        add(role, phrase);
  }
  return actors;
}

/** `قالت الشرطة إن انتحاريا فجر نفسه`: who tells it did not do it; whose verb has a pronoun (`إنها`) may have. */
function isSpeaker(reading: Reading, { sentence }: EventDraft, { first, last }: Phrase): boolean {
  if (reading.language !== 'ar' || !reading.lastCue(Math.max(sentence.from, first - 4), first, 'say')) return false;
  for (let i = last + 1; i <= Math.min(last + 6, sentence.to - 1) && (reading.gaps[i] ?? 0) <= GAP.COMMA; i++) {
    if (THAT.test(reading.word(i))) return true;
    if (reading.find(i, 'trigger')) return false;
  }
  return false;
}
const THAT = /^(إن|أن|بأن)$/;

/** Whoever is counted behind a word of harm suffers it: `أصيب جنديان`, "killed two soldiers". */
function isVictim(reading: Reading, { first, group }: Phrase): boolean {
  if (group === 'nationality' || group === 'state') return false;
  if (reading.find(first, 'person')?.sense.number === 2 && reading.language === 'ar') return true;
  // The phrase may begin with its number: killing five personnel.
  if (first > 0 && reading.find(first, 'number') && reading.find(first - 1, 'casualty')) return true;
  for (let i = first - 1; i >= Math.max(0, first - 2); i--)
    if ((reading.find(i, 'number') || /^\p{Nd}+$/u.test(reading.word(i))) && i > 0 && reading.find(i - 1, 'casualty')) return true;
  return false;
}

type Named = readonly [ActorRole, Phrase | null | undefined];

const canAttack = ({ group }: Phrase): boolean => group === 'armed' || group === 'militant' || group === 'state' || group === 'nationality';

/** Roles that a cue right before the phrase gives: by, against, blamed on, claimed. */
function roleByCue(reading: Reading, draft: EventDraft, phrase: Phrase): ActorRole | null {
  const from = Math.max(draft.sentence.from, phrase.first - 4);
  for (let i = phrase.first - 1; i >= from; i--) {
    if ((reading.gaps[i + 1] ?? 0) > GAP.QUOTE) return null;
    if (reading.hasEnding(i, 'blame') && canAttack(phrase)) return isAccuser(reading, draft, phrase, i) ? null : 'blamed';
    if (reading.hasEnding(i, 'claim') && reading.language === 'ar' && canAttack(phrase) && i === phrase.first - 1) return 'claimant';
    if (reading.hasEnding(i, 'by') && canAttack(phrase))
      return endsWith(reading, i, 'claimed') ? 'claimant' : isBlamed(reading, i) ? 'blamed' : 'attacker';
    if (reading.hasEnding(i, 'on') && phrase.group !== 'nationality') {
      const blamed = reading.lastCue(Math.max(draft.sentence.from, i - 4), i, 'blame');
      if (blamed) return 'blamed';
      return governs(reading, draft, i) ? 'target' : null;
    }
    if (reading.find(i, 'trigger') || reading.has(i, 'carry') || reading.has(i, 'say') || reading.find(i, 'actor')) break;
  }
  if (!canAttack(phrase) || phrase.group === 'nationality') return null;
  const claim = reading.firstCue(phrase.last + 1, Math.min(draft.sentence.to, phrase.last + 4), 'claim');
  return claim ? 'claimant' : null;
}

/** `اتهمت القوات المشتركة جماعة الحوثي`: of two behind the verb the first accuses. */
function isAccuser(reading: Reading, { sentence }: EventDraft, { last }: Phrase, blame: number): boolean {
  if (reading.language !== 'ar' || !ACCUSING.test(reading.word(blame))) return false;
  const next = phrasesOf(reading, sentence).find(({ first }) => first > last);
  return next !== undefined && canAttack(next) && next.first - last <= 3 && reading.gapBetween(last, next.first) <= GAP.SPACE;
}
const ACCUSING = /^[وف]?(ات|يت|تت)هم/;

function endsWith(reading: Reading, i: number, word: string): boolean {
  return reading.word(i - 1) === word || reading.word(i) === word;
}
const isBlamed = (reading: Reading, i: number): boolean => BLAMED.has(reading.word(i - 1));
const BLAMED = new Set(['blamed', 'suspected']);

/** "on" and "against" belong to the trigger where one stands not far before them. */
function governs(reading: Reading, draft: EventDraft, at: number): boolean {
  if (reading.word(at) === 'on' && reading.isDated(at + 1)) return false;
  return draft.triggers.some(({ last }) => last <= at && at - last <= 7);
}

function* englishRoles(
  reading: Reading,
  draft: EventDraft,
  first: number,
  last: number,
  verb: boolean,
  phrases: readonly Phrase[],
): Generator<Named> {
  const before = phrases.filter((phrase) => phrase.last < first && !isOrigin(reading, phrase));
  const behind = phrases.filter((phrase) => phrase.first > last);
  const nearest = before.at(-1);
  const touching = nearest && nearest.last >= first - 2 && reading.gapBetween(nearest.last, first) <= GAP.JOINER ? nearest : null;
  if (!(verb || reading.word(first - 1) === 'to') || !isVerbForm(reading, first)) {
    if (touching && canAttack(touching)) yield ['attacker', touching];
    const carry = lastCarry(reading, draft.from, first);
    if (carry >= 0)
      yield ['attacker', before.filter((phrase) => phrase.last < carry && carry - phrase.last <= 4 && canAttack(phrase)).at(-1)];
    return;
  }
  const passive = PASSIVE.has(reading.word(first - 1)) || PASSIVE.has(reading.word(first - 2));
  if (passive) {
    yield ['target', nearest && first - nearest.last <= 4 ? nearest : null];
    return;
  }
  yield [
    'attacker',
    nearest &&
    first - nearest.last <= (reading.word(first - 1) === 'and' ? SHARED_SUBJECT_REACH : 5) &&
    (canAttack(nearest) || !KILLING.has(reading.word(first))) &&
    nearest.group !== 'object' &&
    nearest.group !== 'civilian'
      ? nearest
      : null,
  ];
  const next = behind[0];
  yield [
    'target',
    next && next.first - last <= 5 && next.group !== 'nationality' && reading.gapBetween(last, next.first) <= GAP.QUOTE ? next : null,
  ];
}

/** "Gunmen crossed from Chad and attacked": a second verb's subject stands before the first. */
const SHARED_SUBJECT_REACH = 10;

/** "Crossed from the Democratic Republic of Congo": where they come from did nothing. */
function isOrigin(reading: Reading, { first, group }: Phrase): boolean {
  if (group !== 'state') return false;
  const before = reading.word(first - 1) === 'the' ? first - 2 : first - 1;
  return reading.hasEnding(before, 'origin') || reading.hasEnding(before, 'locative');
}

const PASSIVE = new Set(['was', 'were', 'been', 'being', 'is', 'are', 'be']);
const KILLING = new Set(['killed', 'died', 'dead', 'injured', 'wounded']);

/** A form that is noun and verb is a noun behind an article, an adjective or a number. */
function isVerbForm(reading: Reading, first: number): boolean {
  const before = reading.word(first - 1);
  if (before === 'to') return true;
  return !(before === 'the' || before === 'a' || before === 'an' || before === 'of' || reading.find(first - 1, 'nationality') !== null);
}

function lastCarry(reading: Reading, from: number, to: number): number {
  return reading.lastCue(Math.max(from, to - 6), to, 'carry')?.first ?? -1;
}

function* arabicRoles(
  reading: Reading,
  draft: EventDraft,
  first: number,
  last: number,
  verb: boolean,
  phrases: readonly Phrase[],
): Generator<Named> {
  const behind = phrases.filter((phrase) => phrase.first > last);
  const next = behind[0];
  if (verb) {
    const subject =
      next &&
      next.first - last <= 3 &&
      reading.gapBetween(last, next.first) <= GAP.QUOTE &&
      !isPrefixed(reading, next) &&
      !reading.firstCue(last + 1, next.first, 'locative')
        ? next
        : null;
    if (subject && canAttack(subject)) {
      yield ['attacker', subject];
      const object = behind[1];
      yield [
        'target',
        object && object.first - subject.last <= 4 && reading.gapBetween(subject.last, object.first) <= GAP.QUOTE ? object : null,
      ];
    } else {
      const before = phrases.filter((phrase) => phrase.last < first).at(-1);
      if (before && first - before.last <= 3 && canAttack(before)) yield ['attacker', before];
      yield ['target', subject];
    }
    return;
  }
  if (next && next.group === 'nationality' && next.first - last <= 2) yield ['attacker', next];
  const carry = lastCarry(reading, draft.from, first);
  if (carry >= 0)
    yield [
      'attacker',
      phrases.find((phrase) => phrase.first > carry && phrase.last < first && phrase.first - carry <= 2 && canAttack(phrase)),
    ];
  const relative = reading.firstCue(last + 1, Math.min(draft.to, last + 8), 'carry');
  if (relative && RELATIVE.test(reading.word(relative.first)))
    yield ['attacker', behind.find((phrase) => phrase.first > relative.last && phrase.first - relative.last <= 2 && canAttack(phrase))];
}

/** `شنتها القوات`, `نفذته الجماعة`, `تنفذها القوات`. */
const RELATIVE = /^[وف]?(?:ت|ي)?(?:شن|نفذ)(?:ت)?(?:ه|ها)$/;

function isPrefixed(reading: Reading, phrase: Phrase): boolean {
  return reading.at(phrase.first).some(({ clitics }) => (clitics & (CLITIC.BA | CLITIC.LAM)) !== 0);
}
