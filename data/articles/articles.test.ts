import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const ROOT = join(process.cwd(), 'data');
const FILES = readdirSync(join(ROOT, 'articles')).filter((file) => file.endsWith('.json'));

const sample = z.strictObject({
  id: z.string(),
  order: z.int().positive(),
  title: z.string().min(1),
  language: z.enum(['ar', 'en']),
  text: z.string().min(1000),
  publishedAt: z.iso.date(),
  publishedAtInferred: z.boolean(),
  publishedAtNote: z.strictObject({ ar: z.string().min(20), en: z.string().min(20) }),
  source: z.string().nullable(),
  url: z.url().nullable(),
  origin: z.enum(['press', 'written-for-the-project']),
});

const read = (file: string) => sample.parse(JSON.parse(readFileSync(join(ROOT, 'articles', file), 'utf8')));
const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

test.each(FILES)('%s has its shape and is named after its id', (file) => {
  expect(`${read(file).id}.json`).toBe(file);
});

test('the samples are ordered from 1 without a gap', () => {
  const orders = FILES.map((file) => read(file).order).sort((a, b) => a - b);
  expect(orders).toEqual(FILES.map((_, index) => index + 1));
});

test('the seed article is the gold article, letter for letter', () => {
  const gold = z.object({ article: z.object({ title: z.string(), text: z.string() }) });
  const { article } = gold.parse(JSON.parse(readFileSync(join(ROOT, 'gold', 'seed.json'), 'utf8')));
  const seed = read('ain-al-asad.json');
  expect(sha256(seed.text)).toBe(sha256(article.text));
  expect(seed.title).toBe(article.title);
});

test.each(FILES)('%s: an article written for the project says so and is 350 to 500 words long', (file) => {
  const { origin, publishedAtNote, text } = read(file);
  if (origin !== 'written-for-the-project') return;
  expect(publishedAtNote.en).toContain('made up');
  const words = text.split(/\s+/).length;
  expect(words).toBeGreaterThanOrEqual(350);
  expect(words).toBeLessThanOrEqual(500);
});
