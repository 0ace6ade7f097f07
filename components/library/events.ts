import { passes, type IncidentFilter } from '@/components/incidents/filter';
import type { EventsAnswer, Report, Reporter } from '@/lib/api/events-request';
import type { ArticleMap, MapIncident, PlaceFeature } from '@/lib/types';

/** One event with all that is reported of it, and the report that stands for it on the map and in the lists. */
export interface LibraryEvent {
  /** That of the report which stands for it. */
  readonly id: string;
  readonly incident: MapIncident;
  readonly reports: readonly Report[];
  readonly byHand: boolean;
}

/** The events of an answer. The report that says most exactly where it was stands for each, of equals the first. */
export function eventsOf({ events }: EventsAnswer): LibraryEvent[] {
  return events.flatMap(({ reports, byHand }) => {
    const [first] = [...reports].sort((a, b) => exactness(a) - exactness(b));
    return first ? [{ id: first.id, incident: first.incident, reports, byHand }] : [];
  });
}

function exactness({ incident }: Report): number {
  return incident.placeId === null ? 9 : (incident.wherePrecision ?? 8);
}

/** Whether one of the reports passes. */
export function eventPasses({ reports }: LibraryEvent, filter: IncidentFilter): boolean {
  return reports.some(({ incident }) => passes(incident, filter));
}

/** What the map, the timeline and the lists draw: the events as if one article told them all. */
export function mapOfEvents(answer: EventsAnswer, events: readonly LibraryEvent[], title: string): ArticleMap {
  const used = new Set(events.map(({ incident }) => incident.placeId));
  const features = Object.values(answer.places)
    .filter(({ id }) => used.has(id))
    .map((place): PlaceFeature => ({ ...place, properties: { ...place.properties, mentions: [] } }));
  return {
    type: 'FeatureCollection',
    article: articleOf(null, '', title),
    gazetteer: { version: '', places: 0, names: 0 },
    features,
    unlocated: [],
    incidents: events.map(({ incident }) => incident),
  };
}

/** Who tells it, as quotes and cards want it. */
export function articleOf(reporter: Reporter | null, id: string, title: string | null = null): ArticleMap['article'] {
  const { source = null, url = null, publishedAt = null } = reporter ?? {};
  return { id, title: reporter?.title ?? title, language: reporter?.language ?? 'en', publishedAt, url, source, sha256: id, length: 0 };
}

export type DifferingField = 'place' | 'date' | 'toll';

/** On what the reports of one event differ. What one of them does not say is no difference. */
export function differencesOf(reports: readonly Report[]): DifferingField[] {
  const differ = (valueOf: (report: Report) => string | null): boolean =>
    new Set(reports.map(valueOf).filter((value) => value !== null)).size > 1;
  const count = (of: 'killed' | 'injured') => (report: Report) => {
    const said = report.incident.casualties[of];
    return said === null ? null : String(said.best ?? said.low ?? said.high);
  };
  const fields: DifferingField[] = [];
  if (differ(({ place }) => (place && place.split('~')[0]) || null)) fields.push('place');
  if (differ(({ incident: { date } }) => date && `${date.start}/${date.end}`)) fields.push('date');
  if (differ(count('killed')) || differ(count('injured'))) fields.push('toll');
  return fields;
}
