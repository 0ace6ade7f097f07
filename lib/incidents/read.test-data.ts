import { mapArticle } from '../api/engine';
import { sharedEngine } from '../api/geoparse-request';
import type { ArticleMap, Count, MapIncident } from '../types';

const engine = sharedEngine();

/** What the engine makes of a text published on Tuesday, 6 August 2024, or on the day given. */
export function read(text: string, publishedAt: string | null = '2024-08-06'): { map: ArticleMap; incidents: readonly MapIncident[] } {
  const map = mapArticle({ text, title: null, url: null, source: null, publishedAt, language: null }, engine, 'en');
  return { map, incidents: map.incidents };
}

/** A count as `low/best/high`. */
export const countOf = (count: Count | null): string | null => count && [count.low, count.best, count.high].map((n) => n ?? '').join('/');

/** One event a text: [text, sub-type, place, first day, killed, injured, status]. */
export type EventRow = readonly [string, string, string | null, string | null, string | null, string | null, string];

/** Holds that a text tells of one event and no other, and of which. */
export function expectOneEvent(...[text, subType, place, start, killed, injured, status]: EventRow): void {
  const { map, incidents } = read(text);
  const [incident, ...more] = incidents;
  expect(more.map(({ headline }) => headline)).toEqual([]);
  const name = map.features.find(({ id }) => id === incident?.placeId)?.properties.name ?? null;
  expect({
    subType: incident?.subType,
    place: name,
    start: incident?.date?.start ?? null,
    killed: countOf(incident?.casualties.killed ?? null),
    injured: countOf(incident?.casualties.injured ?? null),
    status: incident?.status,
  }).toEqual({ subType, place, start, killed, injured, status });
}
