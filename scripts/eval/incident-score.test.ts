import type { MapIncident, Span } from '../../lib/types';
import { readHalf, readSeed } from './incident-gold';
import { scoreIncidents, type GoldForbidden, type GoldIncident, type GoldMarks, type PlaceFacts } from './incident-score';
import { IncidentTally } from './incident-tally';

/*
 * A made-up article: sentence 1 (0–100) tells of an air strike on Mosul (40–45), sentence 2 (101–200) of a threat to
 * Erbil (150–155), sentence 3 (201–300) of something in Iraq (210–214) without a date.
 */
const mosul: GoldIncident = {
  id: 'mosul',
  type: 'Explosions/Remote violence',
  status: 'reported',
  places: [{ spans: [{ start: 40, end: 45 }], kind: 'city', country: 'IQ' }],
  date: { start: '2024-08-05', end: '2024-08-05' },
  killed: { low: 5, best: 5, high: null },
  injured: null,
  tolls: [],
  required: true,
  evidence: [{ start: 0, end: 100 }],
};
const iraq: GoldIncident = {
  ...mosul,
  id: 'iraq',
  places: [{ spans: [{ start: 210, end: 214 }], kind: 'country', country: 'IQ' }],
  date: null,
  killed: null,
  evidence: [{ start: 201, end: 300 }],
};
const threat: GoldForbidden = { what: 'threat', words: { start: 120, end: 160 }, places: [], evidence: [{ start: 101, end: 200 }] };

const PLACES: Readonly<Record<string, PlaceFacts>> = {
  mosul: { kind: 'city', countryCode: 'IQ', isPart: false, mentions: [{ start: 40, end: 45 }] },
  namesake: { kind: 'city', countryCode: 'US', isPart: false, mentions: [{ start: 40, end: 45 }] },
  erbil: { kind: 'city', countryCode: 'IQ', isPart: false, mentions: [{ start: 150, end: 155 }] },
  iraq: { kind: 'country', countryCode: 'IQ', isPart: false, mentions: [{ start: 60, end: 64 }] },
  'west-iraq': { kind: 'country', countryCode: 'IQ', isPart: true, mentions: [{ start: 205, end: 214 }] },
};
const place = (id: string) => PLACES[id] ?? null;

const day = (start: string, end = start): MapIncident['date'] => ({
  start,
  end,
  precision: 1,
  text: '',
  span: { start: 0, end: 1 },
});
const count = (low: number | null, best = low, high = best) => ({ low, best, high, span: { start: 0, end: 1 } });

function predict(changes: Partial<MapIncident> = {}, trigger: Span = { start: 3, end: 13 }): MapIncident {
  return {
    id: '1',
    type: 'Explosions/Remote violence',
    subType: null,
    headline: '',
    placeId: 'mosul',
    wherePrecision: 1,
    geoPrecision: 1,
    date: day('2024-08-05'),
    actors: [],
    casualties: { killed: count(5, 5, null), injured: null },
    tolls: [],
    weapons: [],
    status: 'reported',
    evidence: [{ start: 0, end: 100, text: '' }],
    spans: { trigger, place: null, status: null, weapons: [] },
    ...changes,
  };
}

const atThreat = { placeId: 'erbil', date: null, evidence: [{ start: 101, end: 200, text: '' }] };
const marks = (incidents: readonly GoldIncident[], forbidden: readonly GoldForbidden[] = []): GoldMarks => ({ incidents, forbidden });
const outcome = (gold: GoldMarks, predicted: readonly MapIncident[]) => {
  const { matches, missed, invented, forbiddenHits } = scoreIncidents(gold, predicted, place);
  return [matches.length, missed.length, invented.length, forbiddenHits.length];
};

test.each([
  ['the same', {}, 1],
  ['another place', { placeId: 'erbil' }, 0],
  ['no place', { placeId: null }, 0],
  ['a namesake abroad', { placeId: 'namesake' }, 0],
  ['its country', { placeId: 'iraq' }, 0],
  ['an overlapping range', { date: day('2024-08-01', '2024-08-31') }, 1],
  ['another day', { date: day('2024-08-06') }, 0],
  ['no date', { date: null }, 0],
  ['other evidence', { evidence: [{ start: 100, end: 200, text: '' }] }, 0],
])('is met by a prediction with %s: %#', (_, changes, hits) => {
  expect(outcome(marks([mosul]), [predict(changes)])).toEqual([hits, 1 - hits, 1 - hits, 0]);
});

test.each([
  ['the country', 'iraq', 1],
  ['a part of the country', 'west-iraq', 0],
  ['a town in the country', 'erbil', 0],
])('where the gold knows a country only, %s meets it %d times, whatever the date', (_, placeId, hits) => {
  const predicted = predict({ placeId, date: day('2020-01-01'), evidence: [{ start: 250, end: 260, text: '' }] });
  expect(outcome(marks([iraq]), [predicted])).toEqual([hits, 1 - hits, 1 - hits, 0]);
});

test('an incident without a place is met by one without a place', () => {
  const gold = marks([{ ...mosul, places: [] }]);
  expect(outcome(gold, [predict({ placeId: null })])).toEqual([1, 0, 0, 0]);
  expect(outcome(gold, [predict()])).toEqual([0, 1, 1, 0]);
});

test('each is used once, the pairs that agree most first', () => {
  const twin = { ...mosul, id: 'twin', killed: { low: 2, best: 2, high: 2 } };
  const [a, b] = [predict({ casualties: { killed: count(2), injured: null } }), predict()];
  const { matches, invented } = scoreIncidents(marks([mosul, twin]), [a, b, predict({ status: 'claimed' })], place);
  expect(matches.map((match) => [match.gold.id, match.predicted === a])).toEqual([
    ['mosul', false],
    ['twin', true],
  ]);
  expect(invented).toHaveLength(1);
});

