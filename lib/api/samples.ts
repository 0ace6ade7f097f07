import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const DIRECTORY = path.join(process.cwd(), 'data', 'articles');

const sampleSchema = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** Its place in the list: the desk opens with the lowest. */
  order: z.number(),
  title: z.string(),
  language: z.string(),
  text: z.string().min(1),
  publishedAt: z.string().nullable().default(null),
  /** Whether the date was worked out from the text rather than printed with it; `publishedAtNote` says how. */
  publishedAtInferred: z.boolean().default(false),
  publishedAtNote: z.object({ ar: z.string(), en: z.string() }).nullable().default(null),
  source: z.string().nullable().default(null),
  url: z.string().nullable().default(null),
  origin: z.enum(['press', 'written-for-the-project']),
});

/** An article of `data/articles` with what is known of where it comes from. */
export type Sample = Readonly<z.infer<typeof sampleSchema>>;

/**
 * All sample articles, by their order.
 * @throws where a file is not a sample; the message names the file.
 */
export async function readSamples(): Promise<Sample[]> {
  const files = (await readdir(DIRECTORY)).filter((file) => file.endsWith('.json'));
  const samples = await Promise.all(files.map(readSample));
  return samples.sort((a, b) => a.order - b.order);
}

async function readSample(file: string): Promise<Sample> {
  const parsed = sampleSchema.safeParse(JSON.parse(await readFile(path.join(DIRECTORY, file), 'utf8')));
  if (!parsed.success) throw new Error(`data/articles/${file} is not a sample article: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
