import { z } from 'zod';
import { groupEvents } from '../collections/group-events';
import { reportsBeside } from '../collections/reports-beside';
import { PERIODS, type IncidentFilter } from '../store/queries';
import type { Link, PlaceOutline, StoredIncident } from '../store/records';
import type { Store } from '../store/store';
import type { MapIncident } from '../types';
import { answerJson } from './answers';
import { incidentFilter, incidentShape } from './incident-query';
import { named } from './map-language';
import { idSchema, readQuery } from './query';
import { askedLanguage } from './reader-language';

/** Reports that are grouped at once: past so many the map is made of tiles. */
export const MAX_REPORTS = 5_000;
const PAGE = 1_000;
/** Parameters of one statement: databases have a limit. */
const LINKS_AT_ONCE = 2_000;

const locale = z.enum(['ar', 'en'], 'wanted ar or en').optional().meta({ description: 'The language of names.' });

/** Parameters of events: which incidents they are made of. */
export const eventsQuery = z.strictObject({
  ...incidentShape,
  incident: idSchema('An incident’s id: only the event that it is a report of.').optional(),
  locale,
});

/** Parameters of the counts. */
export const countsQuery = z.strictObject({
  ...incidentShape,
  period: z
    .enum(PERIODS, `wanted one of ${PERIODS.join(', ')}`)
    .default('month')
    .meta({ description: 'What is counted together.' }),
});

/** One incident as an article reports it. */
export interface Report {
  /** The store's id of it. */
  readonly id: string;
  readonly articleId: string;
  readonly incident: MapIncident;
  /** Key of `places`; null where the article gives none. */
  readonly place: string | null;
}

/** What an article is called, beside what it reports. */
export interface Reporter {
  readonly title: string | null;
  readonly source: string | null;
  readonly url: string | null;
  readonly language: string | null;
  readonly publishedAt: string | null;
}

/** What `GET /api/events` answers. */
export interface EventsAnswer {
  /** How many reports match; where that is more than `limit`, the events are not given: the map is made of tiles. */
  readonly reports: number;
  readonly limit: number;
  /** Latest first; each with the reports that tell of it, in the order of the list. */
  readonly events: readonly { readonly reports: readonly Report[]; readonly byHand: boolean }[];
  readonly places: Readonly<Record<string, PlaceOutline>>;
  readonly articles: Readonly<Record<string, Reporter>>;
}

/** Answers `GET /api/events`: incidents grouped into events, as links and likeness say. */
export async function listEvents(request: Request, store: Store): Promise<Response> {
  const asked = readQuery(request, eventsQuery);
  const filter = incidentFilter(asked);
  const { incident } = asked;
  const beside = incident === undefined ? null : await reportsBeside(store, incident, filter);
  const total = beside?.length ?? (await store.counts('month', filter)).reduce((sum, { incidents }) => sum + incidents, 0);
  if (total > MAX_REPORTS)
    return answerJson(request, { reports: total, limit: MAX_REPORTS, events: [], places: {}, articles: {} } satisfies EventsAnswer);
  const reports = beside ?? (await allIncidents(store, filter));
  const links = await allLinks(
    store,
    reports.map(({ id }) => id),
  );
  const reader = askedLanguage(request);
  const places = new Map<string, PlaceOutline>();
  const keys = new Map<string, string>();
  const keyOf = ({ place }: StoredIncident): string | null => {
    if (!place) return null;
    // One place has one outline in most articles, and another where somebody moved it: what is equal is sent once.
    const said = JSON.stringify([place.id, place.geometry, place.properties.labelPoint]);
    const key = keys.get(said) ?? `${place.id}${places.has(place.id) ? `~${keys.size}` : ''}`;
    keys.set(said, key);
    if (!places.has(key)) places.set(key, { ...place, id: key, properties: named(place.properties, reader) });
    return key;
  };
  const hand = new Set(links.filter(({ by }) => by !== null).flatMap(({ a, b }) => [a, b]));
  const groups = groupEvents(reports, links).filter((event) => incident === undefined || event.reports.some(({ id }) => id === incident));
  const events = groups.map((event) => ({
    byHand: event.reports.some(({ id }) => hand.has(id)),
    reports: event.reports.map((report): Report => {
      const { id, articleId, incident } = report;
      const place = keyOf(report);
      return { id, articleId, incident: { ...incident, id, placeId: place }, place };
    }),
  }));
  const answer: EventsAnswer = {
    reports: incident === undefined ? total : groups.reduce((sum, event) => sum + event.reports.length, 0),
    limit: MAX_REPORTS,
    events,
    places: Object.fromEntries(places),
    articles: await reporters(
      store,
      groups.flatMap((event) => event.reports),
    ),
  };
  return answerJson(request, answer);
}

/** Answers `GET /api/counts`: incidents by period, country and type. */
export async function listCounts(request: Request, store: Store): Promise<Response> {
  const asked = readQuery(request, countsQuery);
  return answerJson(request, { period: asked.period, counts: await store.counts(asked.period, incidentFilter(asked)) });
}

async function allIncidents(store: Store, filter: IncidentFilter): Promise<StoredIncident[]> {
  const found: StoredIncident[] = [];
  for (let cursor: string | null = null; ;) {
    const page: Awaited<ReturnType<Store['incidents']>> = await store.incidents(filter, { limit: PAGE, cursor });
    found.push(...page.items);
    if (page.next === null || found.length >= MAX_REPORTS) return found;
    cursor = page.next;
  }
}

async function allLinks(store: Store, incidents: readonly string[]): Promise<Link[]> {
  const links = new Map<string, Link>();
  for (let i = 0; i < incidents.length; i += LINKS_AT_ONCE)
    for (const link of await store.links(incidents.slice(i, i + LINKS_AT_ONCE))) links.set(`${link.a}\n${link.b}`, link);
  return [...links.values()];
}

async function reporters(store: Store, reports: readonly StoredIncident[]): Promise<Record<string, Reporter>> {
  const ids = [...new Set(reports.map(({ articleId }) => articleId))];
  const found = await store.summaries(ids);
  return Object.fromEntries(
    found.map(({ id, title, source, url, language, publishedAt }) => [id, { title, source, url, language, publishedAt }]),
  );
}
