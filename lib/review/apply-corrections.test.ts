import fc from 'fast-check';
import { SAMPLE, sampleMap } from '../../scripts/jest/sample-map';
import { checkQuotes } from '../export/quotes-check';
import type { ArticleMap, Span } from '../types';
import { applyCorrections, CorrectionError } from './apply-corrections';
import type { Change, ChosenPlace, Correction } from './corrections';
import { logSchema } from './corrections';
import { evidenceOf } from './missed-incident';
import { replay } from './replay';

const map = sampleMap();
const { text } = SAMPLE;
const AIN_AL_ASAD = 'ourairports:ORAA';
const HIT: ChosenPlace = {
  id: 'geonames:95788',
  names: { en: 'Hit', ar: 'هيت' },
  kind: 'town',
  countryCode: 'IQ',
  admin1: { en: 'Al Anbar', ar: 'الأنبار' },
  labelPoint: [42.82, 33.64],
  wherePrecision: 1,
  geometry: { type: 'Point', coordinates: [42.82, 33.64] },
};
const spansOf = (id: string): Span[] => featureOf(map, id).properties.mentions.map(({ start, end }) => ({ start, end }));
const log = (...changes: Change[]): Correction[] =>
  changes.map((change, i) => ({ id: `c${i + 1}`, at: `2026-01-02T03:04:0${i % 10}Z`, by: 'RK', change }));
const apply = (...changes: Change[]) => applyCorrections(map, text, log(...changes));

function featureOf({ features }: ArticleMap, id: string) {
  const feature = features.find((one) => one.id === id);
  if (!feature) throw new Error(`no ${id} among ${features.map((one) => one.id).join(', ')}`);
  return feature;
}

