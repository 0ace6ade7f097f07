import { applyCorrections } from '@/lib/review/apply-corrections';
import type { Change } from '@/lib/review/corrections';
import { SAMPLE, sampleMap } from '@/scripts/jest/sample-map';
import { candidatesOf } from './candidates';
import { editOf } from './incidentEdit';
import { cursorOf, itemAt, nextUnchecked, progressOf, reviewItems } from './items';
import { rememberedChanges } from './remembered';
import { mentionsInScope, occurrencesOf } from './scope';
import { reviewedMessages } from './reviewedWords';
import { drawnWhere } from './session';
import { reviewMessages } from './words';
import { moved, wordsOf } from './wordCursor';

const machine = sampleMap();

it('says in Arabic all that it says in English', () => {
  const keys = (value: object): string[] =>
    Object.entries(value).flatMap(([key, inner]) =>
      typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? keys(inner).map((rest) => `${key}.${rest}`) : [key],
    );
  expect(keys(reviewMessages.ar)).toEqual(expect.arrayContaining(keys(reviewMessages.en)));
  expect(keys(reviewedMessages.ar)).toEqual(keys(reviewedMessages.en));
  expect(reviewMessages.ar.keys.list.map(([key]) => key)).toEqual(reviewMessages.en.keys.list.map(([key]) => key));
});

const after = (...changes: Change[]) =>
  applyCorrections(
    machine,
    SAMPLE.text,
    changes.map((change, i) => ({ id: `c${i}`, at: '2026-01-02T03:04:05Z', by: null, change })),
  );
const feature = (id: string) => machine.features.find((one) => one.id === id) ?? machine.features[0];
const spans = (id: string) => feature(id)?.properties.mentions.map(({ start, end }) => ({ start, end })) ?? [];

describe('what is to be checked', () => {
  it('names in the order of the text, then incidents; what is confirmed or taken out counts as checked', () => {
    const items = reviewItems(machine);
    expect(items.map(({ type }) => type).lastIndexOf('place')).toBeLessThan(items.findIndex(({ type }) => type === 'incident'));
    expect(progressOf(items, machine, machine)).toEqual({ checked: 0, all: items.length });
    const map = after(
      { action: 'confirm', mentions: spans('iso:IQ') },
      { action: 'notPlace', mentions: spans('ourairports:ORAA') },
      { action: 'rejectIncident', incident: machine.incidents[0]?.id ?? '' },
    );
    expect(progressOf(reviewItems(map), map, machine)).toEqual({ checked: 3, all: items.length });
  });

  it('goes on to the next unchecked, around the end, and finds its place again when the place has changed', () => {
    const items = reviewItems(machine);
    expect(nextUnchecked(items, items.at(-1) ?? null)).toBe(items[0]);
    const [first] = items;
    if (!first) throw new Error('the sample has places');
    expect(itemAt(items, cursorOf(first))).toBe(first);
    const map = after({ action: 'unidentified', mentions: spans('iso:IQ') });
    expect(itemAt(reviewItems(map), { mention: spans('iso:IQ')[0]?.start ?? 0 })?.type).toBe('unlocated');
  });
});

describe('what a correction applies to', () => {
  const item = reviewItems(machine).find((one) => one.type === 'place' && one.feature.id === 'iso:IQ');
  const mention = feature('iso:IQ')?.properties.mentions[0];
  it('all mentions written the same, whatever they were taken for; or the one', () => {
    if (!item || !mention) throw new Error('the sample names Iraq');
    const all = mentionsInScope(machine, item, mention, 'all');
    expect(all.length).toBeGreaterThan(1);
    expect(all.every(({ start, end }) => SAMPLE.text.slice(start, end) === mention.text)).toBe(true);
    expect(mentionsInScope(machine, item, mention, 'one')).toEqual([{ start: mention.start, end: mention.end }]);
  });
  it.each([
    ['Hit and Hittite. In Hit, hit', 'Hit', [0, 20]],
    ['هيت وهيت في هيت', 'هيت', [0, 12]],
  ])('words of their own: %s', (text, words, starts) => {
    expect(occurrencesOf(text, words).map(({ start }) => start)).toEqual(starts);
  });
  it('a remembered name only where it was taken for something else and nothing was said of it', () => {
    const where = { type: 'shape', shape: { form: 'pin', point: [1, 2] }, kind: 'site', of: 'x' } as const;
    const known = [
      { name: mention?.text ?? '', where: structuredClone(where) as unknown as Parameters<typeof rememberedChanges>[2][0]['where'] },
    ];
    const [change, ...others] = rememberedChanges(machine, [], known);
    expect(others).toEqual([]);
    expect(change).toMatchObject({ action: 'remembered', where: { of: null } });
    const log = [{ id: 'a', at: '2026-01-02T03:04:05Z', by: null, change: { action: 'confirm' as const, mentions: spans('iso:IQ') } }];
    expect(rememberedChanges(machine, log, known)).toEqual([]);
  });
});

