import { distance } from '@turf/turf';
import type { Place } from '../types';
import type { Event } from './event';
import { familyOf } from './events';
import { LEAD } from './lead';
import { exactness, isWithin } from './exactness';
import { isTollOnly, type Telling } from './telling';

/** How many sentences back an event without a place or a day may belong. */
const REACH = 6;

/**
 * Gathers events into incidents, in the order of the text: an event joins the latest incident that it can be told of, and
 * opens one of its own where there is none.
 */
export function merge(events: readonly Event[]): Telling[] {
  const incidents: Telling[] = [];
  for (const event of events) {
    // Days and places of one sentence are told apart by the text itself.
    const fanned = events.some((other) => other !== event && other.draft === event.draft);
    const home = fanned ? null : homeOf(incidents, event);
    if (home) home.push(event);
    else incidents.push([event]);
  }
  return incidents;
}

function homeOf(incidents: readonly Telling[], event: Event): Telling | null {
  let best: Telling | null = null;
  let most = 0;
  for (const incident of incidents) {
    const score = fit(incident, event);
    if (score > most || (score === most && best !== null && score > 0)) [best, most] = [incident, score];
  }
  return best;
}

/** "Rebels of the Islamic State killed 15 in the country's east. Fighters of the ADF stormed a village": the lead, told again. */
function isLead(incident: Telling, { draft, subType }: Event): boolean {
  return (
    draft.sentence.index <= LEAD &&
    subType === sureSubType(incident) &&
    incident.every((other) => other.draft.sentence.index === 0 && isVague(other))
  );
}

/** "A second device exploded ten minutes later": of the same attack. */
function isMomentsLater({ when }: Event): boolean {
  return when.narrative?.offset?.unit === 'minute';
}

/** How well an event fits an incident; 0 where it cannot be of it. */
function fit(incident: Telling, event: Event): number {
  const last = incident.at(-1);
  if (!last || !sameStatus(incident, event) || !sameType(incident, event)) return 0;
  const { draft } = event;
  if (draft.another && !isMomentsLater(event)) return 0;
  const dates = dateFit(incident, event);
  const places = placeFit(incident, event) ?? (isFelt(incident, event) ? 0 : null);
  if (dates === null || places === null) return 0;
  if ((event.place || event.when.date) && !(places === 1 && isLead(incident, event)) && actorsDiffer(incident, event)) return 0;
  if (isElsewhere(incident, event)) return 0;
  const distance = draft.sentence.index - last.draft.sentence.index;
  const bound = draft.definite || draft.trigger.sense.trigger.weak;
  // Nothing ties an indefinite event without day and place to what was told long before.
  if (!bound && dates === 0 && places === 0 && distance > (isSameCalamity(incident, event) || isPartOfRaid(incident, event) ? REACH : 1))
    return 0;
  if (
    !bound &&
    dates === 0 &&
    places <= 1 &&
    !isPartOfRaid(incident, event) &&
    !isContinuation(incident, event, distance) &&
    !incident.every(({ draft: other }) => isTollOnly(other)) &&
    event.subType !== null &&
    sureSubType(incident) !== event.subType &&
    distance > 0
  )
    return 0;
  if (distance > REACH && !bound && dates === 0 && places < 2) return 0;
  // A bare toll has no type of its own to go by.
  const kin =
    event.subType === null || (draft.trigger.sense.trigger.weak && draft.trigger.sense.trigger.killing)
      ? 0
      : event.subType === sureSubType(incident)
        ? 1.5
        : -1;
  // Of two, "this strike" is the one told last.
  const latest = draft.definite ? (last.draft.trigger.first / (draft.trigger.first + 1)) * 2 : 0;
  return Math.max(0.1, 2 + dates * 2 + places + kin + weakKin(incident, event) + latest + nearness(incident, event, distance));
}

