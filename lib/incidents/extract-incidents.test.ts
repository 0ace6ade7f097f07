import { readFileSync } from 'node:fs';
import path from 'node:path';
import { mapArticle } from '../api/engine';
import { sharedEngine } from '../api/geoparse-request';
import type { ArticleMap, Count, MapIncident, Span } from '../types';

const engine = sharedEngine();

function read(text: string, publishedAt: string | null = '2024-08-06'): { map: ArticleMap; incidents: readonly MapIncident[] } {
  const map = mapArticle({ text, title: null, url: null, source: null, publishedAt, language: null }, engine, 'en');
  return { map, incidents: map.incidents };
}

const countOf = (count: Count | null): string | null => count && [count.low, count.best, count.high].map((n) => n ?? '').join('/');
const overlaps = (a: Span, b: Span) => a.start < b.end && b.start < a.end;

interface GoldIncident {
  readonly id: string;
  readonly type?: string;
  readonly subType?: string;
  readonly status: string;
  readonly place?: string | null;
  readonly places?: readonly string[];
  readonly date: { readonly start: string; readonly end: string } | null;
  readonly killed: Omit<Count, 'span'> | null;
  readonly injured: Omit<Count, 'span'> | null;
  readonly required: boolean;
  readonly weapons?: readonly string[];
  readonly evidence: readonly Span[];
}

describe('the seed article', () => {
  // Every expected value comes from data/gold/seed.json, marked by hand.
  const gold = JSON.parse(readFileSync(path.join(process.cwd(), 'data/gold/seed.json'), 'utf8')) as {
    article: { text: string; publishedAt: string };
    places: Record<string, { name_en: string; country: string; kind: string }>;
    incidents: GoldIncident[];
  };
  const { map, incidents } = read(gold.article.text, gold.article.publishedAt);
  const ids: Record<string, string> = {
    'ain-al-asad': 'ourairports:ORAA',
    iraq: 'iso:IQ',
    syria: 'iso:SY',
    jordan: 'iso:JO',
    israel: 'iso:IL',
  };
  const idOf = (place: string) => {
    const feature = map.features.find(
      ({ id, properties }) => id === ids[place] || (place === 'ain-al-asad' && properties.kind === 'airbase'),
    );
    return feature?.id ?? place;
  };
  const wanted = gold.incidents
    .filter(({ required }) => required)
    .flatMap((incident) => (incident.places ?? [incident.place ?? '']).map((place) => [incident.id, place, incident] as const));
  const found = (incident: GoldIncident, place: string) =>
    incidents.filter(
      ({ placeId, date, evidence, status }) =>
        status === incident.status &&
        placeId === idOf(place) &&
        (incident.date && date ? date.start <= incident.date.end && incident.date.start <= date.end : incident.date === date) &&
        evidence.some((quote) => incident.evidence.some((other) => overlaps(quote, other))),
    );

  test.each(wanted)('%s at %s: found once, with its toll, type and weapons', (_, place, incident) => {
    const [first, ...more] = found(incident, place);
    expect(more).toEqual([]);
    expect(first?.type).toBe(incident.type);
    if (incident.subType !== undefined) expect(first?.subType).toBe(incident.subType);
    const stripped = (count: Count | null | undefined) => (count ? { low: count.low, best: count.best, high: count.high } : null);
    const plain = (count: Omit<Count, 'span'> | null) => (count ? { low: count.low, best: count.best, high: count.high } : null);
    expect(stripped(first?.casualties.killed)).toEqual(plain(incident.killed));
    expect(stripped(first?.casualties.injured)).toEqual(plain(incident.injured));
    if (incident.weapons) expect(first?.weapons).toEqual(incident.weapons);
  });

  test('nothing else is reported with a place; the threat to Israel is listed as one', () => {
    const known = new Set(wanted.flatMap(([, place, incident]) => found(incident, place).map(({ id }) => id)));
    const others = incidents.filter(({ id, placeId }) => placeId !== null && !known.has(id));
    expect(others.map(({ status, placeId }) => [status, placeId])).toEqual([['threatened', 'iso:IL']]);
  });

  test('the rocket attack is told in five paragraphs and more', () => {
    const asad = gold.incidents.find(({ id }) => id === 'asad');
    const incident = incidents.find(({ subType }) => subType === asad?.subType);
    for (const span of asad?.evidence ?? []) expect(incident?.evidence.some((quote) => overlaps(quote, span))).toBe(true);
  });

  test('ids are distinct, and say where the trigger stands and the place', () => {
    expect(new Set(incidents.map(({ id }) => id)).size).toBe(incidents.length);
    for (const { id, spans, placeId } of incidents) expect(id).toContain(`${spans.trigger.start}@${placeId ?? 'nowhere'}`);
  });

  test('every span is the text, letter for letter', () => {
    const { text } = gold.article;
    for (const { evidence, date, actors, headline } of incidents) {
      for (const quote of evidence) expect(text.slice(quote.start, quote.end)).toBe(quote.text);
      if (date) expect(text.slice(date.span.start, date.span.end)).toBe(date.text);
      for (const { name, span } of actors) expect(text.slice(span.start, span.end)).toBe(name);
      expect(text).toContain(headline.replace(/…$/, ''));
    }
  });
});