describe('what is drawn by hand', () => {
  const base = feature('ourairports:ORAA') ?? null;
  it.each([
    ['near the place is the place, drawn better', [42.5, 33.8], 'ourairports:ORAA'],
    ['far off is another place', [10, 50], null],
  ] as const)('%s', (_, point, of) => {
    expect(drawnWhere({ form: 'pin', point: [point[0], point[1]] }, base, null)).toMatchObject({ of, kind: 'airbase' });
  });
  it('never offers as a candidate what cannot be asked of the gazetteer', () => {
    const shape = { form: 'pin' as const, point: [42.5, 33.8] as [number, number] };
    const map = after({ action: 'locate', mentions: spans('ourairports:ORAA'), where: drawnWhere(shape, base, null) });
    const placed = map.features.find(({ id }) => id.includes('/placed-'));
    const ids = placed ? candidatesOf(placed).map(({ id, n }) => `${n} ${id}`) : [];
    expect(ids.slice(0, 2)).toEqual(['1 ourairports:ORAA/placed-c0', '2 ourairports:ORAA']);
  });
});

describe('the cursor that goes by words', () => {
  const text = 'زار بغداد. وبالكوفة سوق';
  const words = wordsOf(text, 'ar');
  const at = (start: number, word: string) => ({ start, end: start + word.length });
  const second = at(text.indexOf('وبالكوفة'), 'وبالكوفة');
  it.each([
    ['next', at(0, 'زار'), 'بغداد'],
    ['previous', at(0, 'زار'), 'زار'],
    ['longer', at(0, 'زار'), 'زار بغداد'],
    ['nextSentence', at(0, 'زار'), 'وبالكوفة'],
    ['previousSentence', second, 'زار'],
    ['startLater', second, 'بالكوفة'],
    ['shorter', second, 'وبالكوفة'],
  ] as const)('%s', (move, span, wanted) => {
    const { start, end } = moved(text, words, span, move);
    expect(text.slice(start, end)).toBe(wanted);
  });
});

describe('the form of an incident', () => {
  const incident = machine.incidents.find(({ date }) => date !== null);
  if (!incident) throw new Error('the sample has a dated incident');
  const exact = { ...incident, casualties: { killed: { low: 13, best: 13, high: 13, span: { start: 0, end: 1 } }, injured: null } };
  const form = (changed: Record<string, string>) => {
    const { date, placeId, type, subType, status, headline } = exact;
    const fields = {
      'killed-low': '13',
      'killed-best': '13',
      'killed-high': '13',
      start: date?.start ?? '',
      end: date?.end ?? '',
      precision: String(date?.precision ?? 1),
      placeId: placeId ?? '',
      type,
      subType: subType ?? '',
      status,
      headline,
    };
    const data = new FormData();
    for (const [name, value] of Object.entries({ ...fields, ...changed })) data.set(name, value);
    return data;
  };
  it.each([
    ['nothing changed', {}, null],
    ['an exact figure stays exact', { 'killed-best': '2' }, { killed: { low: 2, best: 2, high: 2 } }],
    ['at least', { 'killed-best': '', 'killed-high': '', 'killed-low': '3' }, { killed: { low: 3, best: null, high: null } }],
    ['none given', { 'killed-best': '', 'killed-high': '', 'killed-low': '' }, { killed: null }],
    ['falling numbers', { 'killed-low': '15' }, 'order'],
    ['no whole number', { 'killed-best': '1.5' }, 'order'],
    ['days in the wrong order', { start: '2024-09-01', end: '2024-08-01' }, 'days'],
    ['no date', { start: '', end: '' }, { date: null }],
    ['no place', { placeId: '' }, { placeId: null }],
    ['an actor that the text does not have', { 'actor-attacker': 'xyz' }, 'actor'],
  ])('%s', (_, changed, wanted) => {
    expect(editOf(form(changed), exact, SAMPLE.text)).toEqual(wanted);
  });
});