/** What only counts the dead speaks of what was told right before it, in its paragraph above all. */
function nearness(incident: Telling, { draft, place, unlocated }: Event, distance: number): number {
  const near = Math.max(0, 3 - distance);
  if (!isTollOnly(draft) || place || unlocated || UNHARMED.has(incident[0]?.subType ?? '')) return near * 0.6;
  const same = incident.some(({ draft: { sentence } }) => sentence.paragraph === draft.sentence.paragraph);
  return near * 1.2 + (same ? 2 : 0);
}
/** What harms nobody by itself. */
const UNHARMED = new Set(['Arrests', 'Agreement', 'Disrupted weapons use', 'Non-violent transfer of territory']);

/** "Gunmen attacked a convoy. … [paragraph] In Donholm, riders rioted": nothing but a day ties what names a place of its own to what names none. */
function isElsewhere(incident: Telling, { place, unlocated, when, subType, draft }: Event): boolean {
  if (draft.definite || (unlocated === null && (!place || exactness(place.place.kind) < 4))) return false;
  // "In neighbouring Kebbi, gunmen ambushed a patrol near Yauri on Tuesday": of another kind, with a town and a day.
  if (
    when.date &&
    !when.soft &&
    subType !== sureSubType(incident) &&
    incident.every((other) => other.sure && isVague(other) && other.draft.sentence.paragraph !== draft.sentence.paragraph)
  )
    return true;
  return incident.every(
    (other) =>
      !other.place &&
      other.unlocated === null &&
      other.draft.sentence.index >= LEAD &&
      other.draft.sentence.paragraph !== draft.sentence.paragraph,
  );
}

/** Told of no town. */
const isVague = ({ place, unlocated }: Event): boolean => unlocated === null && (!place || exactness(place.place.kind) < 4);

/** Who raids a village and takes people away is told of as one attack. */
function isPartOfRaid(incident: Telling, { subType, place, unlocated, when }: Event): boolean {
  // "A watchman was hacked to death at the gate": of the school whose pupils were taken.
  if (subType === 'Attack' && !place && unlocated === null && !when.date) return incident.some((told) => told.subType === ABDUCTION);
  if (subType === LOOTING)
    return (
      (!place || exactness(place.place.kind) < 4) &&
      (!when.date || when.soft) &&
      incident.some(({ type }) => VIOLENT.has(type) || type === 'Riots')
    );
  return subType === ABDUCTION && incident.some(({ type, subType: told }) => type === 'Violence against civilians' && told === 'Attack');
}
const ABDUCTION = 'Abduction/forced disappearance';
const LOOTING = 'Looting/property destruction';
const DISRUPTED = 'Disrupted weapons use';

/** "Five soldiers were killed in an ambush. Gunmen opened fire on their truck on Tuesday": the next sentence says more of it. */
function isContinuation(incident: Telling, { type, place, unlocated, toll, draft }: Event, distance: number): boolean {
  return (
    distance === 1 &&
    place === null &&
    unlocated === null &&
    toll === null &&
    draft.number === 1 &&
    VIOLENT.has(type) &&
    incident.every((other) => VIOLENT.has(other.type))
  );
}

/** A bare toll is of the event that had one; a bare crash is of an accident. */
function weakKin(incident: Telling, { draft: { trigger }, toll }: Event): number {
  const { weak, killing, type } = trigger.sense.trigger;
  if (!weak || type !== 'Accident') return 0;
  if (killing) return toll && incident.some((other) => other.toll) ? 1 : 0;
  return incident.some((other) => other.sure && other.type === 'Accident') ? 2 : 0;
}

/** A boat that "overturned" later on is the boat of the article. */
function isSameCalamity(incident: Telling, event: Event): boolean {
  return familyOf(event) === 'calamity' && event.subType !== null && event.subType === sureSubType(incident);
}

/** The same earthquake, named by its article, felt elsewhere. */
function isFelt(incident: Telling, { draft, type, subType }: Event): boolean {
  return draft.definite && type === 'Disaster' && subType === sureSubType(incident) && !draft.trigger.sense.verb;
}

function sameStatus(incident: Telling, event: Event): boolean {
  const threatened = incident.some(({ status }) => status === 'threatened');
  const denied = (one: Event) => one.status === 'denied';
  // A denial is of the event told only where it says where or when, or names it.
  if (
    denied(event) !== incident.every(denied) &&
    !event.draft.definite &&
    placeFit(incident, event) !== 2 &&
    dateFit(incident, event) !== 1
  )
    return false;
  return threatened === (event.status === 'threatened');
}

