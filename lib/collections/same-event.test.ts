import type { Link, StoredIncident } from '../store/records';
import type { Actor, IncidentStatus, WherePrecision } from '../types';
import { groupEvents } from './group-events';
import { sameEvent } from './same-event';

interface Told {
  readonly article?: string;
  readonly place?: keyof typeof PLACES | null;
  readonly day?: string | null;
  readonly to?: string;
  readonly type?: string;
  readonly subType?: string;
  readonly actor?: string;
  readonly killed?: number;
  readonly status?: IncidentStatus;
}

const PLACES: Record<'base' | 'town' | 'capital' | 'country' | 'abroad', [[number, number], WherePrecision, number]> = {
  base: [[42.44, 33.79], 1, 0],
  town: [[42.6, 33.8], 1, 0],
  capital: [[44.36, 33.31], 1, 0],
  country: [[43.5, 33], 6, 5],
  abroad: [[36.3, 33.5], 1, 0],
};
let count = 0;

function told({
  article,
  place = 'base',
  day = '2024-08-05',
  to,
  type = 'Explosions/Remote violence',
  subType,
  actor,
  killed,
  status = 'reported',
}: Told): StoredIncident {
  count++;
  const [[x, y], wherePrecision, reach] = PLACES[place ?? 'base'];
  const span = { start: 0, end: 1 };
  const actors: Actor[] = actor === undefined ? [] : [{ name: actor, role: 'attacker', span }];
  const articleId = article ?? `article${count}`;
  return {
    id: `${articleId}/${count}`,
    articleId,
    article: { title: null, source: null, url: null, language: 'en', publishedAt: null, savedAt: '2024-08-06T00:00:00Z' },
    countryCode: 'IQ',
    place: place && {
      type: 'Feature',
      id: place,
      bbox: [x - reach, y - reach, x + reach, y + reach],
      geometry: { type: 'Point', coordinates: [x, y] },
      properties: {
        name: place,
        names: {},
        kind: 'town',
        countryCode: 'IQ',
        admin1: null,
        labelPoint: [x, y],
        wherePrecision,
        geoPrecision: 1,
        role: 'literal',
        confidence: 1,
        why: [],
        alternatives: [],
      },
    },
    incident: {
      id: 'x',
      type,
      subType: subType ?? null,
      headline: '',
      placeId: place,
      wherePrecision,
      geoPrecision: 1,
      date: day === null ? null : { start: day, end: to ?? day, precision: 1, text: '', span },
      actors,
      casualties: { killed: killed === undefined ? null : { low: killed, best: killed, high: killed, span }, injured: null },
      tolls: [],
      weapons: [],
      status,
      evidence: [],
      spans: { trigger: span, place: null, status: null, weapons: [] },
    },
  };
}

describe('two reports', () => {
  it.each<[string, Told, Told, boolean]>([
    ['same place, day and type', {}, {}, true],
    ['the base and the town beside it', {}, { place: 'town' }, true],
    ['the day before, from the other side of midnight', {}, { day: '2024-08-06' }, true],
    ['one says only the week', {}, { day: '2024-08-05', to: '2024-08-11' }, true],
    ['one calls it a battle', {}, { type: 'Battles' }, true],
    ['the toll has grown', { killed: 3 }, { killed: 5 }, true],
    ['one denies it', {}, { status: 'denied' }, true],
    [
      'one names only the country, and both the same attackers and dead',
      { actor: 'Kataib Hezbollah', killed: 3 },
      { place: 'country', actor: 'Kataib Hezbollah', killed: 3 },
      true,
    ],
    ['an actor is spelt otherwise', { place: 'country', actor: 'الحشد الشعبيّ', killed: 2 }, { actor: 'الحشد الشعبي', killed: 2 }, true],
    ['two days apart', {}, { day: '2024-08-08' }, false],
    ['another town', {}, { place: 'capital' }, false],
    ['another country', {}, { place: 'abroad' }, false],
    ['a protest and an attack', {}, { type: 'Protests' }, false],
    ['a threat and an attack', {}, { status: 'threatened' }, false],
    ['tolls that cannot be one event’s', { killed: 2, place: 'town' }, { killed: 60, type: 'Battles' }, false],
    ['both name only the country', { place: 'country' }, { place: 'country' }, false],
    ['one has no date', {}, { day: null }, false],
    ['one has no place', {}, { place: null }, false],
  ])('%s', (_, a, b, isSame) => {
    const [one, other] = [told(a), told(b)];
    expect((sameEvent(one, other) ?? -1) > 0).toBe(isSame);
    expect(sameEvent(other, one)).toEqual(sameEvent(one, other));
  });

  it('of one article are two events', () => {
    expect(sameEvent(told({ article: 'a' }), told({ article: 'a' }))).toBeNull();
  });
});

describe('groups', () => {
  const idsOf = (reports: readonly StoredIncident[], links: readonly Link[] = []) =>
    groupEvents(reports, links).map((event) => event.reports.map((report) => reports.indexOf(report)));
  const link = (a: StoredIncident, b: StoredIncident, state: Link['state']): Link => ({ a: a.id, b: b.id, state, by: 'RK', at: 'x' });

  it('hold the reports of one event, each report in one', () => {
    expect(idsOf([told({}), told({ place: 'capital' }), told({ place: 'town' }), told({ day: null })])).toEqual([[0, 2], [1], [3]]);
  });

  it('do not grow by a chain of days', () => {
    const days = ['2024-08-05', '2024-08-06', '2024-08-07', '2024-08-08'].map((day) => told({ day }));
    for (const group of idsOf(days)) expect(group.length).toBeLessThanOrEqual(2);
  });

  it('follow a person’s cut and link', () => {
    const [a, b, c] = [told({}), told({}), told({ place: 'abroad' })];
    expect(idsOf([a, b, c])).toEqual([[0, 1], [2]]);
    expect(idsOf([a, b, c], [link(a, b, 'cut')])).toEqual([[0], [1], [2]]);
    expect(idsOf([a, b, c], [link(a, b, 'cut'), link(a, c, 'same')])).toEqual([[0, 2], [1]]);
  });

  it('a cut holds against a link that goes round it', () => {
    const [a, b, c] = [told({}), told({}), told({})];
    const groups = idsOf([a, b, c], [link(a, b, 'same'), link(b, c, 'same'), link(a, c, 'cut')]);
    expect(groups.some((group) => group.includes(0) && group.includes(2))).toBe(false);
  });

  it('are the same whatever the order', () => {
    const reports = Array.from({ length: 60 }, (_, i) =>
      told({
        day: `2024-08-${String(1 + (i % 28)).padStart(2, '0')}`,
        place: (['base', 'town', 'capital', 'abroad'] as const)[i % 4] ?? 'base',
      }),
    );
    const ids = (some: StoredIncident[]) =>
      groupEvents(some, [])
        .map((event) =>
          event.reports
            .map(({ id }) => id)
            .sort()
            .join(),
        )
        .sort();
    expect(ids([...reports].reverse())).toEqual(ids(reports));
  });
});
