import type { Actor } from '../types';
import type { EventDraft } from './events';
import type { Reading } from './reading';

export interface EventType {
  readonly type: string;
  readonly subType: string | null;
  readonly sure: boolean;
}

const EXPLOSIONS = 'Explosions/Remote violence';

/** ACLED's type of an event: its trigger's, or what the weapon and the target make of it. */
export function typeOf(reading: Reading, draft: EventDraft, actors: readonly Actor[]): EventType {
  const { trigger } = draft.trigger.sense;
  const { from, to } = draft;
  const has = (name: 'intervention' | 'force' | 'plant') => reading.firstCue(from, draft.alone ? draft.sentence.to : to, name) !== null;
  if (trigger.type === 'Protests') {
    if (has('force') || (draft.harmed.some(({ count }) => count.low !== 0) && has('intervention')))
      return sure('Protests', 'Excessive force against protesters');
    return sure('Protests', has('intervention') ? 'Protest with intervention' : trigger.subType);
  }
  // "A drone downed a helicopter, killing 12".
  const killed = draft.harmed.some(({ harm, count }) => harm === 'killed' && count.low !== 0);
  if (trigger.subType === 'Disrupted weapons use' && killed) return sure('Battles', 'Armed clash');
  const { sentence } = draft;
  if (isArrestRaid(reading, draft) && reading.firstCue(sentence.from, sentence.to, 'intervention'))
    return sure('Strategic developments', 'Arrests');
  // "Torched 20 houses and left nine dead": a raid that killed.
  if ((trigger.subType === 'Looting/property destruction' || trigger.subType === 'Arrests') && killed && !isCrowd(reading, draft))
    return sure('Violence against civilians', 'Attack');
  // "Israeli fire killed three": shots.
  if (trigger.subType === 'Fire' && draft.harmed.length > 0 && isGunfire(reading, draft))
    return sure('Violence against civilians', 'Attack');
  // "Beaten to death by a mob".
  if (trigger.type === 'Violence against civilians' && isByMob(reading, draft)) return sure('Riots', 'Mob violence');
  // "Burst into flames after colliding with a lorry".
  if (
    trigger.subType === 'Fire' &&
    draft.triggers.some(
      ({ sense, first }) => sense.trigger.type === 'Accident' && sense.trigger.weak && COLLISION.test(reading.word(first)),
    )
  )
    return sure('Accident', 'Road accident');
  if (trigger.type === 'Violence against civilians' && isFireOnCrowd(reading, draft, actors))
    return sure('Protests', 'Excessive force against protesters');
  const blast = trigger.killing ? strongestWeapon(draft) : null;
  if (blast) return sure(EXPLOSIONS, blast);
  if (trigger.subType === 'Non-state actor overtakes territory' && actors.some(({ role, name }) => role === 'attacker' && isOwnArmy(name)))
    return sure('Battles', 'Government regains territory');
  const shot = trigger.type === 'Violence against civilians' && trigger.subType === 'Attack' && draft.trigger.sense.verb;
  const target = actors.find(({ role }) => role === 'target');
  // Gunmen who open fire on a police post fight.
  if (shot && target && isArmed(reading, draft, target) && actors.some(({ role }) => role === 'attacker'))
    return { type: 'Battles', subType: 'Armed clash', sure: false };
  if (!trigger.generic) return { type: trigger.type, subType: trigger.subType, sure: !trigger.weak };
  if (trigger.clash) return clash(reading, draft);
  const weapon = strongestWeapon(draft);
  if (weapon) return sure(EXPLOSIONS, weapon);
  if (trigger.type === EXPLOSIONS) {
    if (trigger.explosion && !draft.weapons.length && has('plant')) return sure('Accident', 'Industrial accident');
    const other = draft.triggers.find(({ sense }) => sense.trigger.type === 'Accident' && !sense.trigger.weak);
    if (trigger.explosion && other) return sure('Accident', 'Industrial accident');
    return { type: trigger.type, subType: trigger.subType, sure: false };
  }
  if (isCrowd(reading, draft)) return sure('Riots', 'Violent demonstration');
  if ((target && isArmed(reading, draft, target)) || hasArmedVictims(reading, draft))
    return { type: 'Battles', subType: 'Armed clash', sure: false };
  return { type: trigger.type, subType: trigger.subType, sure: false };
}

const COLLISION = /^(collid|crash|overturn)/;

function isByMob(reading: Reading, { from, to }: EventDraft): boolean {
  for (let i = from; i < to; i++) if (reading.word(i) === 'mob' && reading.lastCue(Math.max(from, i - 3), i, 'by')) return true;
  return false;
}

/** "Arrested 14 in raids on homes": nobody was hurt. */
function isArrestRaid(reading: Reading, { trigger, harmed }: EventDraft): boolean {
  return harmed.length === 0 && RAID.test(reading.word(trigger.first));
}
const RAID = /^(raids?|مداهم(ة|ات)|حمل(ة|ات))$/;