function sureSubType(incident: Telling): string | null {
  return namedBy(incident)?.subType ?? null;
}

/** The event whose type is the incident's; what its raiders looted or burned is not. */
function namedBy(incident: Telling): Event | undefined {
  return incident.find(({ sure, subType }) => sure && (subType !== LOOTING || incident[0]?.subType === LOOTING)) ?? incident[0];
}

const VIOLENT = new Set(['Explosions/Remote violence', 'Violence against civilians', 'Battles']);

function sameType(incident: Telling, event: Event): boolean {
  const named = namedBy(incident);
  if (!named) return false;
  const { trigger } = event.draft.trigger.sense;
  if (event.draft.ofVictims) return true;
  if (trigger.weak)
    return (
      trigger.killing ||
      event.draft.definiteWord ||
      trigger.type !== 'Accident' ||
      familyOf(named) === 'calamity' ||
      (trigger.type === 'Accident' && named.draft.trigger.sense.trigger.explosion)
    );
  if (named.draft.trigger.sense.trigger.weak) return named.draft.trigger.sense.trigger.killing || familyOf(named) === familyOf(event);
  if (named.type === event.type && named.subType === event.subType) return true;
  if (VIOLENT.has(named.type) && isPartOfRaid(incident, event)) return true;
  // "Abducted 23 after a raid in which they shot two".
  if (named.subType === ABDUCTION && event.type === named.type && incident.at(-1)?.evidence === event.evidence && !event.place) return true;
  // "The missile was intercepted": the one that was fired.
  if (event.subType === DISRUPTED && named.type === 'Explosions/Remote violence') return !event.place && !event.when.date;
  if (named.subType === DISRUPTED || event.subType === DISRUPTED) return false;
  if (isExplosion(named) && isExplosion(event)) return true;
  if (isExplosion(event) && event.draft.definite && BLASTS.has(named.subType)) return true;
  // "A new assassination in Taiz", and then how: a headline above the lead.
  if (VIOLENT.has(named.type) && VIOLENT.has(event.type) && isHeadline(incident, event)) return true;
  if (VIOLENT.has(named.type) && VIOLENT.has(event.type))
    return !event.sure || !named.sure || (named.type === event.type && near(named.subType, event.subType));
  if (familyOf(named) === 'crowd' && (familyOf(event) === 'crowd' || (trigger.clash && event.draft.definite))) return true;
  return false;
}

function isHeadline([first, second]: Telling, event: Event): boolean {
  return (
    first !== undefined &&
    second === undefined &&
    first.draft.sentence.index === 0 &&
    event.draft.sentence.index === 1 &&
    event.draft.sentence.paragraph === 1 &&
    !first.when.date &&
    !first.toll &&
    first.place?.place.id === event.place?.place.id
  );
}

/** Accidents that "the blast" may name again. */
const BLASTS: ReadonlySet<string | null> = new Set(['Industrial accident', 'Mine accident']);

function isExplosion({ draft }: Event): boolean {
  return draft.trigger.sense.trigger.explosion;
}

/** Sub-types that two tellings of one attack may take it for. */
function near(a: string | null, b: string | null): boolean {
  const pair = [a, b];
  return (
    (pair.includes('Suicide bomb') && pair.includes('Remote explosive/landmine/IED')) ||
    (pair.includes('Suicide bomb') && pair.includes('Attack')) ||
    a === b
  );
}

/** 1 where the days agree, 0 where one is not told, null where they cannot be the same. */
function dateFit(incident: Telling, { when, draft }: Event): number | null {
  if (when.narrative?.offset?.unit === 'minute') return 0.5;
  if (when.narrative && when.narrative.offset && when.narrative.offset.low !== 0) return null;
  if (!when.date) return 0;
  const { range } = when.date;
  let told = false;
  for (const { when: other } of incident) {
    if (!other.date) continue;
    told = true;
    if (other.soft || when.soft) {
      if (daysApart(other.date.range.start, range.start) <= (when.soft === 'death' ? DYING_DAYS : 2)) return 0.5;
    } else if (other.date.range.start <= range.end && range.start <= other.date.range.end) return 1;
  }
  // "Hours earlier, gunmen …": it has a day, which is counted only later.
  const counted = incident.some(
    ({ when: other, draft: { sentence } }) => other.narrative && sentence.paragraph !== draft.sentence.paragraph,
  );
  return told || (counted && !when.soft && !draft.definite) ? null : 0;
}

