import { bbox, booleanPointInPolygon, booleanValid, distance, kinks } from '@turf/turf';
import type { MultiPolygon, Polygon } from 'geojson';
import { listToponyms, mapArticle } from '../api/engine';
import { sharedEngine } from '../api/geoparse-request';
import type { Article, ArticleMap, Language } from '../types';

const engine = sharedEngine();
const languageOf = (text: string): Language => (/[ء-ي]/.test(text) ? 'ar' : 'en');
const article = (text: string): Article => ({ text, title: null, url: null, source: null, publishedAt: null, language: languageOf(text) });
const mapOf = (text: string): ArticleMap => mapArticle(article(text), engine, languageOf(text));

// Ids: GeoNames' Homs 169577, Damascus 170654, Mosul 99072, Aleppo 170063 and its governorate 170062.
describe('what the words beside a name make of the place', () => {
  test.each<[string, string, string, number]>([
    // distance and direction
    ['A blast hit a convoy 20 km north of Homs in Syria.', 'geonames:169577/20km-north', '20 km north of Homs', 2],
    ['In Syria rockets fell 40 miles north-east of Damascus.', 'geonames:170654/64km-northeast', '64 km north-east of Damascus', 5],
    ['Troops clashed about 20 kilometers (12 miles) north of Aleppo, Syria.', 'geonames:170063/20km-north', '20 km north of Aleppo', 2],
    ['A village 15 miles north of the northern Iraqi city of Mosul.', 'geonames:99072/24km-north', '24 km north of Mosul', 2],
    ['The base is 20 km from Homs, in Syria.', 'geonames:169577/20km', '20 km from Homs', 2],
    ['Shells fell within 10 km of Aleppo, Syria.', 'geonames:170063/within-10km', 'within 10 km of Aleppo', 2],
    ['سقط صاروخ على بعد 40 كيلومترا شمال حمص في سوريا', 'geonames:169577/40km-north', 'على بعد 40 كم شمال حمص', 5],
    ['يبعد المعسكر 20 كلم عن مدينة دمشق في سوريا', 'geonames:170654/20km', 'على بعد 20 كم من دمشق', 2],
    ['على مسافة ١٠ كيلومترات من حلب في سوريا', 'geonames:170063/10km', 'على بعد 10 كم من حلب', 2],
    ['هجوم على بُعد كيلومترين من الموصل في العراق', 'geonames:99072/2km', 'على بعد 2 كم من الموصل', 2],
    ['على بعد نحو 20 كلم (12 ميلا) شمال شرقي الموصل في العراق', 'geonames:99072/20km-northeast', 'على بعد 20 كم شمال شرق الموصل', 2],
    // direction alone: outside, or a part
    ['Syrian villages north of Homs were bombed.', 'geonames:169577/north-of', 'north of Homs', 2],
    ['Ships waited north of Turkey.', 'iso:TR/north-of', 'north of Turkey', 5],
    ['The far north of Mali was quiet.', 'iso:ML/north', 'northern Mali', 5],
    ['It rained in northern Iraq.', 'iso:IQ/north', 'northern Iraq', 5],
    ['قصف شمالي حمص في سوريا', 'geonames:169577/north', 'شمال حمص', 2],
    ['غارة شمال العراق', 'iso:IQ/north', 'شمال العراق', 5],
    ['إلى الشمال من العراق', 'iso:IQ/north-of', 'إلى الشمال من العراق', 5],
    ['هدوء في أقصى شمال غرب سوريا', 'iso:SY/northwest', 'شمال غرب سوريا', 5],
    // near
    ['Fighting near Homs, Syria.', 'geonames:169577/near', 'near Homs', 2],
    ['An earthquake struck near Cyprus.', 'iso:CY/near', 'near Cyprus', 5],
    ['Attack near the border with Lebanon.', 'iso:LB/near', 'near Lebanon', 5],
    ['غارة على مشارف الرقة', 'geonames:172955/near', 'قرب الرقة', 2],
    ['هجوم قرب الحدود مع العراق', 'iso:IQ/near', 'قرب العراق', 5],
    // the countryside of a town is its governorate
    ['قتل خمسة في ريف حلب الجنوبي في سوريا', 'geonames:170062/south', 'جنوب محافظة حلب', 5],
    ['قصف في ريف دمشق الغربي', 'geonames:170652/west', 'غرب محافظة ريف دمشق', 5],
    ["They fled Aleppo's southern countryside in Syria.", 'geonames:170062/south', 'southern Aleppo', 5],
    // at sea
    ['A ship sank off the coast of Yemen.', 'iso:YE/offshore', 'off the coast of Yemen', 7],
    ['غرقت سفينة قبالة سواحل ليبيا', 'iso:LY/offshore', 'قبالة سواحل ليبيا', 7],
    ['A boat sank 10 km off the coast of Libya.', 'iso:LY/offshore-10km', '10 km off Libya', 5],
    // two places
    ['Clashes broke out on the border of Iraq and Syria.', 'border:IQ:SY', 'border of Iraq and Syria', 5],
    ['The Iraq–Syria border was closed.', 'border:IQ:SY', 'border of Iraq and Syria', 5],
    ['Smugglers on the Syrian border with Iraq were shot.', 'border:IQ:SY', 'border of Iraq and Syria', 5],
    [
      'Attack in southeastern Turkey, near the Iraqi border.',
      'border:IQ:TR/tr-southeast',
      'southeastern Turkey, near the border with Iraq',
      5,
    ],
    ['اشتباكات على الحدود بين العراق وسوريا', 'border:IQ:SY', 'حدود العراق وسوريا', 5],
    ['انفجار جنوب شرق تركيا قرب الحدود مع العراق', 'border:IQ:TR/tr-southeast', 'جنوب شرق تركيا، قرب الحدود مع العراق', 5],
    [
      'The villages lie halfway between Tikrit and Kirkuk in Iraq.',
      'between:geonames:90150:geonames:94787',
      'between Tikrit and Kirkuk',
      5,
    ],
    ['على الطريق بين دمشق وحمص في سوريا', 'between:geonames:169577:geonames:170654', 'بين دمشق وحمص', 5],
  ])('%s', (text, id, name, precision) => {
    const feature = mapOf(text).features.find((found) => found.id === id);
    expect([feature?.id, feature?.properties.name, feature?.properties.wherePrecision]).toEqual([id, name, precision]);
    if (!feature) return;
    const { geometry, properties } = feature;
    const area = geometry as Polygon | MultiPolygon;
    expect(area.type).toMatch(/Polygon$/);
    expect(booleanPointInPolygon([...properties.labelPoint], area)).toBe(true);
    expect(kinks({ type: 'Feature', properties: {}, geometry: area }).features).toEqual([]);
    expect(booleanValid(area)).toBe(true);
    expect(JSON.stringify(area).length).toBeLessThanOrEqual(20_000);
    for (const mention of properties.mentions) expect(text.slice(mention.start, mention.end)).toBe(mention.text);
  });
});

