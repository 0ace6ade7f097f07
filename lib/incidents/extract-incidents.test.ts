import { countOf, read } from './read.test-data';

test('tolls that differ stand side by side with their sources', () => {
  const [incident] = read(
    'An air strike hit a market in Nyala on Monday, killing at least 32 people, a lawyers group said. The health office said that 25 people were killed and 21 wounded in the strike.',
  ).incidents;
  expect(incident?.tolls.map(({ killed }) => countOf(killed))).toEqual(['32/32/', '25/25/25']);
  expect(incident?.tolls.map(({ source }) => source?.text)).toEqual(['a lawyers group', 'The health office']);
  expect(countOf(incident?.casualties.injured ?? null)).toBe('21/21/21');
});

test('strikes in two countries are two incidents, attacks on two days too', () => {
  expect(
    read('US forces carried out dozens of strikes against militants in Iraq and Syria.').incidents.map(({ placeId }) => placeId),
  ).toEqual(['iso:IQ', 'iso:SY']);
  expect(read('شهد العراق هجومين في 16 و25 يوليو/تموز.').incidents.map(({ date }) => date?.start)).toEqual(['2024-07-16', '2024-07-25']);
});

test('the killing that a threat answers is an incident of its own', () => {
  const { incidents } = read('هددت إيران بشن هجوم على إسرائيل ردا على مقتل قائد في دمشق.');
  expect(incidents.map(({ status, placeId }) => [status, placeId])).toEqual([
    ['threatened', 'iso:IL'],
    ['reported', 'geonames:170654'],
  ]);
});
