import { CLITIC } from '../text/clitics';
import { GAP } from '../text/gaps';
import type { Kind, Mention } from '../types';
import { isElsewhere } from './bystander-places';
import { behindDateline, isDateline } from './dateline';
import type { EventDraft } from './events';
import { exactness, isWithin } from './exactness';
import { linkOf, type Link, type Words } from './place-link';
import type { PlaceMention, Reading, SentenceTokens } from './reading';

/** Places of an event, best first; several where it happened at each of them. */
export type EventPlaces = readonly PlaceMention[];

/** The literal mentions of the sentence that the event happened at; a name that stands for someone is none. */
export function placesOf(reading: Reading, draft: EventDraft): EventPlaces {
  const { sentence, from, to, trigger } = draft;
  // Of several datelines, each is where its own news is from.
  const opening = sentence.index > 0 ? sentence.from : behindDateline(reading, sentence.from, sentence.to);
  const candidates: { place: PlaceMention; link: Link; score: number }[] = [];
  for (const place of reading.mentions) {
    if (place.first < opening || place.first >= sentence.to || isAnaphor(place)) continue;
    if (place.mention.role !== 'literal' && !FACILITIES.has(place.place.kind)) continue;
    if (isApposition(reading, place) || isStreet(reading, place) || isRoute(reading, place)) continue;
    const inside = place.first >= from && place.first < to;
    if (!inside && !draft.alone && !isFrame(draft, place)) continue;
    const link = isElsewhere(reading, place, draft) ? 'from' : linkOf(reading, place, sentence.from);
    const score = scoreOf(draft, place, place.place.kind, link, inside) - (isAbroad(reading, place) ? ABROAD : 0);
    if (score > MIN_SCORE) candidates.push({ place, link, score });
  }
  const places = candidates.map(({ place }) => place);
  const own = candidates.filter(({ place }) => !places.some((inner) => isContainer(reading, place, inner)));
  own.sort((a, b) => b.score - a.score);
  const missing = unlocatedOf(reading, draft);
  // Where the gazetteer lacks the very place, no other town stands in for it; a province or a country does, and a factory has its town.
  const lacks = missing !== null && exactness(missing.mention.headKind ?? 'village') <= 4;
  const best = own.find(
    ({ place, score }) =>
      !lacks || missing.score < score || exactness(place.place.kind) <= 3 || (isQuarter(missing.mention) && isFrame(draft, place)),
  );
  if (!best) return missing ? [] : (anaphorOf(reading, draft) ?? officeOf(reading, draft));
  const capital = capitalOf(reading, best.place);
  if (capital) return [capital];
  if (lacks && missing.score >= best.score) return [best.place];
  const finest = narrow(
    best.place,
    own.map(({ place }) => place),
    trigger.first,
    trigger.sense.trigger.type === 'Disaster' || (draft.alone && exactness(best.place.place.kind) < 3) ? Infinity : MAX_DETOUR,
  );
  if (draft.number === 1 && !trigger.sense.verb) return [finest];
  return coordinated(
    reading,
    finest,
    own.map(({ place }) => place),
  );
}

/** A name that the gazetteer lacks, of a part of a town: "bombs struck the Saltivskyi district". */
export function isQuarter({ headKind }: Mention): boolean {
  return QUARTERS.has(headKind);
}
const QUARTERS: ReadonlySet<Kind | null> = new Set<Kind | null>(['admin2', 'neighbourhood']);

/** `بلدة أوريخيف في زاباروجيا`: what a town is said to lie in is no other place of the event. */
function isContainer(reading: Reading, { place, first }: PlaceMention, inner: PlaceMention): boolean {
  const gap = first - inner.last;
  // `سوق مدينة الفولة بولاية غرب كردفان`.
  const joined = gap === 1 && reading.at(first).some(({ clitics }) => (clitics & CLITIC.BA) !== 0);
  if (!joined && (gap < 2 || gap > 3)) return false;
  if (exactness(inner.place.kind) < 4 || inner.place.id === place.id) return false;
  if (inner.place.countryCode !== place.countryCode || reading.gapBetween(inner.last, first) > GAP.COMMA) return false;
  return joined || reading.word(inner.last + 1) === 'in' || reading.word(inner.last + 1) === 'في';
}

