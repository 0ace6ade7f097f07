import { z } from 'zod';
import words from '../../data/messages/en/incidents.json';
import { INCIDENT_TYPES, incidentFilter, incidentShape, placeFilter, placeShape } from './incident-query';
import { InputError } from './errors';
import { pagingOf, pagingShape, readQuery } from './query';

const schema = z.strictObject({ ...incidentShape, ...pagingShape });
const ask = (query: string) => readQuery(new Request(`http://127.0.0.1/api/incidents?${query}`), schema);
const filter = (query: string) => incidentFilter(ask(query));

describe('what is asked becomes a filter', () => {
  test.each<[string, object]>([
    ['', {}],
    ['bbox=38.5,29,49,37.5', { box: [38.5, 29, 49, 37.5] }],
    ['bbox=38.5,29,0,49,37.5,100', { box: [38.5, 29, 49, 37.5] }],
    ['bbox=170,-20,-170,20', { box: [170, -20, -170, 20] }],
    ['type=Battles,Riots', { types: ['Battles', 'Riots'] }],
    ['type=Battles&type=Explosions%2FRemote%20violence', { types: ['Battles', 'Explosions/Remote violence'] }],
    ['status=denied', { statuses: ['denied'] }],
    ['country=iq', { countryCode: 'IQ' }],
    ['from=2024-08-01&to=2024-08-31', { from: '2024-08-01', to: '2024-08-31' }],
    ['datetime=2024-08-06', { from: '2024-08-06', to: '2024-08-06' }],
    ['datetime=2024-08-06T23:00:00-05:00', { from: '2024-08-07', to: '2024-08-07' }],
    ['datetime=2024-08-06T23:00:00%2B05:00', { from: '2024-08-06', to: '2024-08-06' }],
    ['datetime=2024-08-01T00:00:00Z/2024-08-31T12:00:00.5Z', { from: '2024-08-01', to: '2024-08-31' }],
    ['datetime=2024-08-01/..', { from: '2024-08-01' }],
    ['datetime=/2024-08-31', { to: '2024-08-31' }],
    ['datetime=2024-08-01/..&from=2024-08-05&to=2024-08-31', { from: '2024-08-05', to: '2024-08-31' }],
    ['q=عين الأسد&language=AR&collection=c1&tag=t', { articles: { text: 'عين الأسد', language: 'ar', collection: 'c1', tag: 't' } }],
  ])('%s', (query, wanted) => {
    expect(filter(query)).toEqual(wanted);
  });

  test('of places, by kind', () => {
    const asked = readQuery(new Request('http://127.0.0.1/api/places?kind=airbase,base'), z.strictObject(placeShape));
    expect(placeFilter(asked)).toEqual({ kinds: ['airbase', 'base'] });
  });

  test('and a page of it', () => {
    expect(pagingOf(ask('limit=5&cursor=12_7'))).toEqual({ limit: 5, cursor: '12_7' });
    expect(pagingOf(ask(''))).toEqual({});
  });
});

describe('what cannot be asked is refused by name', () => {
  test.each([
    ['bbox', 'bbox=1,2,3'],
    ['bbox', 'bbox=1,2,3,4,5'],
    ['bbox', 'bbox=1,9,3,4'],
    ['bbox', 'bbox=-190,0,3,4'],
    ['bbox', 'bbox=1,2,3,1e1'],
    ['bbox', 'bbox=NaN,NaN,NaN,NaN'],
    ['bbox', 'bbox=1,2,3,4&bbox=1,2,3,4'],
    ['datetime', 'datetime=../..'],
    ['datetime', 'datetime=yesterday'],
    ['datetime', 'datetime=2024-02-30'],
    ['datetime', 'datetime=2024-08-31/2024-08-01'],
    ['datetime', 'datetime=2024-08-01/2024-08-02/2024-08-03'],
    ['from', 'from=2024-8-1'],
    ['type', 'type=battles'],
    ['status', 'status='],
    ['country', 'country=IRQ'],
    ['q', 'q='],
    ['q', `q=${'x'.repeat(201)}`],
    ['place', 'place=a%00b'],
    ['limit', 'limit=0'],
    ['limit', 'limit=1001'],
    ['limit', 'limit=ten'],
    ['cursor', "cursor=1'--"],
    ['body', 'bboxx=1,2,3,4'],
  ])('%s: %s', (field, query) => {
    let errors: readonly { field: string }[] = [];
    try {
      ask(query);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      errors = error.errors;
    }
    expect(errors.map((error) => error.field.split('.')[0])).toEqual([field]);
  });
});

test('every type that the page has words for can be asked for', () => {
  expect([...INCIDENT_TYPES].sort()).toEqual(Object.keys(words.types).sort());
});
