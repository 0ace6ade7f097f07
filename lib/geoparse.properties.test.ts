import fc from 'fast-check';
import { mapArticle } from './api/engine';
import { sharedEngine } from './api/geoparse-request';
import { geoparse, UnknownLanguageError } from './geoparse';
import type { FeatureMention, Language } from './types';

/* What holds for every text: properties checked on generated ones, from fixed seeds. */

const engine = sharedEngine();

function mapText(text: string, language: Language) {
  return mapArticle({ text, title: null, url: null, source: null, publishedAt: null, language }, engine, 'en');
}

function find(text: string, language: Language): (FeatureMention & { readonly placeId: string })[] {
  return mapText(text, language)
    .features.flatMap(({ id, properties }) => properties.mentions.map((mention) => ({ ...mention, placeId: id })))
    .sort((a, b) => a.start - b.start);
}

test('a million characters are read in seconds', () => {
  const line = 'قصف على بغداد ودمشق، وقال مسؤول في واشنطن إن الهجوم وقع قرب هيت. ';
  const start = performance.now();
  const { resolutions } = geoparse({ text: line.repeat(Math.floor(1_000_000 / line.length)), language: 'ar' }, engine.knowledge);
  expect(resolutions.length).toBeGreaterThan(10_000);
  expect(performance.now() - start).toBeLessThan(20_000);
});

describe('whatever comes in', () => {
  const arabic = fc.array(
    fc.constantFrom(...'قال في بغداد و غرب العراق مدينة طرابلس قرب هيت ، . “ ” \n ١٢ \u200f ـ َ للكويت محافظة قاعدة عين الأسد'.split(' ')),
    { maxLength: 40 },
  );
  const english = fc.array(
    fc.constantFrom(
      ..."In Baghdad , western Iraq . the city of Hit ( Syria ) near “ Homs ” U.S. Mr. Jordan 's province St. New York City".split(' '),
    ),
    { maxLength: 40 },
  );
  const joined = (words: fc.Arbitrary<string[]>) =>
    fc.tuple(words, fc.constantFrom(' ', ' ', ' ', '', '-')).map(([list, by]) => list.join(by));
  const units = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)), maxLength: 120 });
  const texts = fc.oneof(
    units,
    fc.string({ unit: 'binary', maxLength: 120 }),
    joined(arabic),
    joined(english),
    fc.tuple(joined(arabic), units, joined(english)).map((parts) => parts.join(' ')),
  );

  test('spans lie in the text, ascend, do not overlap, and are its words', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom<Language>('ar', 'en'), (text, language) => {
        const { resolutions, sentences } = geoparse({ text, language }, engine.knowledge);
        let last = 0;
        for (const { mention, candidates, confidence } of resolutions) {
          expect(mention.start).toBeGreaterThanOrEqual(last);
          expect(mention.end).toBeGreaterThan(mention.start);
          expect(mention.end).toBeLessThanOrEqual(text.length);
          expect(text.slice(mention.start, mention.end)).toBe(mention.text);
          if (candidates.length === 0) expect(confidence).toBe(0);
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
          last = mention.end;
        }
        for (const { start, end } of sentences) expect(end).toBeGreaterThan(start);
      }),
      { seed: 3, numRuns: 400 },
    );
  });

  test('an unknown language is the only error', () => {
    fc.assert(
      fc.property(texts, (text) => {
        try {
          geoparse({ text, language: null }, engine.knowledge);
        } catch (error) {
          expect(error).toBeInstanceOf(UnknownLanguageError);
        }
      }),
      { seed: 4, numRuns: 200 },
    );
  });

  test('the map of any text quotes it, and is JSON', () => {
    fc.assert(
      fc.property(fc.oneof(joined(arabic), joined(english)), fc.constantFrom<Language>('ar', 'en'), (text, language) => {
        const map = mapText(text, language);
        expect(JSON.parse(JSON.stringify(map))).toEqual(map);
        for (const { properties } of map.features)
          for (const { start, end, text: words, quote } of properties.mentions) {
            expect(text.slice(start, end)).toBe(words);
            expect(text.slice(quote.start, quote.end)).toBe(quote.text);
          }
      }),
      { seed: 5, numRuns: 100 },
    );
  });

  test('a paragraph after the article moves nothing in it', () => {
    const first = 'قتل ثلاثة أشخاص في بيروت، وقصفت طائرات مدينة غزة، وسقط صاروخ قرب الموصل في شمال العراق.';
    const before = find(first, 'ar').map(({ start, end, text }) => [start, end, text]);
    expect(before.length).toBeGreaterThanOrEqual(4);
    fc.assert(
      fc.property(joined(arabic), (more) => {
        const after = find(`${first}\n${more}`, 'ar').filter((mention) => mention.start < first.length);
        for (const { start, end, text } of after) expect(first.slice(start, end)).toBe(text);
        expect(after.map(({ start, end, text }) => [start, end, text])).toEqual(before);
      }),
      { seed: 6, numRuns: 60 },
    );
  });
});

describe('spelling that means nothing', () => {
  const placesOf = (text: string, language: Language) => find(text, language).map(({ placeId }) => placeId);

  test.each([
    'Two died in Kraków.',
    'He met the mayor of Bogotá before going to São Paulo.',
    'Floods closed roads in Düsseldorf and in Malmö on Monday.',
  ])('composed or decomposed: %s', (text) => {
    const composed = placesOf(text.normalize('NFC'), 'en');
    expect(composed.length).toBeGreaterThan(0);
    expect(placesOf(text.normalize('NFD'), 'en')).toEqual(composed);
  });

  const sentence = 'وسقط صاروخ على بيروت، وقتل ثلاثة في مدينة غزة وفي دمشق بسوريا، وفر آخرون للأردن والعراق';
  const plain = placesOf(sentence, 'ar');
  const insertions = (chars: string) =>
    fc.array(fc.tuple(fc.integer({ min: 1, max: sentence.length - 1 }), fc.constantFrom(...chars)), { minLength: 1, maxLength: 30 });

  test.each([
    ['vowel marks', '\u064e\u064f\u0650\u0651\u0652\u064b'],
    ['tatweel', 'ـ'],
    ['bidi marks', '\u200e\u200f\u202b\u202c\u2067\u2069\u061c'],
  ])('%s anywhere in a sentence leave its places as they are', (_, chars) => {
    expect(plain.length).toBeGreaterThanOrEqual(5);
    fc.assert(
      fc.property(insertions(chars), (list) => {
        let text = sentence;
        for (const [at, char] of [...list].sort((a, b) => b[0] - a[0])) text = text.slice(0, at) + char + text.slice(at);
        expect(placesOf(text, 'ar')).toEqual(plain);
      }),
      { seed: 7, numRuns: 60 },
    );
  });
});
