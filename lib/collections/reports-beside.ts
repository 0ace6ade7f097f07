import type { IncidentFilter } from '../store/queries';
import type { StoredIncident } from '../store/records';
import type { Store } from '../store/store';
import { neighboursOf } from './link-article';

/** Reports that one event may have: links are followed no further. */
const MAX_REPORTS = 500;

/**
 * The incidents among which the reports of one incident's event are: those of about the same days and place, and whatever
 * any of them was linked to. Those that a filter does not ask for are left out; none where it leaves out the incident itself.
 */
export async function reportsBeside(store: Store, id: string, filter: IncidentFilter): Promise<StoredIncident[]> {
  const own = await passing(store, id, filter);
  if (!own) return [];
  const reports = new Map([[id, own]]);
  for (const other of await neighboursOf(store, own, filter)) reports.set(other.id, other);
  const passed = new Set(reports.keys());
  for (let fresh: string[] = [id]; fresh.length > 0 && reports.size < MAX_REPORTS;) {
    const linked = (await store.links(fresh)).filter(({ state }) => state === 'same').flatMap(({ a, b }) => [a, b]);
    fresh = [...new Set(linked)].filter((other) => other !== id && !passed.has(other));
    for (const other of fresh) {
      passed.add(other);
      const report = await passing(store, other, filter);
      if (report) reports.set(other, report);
    }
  }
  return [...reports.values()];
}

async function passing(store: Store, id: string, filter: IncidentFilter): Promise<StoredIncident | null> {
  const incident = await store.incident(id);
  if (!incident) return null;
  const { items } = await store.incidents({ ...filter, article: incident.articleId }, { limit: 1_000 });
  return items.find((item) => item.id === id) ?? null;
}
