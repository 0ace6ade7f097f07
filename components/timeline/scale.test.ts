import { date, incident } from '@/components/incidents/sample.test-data';
import { binsOf } from './bins';
import { layOut } from './lay-out';
import { dayAt, dayOf, extentOf, isoOf, partOf } from './scale';
import { ticksOf } from './ticks';

const january = incident('january', { date: date('2024-01-01', '2024-01-31') });
const monday = incident('monday', { date: date('2024-08-05') });
const undated = incident('undated');

it('reaches from the first day to the last, with a margin', () => {
  const extent = extentOf([january, monday, undated]);
  expect(extent && [isoOf(extent.from), isoOf(extent.to)]).toEqual(['2023-12-28', '2024-08-09']);
  expect(extentOf([undated])).toBeNull();
});

it('finds the day under each part of the track', () => {
  const extent = { from: dayOf('2024-08-01'), to: dayOf('2024-08-10') };
  expect([0, 0.05, 0.99, 1, 2, -1].map((part) => isoOf(dayAt(part, extent)).slice(-2))).toEqual(['01', '01', '10', '10', '10', '01']);
  for (let day = extent.from; day <= extent.to; day += 1) expect(dayAt(partOf(day, extent) + 0.01, extent)).toBe(day);
});

it('lays a month out as long as the month, and a day as a mark', () => {
  const extent = { from: dayOf('2024-01-01'), to: dayOf('2024-12-30') };
  const [bar, mark] = layOut([january, monday, undated], extent, 365, 18, 3);
  expect([bar?.start, bar?.width, bar?.lane]).toEqual([0, 31, 0]);
  expect([mark?.width, mark?.lane]).toEqual([18, 0]);
});

it('keeps apart what happened together, as far as there are rows', () => {
  const extent = { from: dayOf('2024-01-01'), to: dayOf('2024-12-30') };
  const same = ['a', 'b', 'c', 'd'].map((id) => incident(id, { date: date('2024-05-01') }));
  expect(layOut(same, extent, 365, 18, 3).map(({ lane, incidents }) => [lane, incidents.length])).toEqual([
    [0, 1],
    [1, 1],
    [2, 2],
  ]);
});

it('never prints one mark over another, however close their dates', () => {
  const extent = { from: dayOf('2024-01-01'), to: dayOf('2024-12-30') };
  const close = Array.from({ length: 12 }, (_, i) => incident(`${i}`, { date: date(`2024-12-${String(10 + i)}`) }));
  const laid = layOut(close, extent, 365, 18, 3);
  expect(laid.flatMap(({ incidents }) => incidents.map(({ id }) => id)).sort()).toEqual(close.map(({ id }) => id).sort());
  for (const a of laid)
    for (const b of laid) if (a !== b && a.lane === b.lane) expect(a.start + a.width <= b.start || b.start + b.width <= a.start).toBe(true);
});

describe('bins', () => {
  const extent = { from: dayOf('2024-01-01'), to: dayOf('2024-12-31') };
  it('counts each incident once, what is dated less exactly on each stretch its share', () => {
    const bins = binsOf([january, monday, monday, undated], extent, 1000, 9);
    expect(bins.reduce((sum, { sure, unsure }) => sum + sure + unsure, 0)).toBeCloseTo(3);
    const august = bins.find(({ from, to }) => from <= dayOf('2024-08-05') && dayOf('2024-08-05') <= to);
    expect(august).toMatchObject({ sure: 2, unsure: 0 });
    expect(bins[0]?.unsure).toBeGreaterThan(0);
  });
  it('counts what was counted before as often as it is', () => {
    const counted = [{ date: monday.date, count: 40 }, { date: january.date, count: 8 }, undated];
    const bins = binsOf(counted, extent, 1000, 9);
    expect(bins.reduce((sum, { sure, unsure }) => sum + sure + unsure, 0)).toBeCloseTo(48);
    expect(Math.max(...bins.map(({ sure }) => sure))).toBe(40);
  });
  it.each([
    [4000, 366],
    [1000, 53],
    [300, 27],
    [150, 12],
  ])('takes days, weeks or months, by the room there is: %s pixels', (width, count) => {
    const bins = binsOf([], extent, width, 9);
    expect(bins).toHaveLength(count);
    expect([bins[0]?.from, bins[bins.length - 1]?.to]).toEqual([extent.from, extent.to]);
  });
});

it.each([
  ['2024-08-01', '2024-08-07', 700, 'day', 7],
  ['2024-01-01', '2024-12-31', 1000, 'month', 12],
  ['2024-01-01', '2024-12-31', 320, 'month', 4],
  ['2001-01-01', '2024-12-31', 600, 'year', 4],
])('draws lines from %s to %s on %s pixels', (from, to, width, unit, lines) => {
  const ticks = ticksOf({ from: dayOf(from), to: dayOf(to) }, width, 76);
  expect([ticks[0]?.unit, ticks.length]).toEqual([unit, lines]);
  expect(ticks[0]?.isFirst).toBe(true);
});
