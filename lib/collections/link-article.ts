import { isoOfDay } from '../store/days';
import type { Box, IncidentFilter } from '../store/queries';
import type { Link, StoredIncident } from '../store/records';
import type { Store } from '../store/store';
import { groupEvents } from './group-events';
import { daysOf } from './same-event';

/** Neighbours of one incident that are looked at, the latest first: more never tell of one event. */
const MAX_NEIGHBOURS = 200;
/** Of one article. */
const MAX_INCIDENTS = 1_000;
/** Degrees that a box is widened by, so that a base and the town beside it meet: some 25 km, more of longitude far north. */
const WIDER = 0.5;
const DAY = 1;

/**
 * Links an article's incidents to those of other articles that tell of the same events, where that is likely: the
 * machine's word, which gives way to a person's. Call it after an article is saved and after it is corrected.
 * @returns how many links were made
 */
export async function linkArticle(store: Store, articleId: string): Promise<number> {
  const { items: own } = await store.incidents({ article: articleId }, { limit: MAX_INCIDENTS });
  const reports = new Map(own.map((report) => [report.id, report]));
  for (const report of own)
    for (const other of await neighboursOf(store, report)) if (other.articleId !== articleId) reports.set(other.id, other);
  if (reports.size === own.length) return 0;
  const known = await store.links([...reports.keys()].slice(0, MAX_INCIDENTS));
  const ours = new Set(own.map(({ id }) => id));
  const at = new Date().toISOString();
  const links = groupEvents([...reports.values()], known).flatMap(({ reports: told }) =>
    told
      .filter(({ id }) => ours.has(id))
      .flatMap(({ id: a }) => told.filter(({ id }) => !ours.has(id)).map(({ id: b }): Link => ({ a, b, state: 'same', by: null, at }))),
  );
  const fresh = links.filter(({ a, b }) => !known.some((link) => (link.a === a && link.b === b) || (link.a === b && link.b === a)));
  if (fresh.length > 0) await store.putLinks(fresh);
  return fresh.length;
}

/** Incidents of about the same days and place, as far as a filter asks for them: with the one itself, or none where it has no day or place. */
export async function neighboursOf(store: Store, report: StoredIncident, filter: IncidentFilter = {}): Promise<readonly StoredIncident[]> {
  const days = daysOf(report);
  if (!days || !report.place) return [];
  const near = { from: isoOfDay(days.from - DAY), to: isoOfDay(days.to + DAY), box: widened(report.place.bbox) };
  return (await store.incidents({ ...filter, ...near }, { limit: MAX_NEIGHBOURS })).items;
}

function widened([west, south, east, north]: Box): Box {
  const isRound = east - west + 2 * WIDER >= 360;
  const [from, to] = isRound ? [-180, 180] : [turned(west - WIDER), turned(east + WIDER)];
  return [from, Math.max(-90, south - WIDER), to, Math.min(90, north + WIDER)];
}

function turned(longitude: number): number {
  return ((longitude + 540) % 360) - 180;
}
