import { sharedEngine } from '../api/geoparse-request';
import { geoparse } from '../geoparse';
import type { Language } from '../types';

const { knowledge } = sharedEngine();

/** Each mention's words, and the place it means: an id, or null where the gazetteer has none. */
function read(text: string, language: Language): [string, string | null][] {
  return geoparse({ text, language }, knowledge).resolutions.map(({ mention, candidates: [best] }) => [
    mention.text,
    best ? knowledge.gazetteer.id(best.place) : null,
  ]);
}

describe('a head noun gives away a name that the gazetteer lacks', () => {
  test.each<[string, Language, string[]]>([
    // depopulated villages, hamlets and quarters: in no list of populated places
    ['قتل ثلاثة في قرية كوفخة قرب غزة', 'ar', ['قرية كوفخة']],
    ['سكان قرية دير الزهور قالوا إنهم غادروا', 'ar', ['قرية دير الزهور']],
    ['Gunmen attacked the village of Obinze in Nigeria.', 'en', ['Obinze']],
    ['Troops moved to Kandaq village in Afghanistan.', 'en', ['Kandaq village']],
    // once given away, it is believed elsewhere
    ['قتل ثلاثة في قرية كوفخة. وقال سكان كوفخة إن القصف استمر ساعات.', 'ar', ['قرية كوفخة', 'كوفخة']],
    ['Gunmen attacked the village of Obinze. Many fled Obinze on foot.', 'en', ['Obinze', 'Obinze']],
  ])('%s', (text, language, expected) => {
    const unknown = read(text, language).filter(([, id]) => id === null);
    expect(unknown.map(([words]) => words)).toEqual(expected);
  });
});

describe('an adjective or a common word behind a head noun is no name', () => {
  test.each<[string, Language]>([
    ['سقط الصاروخ على قرية قريبة', 'ar'],
    ['وصلوا إلى المدينة القديمة', 'ar'],
    ['قاعدة عسكرية تستضيف قوات', 'ar'],
    ['The village of the damned is a film.', 'en'],
    ['They reached a remote village on Monday.', 'en'],
  ])('%s', (text, language) => {
    expect(read(text, language)).toEqual([]);
  });
});

describe('a name without an Arabic entry is found by its consonants, in a country that the article names', () => {
  test('Hopkinsville, of two that there are, in Kentucky', () => {
    expect(read('ضرب إعصار مدينة هوبكنزفيل في ولاية كنتاكي الأمريكية', 'ar')[0]?.[0]).toBe('مدينة هوبكنزفيل');
  });

  test('no country, no place', () => {
    expect(read('وصل الوفد إلى بلدة هوبكنزفيل', 'ar')).toEqual([['بلدة هوبكنزفيل', null]]);
  });
});

describe('the head noun of a list stands for all its names, and is part of none', () => {
  test.each<[string, Language, string[]]>([
    ['غارات على محافظتي المحويت والحديدة في اليمن', 'ar', ['المحويت', 'الحديدة']],
    ['سيول في ولايتي البيض والنعامة في الجزائر', 'ar', ['البيض', 'النعامة']],
    ['Strikes hit the Kharkiv and Sumy regions of Ukraine.', 'en', ['Kharkiv', 'Sumy']],
    ['Fighting in the provinces of Idlib, Aleppo and Hama in Syria.', 'en', ['Idlib', 'Aleppo', 'Hama']],
  ])('%s', (text, language, expected) => {
    const divisions = geoparse({ text, language }, knowledge).resolutions.filter(({ mention }) => expected.includes(mention.text));
    expect(divisions.map(({ mention }) => mention.text)).toEqual(expected);
    for (const { candidates } of divisions) expect(knowledge.gazetteer.place(candidates[0]?.place ?? 0).kind).toBe('admin1');
  });
});