describe('applyCorrections', () => {
  it('gives the very same map where nothing holds', () => {
    expect(applyCorrections(map, text, [])).toBe(map);
    expect(apply({ action: 'notPlace', mentions: spansOf(AIN_AL_ASAD) }, { action: 'undo', of: 'c1' })).toBe(map);
  });

  it('says of every place and incident whose word it is', () => {
    const [incident] = map.incidents;
    const reviewed = apply(
      { action: 'confirm', mentions: spansOf(AIN_AL_ASAD) },
      { action: 'confirmIncident', incident: incident?.id ?? '' },
    );
    const human = { by: 'human', action: 'confirm', initials: 'RK' };
    expect(featureOf(reviewed, AIN_AL_ASAD).properties).toMatchObject({ confidence: 1, review: { ...human, at: '2026-01-02T03:04:00Z' } });
    expect(reviewed.incidents[0]?.review).toEqual({ ...human, at: '2026-01-02T03:04:01Z' });
    expect(featureOf(reviewed, 'iso:IQ').properties.review).toEqual({ by: 'machine' });
    expect(reviewed.incidents.slice(1).every(({ review }) => review?.by === 'machine')).toBe(true);
  });

  it('one mention of several that a person has seen does not make the place theirs', () => {
    const [first] = spansOf('iso:IQ');
    const reviewed = first ? apply({ action: 'confirm', mentions: [first] }) : map;
    expect(featureOf(reviewed, 'iso:IQ').properties.review).toEqual({ by: 'machine' });
    expect(featureOf(reviewed, 'iso:IQ').properties.mentions[0]?.review).toMatchObject({ by: 'human' });
  });

  it('another place takes the mentions, the incidents and, as a runner-up, the place before', () => {
    const at = map.incidents.filter(({ placeId }) => placeId === AIN_AL_ASAD);
    expect(at.length).toBeGreaterThan(0);
    const chosen = apply({ action: 'choose', mentions: spansOf(AIN_AL_ASAD), where: { type: 'place', place: HIT } });
    expect(chosen.features.some(({ id }) => id === AIN_AL_ASAD)).toBe(false);
    const hit = featureOf(chosen, HIT.id);
    expect(hit.properties).toMatchObject({ name: 'هيت', countryCode: 'IQ', wherePrecision: 1, review: { action: 'choose' } });
    expect(hit.properties.alternatives[0]?.id).toBe(AIN_AL_ASAD);
    expect(chosen.incidents.filter(({ placeId }) => placeId === HIT.id).map(({ id }) => id)).toEqual(at.map(({ id }) => id));
  });

  it('two places that turn out to be one become one', () => {
    const iraq: ChosenPlace = { ...HIT, id: 'iso:IQ', names: { en: 'Iraq', ar: 'العراق' }, kind: 'country', wherePrecision: 6 };
    const merged = apply({ action: 'choose', mentions: spansOf('iso:IQ/west'), where: { type: 'place', place: iraq } });
    const before = spansOf('iso:IQ').length + spansOf('iso:IQ/west').length;
    expect(featureOf(merged, 'iso:IQ').properties.mentions).toHaveLength(before);
    expect(featureOf(merged, 'iso:IQ').geometry).toEqual(featureOf(map, 'iso:IQ').geometry);
    expect(merged.incidents.filter(({ placeId }) => placeId === 'iso:IQ/west')).toEqual([]);
  });

  it.each([
    ['a pin is exact', { form: 'pin', point: [42.4, 33.8] }, 1, 1, 'Point'],
    ['a circle of 10 km is near', { form: 'circle', centre: [42.4, 33.8], radiusKm: 10 }, 2, 2, 'Polygon'],
    ['a circle of 80 km is a fuzzy area', { form: 'circle', centre: [42.4, 33.8], radiusKm: 80 }, 5, 3, 'Polygon'],
    [
      'a large area too',
      {
        form: 'area',
        ring: [
          [42, 33],
          [44, 33],
          [44, 35],
          [42, 33],
        ],
      },
      5,
      3,
      'Polygon',
    ],
    [
      'a small area is near',
      {
        form: 'area',
        ring: [
          [42, 33],
          [42.1, 33],
          [42.1, 33.1],
          [42, 33],
        ],
      },
      2,
      2,
      'Polygon',
    ],
  ] as const)('%s', (_, drawn, where, geo, type) => {
    const shape = structuredClone(drawn) as Extract<Extract<Change, { action: 'locate' }>['where'], { type: 'shape' }>['shape'];
    const located = apply({
      action: 'locate',
      mentions: spansOf(AIN_AL_ASAD),
      where: { type: 'shape', shape, kind: 'site', of: AIN_AL_ASAD },
    });
    const { geometry, properties } = featureOf(located, `${AIN_AL_ASAD}/placed-c1`);
    expect([properties.wherePrecision, properties.geoPrecision, geometry.type]).toEqual([where, geo, type]);
    expect(properties).toMatchObject({ name: featureOf(map, AIN_AL_ASAD).properties.name, kind: 'airbase', countryCode: 'IQ' });
    expect(located.incidents.filter(({ placeId }) => placeId === AIN_AL_ASAD)).toEqual([]);
    expect(located.incidents.some(({ placeId, wherePrecision }) => placeId?.endsWith('placed-c1') && wherePrecision === where)).toBe(true);
  });

  it('words that were missed become a place with their sentence, and take the place of what they overlap', () => {
    const base = spansOf(AIN_AL_ASAD)[0] ?? { start: 0, end: 1 };
    const mentions = [{ start: base.start - 6, end: base.end }];
    const where = { type: 'shape', shape: { form: 'pin', point: [42, 33] }, kind: 'village', of: null } as const;
    const marked = apply({
      action: 'mark',
      mentions,
      where: structuredClone(where) as unknown as Extract<Change, { action: 'mark' }>['where'],
    });
    const { properties } = featureOf(marked, 'placed:c1');
    expect(properties).toMatchObject({ kind: 'village', name: text.slice(base.start - 6, base.end), countryCode: null });
    expect(properties.mentions).toHaveLength(1);
    expect(properties.mentions[0]?.quote.text.length).toBeGreaterThan(30);
    expect(marked.features.flatMap((one) => one.properties.mentions).filter(({ start }) => start === base.start)).toEqual([]);
    expect(checkQuotes(marked, text).faults).toEqual([]);
  });

  it('what is no place goes, and its incidents lose their place; what cannot be identified is told and not drawn', () => {
    const gone = apply({ action: 'notPlace', mentions: spansOf(AIN_AL_ASAD) });
    expect(gone.features.some(({ id }) => id === AIN_AL_ASAD)).toBe(false);
    expect(gone.incidents.filter(({ placeId }) => placeId === null).length).toBeGreaterThan(
      map.incidents.filter(({ placeId }) => placeId === null).length,
    );
    expect(gone.incidents.filter(({ placeId, spans }) => placeId === null && spans.place !== null)).toEqual([]);
    const unknown = apply({ action: 'unidentified', mentions: spansOf(AIN_AL_ASAD) });
    const told = unknown.unlocated.flatMap(({ mentions }) => mentions).map(({ start }) => start);
    expect(told).toEqual(expect.arrayContaining(spansOf(AIN_AL_ASAD).map(({ start }) => start)));
    expect(unknown.unlocated.find(({ review }) => review?.by === 'human')?.review).toMatchObject({ action: 'unidentified' });
  });

  it('fields of an incident change and keep the words that gave them; a rejected one goes', () => {
    const incident = map.incidents.find(({ date }) => date !== null);
    if (!incident) throw new Error('the sample has a dated incident');
    const killed = { low: 3, best: 3, high: 4 };
    const edit = { killed, injured: null, status: 'claimed', subType: null, placeId: 'iso:IQ', headline: 'x' } as const;
    const edited = apply({
      action: 'editIncident',
      incident: incident.id,
      edit: { ...edit, date: { start: '2024-08-04', end: '2024-08-05', precision: 2 } },
    });
    const now = edited.incidents.find(({ id }) => id === incident.id);
    expect(now).toMatchObject({
      status: 'claimed',
      subType: null,
      placeId: 'iso:IQ',
      wherePrecision: 6,
      headline: 'x',
      casualties: { killed, injured: null },
    });
    expect(now?.date).toEqual({ ...incident.date, start: '2024-08-04', end: '2024-08-05', precision: 2 });
    expect(now?.review).toMatchObject({ by: 'human', action: 'edit' });
    expect(checkQuotes(edited, text).faults).toEqual([]);
    expect(apply({ action: 'rejectIncident', incident: incident.id }).incidents).toHaveLength(map.incidents.length - 1);
  });

  describe('an incident that was missed', () => {
    const last = text.slice(0, text.lastIndexOf('.', text.length - 2)).length + 2;
    const selection = { start: last, end: text.length - 1 };
    const { trigger, evidence } = evidenceOf(map, text, selection);
    const fields = {
      type: 'Protests',
      status: 'reported',
      headline: 'x',
      killed: { low: 1, best: 1, high: 1 },
      placeId: 'iso:IQ',
    } as const;
    const add: Change = { action: 'addIncident', trigger, evidence: [...evidence], fields };
    const id = `added-c1@${trigger.start}`;

    it('stands where the text tells it, with the sentences as evidence and each field a person’s', () => {
      const added = apply(add);
      expect(added.incidents).toHaveLength(map.incidents.length + 1);
      const incident = added.incidents.find((one) => one.id === id);
      expect(incident).toMatchObject({
        ...{ type: 'Protests', subType: null, status: 'reported', headline: 'x', placeId: 'iso:IQ', wherePrecision: 6, date: null },
        review: { by: 'human', action: 'add', initials: 'RK' },
        byHand: ['type', 'status', 'headline', 'placeId', 'killed'],
        casualties: { killed: { best: 1 }, injured: null },
      });
      expect(incident?.evidence.map((quote) => quote.text)).toEqual(evidence.map(({ start, end }) => text.slice(start, end)));
      expect(incident?.evidence[0]?.start).toBeLessThanOrEqual(selection.start);
      expect(checkQuotes(added, text).faults).toEqual([]);
      const told = added.incidents.map((one) => one.evidence[0]?.start ?? 0);
      expect(told.indexOf(incident?.evidence[0]?.start ?? -1)).toBe(added.incidents.findIndex((one) => one.id === id));
    });

    it('can be corrected, rejected, taken back and put back', () => {
      const edited = apply(add, { action: 'editIncident', incident: id, edit: { status: 'claimed' } });
      expect(edited.incidents.find((one) => one.id === id)).toMatchObject({ status: 'claimed', headline: 'x', review: { action: 'edit' } });
      expect(apply(add, { action: 'rejectIncident', incident: id }).incidents).toEqual(
        map.incidents.map((one) => ({ ...one, review: { by: 'machine' } })),
      );
      expect(apply(add, { action: 'undo', of: 'c1' })).toBe(map);
      expect(apply(add, { action: 'undo', of: 'c1' }, { action: 'redo', of: 'c1' })).toEqual(apply(add));
      // A correction of one that was taken back is about no other.
      const other: Change = { ...add, fields: { ...fields, headline: 'y' } };
      const after = apply(add, other, { action: 'editIncident', incident: id, edit: { headline: 'z' } }, { action: 'undo', of: 'c1' });
      expect(after.incidents.filter(({ headline }) => headline === 'z')).toEqual([]);
    });

    it('brings a place that was looked for, with the words that stand for it; one that the map lost leaves it without', () => {
      const found = apply({ ...add, where: { where: { type: 'place', place: HIT }, words: trigger } });
      expect(featureOf(found, HIT.id).properties.mentions).toMatchObject([{ ...trigger, review: { by: 'human', action: 'add' } }]);
      expect(found.incidents.find((one) => one.id === id)).toMatchObject({ placeId: HIT.id, wherePrecision: 1, spans: { place: trigger } });
      expect(checkQuotes(found, text).faults).toEqual([]);
      const gone = apply({ ...add, fields: { ...fields, placeId: 'geonames:0' } });
      expect(gone.incidents.find((one) => one.id === id)?.placeId).toBeNull();
    });

    it('is named by words that name no place, and refused beyond the text', () => {
      const base = spansOf(AIN_AL_ASAD)[0] ?? { start: 0, end: 1 };
      const around = evidenceOf(map, text, { start: base.start - 30, end: base.end + 30 });
      expect(around.trigger.end <= base.start || around.trigger.start >= base.end).toBe(true);
      expect(() => apply({ ...add, evidence: [{ start: 0, end: text.length + 1 }] })).toThrow(CorrectionError);
      expect(logSchema.safeParse(log({ ...add, evidence: [] })).success).toBe(false);
    });
  });

  it('what is remembered is the machine’s word until a person confirms it', () => {
    const mentions = spansOf(AIN_AL_ASAD);
    const remembered: Change = { action: 'remembered', mentions, where: { type: 'place', place: HIT } };
    expect(featureOf(apply(remembered), HIT.id).properties).toMatchObject({
      review: { by: 'machine', remembered: true },
      why: [{ code: 'remembered' }],
    });
    expect(featureOf(apply(remembered, { action: 'confirm', mentions }), HIT.id).properties.review).toMatchObject({ by: 'human' });
  });

  it('a log of another, longer text is refused', () => {
    expect(() => apply({ action: 'confirm', mentions: [{ start: 0, end: text.length + 1 }] })).toThrow(CorrectionError);
  });

  it('whatever is corrected: words stay verbatim, incidents are at places of the map, undoing all gives the machine’s map', () => {
    const someMentions = fc.subarray(
      [...map.features.flatMap(({ id }) => spansOf(id)), ...map.unlocated.flatMap((name) => name.mentions)].map(({ start, end }) => ({
        start,
        end,
      })),
      { minLength: 1 },
    );
    const words = fc
      .integer({ min: 0, max: text.length - 30 })
      .chain((start) => fc.integer({ min: 1, max: 30 }).map((length) => [{ start, end: start + length }]));
    const where = fc.oneof(
      fc.constant({ type: 'place' as const, place: HIT }),
      fc.record({
        type: fc.constant('shape' as const),
        kind: fc.constant('site' as const),
        of: fc.constantFrom(null, ...map.features.map(({ id }) => id)),
        shape: fc.record({
          form: fc.constant('circle' as const),
          centre: fc.constant<[number, number]>([179.9, 10]),
          radiusKm: fc.integer({ min: 1, max: 900 }),
        }),
      }),
    );
    const incident = fc.constantFrom(...map.incidents.map(({ id }) => id));
    const change: fc.Arbitrary<Change> = fc.oneof(
      fc.record({ action: fc.constantFrom('confirm' as const, 'notPlace' as const, 'unidentified' as const), mentions: someMentions }),
      fc.record({ action: fc.constantFrom('choose' as const, 'locate' as const, 'remembered' as const), mentions: someMentions, where }),
      fc.record({ action: fc.constant('mark' as const), mentions: words, where }),
      fc.record({ action: fc.constantFrom('confirmIncident' as const, 'rejectIncident' as const), incident }),
      fc.record({
        action: fc.constant('editIncident' as const),
        incident,
        edit: fc.record({
          placeId: fc.constantFrom(null, HIT.id, ...map.features.map(({ id }) => id)),
          killed: fc.constantFrom(null, { low: 1, best: 2, high: null }),
        }),
      }),
      words.map(([span = { start: 0, end: 1 }]) => ({
        action: 'addIncident' as const,
        trigger: span,
        evidence: [span],
        fields: { type: 'Riots', status: 'reported' as const, headline: 'x', placeId: HIT.id },
        ...(span.start % 2 ? {} : { where: { where: { type: 'place' as const, place: HIT }, words: span } }),
      })),
      fc.record({ action: fc.constantFrom('undo' as const, 'redo' as const), of: fc.constantFrom('c1', 'c2', 'c3', 'c4') }),
    );
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        const made = log(...changes);
        expect(logSchema.parse(made)).toEqual(made);
        const corrected = applyCorrections(map, text, made);
        expect(checkQuotes(corrected, text).faults).toEqual([]);
        const ids = corrected.features.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(corrected.incidents.filter(({ placeId }) => placeId !== null && !ids.includes(placeId))).toEqual([]);
        expect(corrected.features.every(({ properties }) => properties.mentions.length > 0 && properties.review !== undefined)).toBe(true);
        let all = made;
        for (let top = replay(all).applied.at(-1); top; top = replay(all).applied.at(-1)) all = [...all, ...undo(all, top)];
        expect(applyCorrections(map, text, all)).toBe(map);
        // And redoing all of it gives it back.
        const steps = replay(made).applied.length;
        for (let i = 0; i < steps; i++)
          all = [
            ...all,
            {
              ...made[0],
              id: `r${i}`,
              at: '2026-01-03T00:00:00Z',
              by: null,
              change: { action: 'redo', of: replay(all).undone[0]?.id ?? '' },
            },
          ];
        expect(applyCorrections(map, text, all)).toEqual(corrected);
      }),
      { numRuns: 60 },
    );
  });
});

function undo(log: readonly Correction[], { id }: Correction): Correction[] {
  return [{ id: `u${log.length}`, at: '2026-01-03T00:00:00Z', by: null, change: { action: 'undo', of: id } }];
}