/** One event a text: [text, sub-type, place, days, killed, injured, status]. Published on Tuesday, 6 August 2024. */
type Row = readonly [string, string, string | null, string | null, string | null, string | null, string];

const ENGLISH: readonly Row[] = [
  [
    'Gunmen on motorcycles opened fire on a bus near the town of Dori on Sunday, killing at least 14 passengers and injuring 8 others.',
    'Attack',
    'near Dori',
    '2024-08-04',
    '14/14/',
    '8/8/8',
    'reported',
  ],
  [
    'A suicide bomber blew himself up at a mosque in Kabul on Friday, killing 20 worshippers and wounding dozens more.',
    'Suicide bomb',
    'Kabul',
    '2024-08-02',
    '20/20/20',
    '24//',
    'reported',
  ],
  [
    'Two soldiers were killed when their vehicle struck a roadside bomb in Helmand province on Monday.',
    'Remote explosive/landmine/IED',
    'Helmand',
    '2024-08-05',
    '2/2/2',
    null,
    'reported',
  ],
  [
    'A 6.2-magnitude earthquake struck the island of Sulawesi early on Friday, killing at least 42 people and injuring hundreds.',
    'Earthquake',
    'Sulawesi',
    '2024-08-02',
    '42/42/',
    '200//',
    'reported',
  ],
  [
    'Flash floods swept through the Libyan city of Derna on Monday, leaving more than 2,000 people dead.',
    'Flood',
    'Darnah',
    '2024-08-05',
    '2001//',
    null,
    'reported',
  ],
  [
    'Thousands of people protested in Tel Aviv on Saturday night against the government, police said.',
    'Peaceful protest',
    'Tel Aviv',
    '2024-08-03',
    null,
    null,
    'reported',
  ],
  [
    'The Houthis said they had fired two missiles at a cargo ship in the Gulf of Aden on Wednesday.',
    'Shelling/artillery/missile attack',
    'Gulf of Aden',
    '2024-07-31',
    null,
    null,
    'claimed',
  ],
  [
    'Islamic State claimed responsibility for the attack on a concert hall in Moscow on Friday that killed 133 people.',
    'Attack',
    'Moscow',
    '2024-08-02',
    '133/133/133',
    null,
    'claimed',
  ],
  [
    'Boko Haram militants kidnapped 30 schoolgirls from a school in Chibok, residents said.',
    'Abduction/forced disappearance',
    'Chibok',
    null,
    null,
    null,
    'reported',
  ],
  [
    'Clashes between the army and rebels in Goma left 12 dead and 40 wounded on Monday.',
    'Armed clash',
    'Goma',
    '2024-08-05',
    '12/12/12',
    '40/40/40',
    'reported',
  ],
  [
    'Ukrainian forces recaptured the village of Robotyne on Monday.',
    'Government regains territory',
    'Robotyne',
    '2024-08-05',
    null,
    null,
    'reported',
  ],
  [
    'Between 10 and 15 people were killed in shelling in Kherson on Sunday.',
    'Shelling/artillery/missile attack',
    'Kherson',
    '2024-08-04',
    '10//15',
    null,
    'reported',
  ],
  [
    'A train derailed near Lahore on Monday, killing 17 passengers.',
    'Rail accident',
    'near Lahore',
    '2024-08-05',
    '17/17/17',
    null,
    'reported',
  ],
  ['A bus carrying pilgrims plunged into a ravine in Nepal, killing 27.', 'Road accident', 'Nepal', null, '27/27/27', null, 'reported'],
  [
    'A wildfire near Athens forced thousands to flee on Sunday; no casualties were reported.',
    'Fire',
    'near Athens',
    '2024-08-04',
    '0/0/0',
    '0/0/0',
    'reported',
  ],
  [
    'At least three people were killed when a gas explosion ripped through an apartment building in Naples on Monday.',
    'Industrial accident',
    'Naples',
    '2024-08-05',
    '3/3/',
    null,
    'reported',
  ],
  [
    'Ten miners were killed when a coal mine collapsed in Quetta on Sunday.',
    'Mine accident',
    'Quetta',
    '2024-08-04',
    '10/10/10',
    null,
    'reported',
  ],
  [
    'Security forces killed four protesters in Dhaka on Sunday, hospital officials said.',
    'Excessive force against protesters',
    'Dhaka',
    '2024-08-04',
    '4/4/4',
    null,
    'reported',
  ],
  [
    'A stampede at a religious gathering in Hathras killed 121 people last month.',
    'Crowd crush',
    'Hathras',
    '2024-07-01',
    '121/121/121',
    null,
    'reported',
  ],
  [
    'A mob lynched two men accused of theft in Port-au-Prince on Sunday.',
    'Mob violence',
    'Port-au-Prince',
    '2024-08-04',
    null,
    null,
    'reported',
  ],
];

