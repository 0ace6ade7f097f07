import { GAP } from '../text/gaps';
import type { Span } from '../types';
import { readCasualties, type Harmed } from './casualties';
import { GENERIC, isDefinite, judge, type TriggerCue, type Verdict } from './guards';
import type { CueOf, Reading, SentenceTokens } from './reading';
import type { WeaponClass } from './sense';
import { harmTrigger, readTriggers } from './triggers';

/** An event as one sentence tells it, before it is dated, placed and merged. */
export interface EventDraft {
  readonly sentence: SentenceTokens;
  /** The trigger that names it. */
  readonly trigger: TriggerCue;
  /** All its triggers, the naming one too. */
  readonly triggers: readonly TriggerCue[];
  /** Its tokens of the sentence: [from, to). */
  readonly from: number;
  readonly to: number;
  /** The only event of its sentence. */
  readonly alone: boolean;
  readonly verdict: Verdict['verdict'];
  readonly statusSpan: Span | null;
  readonly definite: boolean;
  /** It tells how some of the dead or hurt of an event told before came to grief. */
  readonly ofVictims: boolean;
  /** Its naming word has an article. */
  readonly definiteWord: boolean;
  /** Told as one more than those before: "another attack". */
  readonly another: boolean;
  /** What the crowd told of beside it is angry at. */
  readonly grievance: boolean;
  readonly number: 1 | 2 | 'many';
  readonly weapons: readonly { readonly weapon: WeaponClass; readonly span: Span }[];
  readonly harmed: readonly Harmed[];
}

interface Judged {
  readonly trigger: TriggerCue;
  readonly verdict: Verdict;
}

/** The events that a sentence tells, in order. */
export function readEvents(reading: Reading, sentence: SentenceTokens): EventDraft[] {
  const named = readTriggers(reading, sentence);
  if (named.length === 0 && !hasHarm(reading, sentence)) return [];
  const harmed = readCasualties(reading, sentence.from, sentence.to);
  const triggers = named.length > 0 ? named : harmTrigger(reading, harmed);
  const all = triggers.map((trigger) => ({ trigger, verdict: judge(reading, sentence, trigger, harmed) }));
  const told = all.filter(({ verdict }) => verdict.verdict !== 'none');
  const generic = all.some(({ verdict }) => verdict === GENERIC) && told.every(({ trigger }) => trigger.sense.trigger.weak);
  const judged = generic ? [] : told.filter((one) => !isDispersal(reading, one, told));
  const clusters = cluster(reading, judged);
  const drafts = clusters.map((members, k) => toDraft(reading, sentence, clusters, members, k, harmed));
  return drafts.filter((draft) => !draft.grievance || isPlacedOrDated(reading, draft));
}

/** Whether the words of an event say where or when it was. */
function isPlacedOrDated(reading: Reading, { from, to }: EventDraft): boolean {
  return (
    reading.dates.some(({ first }) => first >= from && first < to) ||
    reading.mentions.some(({ first, mention }) => first >= from && first < to && mention.role === 'literal')
  );
}

function hasHarm(reading: Reading, { from, to }: SentenceTokens): boolean {
  for (let i = from; i < to; i++) if (reading.find(i, 'casualty')) return true;
  return false;
}

/** `أطلقوا النار لتفريقهم`: shots that break up the protest of the sentence are told with it. */
function isDispersal(reading: Reading, { trigger }: Judged, told: readonly Judged[]): boolean {
  if (familyOf(trigger.sense.trigger) !== 'violence' || trigger.sense.trigger.weak) return false;
  if (!reading.firstCue(trigger.last + 1, trigger.last + 4, 'intervention')) return false;
  return told.some((other) => familyOf(other.trigger.sense.trigger) === 'crowd');
}

const FAMILIES: Readonly<Record<string, string>> = {
  Disaster: 'calamity',
  Accident: 'calamity',
  Protests: 'crowd',
  Riots: 'crowd',
  'Strategic developments': 'strategic',
};

/** Which types may be told of one event. */
export function familyOf({ type, subType }: { readonly type: string; readonly subType: string | null }): string {
  // What a crowd loots is told with the crowd.
  return subType === 'Looting/property destruction' ? 'crowd' : (FAMILIES[type] ?? 'violence');
}

