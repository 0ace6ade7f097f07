import { readFileSync } from 'node:fs';
import path from 'node:path';
import { mapArticle } from './api/engine';
import { sharedEngine } from './api/geoparse-request';
import { geoparse, UnknownLanguageError } from './geoparse';
import type { FeatureMention, Language, PlaceFeature, Span } from './types';

const engine = sharedEngine();
const DATA = path.join(process.cwd(), 'data');
const read = (...parts: string[]) => readFileSync(path.join(DATA, ...parts), 'utf8');

/** A mention with the feature that it belongs to. */
interface Found extends FeatureMention {
  readonly feature: PlaceFeature;
}

function mapText(text: string, language: Language, reader: Language = 'en') {
  return mapArticle({ text, title: null, url: null, source: null, publishedAt: null, language }, engine, reader);
}

function find(text: string, language: Language): Found[] {
  return mapText(text, language)
    .features.flatMap((feature) => feature.properties.mentions.map((mention) => ({ ...mention, feature })))
    .sort((a, b) => a.start - b.start);
}

const overlaps = (a: Span, b: Span) => a.start < b.end && b.start < a.end;

/** Haversine on a sphere of 6,371 km: the tolerances are tens of kilometres. */
function kilometres([lonA, latA]: readonly [number, number], [lonB, latB]: readonly [number, number]): number {
  const rad = Math.PI / 180;
  const h =
    Math.sin(((latB - latA) * rad) / 2) ** 2 + Math.cos(latA * rad) * Math.cos(latB * rad) * Math.sin(((lonB - lonA) * rad) / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.sqrt(h));
}

interface GoldPlace {
  readonly country: string;
  readonly lat?: number;
  readonly lon?: number;
  readonly toleranceKm?: number;
}
interface Gold {
  readonly article: { readonly text: string; readonly language: Language };
  readonly places: Readonly<Record<string, GoldPlace>>;
  readonly mentions: readonly (Span & { readonly text: string; readonly place: string; readonly role: string })[];
}

describe('the seed article', () => {
  // Every expected value comes from data/gold/seed.json, annotated by hand.
  const gold = JSON.parse(read('gold', 'seed.json')) as Gold;
  const { text } = gold.article;
  const found = find(text, 'ar');
  const predicted = (mention: Span) => found.find((other) => overlaps(other, mention));

  test('nearly every mention is found: 36 of 37', () => {
    const missed = gold.mentions.filter((mention) => !predicted(mention)).map(({ start, text: words }) => `${start} ${words}`);
    expect(gold.mentions).toHaveLength(37);
    expect(missed.slice(1)).toEqual([]);
  });

  test.each(
    gold.mentions.filter((mention) => mention.role === 'literal').map((mention) => [mention.start, mention.text, mention] as const),
  )('literal: at %d %s is found, and right', (_, __, mention) => {
    expectRight(predicted(mention), gold.places[mention.place]);
    if (mention.place === 'iraq-west') expect(predicted(mention)?.feature.properties.direction).toBe('west');
  });

  test('what is found of the others is right too', () => {
    for (const mention of gold.mentions) {
      const other = predicted(mention);
      if (other) expectRight(other, gold.places[mention.place]);
    }
  });

  test('at most one role is wrong', () => {
    const wrong = gold.mentions.filter((mention) => predicted(mention) && predicted(mention)?.role !== mention.role);
    expect(wrong.map(({ start, text: words, role }) => `${start} ${words}: wanted ${role}`).slice(1)).toEqual([]);
  });

  test('nothing is invented', () => {
    const invented = found.filter((mention) => !gold.mentions.some((other) => overlaps(mention, other)));
    expect(invented.map(({ start, text: words, feature }) => `${start} ${words}: ${feature.properties.name}`)).toEqual([]);
  });

  test('every span and every quote is the text, letter for letter', () => {
    expectFaithful(found, text);
  });

  test('each quote is the whole sentence', () => {
    // The base's sentence is the second line of the article.
    const base = found.find((mention) => overlaps(mention, { start: 252, end: 261 }));
    expect(base?.quote.text).toBe(text.split('\n')[1]);
  });
});

function expectRight(mention: Found | undefined, place: GoldPlace | undefined): void {
  const properties = mention?.feature.properties;
  expect(properties?.countryCode).toBe(place?.country);
  if (place?.lat === undefined || place.lon === undefined || place.toleranceKm === undefined || !properties) return;
  expect(kilometres(properties.labelPoint, [place.lon, place.lat])).toBeLessThanOrEqual(place.toleranceKm);
}

