import fc from 'fast-check';
import { gapsBefore } from '../text/gaps';
import { splitSentences } from '../text/sentences';
import { tokenize } from '../text/tokenize';
import type { Language, Span } from '../types';
import { extractIncidents } from './extract-incidents';

const WORDS = [
  'هجوم',
  'قتل',
  '3',
  'جنود',
  'في',
  'لم',
  'أكثر من',
  'العديد من',
  'صاروخ',
  'يوم الاثنين',
  'وأصيب',
  'على',
  'بين',
  'و15',
  'مئة',
  'ألف',
  '،',
  '.',
  '\n',
  'هذه',
  'attack',
  'killed',
  'the',
  'no casualties',
  'between',
  '10',
  'and',
  '1,200',
  'missile',
  'hit',
  'said',
  'it',
  'on Monday',
  'three days later',
  '"',
  '-',
  'toll',
  'rose to',
  'one',
  'hundred',
];
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }).map((words) => words.join(' ')),
);

const extract = (article: string, language: Language, publishedAt: string | null) => {
  const sentences = splitSentences(article, new Set());
  const tokens = tokenize(article);
  return extractIncidents({
    text: article,
    language,
    publishedAt,
    sentences,
    tokens,
    gaps: gapsBefore(
      tokens,
      sentences.map(({ start }) => start),
    ),
    resolutions: [],
    place: () => {
      throw new RangeError('no text without places asks for one');
    },
  });
};

test('any text gives incidents whose spans lie in it, with counts in order', () => {
  fc.assert(
    fc.property(
      text,
      fc.constantFrom<Language>('ar', 'en'),
      fc.constantFrom(null, '2024-08-06', 'nonsense'),
      (article, language, publishedAt) => {
        for (const incident of extract(article, language, publishedAt)) {
          const spans: (Span | null)[] = [
            incident.trigger,
            incident.date,
            incident.statusSpan,
            ...incident.evidence,
            ...incident.actors.map(({ span }) => span),
            ...incident.weapons.map(({ span }) => span),
          ];
          for (const { killed, injured, source } of incident.tolls) {
            spans.push(source);
            for (const count of [killed, injured]) {
              if (!count) continue;
              spans.push(count.span);
              const known = [count.low, count.best, count.high].filter((n) => n !== null);
              expect(known).toEqual([...known].sort((a, b) => a - b));
            }
          }
          for (const span of spans) {
            if (!span) continue;
            expect(span.start).toBeGreaterThanOrEqual(0);
            expect(span.end).toBeGreaterThan(span.start);
            expect(span.end).toBeLessThanOrEqual(article.length);
          }
          expect(incident.evidence.length).toBeGreaterThan(0);
          for (const { name, span } of incident.actors) expect(article.slice(span.start, span.end)).toBe(name);
        }
      },
    ),
    { numRuns: 400 },
  );
});