/** Groups triggers that tell of one event: neighbours of one verdict and family, with nothing between that parts them. */
function cluster(reading: Reading, judged: readonly Judged[]): Judged[][] {
  const strong = judged.filter(({ trigger }) => !trigger.sense.trigger.weak);
  const groups: Judged[][] = [];
  for (const one of strong) {
    const last = groups.at(-1);
    const previous = last?.at(-1);
    if (last && previous && belongTogether(reading, previous, one)) last.push(one);
    else groups.push([one]);
  }
  for (const one of judged) {
    if (!one.trigger.sense.trigger.weak) continue;
    const nearest = isGrievance(reading, one, groups) ? null : nearestGroup(groups, one);
    if (nearest) nearest.push(one);
    else groups.push([one]);
  }
  return groups.sort((a, b) => firstOf(a) - firstOf(b));
}

/** "Rioted after the killing of a youth by police": what a crowd is angry at is an event of its own. */
function isGrievance(reading: Reading, { trigger }: Judged, groups: readonly (readonly Judged[])[]): boolean {
  if (!trigger.sense.trigger.killing) return false;
  const crowd = groups.find((group) => group.some(({ trigger: { sense } }) => familyOf(sense.trigger) === 'crowd'));
  if (!crowd || firstOf(crowd) > trigger.first) return false;
  for (let i = trigger.first - 1; i >= trigger.first - 3; i--)
    if (CAUSES.has(reading.word(i))) return reading.gapBetween(i, trigger.first) < GAP.COMMA;
  return false;
}
const CAUSES = new Set(['بعد', 'عقب', 'إثر', 'after', 'following', 'at', 'over', 'against']);

const firstOf = (group: readonly Judged[]): number =>
  Math.min(
    ...group
      .filter(({ trigger }, _, all) => !trigger.sense.trigger.weak || all.every((one) => one.trigger.sense.trigger.weak))
      .map(({ trigger }) => trigger.first),
  );

function nearestGroup(groups: readonly Judged[][], one: Judged): Judged[] | null {
  let best: Judged[] | null = null;
  let distance = Infinity;
  for (const group of groups) {
    if (group[0]?.verdict.verdict !== one.verdict.verdict) continue;
    // "Three officers were hurt, said the commander, who put the number of arrested protesters at 27".
    if (
      one.trigger.sense.trigger.killing &&
      group.every(({ trigger }) => trigger.sense.trigger.subType === 'Arrests' && trigger.sense.verb)
    )
      continue;
    for (const { trigger } of group) {
      const d = Math.abs(trigger.first - one.trigger.first);
      if (d < distance) [best, distance] = [group, d];
    }
  }
  return best;
}

function belongTogether(reading: Reading, a: Judged, b: Judged): boolean {
  if (a.verdict.verdict !== b.verdict.verdict) return false;
  // A flood that raids quarters, a storm that strikes a coast: the verb is the disaster's.
  if (
    a.trigger.sense.trigger.type === 'Disaster' &&
    b.trigger.sense.verb &&
    (b.trigger.sense.trigger.generic || b.trigger.sense.trigger.type === 'Disaster' || isDestruction(b.trigger)) &&
    b.trigger.first - a.trigger.last <= 3
  )
    return true;
  const [one, two] = [a.trigger.sense.trigger, b.trigger.sense.trigger];
  if (isOutcome(reading, a.trigger, b.trigger)) return true;
  // `برشق بالحجارة، خلال مواجهات`: a crowd that clashes.
  if ((familyOf(one) === 'crowd' && two.clash) || (one.clash && familyOf(two) === 'crowd'))
    return !isElsewhere(reading, a.trigger, b.trigger);
  // "A drone attack set off a fire": what it did.
  if (
    familyOf(one) === 'violence' &&
    one.type !== 'Battles' &&
    !one.weak &&
    two.subType === 'Fire' &&
    b.trigger.first - a.trigger.last <= FIRE_REACH
  )
    return true;
  if (familyOf(one) !== familyOf(two) && !one.explosion && !two.explosion) return false;
  if (familyOf(one) === 'calamity' && one.subType !== two.subType && !one.explosion && !two.explosion) return false;
  if (one.type !== two.type && !one.generic && !two.generic && !one.explosion && !two.explosion && familyOf(one) !== 'violence')
    return familyOf(one) === 'crowd' && !isElsewhere(reading, a.trigger, b.trigger);
  for (let i = a.trigger.last + 1; i < b.trigger.first; i++) {
    if (reading.has(i, 'another')) return false;
    if (reading.has(i, 'separator') && !isConsequence(reading, i)) return false;
  }
  return !datesBetween(reading, a.trigger, b.trigger);
}

