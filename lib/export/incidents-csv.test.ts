import { mapArticle } from '../api/engine';
import { sharedEngine } from '../api/geoparse-request';
import type { DatePrecision } from '../types';
import { timePrecision, toIncidentsCsv } from './incidents-csv';

const TEXT =
  'Gunmen attacked a bus near Dori in Burkina Faso last month, killing "at least" 14 passengers, officials said. On Monday a bomb exploded in Ouagadougou.';
const map = mapArticle(
  { text: TEXT, title: null, url: null, source: 'Agency', publishedAt: '2024-08-06', language: null },
  sharedEngine(),
  'en',
  'a1',
);
const csv = toIncidentsCsv([map]);
const [head = '', ...rows] = csv.slice(1).trimEnd().split('\r\n');
/** Cells of a row whose quoted cells hold no line break. */
const cellsOf = (row: string) =>
  [...row.matchAll(/(?:^|,)("(?:[^"]|"")*"|[^,]*)/g)].map(([, cell = '']) => cell.replace(/^"|"$/g, '').replaceAll('""', '"'));
const columns = head.split(',');
const cell = (row: number, column: string) => cellsOf(rows[row] ?? '')[columns.indexOf(column)];

test('begins with a byte-order mark; a row for each incident, a cell for each column', () => {
  expect(csv.startsWith('\ufeff')).toBe(true);
  expect(rows).toHaveLength(map.incidents.length);
  for (const row of rows) expect(cellsOf(row)).toHaveLength(columns.length);
});

test("ACLED's columns", () => {
  expect(columns).toEqual(
    expect.arrayContaining(
      'event_date time_precision disorder_type event_type sub_event_type actor1 actor2 country admin1 location latitude longitude geo_precision source notes fatalities'.split(
        ' ',
      ),
    ),
  );
  expect(cell(0, 'event_type')).toBe('Violence against civilians');
  expect([cell(0, 'event_date'), cell(0, 'end_date'), cell(0, 'time_precision')]).toEqual(['2024-07-01', '2024-07-31', '3']);
  expect([cell(0, 'country'), cell(0, 'geo_precision'), cell(0, 'source')]).toEqual(['Burkina Faso', '2', 'Agency']);
  expect([cell(0, 'fatalities'), cell(0, 'fatalities_low'), cell(0, 'fatalities_high')]).toEqual(['14', '14', '']);
  expect(cell(0, 'notes')).toContain('"at least" 14 passengers');
  expect([cell(1, 'time_precision'), cell(1, 'location'), cell(1, 'geo_precision'), cell(1, 'fatalities')]).toEqual([
    '1',
    'Ouagadougou',
    '1',
    '',
  ]);
});

test.each<[DatePrecision, number]>([
  [1, 1],
  [2, 2],
  [3, 2],
  [4, 3],
  [5, 3],
])('date_prec %d is time_precision %d', (precision, wanted) => {
  expect(timePrecision(precision)).toBe(wanted);
});

test('no cell runs as a formula', () => {
  const [incident] = map.incidents;
  if (!incident) throw new Error('the sample reports no incident');
  const evil = { ...map, incidents: [{ ...incident, subType: '=1+1', weapons: ['+cmd'] }] };
  expect(toIncidentsCsv([evil])).not.toMatch(/(^|,)"?[=+@]/m);
});