describe('what only looks like a relation', () => {
  test.each<[string]>([
    ['War between Israel and Hamas.'],
    ['Talks between Baghdad and Washington went on.'],
    ['Relations between Iran and Iraq are bad.'],
    ['The match between Paris and London ended.'],
    ['The agreement between Tehran and Moscow holds.'],
    ['The war between Russia and Ukraine.'],
    ['The army cut off Gaza.'],
    ['Nobody outside Iraq knew.'],
    ['People all around Syria wept.'],
    ['Iraq border guards fired.'],
    ['He is north of the law, in Baghdad.'],
    ['The north of the country, far from Baghdad, is quiet.'],
    ['Fighting in central Baghdad.'],
    ['الحرب بين إسرائيل وحماس'],
    ['محادثات بين بغداد وواشنطن'],
    ['مباراة بين القاهرة والدوحة'],
    ['العلاقات بين إيران والعراق'],
    ['محادثات حول العراق'],
    ['عاد من خارج العراق'],
    ['حريق وسط بغداد'],
  ])('%s', (text) => {
    const { features } = mapOf(text);
    expect(features.filter(({ id, properties }) => id.includes('/') || properties.relation).map(({ id }) => id)).toEqual([]);
  });
});

test('a place named by itself and one beside it are two, each with its own mentions', () => {
  const { features } = mapOf('Fighting near Homs, Syria. Homs was calm.');
  expect(features.map(({ id, geometry, properties }) => [id, geometry.type, properties.mentions.length])).toEqual([
    ['geonames:169577/near', 'Polygon', 1],
    ['iso:SY', 'Polygon', 1],
    ['geonames:169577', 'Point', 1],
  ]);
});

test('a phrase of two places is quoted whole, and the places stand by themselves too', () => {
  const { features } = mapOf('Clashes broke out on the border of Iraq and Syria.');
  expect(features.map(({ id, properties }) => [id, properties.mentions[0]?.text])).toEqual([
    ['border:IQ:SY', 'the border of Iraq and Syria'],
    ['iso:IQ', 'Iraq'],
    ['iso:SY', 'Syria'],
  ]);
});

test('the sector lies where the text says', () => {
  const feature = mapOf('A blast hit a convoy 20 km north of Homs in Syria.').features[0];
  const [lon = 0, lat = 0] = feature?.properties.labelPoint ?? [];
  // Homs: GeoNames 169577.
  const away = distance([36.7234, 34.7268], [lon, lat], { units: 'kilometers' });
  expect(away).toBeCloseTo(20, 0);
  expect(lat).toBeGreaterThan(34.85);
  expect(feature?.properties.relation).toEqual({ type: 'distance', direction: 'north', distanceKm: 20, other: null });
});

test('near a country is not the country, off its coast is not its land', () => {
  for (const text of ['An earthquake struck near Cyprus.', 'A ship sank off the coast of Cyprus.']) {
    const feature = mapOf(text).features[0];
    const geometry = feature?.geometry as Polygon | MultiPolygon;
    // Nicosia, and a point at sea 20 km off Larnaca.
    expect(booleanPointInPolygon([33.38, 35.17], geometry)).toBe(false);
    expect(booleanPointInPolygon([33.85, 34.8], geometry)).toBe(true);
  }
});

test('where the text gives no distance, why says how wide it is drawn', () => {
  const why = mapOf('A ship sank off the coast of Yemen.').features[0]?.properties.why ?? [];
  expect(why.find(({ code }) => code === 'assumedWidth')).toMatchObject({ detail: '50', weight: 0 });
});

test('around the antimeridian nothing winds around the world', () => {
  const feature = mapOf('The quake struck near Fiji.').features[0];
  expect(feature?.geometry.type).toBe('MultiPolygon');
  const [west, , east] = bbox(feature?.geometry as MultiPolygon);
  expect([west, east]).toEqual([-180, 180]);
});

test.each([
  'Rockets fell 20 km north of Homs and near Cyprus; a ship sank off Yemen, 30 km south of Crimea.',
  'قصف قرب حمص وقبالة سواحل ليبيا',
])('--jsonl is as exact as the map: %s', (text) => {
  const { features } = mapOf(text);
  for (const { start, wherePrecision } of listToponyms(article(text), engine)) {
    const feature = features.find(({ properties }) => properties.mentions.some((mention) => mention.start === start));
    expect(feature?.properties.wherePrecision).toBe(wherePrecision);
  }
});
