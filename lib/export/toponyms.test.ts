import { listToponyms, mapArticle } from '../api/engine';
import { sharedEngine } from '../api/geoparse-request';
import type { Article, Language } from '../types';

const engine = sharedEngine();
const article = (text: string, language: Language): Article => ({
  text,
  title: null,
  url: null,
  source: null,
  publishedAt: null,
  language,
});
const toponymsOf = (text: string, language: Language) => listToponyms(article(text, language), engine);

test('a line has the contract’s fields and no others', () => {
  const [beirut] = toponymsOf('انفجار في بيروت', 'ar');
  expect(beirut).toEqual({
    start: 10,
    end: 15,
    text: 'بيروت',
    role: 'literal',
    placeId: 'geonames:276781',
    direction: null,
    // GeoNames 276781.
    lat: expect.closeTo(33.8933, 1) as number,
    lon: expect.closeTo(35.5016, 1) as number,
    kind: 'city',
    countryCode: 'LB',
    wherePrecision: 1,
    confidence: expect.any(Number) as number,
  });
});

test('a part of a country takes its direction into the span and the id', () => {
  const toponym = toponymsOf('وسقط صاروخ في غرب العراق', 'ar').find(({ countryCode }) => countryCode === 'IQ');
  expect(toponym).toMatchObject({ start: 14, end: 24, text: 'غرب العراق', placeId: 'iso:IQ', direction: 'west', wherePrecision: 5 });
});

test('beside a town the direction stays outside, and says so', () => {
  const toponym = toponymsOf('Shelling near Kharkiv killed three.', 'en')[0];
  expect(toponym).toMatchObject({ text: 'Kharkiv', wherePrecision: 2 });
});

test.each<[Language, string]>([
  ['ar', 'قتل ثلاثة في مدينة غزة وفي شمال سوريا، وقالت واشنطن إنها تتابع. وسقط صاروخ قرب هيت في العراق.'],
  ['ar', 'سقط صاروخ في غرب العراق. وقالت الشرطة إن انفجارا وقع في غرب العراق أيضا، ثم في غرب العراق.'],
  ['en', 'Rockets hit western Iraq. Tehran denied it. A blast in Homs, Syria, killed two people near Damascus.'],
])('it says what the map says (%s)', (language, text) => {
  const map = mapArticle(article(text, language), engine, 'en');
  const fromMap = map.features
    .flatMap(({ id, properties }) =>
      properties.mentions.map(({ start, end, text: words, role, confidence }) => ({
        start,
        end,
        text: words,
        role,
        confidence,
        // A part of a place is a feature of its own; a line names the whole and the direction.
        placeId: id.split('/')[0],
        kind: properties.kind,
      })),
    )
    .sort((a, b) => a.start - b.start);
  const toponyms = toponymsOf(text, language);
  expect(toponyms.length).toBeGreaterThanOrEqual(3);
  expect(
    toponyms.map(({ start, end, text: words, role, confidence, placeId, kind }) => ({
      start,
      end,
      text: words,
      role,
      confidence,
      placeId,
      kind,
    })),
  ).toEqual(fromMap);
});

test('no place, no lines', () => {
  expect(toponymsOf('It rained.', 'en')).toEqual([]);
});
