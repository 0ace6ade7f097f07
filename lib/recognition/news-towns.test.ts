import { readFileSync } from 'node:fs';
import { sharedEngine } from '../api/geoparse-request';
import { geoparse } from '../geoparse';
import type { Span } from '../types';

const { knowledge } = sharedEngine();

/** Sentences of the news with their places; the weights are learned from the even ones alone. */
const sentences = readFileSync('data/gold/places-ar.jsonl', 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as { text: string; toponyms: readonly (Span & { name: string })[] })
  .filter((_, i) => i % 2 === 1);

test('of towns in the news that were not learned from, nine in ten are found, and next to nothing else', () => {
  const missed: string[] = [];
  const invented: string[] = [];
  let all = 0;
  for (const { text, toponyms } of sentences) {
    const found = geoparse({ text, language: 'ar' }, knowledge).resolutions.map(({ mention }) => mention);
    const overlap = (a: Span, b: Span) => a.start < b.end && b.start < a.end;
    all += toponyms.length;
    missed.push(...toponyms.filter((toponym) => !found.some((mention) => overlap(mention, toponym))).map(({ name }) => name));
    invented.push(...found.filter((mention) => !toponyms.some((toponym) => overlap(mention, toponym))).map((mention) => mention.text));
  }
  expect(all).toBeGreaterThan(120);
  expect(missed.length / all).toBeLessThan(0.1);
  expect(invented.length).toBeLessThan(3);
});

test('each annotated name stands where it says', () => {
  for (const { text, toponyms } of sentences) for (const { start, end, name } of toponyms) expect(text.slice(start, end)).toBe(name);
});
