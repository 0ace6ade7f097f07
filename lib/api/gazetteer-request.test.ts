import { chosenPlaceSchema } from '../review/corrections';
import { gazetteerRequest, type GazetteerAnswer, type PlaceAnswer } from './gazetteer-request';

const ask = async (query: string) => {
  const response = gazetteerRequest(new Request(`http://localhost/api/gazetteer?${query}`));
  return { status: response.status, type: response.headers.get('content-type'), body: (await response.json()) as unknown };
};
const idsOf = async (name: string) =>
  ((await ask(`q=${encodeURIComponent(name)}`)).body as GazetteerAnswer).places.map(({ id, match }) => `${id} ${match}`);

test.each([
  ['San José', 'geonames:3621849 name'],
  ['سان خوسيه', 'geonames:3621849 name'],
  ['san josé de oc', 'geonames:3493100 beginning'],
  ['كراماتورسك', 'geonames:704508 name'],
  ['الأنب', 'geonames:99592 beginning'],
  ['انبار', 'geonames:99592 beginning'],
  ['Kramatrsk', 'geonames:704508 spelling'],
  ['Mariuopl', 'geonames:701822 spelling'],
  ['  al asad air base ', 'ourairports:ORAA name'],
])('finds %s', async (name, first) => {
  expect((await idsOf(name)).slice(0, 6)).toContain(first);
});

test('more of one name than are wanted are cut, the most famous first', async () => {
  const { places } = (await ask('q=San%20Jose&limit=3&locale=ar')).body as GazetteerAnswer;
  expect(places).toHaveLength(3);
  expect(places[0]).toMatchObject({ name: 'سان خوسيه', names: { en: 'San José' }, countryCode: 'CR' });
});

test('a name that nothing is like finds nothing, and is no fault', async () => {
  expect(await ask('q=%2B%2B')).toMatchObject({ status: 200, body: { places: [] } });
});

test('gives a place drawn as a correction keeps it, and in a relation to it where one is asked for', async () => {
  const { place } = (await ask('id=iso:IQ')).body as PlaceAnswer;
  expect(chosenPlaceSchema.parse(place)).toEqual(place);
  expect(place).toMatchObject({ id: 'iso:IQ', names: { ar: 'العراق' }, wherePrecision: 6 });
  const near = ((await ask('id=geonames:98182&relation=distance&direction=north&distanceKm=20')).body as PlaceAnswer).place;
  expect(chosenPlaceSchema.parse(near)).toEqual(near);
  expect(near).toMatchObject({ id: 'geonames:98182/20km-north', names: { en: '20 km north of Baghdad' }, wherePrecision: 2 });
});

test.each([
  ['', 400, 'q'],
  ['q=', 400, 'q'],
  [`q=${'a'.repeat(201)}`, 413, 'q'],
  ['q=a&limit=0', 400, 'limit'],
  ['q=a&limit=51', 413, 'limit'],
  ['q=a&limit=x', 400, 'limit'],
  ['id=geonames:0', 404, 'id'],
  ['id=', 400, 'id'],
  ['id=iso:IQ&relation=between', 400, 'relation'],
  ['id=iso:IQ&direction=north', 400, 'relation'],
  ['id=iso:IQ&relation=near&distanceKm=x', 400, 'distanceKm'],
])('%s is answered with a problem that names the field', async (query, status, field) => {
  const answer = await ask(query);
  expect(answer).toMatchObject({ status, type: 'application/problem+json; charset=utf-8', body: { status, errors: [{ field }] } });
});