/** "LIMA - … in Peru's capital": whence the report is. */
function capitalOf(reading: Reading, { mention, place }: PlaceMention): PlaceMention | null {
  if (place.kind !== 'country' || !/^['’]s (?:\p{L}+ )?capital\b/u.test(reading.text.slice(mention.end, mention.end + 24))) return null;
  return reading.mentions.find((other) => isDateline(reading, other) && other.place.countryCode === place.countryCode) ?? null;
}

/** `تحت الحمامات` in an article on Yemen: a name that is a word too may be of a place far off. */
function isAbroad({ home }: Reading, { place }: PlaceMention): boolean {
  return home !== null && place.countryCode !== null && place.countryCode !== home;
}
const ABROAD = 1.5;

/** The one town or site that a sentence tells, within the place known so far; null where it tells several or none, or the place is known as well. */
export function onlyPlaceOf(reading: Reading, { from, to }: SentenceTokens, known: PlaceMention | null): PlaceMention | null {
  if (known && exactness(known.place.kind) > 1) return null;
  const inside = reading.mentions.filter(
    (one) =>
      one.first >= from &&
      one.first < to &&
      one.mention.role === 'literal' &&
      exactness(one.place.kind) >= 4 &&
      linkOf(reading, one, from) === 'in',
  );
  const [only] = inside;
  return only && inside.length === 1 && (!known || isWithin(only.place, known.place)) ? only : null;
}

/** The place of the event that the text names and the gazetteer does not know: the likeliest mention, with its score. */
export function unlocatedOf(reading: Reading, draft: EventDraft): { readonly mention: Mention; readonly score: number } | null {
  const { sentence, from, to } = draft;
  let best: { mention: Mention; score: number } | null = null;
  for (const one of reading.unlocated) {
    if (one.first < from || one.first >= to) continue;
    const link = isRaided(reading, one, draft) ? 'in' : linkOf(reading, one, sentence.from);
    if (link !== 'in' && !(link === 'on' && one.mention.headKind !== null)) continue;
    const score = scoreOf(draft, one, 'village', link, true);
    if (score > (best?.score ?? MIN_SCORE)) best = { mention: one.mention, score };
  }
  return best;
}

/** "Raided Kagir village": where the deed was done. */
function isRaided(reading: Reading, { first }: Words, { triggers }: EventDraft): boolean {
  if (reading.language !== 'en') return false;
  return triggers.some(
    ({ last, sense }) => sense.verb && last < first && first - last <= 3 && reading.gapBetween(last, first) <= GAP.JOINER,
  );
}

/** "In the same town", `في المدينة نفسها`: the last town told before; null where nothing says so. */
function anaphorOf(reading: Reading, { from, to, triggers, grievance }: EventDraft): EventPlaces | null {
  // Where the dead of an event are counted is where it was, and the event itself knows that better.
  if (!grievance && triggers.every(({ sense }) => sense.trigger.weak && sense.trigger.killing)) return null;
  const cue = reading.firstCue(from, to, 'samePlace');
  const told =
    cue &&
    reading.mentions.findLast(({ mention, place, last }) => last < cue.first && mention.role === 'literal' && exactness(place.kind) >= 4);
  return told ? [told] : null;
}

/** Whom an attack hits holds his office somewhere: "assassinated the mayor of Tecate", `اغتيال محافظ عدن`. */
function officeOf(reading: Reading, { sentence, triggers }: EventDraft): EventPlaces {
  if (!triggers.some(({ sense }) => sense.trigger.type === 'Violence against civilians' && !sense.trigger.weak)) return [];
  const held = reading.mentions.find(
    ({ first }) =>
      first >= sentence.from && first < sentence.to && OFFICES.has(reading.word(reading.word(first - 1) === 'of' ? first - 2 : first - 1)),
  );
  return held ? [held] : [];
}

/** Whether the place that begins at a token is where somebody holds office. */
export function isOffice(reading: Reading, first: number): boolean {
  return OFFICES.has(reading.word(reading.word(first - 1) === 'of' ? first - 2 : first - 1));
}
const OFFICES = new Set(['mayor', 'governor', 'chief', 'councillor', 'محافظ', 'بلدية', 'شرطة', 'حاكم', 'والي', 'عمدة', 'مخابرات']);

/** `في غريان، على بعد 80 كيلومترا جنوب طرابلس`: how far off it is only describes the town. */
function isApposition(reading: Reading, { mention: { relation }, first }: PlaceMention): boolean {
  if (relation === null) return false;
  const start = reading.tokenHolding(relation.start);
  // Without a distance, only what stands right behind the town: `بلدة طمون جنوب طوباس`.
  const reach = relation.distanceKm !== null || relation.type === 'border' ? 5 : 1;
  // `حي كلابة شرقي مدينة تعز`: a town that the gazetteer lacks has its neighbour as well.
  if (reading.unlocated.some((other) => other.last < start && start - other.last <= reach && other.mention.headKind !== null)) return true;
  return reading.mentions.some(
    (other) =>
      other.last < start &&
      start - other.last <= reach &&
      other.first < first &&
      exactness(other.place.kind) >= 4 &&
      !isRoute(reading, other) &&
      !hasTrigger(reading, other.last + 1, start),
  );
}

/** "Set out from Zuwara and sank 40 miles off Lampedusa". */
function hasTrigger(reading: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (reading.find(i, 'trigger')) return true;
  return false;
}

/** "On Lagrange Street": named after a town, and far from it. */
function isStreet(reading: Reading, { last }: PlaceMention): boolean {
  return STREETS.has(reading.word(last + 1)) && (reading.gaps[last + 1] ?? GAP.SENTENCE) <= GAP.SPACE;
}
const STREETS = new Set(['street', 'st', 'avenue', 'ave', 'boulevard', 'lane', 'drive']);

/** `الطريق الدولي دمشق-حمص`, "the Nakuru-Eldoret highway": a road between two towns is at neither. */
function isRoute(reading: Reading, { first, last }: PlaceMention): boolean {
  const other = (at: number, gap: number) => reading.placeAt(at) !== null && reading.gaps[gap] === GAP.JOINER;
  return other(first - 1, first) || other(last + 1, last + 1);
}

/** "The city" names the one told before, whatever place bears the word as its name. */
function isAnaphor({ mention, first, last }: PlaceMention): boolean {
  return first === last && ANAPHORS.has(mention.text);
}
const ANAPHORS = new Set(['المدينة', 'المنطقة', 'البلدة', 'القرية', 'الجزيرة', 'الميناء', 'العاصمة', 'المحافظة']);

/** What is built stands for nobody: an airport has no government. */
const FACILITIES: ReadonlySet<Kind> = new Set<Kind>(['airport', 'airbase', 'base', 'camp', 'port', 'crossing']);

const MIN_SCORE = 0;
const SCORES: Readonly<Record<Link, number>> = { in: 6, on: 4.5, none: 2.5, from: -3 };

/** A place at the very start of the sentence frames all of its events: "In Homs, …". */
function isFrame({ sentence }: EventDraft, { first }: PlaceMention): boolean {
  return first - sentence.from <= 3;
}

function scoreOf({ trigger, triggers }: EventDraft, { first, last }: Words, kind: Kind, link: Link, inside: boolean): number {
  const distance = Math.min(...triggers.map((one) => (first > one.last ? first - one.last : Math.max(0, one.first - last))));
  return SCORES[link] + (inside ? 1.5 : 0) + (first > trigger.last ? 1 : 0) - Math.min(distance, 24) / 6 + exactness(kind) / 8;
}

/** The most exact of the places that lie within the best one. */
function narrow(best: PlaceMention, all: readonly PlaceMention[], trigger: number, detour: number): PlaceMention {
  let finest = best;
  for (const other of all) {
    if (exactness(other.place.kind) <= exactness(finest.place.kind) || !isWithin(other.place, finest.place)) continue;
    if (Math.abs(other.first - trigger) > Math.abs(best.first - trigger) + detour) continue;
    finest = other;
  }
  return finest;
}

/** Tokens that the more exact place may stand farther off than the nearest; a disaster's may stand anywhere in the sentence. */
const MAX_DETOUR = 12;

/** "in Iraq and Syria": each of the places that are listed with the best one. */
function coordinated(reading: Reading, best: PlaceMention, all: readonly PlaceMention[]): PlaceMention[] {
  const list = [best];
  const ordered = [...all].sort((a, b) => a.first - b.first);
  const at = ordered.indexOf(best);
  for (let k = at + 1, previous = best; k < ordered.length; k++) {
    const next = ordered[k];
    if (!next || !isListed(reading, previous, next)) break;
    list.push(next);
    previous = next;
  }
  for (let k = at - 1, following = best; k >= 0; k--) {
    const before = ordered[k];
    if (!before || !isListed(reading, before, following)) break;
    list.unshift(before);
    following = before;
  }
  return list.filter((one, k) => list.findIndex(({ place }) => place.id === one.place.id) === k);
}

function isListed(reading: Reading, a: PlaceMention, b: PlaceMention): boolean {
  if (b.first - a.last > 3 || reading.gapBetween(a.last, b.first) > GAP.COMMA) return false;
  if (exactness(a.place.kind) !== exactness(b.place.kind) || a.place.id === b.place.id) return false;
  if (reading.language === 'ar') return reading.text.charAt(reading.tokens.start[a.last + 1] ?? 0) === 'و';
  for (let i = a.last + 1; i < b.first; i++) if (reading.word(i) === 'and') return true;
  return false;
}