function expectFaithful(found: readonly Found[], text: string): void {
  let last = 0;
  for (const { start, end, text: words, quote } of found) {
    expect(start).toBeGreaterThanOrEqual(last);
    expect(end).toBeGreaterThan(start);
    expect(words).toBe(text.slice(start, end));
    expect(quote.text).toBe(text.slice(quote.start, quote.end));
    expect(quote.start).toBeLessThanOrEqual(start);
    expect(quote.end).toBeGreaterThanOrEqual(end);
    last = end;
  }
  expect(last).toBeLessThanOrEqual(text.length);
}

interface Pitfall {
  readonly id: string;
  readonly text: string;
  readonly why: string;
  readonly toponyms: readonly (Span & { readonly name: string })[];
}

describe('what Arabic does to naive matching', () => {
  // data/gold/pitfalls-ar.jsonl: thirty-six lines, each with the reason it is there.
  const pitfalls = read('gold', 'pitfalls-ar.jsonl')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Pitfall);

  test('all are read', () => {
    expect(pitfalls).toHaveLength(36);
  });

  test.each(pitfalls.map((pitfall) => [pitfall.id, pitfall] as const))('%s', (_, { text, toponyms }) => {
    const found = find(text, 'ar');
    expect(toponyms.filter((toponym) => !found.some((mention) => overlaps(mention, toponym))).map(({ name }) => name)).toEqual([]);
    expect(found.filter((mention) => !toponyms.some((toponym) => overlaps(mention, toponym))).map(({ text: words }) => words)).toEqual([]);
    expectFaithful(found, text);
  });
});

describe('the right one of several places', () => {
  // Coordinates: GeoNames, and OurAirports for the base (ORAA); a city's point may be off by its own size.
  test.each<[string, string, number, string, [number, number] | null, number]>([
    ['Amman, not Oman', 'عاد إلى عمان من مسقط في سلطنة عمان', 8, 'JO', [35.945, 31.9552], 20],
    ['Oman, said in full', 'عاد إلى عمان من مسقط في سلطنة عمان', 24, 'OM', null, 0],
    ['Muscat', 'عاد إلى عمان من مسقط في سلطنة عمان', 16, 'OM', [58.4059, 23.5841], 40],
    ['Washington, D.C.', 'التقى في واشنطن', 9, 'US', [-77.0364, 38.8951], 20],
    ['Tyre, not Sur of Oman', 'صور من الانفجار في صور جنوب لبنان', 19, 'LB', [35.1938, 33.2733], 10],
    ['Quneitra, not Kenitra', 'قصف على القنيطرة في سوريا', 8, 'SY', [35.824, 33.1256], 25],
    ['the base, not a spring', 'استهدفت قاعدة عين الأسد في غرب العراق', 8, 'IQ', [42.4412, 33.7856], 10],
    ['Erbil', 'سقطت صواريخ في أربيل وبغداد', 15, 'IQ', [44.0088, 36.1901], 15],
    ['Hit on the Euphrates', 'أصيب ١٧٥ جنديا في ٢٠٢٤ قرب هيت', 27, 'IQ', [42.8258, 33.6414], 10],
    ['Lahore', 'ﻻﻫﻮﺭ', 0, 'PK', [74.351, 31.558], 25],
    ['Hafar al-Batin, written as one', 'تل ابيب، تل أبيب، تل-أبيب، حفرالباطن', 27, 'SA', [45.9636, 28.4328], 15],
  ])('%s', (_, text, at, countryCode, point, toleranceKm) => {
    const mention = find(text, 'ar').find(({ start, end }) => start <= at && at < end);
    expect(mention?.feature.properties.countryCode).toBe(countryCode);
    if (mention && point) expect(kilometres(mention.feature.properties.labelPoint, point)).toBeLessThanOrEqual(toleranceKm);
  });

  test('the base is a point and its country an area', () => {
    const [base, iraq] = find('استهدفت قاعدة عين الأسد في غرب العراق', 'ar');
    expect([base?.feature.properties.kind, base?.feature.geometry.type]).toEqual(['airbase', 'Point']);
    expect([iraq?.feature.properties.direction, iraq?.feature.geometry.type]).toEqual(['west', 'Polygon']);
  });

  test.each<[string, string, string]>([
    // One widely used monitor puts these two on Baghdad and on Washington.
    ['Rocket attack hits Ain al-Asad base in Iraq', 'Ain al-Asad', 'IQ'],
    ['Pentagon: rockets hit Ain al-Asad base', 'Ain al-Asad', 'IQ'],
  ])('%s', (text, name, countryCode) => {
    const mention = find(text, 'en').find(({ text: words }) => words.includes(name));
    expect(mention?.feature.properties.countryCode).toBe(countryCode);
    expect(kilometres(mention?.feature.properties.labelPoint ?? [0, 0], [42.4412, 33.7856])).toBeLessThanOrEqual(10);
  });
});

