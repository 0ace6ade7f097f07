import { sharedEngine } from '../api/geoparse-request';
import { splitSentences } from '../text/sentences';
import type { Direction, Kind, Language, Mention } from '../types';
import { recognize } from './recognize';

const { knowledge } = sharedEngine();

function mentionsOf(text: string, language: Language): readonly Mention[] {
  const lexicon = knowledge.lexicons[language];
  return recognize(text, splitSentences(text, lexicon.abbreviations), language, {
    gazetteer: knowledge.gazetteer,
    lexicon,
    model: knowledge.models.recognition,
    roleWeights: knowledge.models.roles[language],
  }).mentions;
}
const textsOf = (text: string, language: Language) => mentionsOf(text, language).map((mention) => mention.text);

describe('names in Arabic', () => {
  test.each<[string, string[]]>([
    ['سقط صاروخ على بيروت', ['بيروت']],
    // Proclitics stay outside the span, but for لل, which has swallowed the article.
    ['سقطت صواريخ في أربيل وبغداد', ['أربيل', 'بغداد']],
    ['مقتل جنود بالأردن وصواريخ لإيران', ['الأردن', 'إيران']],
    ['وصل الوفد للعراق وللكويت', ['للعراق', 'للكويت']],
    ['وبالعراق قتل جندي', ['العراق']],
    ['زار واشنطن وزير الخارجية', ['واشنطن']],
    // Head nouns belong to the name they stand before.
    ['انفجار في مدينة الرمادي', ['مدينة الرمادي']],
    ['قتل في مخيم جباليا', ['مخيم جباليا']],
    ['قصف على قطاع غزة', ['قطاع غزة']],
    ['غرق قارب في البحر الأحمر', ['البحر الأحمر']],
    ['اقتربت السفينة من مضيق هرمز', ['مضيق هرمز']],
    ['في كييف وموسكو', ['كييف', 'موسكو']],
    // Spelling, as press texts have it.
    ['هجوم علي حيفا من القاهره', ['حيفا', 'القاهره']],
    ['في الكویت وکرکوک', ['الكویت', 'کرکوک']],
    ['في بـغـداد والعـــراق', ['بـغـداد', 'العـــراق']],
    ['في دِمَشْقَ وبَيْرُوت', ['دِمَشْقَ', 'بَيْرُوت']],
    ['قال “إن بغداد” وأضاف “دمشق”.', ['بغداد', 'دمشق']],
  ])('%s', (text, expected) => {
    expect(textsOf(text, 'ar')).toEqual(expected);
  });
});

describe('names in English', () => {
  test.each<[string, string[]]>([
    ['Rockets hit Baghdad on Monday.', ['Baghdad']],
    ['A blast in Homs, Syria, killed two.', ['Homs', 'Syria']],
    ['Fighting in Burkina Faso', ['Burkina Faso']],
    ['Ships in the Strait of Hormuz turned back.', ['Strait of Hormuz']],
    ['Clashes in Idlib province', ['Idlib province']],
    ['Police in St. Louis said so.', ['St. Louis']],
    ['He flew from New York to London.', ['New York', 'London']],
    // Words that are names only where something says so.
    ['An attack in Hit, Iraq, wounded five.', ['Hit', 'Iraq']],
    ['Floods in Reading, England, closed roads.', ['Reading', 'England']],
    // The possessive stays outside.
    ["Iran's navy left Bandar Abbas.", ['Iran', 'Bandar Abbas']],
  ])('%s', (text, expected) => {
    expect(textsOf(text, 'en')).toEqual(expected);
  });
});

describe('a part of a place, or what lies beside it', () => {
  test.each<[Language, string, string, Direction | null, boolean]>([
    ['ar', 'قصفت قوات مواقع في غرب العراق', 'العراق', 'west', false],
    ['ar', 'اشتباكات في شمال سوريا', 'سوريا', 'north', false],
    ['ar', 'اشتباكات شمال شرقي حلب', 'حلب', 'northeast', false],
    ['ar', 'حريق وسط بغداد', 'بغداد', 'central', false],
    ['ar', 'أصيب جنود قرب هيت في العراق', 'هيت', null, true],
    ['ar', 'انفجار في بيروت', 'بيروت', null, false],
    ['en', 'Rockets hit a base in western Iraq.', 'Iraq', 'west', false],
    ['en', 'Fighting goes on in northern Mali.', 'Mali', 'north', false],
    ['en', 'Shelling near Kharkiv killed three.', 'Kharkiv', null, true],
    ['en', 'Shelling in Kharkiv killed three.', 'Kharkiv', null, false],
  ])('%s: %s', (language, text, name, direction, near) => {
    const mention = mentionsOf(text, language).find((found) => found.text === name);
    expect([mention?.relation?.direction ?? null, mention?.relation?.type === 'near']).toEqual([direction, near]);
    if (mention?.relation?.direction) expect(mention.relation.directionStart).toBeLessThan(mention.start);
  });
});

describe('what the words beside a name call it', () => {
  test.each<[Language, string, Kind | null]>([
    ['ar', 'انفجار في مدينة الرمادي', 'city'],
    ['ar', 'انفجار في الرمادي', null],
    ['en', 'Clashes in Idlib province', 'admin1'],
    ['en', 'Clashes in Idlib', null],
  ])('%s: %s', (language, text, kind) => {
    expect(mentionsOf(text, language)[0]?.headKind).toBe(kind);
  });
});

test('a mention quotes the text, and its confidence is a probability', () => {
  const text = '🔴 عاجل: انفجار في بيروت، وقصف على مدينة غزة';
  const mentions = mentionsOf(text, 'ar');
  expect(mentions.length).toBeGreaterThanOrEqual(2);
  for (const mention of mentions) {
    expect(text.slice(mention.start, mention.end)).toBe(mention.text);
    expect(mention.confidence).toBeGreaterThan(0.5);
    expect(mention.confidence).toBeLessThanOrEqual(1);
  }
});

test('a text without capitals, or all in capitals, is read all the same', () => {
  expect(textsOf('rockets hit baghdad and mosul in iraq on monday, officials in iraq said', 'en')).toContain('iraq');
  expect(textsOf('ROCKETS HIT AN AIR BASE NEAR BAGHDAD IN IRAQ ON MONDAY, OFFICIALS SAID', 'en')).toContain('IRAQ');
});
