import { distance } from '@turf/turf';
import type { StoredIncident } from '../store/records';
import { dayOf } from '../store/days';
import { foldPhrase } from '../text/fold-phrase';
import type { Count } from '../types';

/**
 * What speaks for and against two reports telling of one event, in log-odds set by hand: that place and day agree is
 * much, that they differ is more; actors and tolls add to it, and a type of another kind takes from it.
 */
const WEIGHTS = {
  none: -4,
  samePlace: 3,
  near: 2.2,
  within: 0.5,
  sameDay: 2.2,
  nextDay: 1.2,
  sameType: 1.2,
  sameSubType: 0.8,
  likeType: 0.2,
  actor: 1.2,
  tollsAgree: 1,
  tollsDiffer: -2.5,
} as const;

/** Kilometres within which two exact places are one for a reporter: a base and the town beside it. */
const NEAR_KM = 25;
/** Reports from both sides of midnight, or of the next morning. */
const NEXT_DAY = 1;
/** UCDP where_prec up to which a place is more than an area that holds many events. */
const PRECISE = 2;
/** A toll grows from one report to the next; past so many times the other one it is another event's. */
const TOLL_FACTOR = 3;
/** Types that reporters do not tell apart: a battle with shelling, an attack on civilians by a drone. */
const VIOLENT = new Set(['Battles', 'Explosions/Remote violence', 'Violence against civilians']);

/** How sure it is that two reports tell of one event: log-odds, above 0 where it is more likely than not; null where it cannot be. */
export function sameEvent(a: StoredIncident, b: StoredIncident): number | null {
  if (a.articleId === b.articleId || isThreat(a) !== isThreat(b)) return null;
  const weights = [placeWeight(a, b), dayWeight(a, b), typeWeight(a, b)];
  let sum: number = WEIGHTS.none;
  for (const weight of weights) {
    if (weight === null) return null;
    sum += weight;
  }
  return sum + actorWeight(a, b) + tollWeight(a, b);
}

/** What is only threatened is not what happened. */
function isThreat({ incident }: StoredIncident): boolean {
  return incident.status === 'threatened';
}

function placeWeight(a: StoredIncident, b: StoredIncident): number | null {
  if (!a.place || !b.place) return null;
  const precise = [a, b].every(({ place }) => (place?.properties.wherePrecision ?? 7) <= PRECISE);
  if (a.place.id === b.place.id) return precise ? WEIGHTS.samePlace : WEIGHTS.within;
  const [from, to] = [a.place.properties.labelPoint, b.place.properties.labelPoint];
  if (precise) return distance([...from], [...to]) <= NEAR_KM ? WEIGHTS.near : null;
  return holds(a.place.bbox, to) || holds(b.place.bbox, from) ? WEIGHTS.within : null;
}

function holds([west, south, east, north]: readonly [number, number, number, number], [x, y]: readonly [number, number]): boolean {
  const across = west > east;
  return y >= south && y <= north && (across ? x >= west || x <= east : x >= west && x <= east);
}

function dayWeight(a: StoredIncident, b: StoredIncident): number | null {
  const [one, other] = [daysOf(a), daysOf(b)];
  if (!one || !other) return null;
  const gap = Math.max(one.from, other.from) - Math.min(one.to, other.to);
  if (gap > NEXT_DAY) return null;
  const isExact = one.from === one.to && other.from === other.to;
  return gap <= 0 && isExact ? WEIGHTS.sameDay : WEIGHTS.nextDay;
}

/** First and last day, counted; null where the report gives none. */
export function daysOf({ incident: { date } }: StoredIncident): { from: number; to: number } | null {
  const [from, to] = [dayOf(date?.start ?? null), dayOf(date?.end ?? null)];
  return from === null || to === null ? null : { from, to };
}

function typeWeight(a: StoredIncident, b: StoredIncident): number | null {
  const [one, other] = [a.incident, b.incident];
  if (one.type === other.type) return WEIGHTS.sameType + (one.subType !== null && one.subType === other.subType ? WEIGHTS.sameSubType : 0);
  return VIOLENT.has(one.type) && VIOLENT.has(other.type) ? WEIGHTS.likeType : null;
}

/** An actor that both name. That they name others says nothing: one of the two may be in the other language. */
function actorWeight(a: StoredIncident, b: StoredIncident): number {
  const names = ({ incident }: StoredIncident) => new Set(incident.actors.map(({ name }) => foldPhrase(name, 0, name.length).text));
  const others = names(b);
  return [...names(a)].some((name) => others.has(name)) ? WEIGHTS.actor : 0;
}

function tollWeight(a: StoredIncident, b: StoredIncident): number {
  const weights = (['killed', 'injured'] as const).map((what) => compare(a.incident.casualties[what], b.incident.casualties[what]));
  return weights.includes(WEIGHTS.tollsDiffer) ? WEIGHTS.tollsDiffer : Math.max(...weights);
}

function compare(a: Count | null, b: Count | null): number {
  const [one, other] = [a?.best ?? a?.low ?? null, b?.best ?? b?.low ?? null];
  if (one === null || other === null) return 0;
  if (one === other) return WEIGHTS.tollsAgree;
  return Math.max(one, other) > TOLL_FACTOR * Math.max(1, Math.min(one, other)) ? WEIGHTS.tollsDiffer : 0;
}
