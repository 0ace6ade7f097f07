import { NO_FILTER } from '@/components/incidents/filter';
import type { StoredIncident } from '@/lib/store/records';
import { boxParam, datesOfCounts, facetsOfCounts, markOf } from './crowd';

const answer = {
  bbox: null,
  total: 12,
  types: [
    { value: 'Battles', incidents: 3 },
    { value: 'Protests', incidents: 9 },
  ],
  statuses: [{ value: 'reported', incidents: 12 }],
  dates: [
    { value: '2024-08-01/2024-08-31', incidents: 4 },
    { value: null, incidents: 8 },
  ],
};

/** As far as a mark asks for it. */
const at = (id: string, lon: number, lat: number) =>
  ({
    id,
    place: {
      type: 'Feature',
      id,
      bbox: [lon, lat, lon, lat],
      geometry: { type: 'Point', coordinates: [lon, lat] },
      properties: { name: id, labelPoint: [lon, lat], wherePrecision: 2 },
    },
  }) as unknown as StoredIncident;

it('offers the values that were counted, and what is chosen though nothing has it', () => {
  const facets = facetsOfCounts(answer, { ...NO_FILTER, types: ['riots'] });
  expect(facets.types).toEqual([
    { value: 'battles', count: 3, chosen: false },
    { value: 'protests', count: 9, chosen: false },
    { value: 'riots', count: 0, chosen: true },
  ]);
  expect(facets.statuses).toEqual([{ value: 'reported', count: 12, chosen: false }]);
});

it('gives the timeline dates as long as they are told', () => {
  expect(datesOfCounts(answer)).toEqual([
    { date: { start: '2024-08-01', end: '2024-08-31' }, count: 4 },
    { date: null, count: 8 },
  ]);
});

it('writes a box as the API takes it', () => {
  expect(boxParam([-0.00000012, 10, 170.123456, 20])).toBe('-0.0000,10.0000,170.1235,20.0000');
});

it('marks the place itself, or the middle of several', () => {
  expect(markOf('square:1/0/0', [at('a', 1, 2), at('a', 1, 2)], '')).toMatchObject({
    id: 'square:1/0/0',
    properties: { wherePrecision: 2 },
  });
  expect(markOf('square:1/0/0', [at('a', 0, 10), at('b', 20, 20)], '2 incidents')).toMatchObject({
    geometry: { type: 'Point', coordinates: [10, 15] },
    properties: { name: '2 incidents' },
  });
  expect(markOf('square:1/0/0', [], '')).toBeNull();
});
