import { sharedEngine } from '../api/geoparse-request';
import { geoparse } from '../geoparse';
import type { Language } from '../types';

/*
 * False friends: words that are no place, each with the place that a look-up alone would make of it. Most come from runs
 * over press texts; the others are those of data/gold/pitfalls-ar.jsonl.
 */
const { knowledge } = sharedEngine();

function namesIn(text: string, language: Language): string[] {
  return geoparse({ text, language }, knowledge).resolutions.map(({ mention }) => mention.text);
}

describe('Arabic', () => {
  test.each<[string, string]>([
    ['كان أن إلى دون سوف كيف الآن أدى بشأن', 'common words: Caen, Ans, Ely, Dunn, Kyiv, Halen, Edd, Schaan'],
    ['قال إن سنة كاملة مرت على بن علي', 'سنة, بن: Sanna, Bonn'],
    ['كرة القدم في المدينة', 'كرة, المدينة: Kara, Medina'],
    ['قتل شاب برصاص الشرطة في المدينة نفسها عصر الجمعة', 'the same city: Medina'],
    ['وشيع جثمانه ظهر أمس إلى مسقط رأسه', 'where he was born: Muscat'],
    ['الحكومة والاتحاد والثورة والنصر', 'الحكومة, الاتحاد, الثورة, النصر: Al Ittihad, Ath Thawrah, An Nasr'],
    ['أعلنت السلطات فتح تحقيق جديدة', 'سلطات, جديدة: El Jadida'],
    ['قال إن العين بصيرة واليد قصيرة', 'العين, an eye: Al Ain'],
    ['أعلنت وكالة ولجنة وفيلم كبار', 'no clitics: Calais, Djenné, Yelm, Bar'],
    ['صور من الانفجار', 'photos: Tyre'],
    ['ضربت سيول البلاد وقتلت المئات', 'floods: Seoul'],
    ['وصول الرئيس', 'arrival: no place'],
    ['في سبيل السلام والحرية', 'peace and freedom: neighbourhoods'],
    ['عاد إلى بيته بعد منتصف الليل', 'his house, midnight'],
    ['من جهة أخرى قال المصدر', 'جهة, أخرى'],
    ['تم نشر قوات كبيرة', 'قوات, كبيرة'],
    ['الشرق والغرب', 'east and west'],
    ['في مايو وآب وأيار', 'months: Mayo, Ibb'],
    ['منذ فبراير/شباط وفي 25 يوليو/تموز وأبريل/نيسان ويناير/كانون الثاني', 'double month names'],
    ['يوم الأحد والخميس والجمعة', 'weekdays: Al Ahad, Khemis Miliana'],
    ['يوم السبت الماضي', 'a weekday: As Sabt'],
    ['مسؤول أمريكي وجنود أميركيون وجماعات عراقية وهجوم إيراني', 'nationalities'],
    ['القوات الهندية والروسية', 'nationalities: Al Hindiyah, a town of Iraq'],
    ['وصف اللغة الفرنسية بأنها صعبة', 'a language'],
    ['ذكرت وكالة فرانس برس أن التحالف نفى', 'an agency: Reims; التحالف'],
    ['نقلت وكالة رويترز عن المتحدث قوله', 'an agency'],
    ['تنظيم الدولة الإسلامية ومحور المقاومة ووكالة فرانس برس', 'organizations'],
    ['حزب الله وحركة حماس وتنظيم القاعدة', 'organizations: Hamas, Al Qaidah'],
    ['قال الرئيس الأسد والصدر وبلير ورايس وناصر', 'persons'],
    ['قال توني بلير وكوندوليزا رايس', 'persons: Blair, Rice'],
    ['التقى الرئيس بشار الأسد الوزير', 'a person'],
  ])('%s', (text) => {
    expect(namesIn(text, 'ar')).toEqual([]);
  });
});

describe('English', () => {
  test.each<[string, string]>([
    ['The march of time may be nice, he said.', 'march, may, nice'],
    ['He was reading about turkey and china plates.', 'reading, turkey, china in lower case'],
    ['Of course the mobile phone was in the bar.', 'Of, mobile, bar'],
    ['Many people were killed, most of them in bed.', 'Many, Most, Bed'],
    ['Police said the man, aged 30, had a bath.', 'Man, Bath, Police'],
    ['It was a normal day. Reading is fun. Nice is nice.', "words at a sentence's start"],
    ['In this spirit, hope and unity are words of liberty.', 'Hope, Independence, Liberty'],
    ['She bought Champagne and Cheddar.', 'wine and cheese'],
    ['The American and Iranian officials spoke on Monday in March.', 'nationalities, a weekday, a month'],
    ['French and German troops left.', 'nationalities'],
    ['They spoke Arabic and English.', 'languages'],
    ['The Associated Press and Agence France-Presse reported it.', 'agencies: France'],
    ['Reuters and the New York Times reported it.', 'a newspaper: New York'],
    ['The Taliban and Islamic State claimed it.', 'organizations'],
    ['Mr. Jordan and Paris Hilton met Chelsea Clinton.', 'persons: Jordan, Paris, Hilton, Chelsea, Clinton'],
    ['Jack London wrote it; Irving Berlin sang.', 'persons: London, Irving, Berlin'],
    ['President Jimmy Carter and George Washington were there.', 'persons: Carter, Washington'],
    ['Michael Jordan scored.', 'a person'],
    ['Prince Sultan and King Abdullah met.', 'persons'],
    ['Read more at https://www.example.com/baghdad or write to desk@beirut.example today.', 'addresses'],
    ['The Iranian president, Ebrahim Raisi, said so.', 'a person'],
  ])('%s', (text) => {
    expect(namesIn(text, 'en')).toEqual([]);
  });
});

describe('no language at all', () => {
  test.each<[string, Language]>([
    ['16 25 2024', 'en'],
    ['١٧٥ ٢٠٢٤', 'ar'],
    ['🔴🔴🔴', 'ar'],
    ['— … “” ()', 'en'],
    ['北京 東京 Москва', 'en'],
  ])('%s', (text, language) => {
    expect(namesIn(text, language)).toEqual([]);
  });
});
