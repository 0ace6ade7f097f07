import type { PeriodCount } from '@/lib/store/records';
import { cellsBy, periodsOf, totalsBy } from './summary';

const count = (period: string | null, countryCode: string | null, type: string, incidents: number): PeriodCount => ({
  ...{ period, countryCode, type, incidents },
  killed: incidents * 2,
  injured: 0,
});
const counts = [
  count('2024-08-01', 'IQ', 'Battles', 2),
  count('2024-08-01', 'SY', 'Battles', 1),
  count('2024-07-01', 'IQ', 'Riots', 4),
  count(null, null, 'Riots', 1),
];

it('adds up by type and by country, the most first', () => {
  expect(totalsBy(counts, 'type').map(({ key, incidents, killed }) => [key, incidents, killed])).toEqual([
    ['Riots', 5, 10],
    ['Battles', 3, 6],
  ]);
  expect(totalsBy(counts, 'country').map(({ key, incidents }) => [key, incidents])).toEqual([
    ['IQ', 6],
    ['SY', 1],
    ['', 1],
  ]);
});

it('has one cell for each period and type, and puts what has no date last', () => {
  const cells = cellsBy(counts, 'type');
  expect(cells).toContainEqual({ period: '2024-08-01', key: 'Battles', incidents: 3 });
  expect(periodsOf(cells)).toEqual(['2024-07-01', '2024-08-01', null]);
});