/** "One person was shot dead after police clashed with protesters": how it came to it. */
function isOutcome(reading: Reading, { first, last }: TriggerCue, b: TriggerCue): boolean {
  if (reading.language !== 'en' || !reading.find(first, 'casualty') || reading.gapBetween(last, b.first) > GAP.QUOTE) return false;
  for (let i = last + 1; i < b.first; i++) {
    if (!OUTCOMES.has(reading.word(i)) || !reading.has(i, 'separator')) continue;
    // "A day after": another day.
    return !reading.dates.some((dated) => dated.last === i - 1 && dated.expression.offset !== null);
  }
  return false;
}

/** Tokens between an attack and the fire that it set off. */
const FIRE_REACH = 18;

const OUTCOMES = new Set(['after', 'as', 'when']);

const DISRUPTED = 'Disrupted weapons use';
const isDestruction = ({ sense }: TriggerCue): boolean => sense.trigger.subType === 'Looting/property destruction';

/** `فيما شهدت الديوانية تظاهرة`: behind a word that parts them, each of the two has a place of its own. */
function isElsewhere(reading: Reading, a: TriggerCue, b: TriggerCue): boolean {
  const part = reading.lastCue(a.last + 1, b.first, 'separator');
  if (!part || isConsequence(reading, part.first)) return false;
  const near = reading.mentions.filter(({ mention, first }) => mention.role === 'literal' && first > a.first - 8 && first < b.last + 6);
  return near.some(({ first }) => first < part.first) && near.some(({ first }) => first > part.first);
}

/** "when", "as": the same moment seen twice. */
function isConsequence(reading: Reading, i: number): boolean {
  return SAME_MOMENT.has(reading.word(i));
}
const SAME_MOMENT = new Set(['as', 'when', 'عندما', 'حين', 'مما', 'because', 'but', 'كما', 'لكن', 'حيث', 'بسبب', 'إثر', 'ضمن', 'of']);

/** Each has a day of its own. */
function datesBetween(reading: Reading, a: TriggerCue, b: TriggerCue): boolean {
  const near = reading.dates.filter(({ first }) => first > a.last - 8 && first < b.last + 8);
  return near.length > 1 && near.some(({ first }) => first > a.last && first < b.first) && near.some(({ first }) => first > b.last);
}

function toDraft(
  reading: Reading,
  sentence: SentenceTokens,
  clusters: readonly (readonly Judged[])[],
  members: readonly Judged[],
  k: number,
  harmed: readonly Harmed[],
): EventDraft {
  const ordered = [...members].sort((a, b) => a.trigger.first - b.trigger.first);
  const naming = ordered.reduce((best, one) => (namesBetter(one.trigger, best.trigger) ? one : best));
  const from = k === 0 ? sentence.from : boundary(reading, clusters[k - 1] ?? [], members);
  const to = k === clusters.length - 1 ? sentence.to : boundary(reading, members, clusters[k + 1] ?? []);
  const inside = (token: number) => token >= from && token < to;
  const { trigger } = naming;
  const ofVictims = isOfVictims(reading, sentence);
  const grievance = members.some((one) => isGrievance(reading, one, clusters));
  return {
    sentence,
    trigger,
    triggers: ordered.map((one) => one.trigger),
    from,
    to,
    alone: clusters.length === 1,
    verdict: naming.verdict.verdict,
    statusSpan: naming.verdict.span,
    ofVictims,
    definite:
      ofVictims ||
      (ordered.every((one) => isDefinite(reading, one.trigger) || one.trigger.sense.trigger.weak) && !trigger.sense.trigger.weak),
    definiteWord: isDefinite(reading, trigger),
    another: isAnother(reading, trigger, from) || grievance,
    grievance,
    number: trigger.sense.number,
    weapons: weaponsOf(reading, from, to, ordered),
    harmed: harmed.filter(({ token }) => inside(token)),
  };
}

/** "Three of the fatalities were recorded in Mati, where a wall gave way": of the event told before. */
function isOfVictims(reading: Reading, { index, from, to }: SentenceTokens): boolean {
  if (index === 0) return false;
  // وسقط أربعة عشر من القتلى في بلدة ماكو
  if (reading.language === 'ar') {
    for (let i = from; i < from + 6; i++) if (reading.word(i) === 'من' && OF_THE_DEAD.test(reading.word(i + 1))) return true;
    return false;
  }
  for (let i = from; i < to - 2; i++) {
    const [word, next] = [reading.word(i), reading.word(i + 1)];
    // "Three of the fatalities …" opens the sentence; "was among those killed" may stand anywhere.
    const isPart = (word === 'of' && next === 'the' && i < from + 4) || (word === 'among' && (next === 'those' || next === 'the'));
    if (isPart && VICTIMS.test(reading.word(i + 2))) return true;
  }
  return false;
}
const OF_THE_DEAD = /^ال(قتلى|ضحايا|جرحى|مصابين|شهداء|وفيات)$/;
const VICTIMS = /^(dead|victims|fatalities|deaths|casualties|killed|deceased|injured|wounded)$/;

