import arTriggers from '@/data/lexicon/ar/incident-triggers.json';
import arWeapons from '@/data/lexicon/ar/incident-weapons.json';
import enTriggers from '@/data/lexicon/en/incident-triggers.json';
import enWeapons from '@/data/lexicon/en/incident-weapons.json';
import { dateWords } from './dateWords';
import { count } from './sample.test-data';
import { INCIDENT_TYPES } from './types';
import { incidentMessages, tollWords } from './words';

describe('dates are as exact as the text', () => {
  it.each([
    ['2024-08-05', '2024-08-05', 'Monday 5 August 2024', 'الاثنين 5 أغسطس 2024'],
    ['2024-01-01', '2024-01-31', 'January 2024', 'يناير 2024'],
    ['2024-02-01', '2024-02-29', 'February 2024', 'فبراير 2024'],
    ['2024-07-29', '2024-08-04', '29 July – 4 August 2024', '29 يوليو – 4 أغسطس 2024'],
    ['2024-02-01', '2024-07-31', 'February – July 2024', 'فبراير – يوليو 2024'],
    ['2023-01-01', '2023-12-31', '2023', '2023'],
    ['2023-12-30', '2024-01-02', '30 December 2023 – 2 January 2024', '30 ديسمبر 2023 – 2 يناير 2024'],
  ])('%s to %s', (start, end, en, ar) => {
    // The browser's and Node's data differ in which spaces stand around a dash.
    const plain = (text: string) => text.replace(/\s+/gu, ' ');
    expect([plain(dateWords('en', start, end)), plain(dateWords('ar', start, end))]).toEqual([en, ar]);
  });
});

describe('tolls are as exact as the text', () => {
  it.each([
    [count(5, 5, 5), null, '5 killed', '5 قتلى'],
    [count(5, 5, null), null, 'at least 5 killed', '5 قتلى على الأقل'],
    [count(2, 2, null), null, 'at least 2 killed', 'قتيلان على الأقل'],
    [count(3, null, null), null, 'several killed', 'عدد من القتلى'],
    [null, count(3, null, null), 'several injured', 'عدد من الجرحى'],
    [count(24, null, null), null, 'dozens killed', 'عشرات القتلى'],
    [count(100, null, null), null, 'hundreds killed', 'مئات القتلى'],
    [count(3, 4, 5), null, '3 to 5 killed', '3 إلى 5 قتلى'],
    [count(1, 1, 2), null, '1 to 2 killed', '1 إلى 2 قتلى'],
    [count(null, null, 7), null, 'at most 7 killed', '7 قتلى على الأكثر'],
    [count(0, 0, 0), count(11, 11, 11), 'nobody killed, 11 injured', 'لا قتلى، 11 جريحًا'],
    [null, null, null, null],
  ])('%#', (killed, injured, en, ar) => {
    expect([tollWords('en', { killed, injured }), tollWords('ar', { killed, injured })]).toEqual([en, ar]);
  });
});

describe('what the engine can name, the page can say', () => {
  const triggers = JSON.stringify([arTriggers, enTriggers, arWeapons, enWeapons]);
  const subTypes = [...new Set([...triggers.matchAll(/"subType":"([^"]+)"/g)].map(([, name = '']) => name))];
  const weapons = [...new Set([...arWeapons.weapons, ...enWeapons.weapons].map(({ name }) => name))];

  it.each(['ar', 'en'] as const)('%s', (locale) => {
    const words = incidentMessages[locale];
    expect(INCIDENT_TYPES.filter((type) => !(type in words.types))).toEqual([]);
    expect(subTypes.length).toBeGreaterThan(15);
    expect(subTypes.filter((subType) => !(subType in words.subTypes))).toEqual([]);
    expect(weapons.filter((weapon) => !(weapon in words.weapons))).toEqual([]);
  });

  it('says in Arabic all that it says in English', () => {
    const keys = (value: object): string[] =>
      Object.entries(value).flatMap(([key, inner]) =>
        typeof inner === 'object' && inner !== null ? keys(inner).map((rest) => `${key}.${rest}`) : [key],
      );
    expect(keys(incidentMessages.ar)).toEqual(expect.arrayContaining(keys(incidentMessages.en)));
  });
});
