import fc from 'fast-check';
import { civil, dayNumber, parseDay, toIso, weekdayOf } from './calendar';
import { hijriMonth, toHijri } from './hijri';
import { resolveNarrative } from './resolve-narrative';
import { datesOf } from './testing';
import type { Language } from '../../types';

/* What holds for every text: properties checked on generated ones, from a fixed seed. */

const WORDS = {
  en: 'on Monday , since August 5 - 7 2024 between and 3 May last week ago two days later ( mid early overnight to Wednesday Aug. 31 February the 2006 war 05/08/2024 next weekend over will said . \n 16',
  ar: 'يوم الاثنين ، منذ 5 أغسطس / آب 2024 بين و7 مايو الأسبوع الماضي قبل يومين بعد ثلاثة أيام ليل الثلاثاء من إلى 31 فبراير حرب 2006 محرم 1446 هـ اليوم التالي ( ) وفي ١٢ \u200f نحو مطلع الشهر الجاري . \n للأسبوع',
};
const words = (language: Language) =>
  fc.array(fc.constantFrom(...WORDS[language].split(' ')), { maxLength: 30 }).map((list) => list.join(' '));
const published = fc.oneof(
  fc.constant(null),
  fc.integer({ min: -25_000, max: 40_000 }).map(toIso),
  fc.constantFrom('2024-02-29', '2024-12-31', '2023-12-31', 'no date', '2024-02-31'),
);

test.each(['ar', 'en'] as const)('%s: whatever comes in, quotes are exact, in order, and days exist', (language) => {
  const text = fc.oneof(words(language), fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ maxLength: 60 }));
  fc.assert(
    fc.property(text, published, (article, publishedAt) => {
      let last = 0;
      for (const { start, end, text: quote, range, anchor, offset } of datesOf(article, language, publishedAt)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(article.length);
        expect(article.slice(start, end)).toBe(quote);
        expect(quote.trim()).toBe(quote);
        expect(offset !== null).toBe(anchor === 'narrative');
        if (range) {
          expect([parseDay(range.start), parseDay(range.end)]).not.toContain(null);
          expect(range.start <= range.end).toBe(true);
        }
        last = end;
      }
    }),
    { seed: 20240806, numRuns: 2000 },
  );
});

test('the calendar agrees with itself', () => {
  fc.assert(
    fc.property(fc.integer({ min: -300_000, max: 300_000 }), (day) => {
      const { year, month, day: dayOfMonth } = civil(day);
      expect(dayNumber(year, month, dayOfMonth)).toBe(day);
      expect(parseDay(toIso(day))).toBe(day);
      expect(weekdayOf(day + 7)).toBe(weekdayOf(day));
    }),
    { seed: 20240806 },
  );
  expect(dayNumber(2023, 2, 29)).toBeNull();
  expect(parseDay('2024-08-05T23:59:59-11:00')).toBe(dayNumber(2024, 8, 5));
  expect(parseDay('5 August')).toBeNull();
});

test('every Hijri month from 1300 to 1600 begins with its first day and leaves no gap', () => {
  for (let year = 1300; year <= 1600; year += 7) {
    for (let month = 1; month <= 12; month++) {
      const span = hijriMonth(year, month);
      expect(span && toHijri(span.start)).toEqual({ year, month, day: 1 });
      expect(span && [29, 30]).toContain(span && span.end - span.start + 1);
    }
  }
  expect(hijriMonth(1299, 1)).toBeNull();
});

describe('counted from the event told before', () => {
  const anchor = { start: '2024-02-28', end: '2024-02-28' };
  const resolve = (text: string) => resolveNarrative(datesOf(text, 'en', null)[0] ?? { offset: null }, anchor);
  test.each([
    ['two days later', '2024-03-01', '2024-03-01', 1],
    ['the same day', '2024-02-28', '2024-02-28', 1],
    ['a day earlier', '2024-02-27', '2024-02-27', 1],
    ['a few days later', '2024-03-01', '2024-03-05', 2],
    ['a week later', '2024-03-04', '2024-03-10', 3],
    ['the following month', '2024-03-01', '2024-03-31', 4],
    ['a year earlier', '2023-01-01', '2023-12-31', 5],
    ['24 hours later', '2024-02-29', '2024-02-29', 1],
  ])('%s', (text, start, end, precision) => expect(resolve(text)).toEqual({ range: { start, end }, precision }));
  test('what does not count from it is not resolved', () => expect(resolve('on Monday')).toBeNull());
});