const ARABIC: readonly Row[] = [
  [
    'قتل 12 شخصا وأصيب 30 آخرون في تفجير انتحاري استهدف سوقا شعبية في بغداد يوم الخميس، بحسب مصدر أمني.',
    'Suicide bomb',
    'Baghdad',
    '2024-08-01',
    '12/12/12',
    '30/30/30',
    'reported',
  ],
  [
    'أعلنت جماعة الحوثي استهداف سفينة تجارية في البحر الأحمر بطائرات مسيرة يوم الاثنين.',
    'Air/drone strike',
    'Red Sea',
    '2024-08-05',
    null,
    null,
    'claimed',
  ],
  [
    'استشهد سبعة فلسطينيين بينهم طفلان في قصف إسرائيلي استهدف منزلا في مخيم النصيرات وسط قطاع غزة.',
    'Shelling/artillery/missile attack',
    'Nuseirat refugee camp',
    null,
    '7/7/7',
    null,
    'reported',
  ],
  [
    'لقي 15 شخصا مصرعهم وأصيب العشرات في حادث سير مروع قرب أسيوط أمس الأول.',
    'Road accident',
    'near Asyut',
    '2024-08-04',
    '15/15/15',
    '24//',
    'reported',
  ],
  [
    'ضرب زلزال بقوة 6 درجات مدينة أغادير المغربية فجر الجمعة وأدى إلى مقتل أكثر من مئة شخص.',
    'Earthquake',
    'Agadir',
    '2024-08-02',
    '101//',
    null,
    'reported',
  ],
  ['تظاهر آلاف السودانيين في الخرطوم يوم الأحد للمطالبة بحكم مدني.', 'Peaceful protest', 'Khartoum', '2024-08-04', null, null, 'reported'],
  [
    'اندلعت اشتباكات عنيفة بين الجيش السوداني وقوات الدعم السريع في الفاشر يوم السبت أسفرت عن مقتل 22 شخصا.',
    'Armed clash',
    'El Fasher',
    '2024-08-03',
    '22/22/22',
    null,
    'reported',
  ],
  [
    'سقطت ثلاث قذائف هاون على حي سكني في مدينة تعز دون وقوع إصابات.',
    'Shelling/artillery/missile attack',
    'Taiz',
    null,
    '0/0/0',
    '0/0/0',
    'reported',
  ],
  ['أصيب جنديان إسرائيليان بجروح في عملية طعن قرب الخليل يوم الخميس.', 'Attack', 'near Hebron', '2024-08-01', null, '2/2/2', 'reported'],
  [
    'وقال التنظيم إنه فجر عبوة ناسفة بدورية للجيش في سيناء يوم الأحد، وقتل خمسة جنود.',
    'Remote explosive/landmine/IED',
    'Sinai Peninsula',
    '2024-08-04',
    '5/5/5',
    null,
    'claimed',
  ],
  ['قتل ما بين 10 و15 شخصا في غارة جوية على صنعاء.', 'Air/drone strike', 'Sanaa', null, '10//15', null, 'reported'],
  [
    'أطلقت الشرطة النار على متظاهرين في أم درمان، ما أدى إلى مقتل ثلاثة وإصابة العشرات.',
    'Excessive force against protesters',
    'Omdurman',
    null,
    '3/3/3',
    '24//',
    'reported',
  ],
  ['نفى الجيش السوري قصف مدينة إدلب يوم الأربعاء.', 'Shelling/artillery/missile attack', 'Idlib', '2024-07-31', null, null, 'denied'],
  ['حذرت الأمم المتحدة من هجوم وشيك على مدينة رفح.', 'Attack', 'Rafah', null, null, null, 'threatened'],
];

