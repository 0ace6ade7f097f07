import { NO_FILTER } from '@/components/incidents/filter';
import type { EventsAnswer, Report } from '@/lib/api/events-request';
import type { MapIncident } from '@/lib/types';
import { differencesOf, eventPasses, eventsOf, mapOfEvents } from './events';

interface Told {
  readonly place?: string | null;
  readonly exactness?: 1 | 4 | 6;
  readonly day?: string | null;
  readonly killed?: number;
  readonly type?: string;
}

function report(id: string, { place = 'base', exactness = 1, day = '2024-08-05', killed, type = 'Battles' }: Told = {}): Report {
  const span = { start: 0, end: 1 };
  const incident = {
    id,
    type,
    status: 'reported',
    placeId: place,
    wherePrecision: place === null ? null : exactness,
    date: day === null ? null : { start: day, end: day, precision: 1, text: '', span },
    actors: [],
    casualties: { killed: killed === undefined ? null : { low: killed, best: killed, high: killed, span }, injured: null },
  } as unknown as MapIncident;
  return { id, articleId: id, incident, place };
}

const answer = (...events: Report[][]): EventsAnswer => ({
  reports: events.flat().length,
  limit: 5_000,
  events: events.map((reports) => ({ reports, byHand: false })),
  places: { base: { id: 'base', properties: {} }, town: { id: 'town', properties: {} } } as unknown as EventsAnswer['places'],
  articles: {},
});

it('the report that says most exactly where it was stands for the event', () => {
  const [event] = eventsOf(answer([report('a', { place: null }), report('b', { exactness: 6 }), report('c'), report('d')]));
  expect(event?.id).toBe('c');
});

it('only places where something shown happened are on the map', () => {
  const all = answer([report('a')], [report('b', { place: 'town' })]);
  const [first] = eventsOf(all);
  expect(mapOfEvents(all, first ? [first] : [], '').features.map(({ id }) => id)).toEqual(['base']);
});

it('an event passes where one of its reports does', () => {
  const [event] = eventsOf(answer([report('a'), report('b', { type: 'Protests' })]));
  if (!event) throw new Error('wanted an event');
  expect(['battles', 'protests', 'riots'].map((slug) => eventPasses(event, { ...NO_FILTER, types: [slug] }))).toEqual([true, true, false]);
});

describe('reports differ on', () => {
  it.each<[string, Told, Told, string[]]>([
    ['nothing', {}, {}, []],
    ['the place', {}, { place: 'town' }, ['place']],
    ['the time', {}, { day: '2024-08-06' }, ['date']],
    ['the toll', { killed: 3 }, { killed: 5 }, ['toll']],
    ['nothing where one does not say', { killed: 3, day: null }, { place: null }, []],
    ['all', { killed: 3 }, { killed: 5, day: '2024-08-06', place: 'town' }, ['place', 'date', 'toll']],
  ])('%s', (_, a, b, fields) => {
    expect(differencesOf([report('a', a), report('b', b)])).toEqual(fields);
  });
});