function isGunfire(reading: Reading, { trigger }: EventDraft): boolean {
  if (reading.language !== 'en' || reading.word(trigger.first) !== 'fire') return false;
  const before = trigger.first - 1;
  return reading.endingAt(before).some(({ sense }) => sense.kind === 'nationality' || sense.kind === 'weapon' || sense.kind === 'actor');
}

/** A country's own forces; those of another are, for ACLED, no government that regains. */
function isOwnArmy(name: string): boolean {
  return /^(ال)?(جيش|قوات المسلحة|قوات الحكومية)|\b(army|government forces|government troops)\b/i.test(name) && !FOREIGN.test(name);
}
const FOREIGN = /روسي|إسرائيل|تركي|رواندي|إريتري|russia|israel|turk|rwanda|eritrea/i;

/** Police who shoot at protesters. */
function isFireOnCrowd(reading: Reading, { sentence }: EventDraft, actors: readonly Actor[]): boolean {
  const target = actors.some(
    ({ role, name }) => role === 'target' && /protest|demonstrat|marcher|striker|rally|متظاهر|محتج|معتصم/i.test(name),
  );
  if (!target) return false;
  for (let i = sentence.from; i < sentence.to; i++) if (reading.find(i, 'actor')?.sense.group === 'armed') return true;
  return false;
}

const sure = (type: string, subType: string | null): EventType => ({ type, subType, sure: true });

/** Weapons in the order in which they name an attack. */
const ORDER = [
  'Chemical weapon',
  'Suicide bomb',
  'Grenade',
  'Air/drone strike',
  'Shelling/artillery/missile attack',
  'Remote explosive/landmine/IED',
];

function strongestWeapon({ weapons, triggers }: EventDraft): string | null {
  const close = weapons.filter(({ span }) =>
    triggers.some(({ end, start }) => span.start - end < WEAPON_CHARACTERS && start - span.end < WEAPON_CHARACTERS),
  );
  const subTypes = new Set(close.map(({ weapon }) => weapon.subType));
  return ORDER.find((subType) => subTypes.has(subType)) ?? null;
}

/** Characters between an attack and the weapon that it was made with. */
const WEAPON_CHARACTERS = 45;

function isArmed(reading: Reading, draft: EventDraft, { span }: Actor): boolean {
  for (let i = reading.tokenHolding(span.start); i < draft.sentence.to && (reading.tokens.start[i] ?? 0) < span.end; i++) {
    const actor = reading.find(i, 'actor');
    if (actor?.sense.group === 'armed' || actor?.sense.group === 'militant') return true;
  }
  return false;
}

/** Soldiers killed in an ambush fell in battle. */
function hasArmedVictims(reading: Reading, { harmed }: EventDraft): boolean {
  const killed = harmed.find(({ harm }) => harm === 'killed');
  if (!killed) return false;
  for (let i = reading.tokenHolding(killed.count.span.start); (reading.tokens.start[i] ?? Infinity) < killed.count.span.end; i++) {
    const person = reading.find(i, 'person');
    if (person) return person.sense.group === 'armed';
  }
  return false;
}

/** Clashes of a crowd are riots, all others are battles. */
function clash(reading: Reading, { sentence }: EventDraft): EventType {
  for (let i = sentence.from; i < sentence.to; i++) {
    const person = reading.find(i, 'actor');
    if (CROWD.test(reading.word(i)) && person?.sense.group === 'civilian') return sure('Riots', 'Violent demonstration');
    if (STRIKERS.test(reading.word(i)) && hasPolice(reading, sentence)) return sure('Riots', 'Violent demonstration');
  }
  return sure('Battles', 'Armed clash');
}

function hasPolice(reading: Reading, { from, to }: EventDraft['sentence']): boolean {
  for (let i = from; i < to; i++) if (reading.word(i) === 'police') return true;
  return false;
}

/** "Youths stormed a gendarmerie post". */
function isCrowd(reading: Reading, { trigger, from }: EventDraft): boolean {
  if (reading.language !== 'en' || !trigger.sense.verb) return false;
  for (let i = trigger.first - 1; i >= Math.max(from, trigger.first - 3); i--) {
    if (reading.find(i, 'actor')?.sense.group === 'civilian' || reading.find(i, 'person'))
      return CROWD.test(reading.word(i)) && reading.word(i - 1) !== 'armed';
  }
  return false;
}

/** Who clashes with the police is a crowd. */
const STRIKERS = /^(workers|agitators|farmers|drivers|teachers|miners|traders|vendors|strikers|residents|locals|villagers)$/;
const CROWD = /protest|demonstrat|riot|fans|student|supporters|youths|crowd|mob|متظاهر|محتج|مشجع|طلاب|طلبة/;
