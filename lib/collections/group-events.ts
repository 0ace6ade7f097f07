import type { Link, StoredIncident } from '../store/records';
import { daysOf, sameEvent } from './same-event';

/** Days that a report may begin before another one of the same event: its date may be a week, or the day before. */
const WINDOW_DAYS = 8;

/** One event and the reports that tell of it, in the order in which they came. */
export interface Event {
  readonly reports: readonly StoredIncident[];
}

/**
 * Puts reports together that tell of one event. What a person linked is linked, what is cut stays apart; for the rest
 * the pairs come first that the machine linked before, then the surest, and a report joins a group only where it goes
 * with every report in it, so that no chain of neighbours makes one event of a week, and a machine's link does not
 * outlive a correction that speaks against it. A report that goes with no other is an event of its own.
 * @param links as the store keeps them
 */
export function groupEvents(reports: readonly StoredIncident[], links: readonly Link[]): Event[] {
  const groups = new Map(reports.map((report) => [report.id, [report]]));
  const said = new Map(links.map((link) => [keyOf(link.a, link.b), link]));
  const stateOf = (a: StoredIncident, b: StoredIncident) => said.get(keyOf(a.id, b.id))?.state;
  const isSame = (a: StoredIncident, b: StoredIncident) => {
    const link = said.get(keyOf(a.id, b.id));
    return link?.state === 'same' && link.by !== null;
  };
  for (const { a, b, state, by } of links) {
    const [one, other] = [groups.get(a), groups.get(b)];
    if (state === 'same' && by !== null && one && other && one !== other && !apart(one, other, stateOf)) merge(groups, one, other);
  }
  const before = links.filter(({ state, by }) => state === 'same' && by === null);
  const likely = likelyPairs(reports).map(({ a, b }) => ({ a: a.id, b: b.id }));
  for (const { a, b } of [...before, ...likely]) {
    const [one, other] = [groups.get(a), groups.get(b)];
    if (!one || !other || one === other || apart(one, other, stateOf)) continue;
    if (one.every((x) => other.every((y) => isSame(x, y) || (sameEvent(x, y) ?? -1) > 0))) merge(groups, one, other);
  }
  const order = new Map(reports.map(({ id }, i) => [id, i]));
  return [...new Set(groups.values())].map((group) => ({
    reports: group.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0)),
  }));
}

/** Pairs that are more likely one event than not, the surest first. Reports far apart in time are never compared. */
function likelyPairs(reports: readonly StoredIncident[]): { a: StoredIncident; b: StoredIncident; odds: number }[] {
  const dated = reports.flatMap((report) => {
    const days = daysOf(report);
    return days ? [{ report, ...days }] : [];
  });
  dated.sort((a, b) => a.from - b.from || (a.report.id < b.report.id ? -1 : 1));
  const pairs: { a: StoredIncident; b: StoredIncident; odds: number }[] = [];
  dated.forEach(({ report: a, from, to }, i) => {
    for (let j = i + 1; j < dated.length; j++) {
      const other = dated[j];
      if (!other || other.from > Math.min(to, from + WINDOW_DAYS) + 1) break;
      const odds = sameEvent(a, other.report);
      if (odds !== null && odds > 0) pairs.push({ a, b: other.report, odds });
    }
  });
  return pairs.sort((a, b) => b.odds - a.odds);
}

function apart(
  one: readonly StoredIncident[],
  other: readonly StoredIncident[],
  stateOf: (a: StoredIncident, b: StoredIncident) => Link['state'] | undefined,
): boolean {
  return one.some((x) => other.some((y) => stateOf(x, y) === 'cut'));
}

function merge(groups: Map<string, StoredIncident[]>, one: StoredIncident[], other: readonly StoredIncident[]): void {
  one.push(...other);
  for (const { id } of other) groups.set(id, one);
}

function keyOf(a: string, b: string): string {
  return a < b ? `${a}\n${b}` : `${b}\n${a}`;
}