/** The higher rank; a crash or a collapse rather than those it killed. */
function namesBetter({ sense: { trigger: one } }: TriggerCue, { sense: { trigger: best } }: TriggerCue): boolean {
  // "A fire razed 120 houses": the fire names it.
  if (one.type === 'Disaster' && best.subType === 'Looting/property destruction') return true;
  if (best.type === 'Disaster' && one.subType === 'Looting/property destruction') return false;
  if (one.subType === 'Fire' && familyOf(best) === 'violence' && !best.weak) return false;
  if (best.subType === 'Fire' && familyOf(one) === 'violence' && !one.weak) return true;
  // A missile that was fired and shot down: it was fired.
  if (one.subType === DISRUPTED && best.type === 'Explosions/Remote violence') return false;
  if (best.subType === DISRUPTED && one.type === 'Explosions/Remote violence') return true;
  if (one.rank !== best.rank) return one.rank > best.rank;
  return best.weak && best.killing && one.type === 'Accident' && !one.killing;
}

/** The token at which the second of two neighbouring events takes over: its own conjunction, comma or first word. */
function boundary(reading: Reading, a: readonly Judged[], b: readonly Judged[]): number {
  const end = Math.max(...a.map(({ trigger }) => trigger.last).filter((last) => last < firstOf(b)), -1);
  const begin = firstOf(b);
  for (let i = begin; i > end + 1; i--) if (reading.has(i, 'separator')) return i;
  for (let i = begin; i > end + 1; i--) if ((reading.gaps[i] ?? 0) >= GAP.COMMA) return i;
  for (let i = begin; i > end + 1; i--) if (reading.word(i) === 'and' || reading.word(i) === 'while') return i;
  return begin;
}

function isAnother(reading: Reading, trigger: TriggerCue, from: number): boolean {
  if (reading.language === 'ar') {
    if (trigger.sense.verb) return false;
    for (let i = trigger.last + 1; i <= trigger.last + 3; i++)
      if ((reading.gaps[i] ?? GAP.SENTENCE) <= GAP.SPACE && reading.has(i, 'another')) return true;
    return false;
  }
  const another = reading.lastCue(Math.max(from, trigger.first - 3), trigger.first, 'another');
  // "A second man was grazed by a bullet": of the same shooting.
  return (
    (another !== null && !(trigger.sense.trigger.weak && reading.find(another.last + 1, 'person'))) || OPENING.test(reading.word(from))
  );
}

/** A sentence that opens so turns to another event. */
const OPENING = /^(separately|elsewhere)$/;

function weaponsOf(reading: Reading, from: number, to: number, members: readonly Judged[]): EventDraft['weapons'] {
  const weapons: { weapon: WeaponClass; span: Span }[] = [];
  const near = (cue: CueOf<'weapon'>) => members.some(({ trigger }) => Math.abs(trigger.first - cue.first) <= WEAPON_REACH);
  for (let i = from; i < to; i++) {
    const cue = reading.find(i, 'weapon');
    if (!cue || !near(cue) || isFound(reading, cue, from) || weapons.some(({ weapon }) => weapon.name === cue.sense.weapon.name)) continue;
    weapons.push({ weapon: cue.sense.weapon, span: { start: cue.start, end: cue.end } });
  }
  return weapons;
}

const WEAPON_REACH = 8;

/** `عثرت على جثث وأحزمة ناسفة`, "seized 35 mortar rounds": what is found was not used. */
function isFound(reading: Reading, { first }: CueOf<'weapon'>, from: number): boolean {
  for (let i = first - 1; i >= Math.max(from, first - WEAPON_REACH); i--) {
    if (FOUND.test(reading.word(i))) return true;
    if ((reading.gaps[i] ?? 0) >= GAP.CLAUSE || reading.find(i, 'trigger')) return false;
  }
  return false;
}
const FOUND = /^[وف]?(عثر|عثرت|عثروا|ضبط|ضبطت|ضبطوا|صادر|صادرت|يضم|تضم)$|^(found|seized|recovered|confiscated|discovered)$/;
