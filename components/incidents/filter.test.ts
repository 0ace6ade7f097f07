import { facetsOf, isFiltering, NO_FILTER, passes } from './filter';
import { date, incident } from './sample.test-data';

const actor = (name: string) => ({ name, role: 'attacker' as const, span: { start: 0, end: 1 } });
const rocket = incident('rocket', { date: date('2024-08-05'), actors: [actor('A')] });
const january = incident('january', { date: date('2024-01-01', '2024-01-31'), status: 'claimed' });
const riot = incident('riot', { type: 'Riots', actors: [actor('A'), actor('B')] });
const ALL = [rocket, january, riot];
const shown = (filter: Partial<typeof NO_FILTER>) => ALL.filter((one) => passes(one, { ...NO_FILTER, ...filter })).map(({ id }) => id);

it.each<[string, Partial<typeof NO_FILTER>, string[]]>([
  ['nothing', {}, ['rocket', 'january', 'riot']],
  ['a type', { types: ['riots'] }, ['riot']],
  ['two types', { types: ['riots', 'explosions'] }, ['rocket', 'january', 'riot']],
  ['a status', { statuses: ['claimed'] }, ['january']],
  ['an actor', { actors: ['A'] }, ['rocket', 'riot']],
  ['a type and an actor', { types: ['explosions'], actors: ['A'] }, ['rocket']],
  ['a day within a month', { from: '2024-01-15', to: '2024-01-15' }, ['january']],
  ['from a day on, which leaves out what has no date', { from: '2024-02-01' }, ['rocket']],
  ['up to the first day of a month', { to: '2024-01-01' }, ['january']],
  ['what there is not', { actors: ['C'] }, []],
])('lets through by %s', (_, filter, ids) => {
  expect(shown(filter)).toEqual(ids);
  expect(isFiltering({ ...NO_FILTER, ...filter })).toBe(Object.keys(filter).length > 0);
});

it('counts each value among what the other filters let through', () => {
  const { types, statuses, actors } = facetsOf(ALL, { ...NO_FILTER, types: ['riots'] });
  expect(types).toEqual([
    { value: 'explosions', count: 2, chosen: false },
    { value: 'riots', count: 1, chosen: true },
  ]);
  expect(statuses.map(({ value, count }) => [value, count])).toEqual([
    ['reported', 1],
    ['claimed', 0],
  ]);
  expect(actors.map(({ value, count }) => [value, count])).toEqual([
    ['A', 1],
    ['B', 1],
  ]);
});
