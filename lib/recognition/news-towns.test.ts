import { readFileSync } from 'node:fs';
import { sharedEngine } from '../api/geoparse-request';
import { geoparse } from '../geoparse';
import type { Span } from '../types';

const { knowledge } = sharedEngine();

/** How many of the names that were not learned from may be missed, and how many words that are none may be taken for one. */
const ALLOWED = [
  { language: 'ar', names: 250, missed: 0.15, invented: 8 },
  { language: 'en', names: 40, missed: 0.25, invented: 5 },
];

describe.each(ALLOWED)('towns in the $language news', ({ language, names, missed: share, invented: most }) => {
  /** Sentences of the news with their places; the weights are learned from the even ones alone. */
  const sentences = readFileSync(`data/gold/places-${language}.jsonl`, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { text: string; toponyms: readonly (Span & { name: string })[] })
    .filter((_, i) => i % 2 === 1);

  test('those that were not learned from are found, and next to nothing else', () => {
    const missed: string[] = [];
    const invented: string[] = [];
    let all = 0;
    for (const { text, toponyms } of sentences) {
      const found = geoparse({ text, language }, knowledge).resolutions.map(({ mention }) => mention);
      const overlap = (a: Span, b: Span) => a.start < b.end && b.start < a.end;
      all += toponyms.length;
      missed.push(...toponyms.filter((toponym) => !found.some((mention) => overlap(mention, toponym))).map(({ name }) => name));
      invented.push(...found.filter((mention) => !toponyms.some((toponym) => overlap(mention, toponym))).map((mention) => mention.text));
    }
    expect(all).toBeGreaterThan(names);
    expect({ missed, tooMany: missed.length / all >= share }).toMatchObject({ tooMany: false });
    expect({ invented, tooMany: invented.length >= most }).toMatchObject({ tooMany: false });
  });

  test('each annotated name stands where it says', () => {
    for (const { text, toponyms } of sentences) for (const { start, end, name } of toponyms) expect(text.slice(start, end)).toBe(name);
  });
});