describe('the other samples', () => {
  const sample = (id: string) => JSON.parse(read('articles', `${id}.json`)) as { text: string; language: Language };

  // Points: GeoNames. San Jose, Rizal and Magsaysay are those of Occidental Mindoro; طرابلس of Libya and of Lebanon both occur.
  test.each<[string, string, string, [number, number] | null]>([
    ['mindoro-ferry', 'Batangas', 'PH', [121.06, 13.76]],
    ['mindoro-ferry', 'San Jose', 'PH', [121.07, 12.35]],
    ['mindoro-ferry', 'Mamburao', 'PH', [120.6, 13.22]],
    ['mindoro-ferry', 'Rizal', 'PH', [120.97, 12.47]],
    ['mindoro-ferry', 'Puerto Princesa', 'PH', [118.74, 9.74]],
    ['mindoro-ferry', 'Manila', 'PH', [120.98, 14.6]],
    ['mindoro-ferry', 'Tokyo', 'JP', [139.69, 35.69]],
    ['mindoro-ferry', 'Canberra', 'AU', [149.13, -35.28]],
    ['mindoro-ferry', 'Hanoi', 'VN', [105.84, 21.02]],
    ['mindoro-ferry', 'Da Nang', 'VN', [108.22, 16.07]],
    ['mindoro-ferry', 'China', 'CN', null],
    ['nafusa-floods', 'غريان', 'LY', [13.02, 32.17]],
    ['nafusa-floods', 'طرابلس', 'LY', [13.19, 32.89]],
    ['nafusa-floods', 'يفرن', 'LY', [12.53, 32.06]],
    ['nafusa-floods', 'زوارة', 'LY', [12.08, 32.93]],
    ['nafusa-floods', 'مصراتة', 'LY', [15.09, 32.38]],
    ['nafusa-floods', 'بنغازي', 'LY', [20.07, 32.11]],
    ['nafusa-floods', 'روما', 'IT', [12.51, 41.89]],
    ['nafusa-floods', 'أنقرة', 'TR', [32.85, 39.92]],
    ['nafusa-floods', 'القاهرة', 'EG', [31.25, 30.06]],
    ['nafusa-floods', 'ليبيا', 'LY', null],
  ])('%s: %s', (id, name, countryCode, point) => {
    const { text, language } = sample(id);
    const at = text.indexOf(name);
    const mention = find(text, language).find((other) => overlaps(other, { start: at, end: at + name.length }));
    expect(mention?.feature.properties.countryCode).toBe(countryCode);
    // What lies so far from the place has its label as far from it.
    const away = mention?.feature.properties.relation?.distanceKm ?? 0;
    if (mention && point) expect(kilometres(mention.feature.properties.labelPoint, point)).toBeLessThanOrEqual(away + 25);
  });

  test.each<[string, string]>([
    ['mindoro-ferry', 'Tokyo'],
    ['mindoro-ferry', 'Beijing'],
    ['nafusa-floods', 'روما'],
  ])('%s: %s stands for its government', (id, name) => {
    const { text, language } = sample(id);
    expect(find(text, language).find((mention) => mention.text === name)?.role).toBe('associative');
  });

  test.each(['mindoro-ferry', 'nafusa-floods'])('%s: quotes are whole sentences of the text', (id) => {
    const { text, language } = sample(id);
    for (const { text: words, start, end, quote } of find(text, language)) {
      expect(words).toBe(text.slice(start, end));
      expect(quote.text).toBe(text.slice(quote.start, quote.end));
      expect(quote.text).toContain(words);
      expect(quote.text).not.toContain('\n');
    }
  });
});

test('names come in the language of the reader', () => {
  const [english] = mapText('انفجار في بيروت', 'ar', 'en').features;
  const [arabic] = mapText('An explosion in Beirut killed two.', 'en', 'ar').features;
  expect([english?.properties.name, arabic?.properties.name]).toEqual(['Beirut', 'بيروت']);
  expect(english?.id).toBe(arabic?.id);
});

test('a language that is not read is an error of its own', () => {
  const french = 'Des roquettes ont touché une base dans l’ouest de l’Irak lundi, faisant plusieurs blessés, selon des responsables.';
  expect(() => geoparse({ text: french, language: null }, engine.knowledge)).toThrow(UnknownLanguageError);
  expect(() => geoparse({ text: 'Baghdad', language: 'fr' }, engine.knowledge)).toThrow('wanted Arabic (ar) or English (en), got fr');
});