test.each<[string, Partial<MapIncident>, Partial<Record<'dateExact' | 'casualtiesExact' | 'statusRight' | 'typeRight', boolean>>]>([
  ['everything', {}, {}],
  ['a range for a day', { date: day('2024-08-05', '2024-08-06') }, { dateExact: false }],
  ['a best for a low', { casualties: { killed: count(5), injured: null } }, { casualtiesExact: false }],
  ['no toll', { casualties: { killed: null, injured: null } }, { casualtiesExact: false }],
  ['injured that nobody counted', { casualties: { killed: count(5, 5, null), injured: count(1) } }, { casualtiesExact: false }],
  ['nobody injured', { casualties: { killed: count(5, 5, null), injured: count(0) } }, {}],
  ['another status', { status: 'claimed' }, { statusRight: false }],
  ['another type', { type: 'Battles' }, { typeRight: false }],
])('judges a match with %s', (_, changes, wrong) => {
  const [match] = scoreIncidents(marks([mosul]), [predict(changes)], place).matches;
  expect(match).toMatchObject({ dateExact: true, casualtiesExact: true, statusRight: true, typeRight: true, ...wrong });
});

test('where sources differ either toll will do, and all are to be listed', () => {
  const [five, nine] = [
    { low: 5, best: 5, high: 5 },
    { low: 9, best: 9, high: 9 },
  ];
  const gold = { ...mosul, killed: five, tolls: [five, nine].map((killed) => ({ killed, injured: null })) };
  const casualties = { killed: count(9), injured: null };
  const toll = (killed: number) => ({ killed: count(killed), injured: null, source: null });
  const judge = (tolls: MapIncident['tolls']) => scoreIncidents(marks([gold]), [predict({ casualties, tolls })], place).matches[0];
  expect(judge([toll(9), toll(5)])).toMatchObject({ casualtiesExact: true, tollsListed: true });
  expect(judge([toll(9)])).toMatchObject({ casualtiesExact: true, tollsListed: false });
});

test.each([
  ['reported at a place is a hit', predict(atThreat, { start: 125, end: 130 }), [1, 1]],
  ['claimed at a place is a hit', predict({ ...atThreat, status: 'claimed' }, { start: 125, end: 130 }), [1, 1]],
  ['reported without a place is invented', predict({ ...atThreat, placeId: null }, { start: 125, end: 130 }), [1, 0]],
  ['threatened is neither', predict({ ...atThreat, status: 'threatened' }, { start: 125, end: 130 }), [0, 0]],
  ['denied is neither', predict({ ...atThreat, status: 'denied' }, { start: 125, end: 130 }), [0, 0]],
  ['of other words of the sentence is invented', predict(atThreat, { start: 190, end: 195 }), [1, 0]],
])('a trap that comes out as %s', (_, predicted, [invented, hits]) => {
  expect(outcome(marks([], [threat]), [predicted])).toEqual([0, 0, invented, hits]);
});

test('what is denied must not come out as reported, though it is met', () => {
  expect(outcome(marks([{ ...mosul, status: 'denied' }]), [predict()])).toEqual([1, 0, 0, 1]);
});

test('an optional incident is neither rewarded nor punished unless its status is wrong', () => {
  const gold = marks([{ ...mosul, required: false }]);
  expect(outcome(gold, [])).toEqual([0, 0, 0, 0]);
  expect(outcome(gold, [predict()])).toEqual([0, 0, 0, 0]);
  expect(outcome(gold, [predict({ status: 'claimed' })])).toEqual([0, 0, 1, 0]);
});

test('a tally sums articles', () => {
  const tally = new IncidentTally();
  tally.add(scoreIncidents(marks([mosul]), [predict({ status: 'claimed' })], place));
  tally.add(scoreIncidents(marks([mosul], [threat]), [predict(), predict(atThreat, { start: 125, end: 130 })], place));
  tally.add(scoreIncidents(marks([mosul]), [], place));
  const { precision, recall } = tally.incidents;
  expect([tally.articles, precision, recall, tally.statusRight, tally.typeRight, tally.tollsListed, tally.forbiddenHits]).toEqual([
    3,
    2 / 3,
    2 / 3,
    0.5,
    1,
    null,
    1,
  ]);
});

test('no incident, no figures', () => {
  const tally = new IncidentTally();
  expect([tally.incidents.f1, tally.dateExact, tally.casualtiesExact]).toEqual([0, null, null]);
});

test.each([...readHalf('tune'), ...readHalf('test'), readSeed()].map((gold) => [gold.id, gold] as const))(
  '%s: its own marks, given back as predictions, are all right',
  (_, gold) => {
    const facts = new Map<string, PlaceFacts>();
    const span = { start: 0, end: 0 };
    const predicted = gold.incidents.map((one, i) => {
      const [where] = one.places;
      if (where) facts.set(`${i}`, { kind: where.kind, countryCode: where.country, isPart: false, mentions: where.spans });
      return predict({
        placeId: where ? `${i}` : null,
        type: one.type ?? '',
        status: one.status,
        date: one.date && { ...one.date, precision: 1, text: '', span },
        casualties: { killed: one.killed && { ...one.killed, span }, injured: one.injured && { ...one.injured, span } },
        evidence: one.evidence.map((sentence) => ({ ...sentence, text: '' })),
      });
    });
    const score = scoreIncidents(gold, predicted, (id) => facts.get(id) ?? null);
    expect(score).toMatchObject({ missed: [], invented: [], forbiddenHits: [] });
    expect(score.matches.filter((match) => !match.dateExact || !match.casualtiesExact || !match.statusRight)).toEqual([]);
  },
);