test.each([...ENGLISH, ...ARABIC])('%s', (text, subType, place, start, killed, injured, status) => {
  const { map, incidents } = read(text);
  const [incident, ...more] = incidents;
  expect(more.map(({ headline }) => headline)).toEqual([]);
  const name = map.features.find(({ id }) => id === incident?.placeId)?.properties.name ?? null;
  expect({
    subType: incident?.subType,
    place: name,
    start: incident?.date?.start ?? null,
    killed: countOf(incident?.casualties.killed ?? null),
    injured: countOf(incident?.casualties.injured ?? null),
    status: incident?.status,
  }).toEqual({ subType, place, start, killed, injured, status });
});

describe('what has not happened, or is no event, is not reported', () => {
  test.each([
    // Drills, films, games, anniversaries.
    'A military exercise simulating a missile attack was held in Haifa on Wednesday.',
    'The new film tells the story of a bombing in Beirut that killed 20 people in 1985.',
    "Real Madrid's attack struck three times in the second half to beat Barcelona on Sunday.",
    'The court in Paris sentenced a man to life for the attack in Nice that killed 86 people in 2016.',
    'President Biden condemned the attack on a synagogue in Pittsburgh in 2018.',
    'أجرى الجيش الأردني تمرينا يحاكي هجوما كيميائيا في الزرقاء.',
    'يروي الفيلم قصة انفجار في بيروت أودى بحياة المئات.',
    'سجل المنتخب هدفين من هجمتين مرتدتين في مباراة أقيمت في الدوحة.',
    'تحل اليوم ذكرى مذبحة صبرا وشاتيلا التي راح ضحيتها المئات في بيروت عام 1982.',
    // Conditions, foiled plots, denials of events, counts and habits.
    'If Russia attacks Odesa again, Ukraine will respond, the president said.',
    'Authorities foiled a plot to bomb a church in Amman, the intelligence agency said.',
    'There have been more than 300 attacks on health facilities in Gaza since October.',
    'Attacks on aid workers have increased in Sudan this year, the U.N. said.',
    'لم تسجل أي هجمات في طرابلس هذا الأسبوع.',
    'أحبطت قوات الأمن هجوما إرهابيا في عمان.',
    'إذا هاجمت إسرائيل لبنان فسيرد حزب الله، وفق ما قال مسؤول.',
    // Figures of speech.
    'The stock market crash hit investors in London.',
    'He died of a heart attack in Cairo on Sunday.',
    'شن النائب هجوما حادا على الحكومة في جلسة البرلمان ببيروت.',
    'North Korea test-fired two ballistic missiles into the sea on Monday.',
  ])('%s', (text) => {
    const { incidents } = read(text);
    expect(incidents.filter(({ status }) => status === 'reported' || status === 'claimed').map(({ headline }) => headline)).toEqual([]);
  });
});

test('tolls that differ stand side by side with their sources', () => {
  const [incident] = read(
    'An air strike hit a market in Nyala on Monday, killing at least 32 people, a lawyers group said. The health office said that 25 people were killed and 21 wounded in the strike.',
  ).incidents;
  expect(incident?.tolls.map(({ killed }) => countOf(killed))).toEqual(['32/32/', '25/25/25']);
  expect(incident?.tolls.map(({ source }) => source?.text)).toEqual(['a lawyers group', 'The health office']);
  expect(countOf(incident?.casualties.injured ?? null)).toBe('21/21/21');
});

test('strikes in two countries are two incidents, attacks on two days too', () => {
  expect(
    read('US forces carried out dozens of strikes against militants in Iraq and Syria.').incidents.map(({ placeId }) => placeId),
  ).toEqual(['iso:IQ', 'iso:SY']);
  expect(read('شهد العراق هجومين في 16 و25 يوليو/تموز.').incidents.map(({ date }) => date?.start)).toEqual(['2024-07-16', '2024-07-25']);
});

test('the killing that a threat answers is an incident of its own', () => {
  const { incidents } = read('هددت إيران بشن هجوم على إسرائيل ردا على مقتل قائد في دمشق.');
  expect(incidents.map(({ status, placeId }) => [status, placeId])).toEqual([
    ['threatened', 'iso:IL'],
    ['reported', 'geonames:170654'],
  ]);
});
