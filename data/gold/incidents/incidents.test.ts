import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { INCIDENT_TYPES } from '../../../lib/api/incident-query';
import { INCIDENT_STATUSES, KINDS } from '../../../lib/types';

const ROOT = join(process.cwd(), 'data', 'gold', 'incidents');
const HALVES = ['tune', 'test'] as const;

const span = z.strictObject({ start: z.int().min(0), end: z.int().positive() });
const evidence = z.array(span).min(1);
const number = z.int().positive().nullable();
const count = z.strictObject({ low: number, best: number, high: number, text: z.string().min(1) }).nullable();
const incident = z.strictObject({
  id: z.string(),
  what: z.string(),
  type: z.enum(INCIDENT_TYPES).nullable(),
  subType: z.string().nullable(),
  status: z.enum(INCIDENT_STATUSES),
  place: z.strictObject({ name: z.string(), kind: z.enum(KINDS), ...span.shape }).nullable(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable(),
  date: z.strictObject({ start: z.iso.date(), end: z.iso.date(), text: z.string().min(1) }).nullable(),
  killed: count,
  injured: count,
  tolls: z
    .array(z.strictObject({ killed: count, injured: count, source: z.string() }))
    .min(2)
    .optional(),
  attacker: z.string().nullable(),
  target: z.string().nullable(),
  weapons: z.array(z.string()),
  required: z.boolean(),
  evidence,
});
const gold = z.strictObject({
  id: z.string(),
  note: z.string().min(20),
  article: z.strictObject({ title: z.string(), language: z.enum(['ar', 'en']), publishedAt: z.iso.date(), text: z.string() }),
  incidents: z.array(incident),
  forbidden: z.array(z.strictObject({ what: z.string(), note: z.string(), words: z.strictObject({ ...span.shape, text: z.string() }), evidence })),
});

const files = HALVES.flatMap((half) => readdirSync(join(ROOT, half)).map((file) => ({ half, file })));
const read = ({ half, file }: (typeof files)[number]) => gold.parse(JSON.parse(readFileSync(join(ROOT, half, file), 'utf8')));

/** What issue 4 wants of each half: conflict, disaster, accident, protest. */
const KIND_OF_TYPE: Readonly<Record<string, string>> = {
  Disaster: 'disaster',
  Accident: 'accident',
  Protests: 'protest',
  Riots: 'protest',
};

describe.each(files)('$half/$file', (which) => {
  const { id, article, incidents, forbidden } = read(which);
  const { text } = article;

  test('is named after its id and 40 to 400 words long', () => {
    expect(`${id}.json`).toBe(which.file);
    const words = text.split(/\s+/).length;
    expect(words).toBeGreaterThanOrEqual(40);
    expect(words).toBeLessThanOrEqual(400);
  });

  test('every quoted stretch is what the text has there', () => {
    for (const { place } of incidents) if (place) expect(text.slice(place.start, place.end)).toBe(place.name);
    for (const { words } of forbidden) expect(text.slice(words.start, words.end)).toBe(words.text);
  });

  test('evidence is whole sentences, in the order of the text, and holds the words of the trap', () => {
    for (const { evidence } of [...incidents, ...forbidden]) {
      let from = 0;
      for (const { start, end } of evidence) {
        expect(start).toBeGreaterThanOrEqual(from);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(text.slice(0, start)).toMatch(/(^|\n|[.!?؟][”"]? )$/u);
        expect(text.slice(start, end)).toMatch(/^\S.*[.!?؟][”"]?$/u);
        from = end;
      }
    }
    for (const { words, evidence } of forbidden)
      expect(evidence.some((one) => one.start <= words.start && words.end <= one.end)).toBe(true);
  });

  test('the words of date, toll and actors stand in the text, and days and counts are in order', () => {
    for (const { date, killed, injured, tolls = [], attacker, target } of incidents) {
      const counts = [killed, injured, ...tolls.flatMap((toll) => [toll.killed, toll.injured])].filter((one) => one !== null);
      const words = [date?.text, ...counts.map((one) => one.text), ...tolls.map((toll) => toll.source), attacker, target];
      for (const one of words) if (one) expect(text.toLowerCase()).toContain(one.toLowerCase());
      if (date) {
        expect(date.start <= date.end).toBe(true);
        expect(date.end <= article.publishedAt).toBe(true);
      }
      for (const { low, best, high } of counts) {
        expect(low ?? 0).toBeLessThanOrEqual(best ?? high ?? Infinity);
        expect(best ?? 0).toBeLessThanOrEqual(high ?? Infinity);
      }
    }
  });
});

test('there are at least 14 articles in the half set aside, no fewer in the other, each in one of them', () => {
  expect(new Set(files.map(({ file }) => file)).size).toBe(files.length);
  const aside = files.filter(({ half }) => half === 'test').length;
  expect(aside).toBeGreaterThanOrEqual(14);
  expect(files.length - aside).toBeGreaterThanOrEqual(aside);
});

describe.each(HALVES)('%s', (half) => {
  const articles = files.filter((one) => one.half === half).map(read);

  test.each(['ar', 'en'])('has conflict, disaster, accident and protest in %s, and an article without an incident', (language) => {
    const ours = articles.filter(({ article }) => article.language === language);
    expect(ours.length).toBeGreaterThanOrEqual(5);
    expect(ours.some(({ incidents }) => incidents.length === 0)).toBe(true);
    const kinds = ours.flatMap(({ incidents }) => incidents.map(({ type }) => KIND_OF_TYPE[type ?? ''] ?? 'conflict'));
    expect([...new Set(kinds)].sort()).toEqual(['accident', 'conflict', 'disaster', 'protest']);
  });

  test('has incidents that are reported, claimed and denied', () => {
    const statuses = new Set(articles.flatMap(({ incidents }) => incidents.map(({ status }) => status)));
    expect([...statuses].sort()).toEqual(['claimed', 'denied', 'reported']);
  });
});
