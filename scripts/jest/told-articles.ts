import type { Article } from '../../lib/types';
import { seeded } from './generated-articles';

/** Towns with their names in both languages. */
const TOWNS = [
  ['Baghdad', 'بغداد'], ['Mosul', 'الموصل'], ['Basra', 'البصرة'], ['Kirkuk', 'كركوك'], ['Ramadi', 'الرمادي'], ['Fallujah', 'الفلوجة'],
  ['Aleppo', 'حلب'], ['Homs', 'حمص'], ['Idlib', 'إدلب'], ['Deir ez-Zor', 'دير الزور'], ['Daraa', 'درعا'], ['Damascus', 'دمشق'],
  ['Sanaa', 'صنعاء'], ['Aden', 'عدن'], ['Taiz', 'تعز'], ['Marib', 'مأرب'], ['Hodeidah', 'الحديدة'], ['Tripoli', 'طرابلس'],
  ['Benghazi', 'بنغازي'], ['Misrata', 'مصراتة'], ['Sirte', 'سرت'], ['Khartoum', 'الخرطوم'], ['Omdurman', 'أم درمان'], ['El Fasher', 'الفاشر'],
  ['Beirut', 'بيروت'], ['Sidon', 'صيدا'], ['Tyre', 'صور'], ['Gaza', 'غزة'], ['Rafah', 'رفح'], ['Kabul', 'كابل'],
] as const; // prettier-ignore

type Told = (town: string, other: string, n: number) => string;
const EN: readonly Told[] = [
  (town, other, n) =>
    `At least ${n} people were killed and ${n * 2} wounded when a car bomb exploded near a market in ${town}, police said.`,
  (town, other, n) =>
    `Fighters clashed with the army in ${town}, and ${n} soldiers were killed before reinforcements arrived from ${other}.`,
  (town) => `Hundreds of people protested in ${town} against the price of bread; the demonstration ended peacefully.`,
  (town, other, n) => `An air strike hit a house in ${town}, killing ${n} members of a family, a hospital source told the agency.`,
  (town, other, n) =>
    `Floods swept through the outskirts of ${town} after heavy rain, and ${n} bodies were recovered, the civil defence said.`,
  (town, other) => `The road between ${town} and ${other} was closed, and drivers were asked to wait until the morning.`,
  (town) => `Officials in ${town} said that the schools would open again, and that water and power would be back within a week.`,
  (town, other) => `Prices rose in ${town} and ${other}, where traders spoke of empty shelves and long queues in front of the bakeries.`,
];
const AR: readonly Told[] = [
  (town, other, n) => `قتل ${n} أشخاص وأصيب ${n * 2} آخرون في انفجار سيارة مفخخة قرب سوق في ${town}، وفق ما قالت الشرطة.`,
  (town, other, n) => `اندلعت اشتباكات بين مسلحين والجيش في ${town}، وقتل ${n} جنود قبل وصول تعزيزات من ${other}.`,
  (town) => `تظاهر مئات الأشخاص في ${town} احتجاجا على سعر الخبز، وانتهت المظاهرة بسلام.`,
  (town, other, n) => `أصابت غارة جوية منزلا في ${town} وقتلت ${n} من أفراد أسرة واحدة، وفق مصدر في المستشفى.`,
  (town, other, n) => `اجتاحت السيول أطراف ${town} بعد أمطار غزيرة، وانتشلت ${n} جثث، وفق الدفاع المدني.`,
  (town, other) => `أغلق الطريق بين ${town} و${other}، وطلب من السائقين الانتظار حتى الصباح.`,
  (town) => `قال مسؤولون في ${town} إن المدارس ستفتح أبوابها، وإن الماء والكهرباء سيعودان خلال أسبوع.`,
];

/** An article of so many sentences that the engine reads in earnest, always the same for its number: odd ones in English, even ones in Arabic. */
export function toldArticle(i: number, sentences = 8): Article {
  const random = seeded(7_000_003 + i);
  const pick = <T>(list: readonly T[]): T => {
    const one = list[Math.floor(random() * list.length)];
    if (one === undefined) throw new Error('a list is empty');
    return one;
  };
  const isEnglish = i % 2 === 1;
  const town = () => pick(TOWNS)[isEnglish ? 0 : 1];
  const number = () => 3 + Math.floor(random() * 8);
  const told = Array.from({ length: sentences }, () => pick(isEnglish ? EN : AR)(town(), town(), number()));
  const at = new Date(Date.UTC(2024, 0, 1 + Math.floor(random() * 360), 12));
  const [first = ''] = told;
  return {
    text: `${told.join('\n')}\n${isEnglish ? 'Report' : 'تقرير'} ${i}.`,
    title: first.slice(0, 80),
    url: `https://example.org/told/${i}`,
    source: `Wire ${i % 7}`,
    publishedAt: at.toISOString(),
    language: isEnglish ? 'en' : 'ar',
  };
}