/** "One of the wounded died on Wednesday". */
const DYING_DAYS = 10;

function daysApart(a: string, b: string): number {
  return Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;
}

/** 2 for the same place, 1 where one lies in the other, 0 where one is not told, null where they differ. */
function placeFit(incident: Telling, { place, unlocated, draft }: Event): number | null {
  if (unlocated !== null && incident.some((other) => other.unlocated?.text === unlocated.text)) return 2;
  // A town that the gazetteer lacks is not the one that it knows.
  if (unlocated !== null && !draft.definite && incident.some((other) => other.place && exactness(other.place.place.kind) > 3)) return null;
  if (!place) return 0;
  if (
    unlocated === null &&
    !draft.definite &&
    exactness(place.place.kind) > 3 &&
    incident.some((other) => other.unlocated) &&
    incident.every(isVagueOrUnlocated)
  )
    return null;
  let told = false;
  let within = false;
  for (const { place: other } of incident) {
    if (!other) continue;
    told = true;
    if (other.place.id === place.place.id || (isTollOnly(draft) && isNear(other.place, place.place))) return 2;
    if (isWithin(place.place, other.place) || isWithin(other.place, place.place))
      within = exactness(other.place.kind) !== exactness(place.place.kind);
    else if (exactness(other.place.kind) >= exactness(place.place.kind) - 1) return null;
  }
  return within ? 1 : told ? null : 0;
}

/** A camp and the town that it is called after: where the dead of one are counted. */
function isNear(a: Place, b: Place): boolean {
  const isCamp = a.kind === 'camp' || b.kind === 'camp';
  return isCamp && exactness(a.kind) > 3 && exactness(b.kind) > 3 && distance([...a.labelPoint], [...b.labelPoint]) < NEAR_KM;
}
const NEAR_KM = 10;

const isVagueOrUnlocated = ({ place }: Event): boolean => !place || exactness(place.place.kind) <= 3;

/** Attackers that bear different names make different attacks. */
function actorsDiffer(incident: Telling, event: Event): boolean {
  if (event.draft.definite) return false;
  const mine = attackers([event]);
  const theirs = attackers(incident);
  if (mine.length === 0 || theirs.length === 0 || mine.some(isAnybody) || theirs.some(isAnybody)) return false;
  return !mine.some((name) => theirs.some((other) => stem(name) === stem(other)));
}

/** "The attackers", `المسلحين`: whoever it was. */
function isAnybody(name: string): boolean {
  return ANYBODY.has(stem(name)) || CRAFT.test(name);
}
/** What it was done with says nothing of whose it was. */
const CRAFT = /(?:^|\s)(?:jets?|planes?|warplanes?|aircraft|helicopters?|drones?)$|طائر|مسير|مروحي/i;
const ANYBODY = new Set([
  'troo',
  'forc',
  'sold',
  'poli',
  'secu',
  'offi',
  'قوات',
  'جنود',
  'الجن',
  'الشر',
  'شرطة',
  'مهاج',
  'مسلح',
  'مجهو',
  'أشخا',
  'gunm',
  'rebe',
  'figh',
  'insu',
  'jiha',
  'extr',
  'terr',
  'band',
  'atta',
  'assa',
  'raid',
  'mili',
  'armed',
  'arme',
  'unkn',
  'they',
]);

function attackers(events: readonly Event[]): string[] {
  return events.flatMap(({ actors }) => actors.filter(({ role }) => role === 'attacker').map(({ name }) => name));
}

/** The first letters of a name without its article: إسرائيلية and إسرائيل, Israel and Israeli are one. */
function stem(name: string): string {
  return (name.toLowerCase().replace(/^ال/, '').split(/\s+/).at(0) ?? '').slice(0, 4);
}
