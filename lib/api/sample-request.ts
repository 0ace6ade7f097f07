import { z } from 'zod';
import type { Language } from '../types';
import { answerWith } from './answers';
import { mapArticle } from './engine';
import { InputError } from './errors';
import { sharedEngine } from './geoparse-request';
import { daySchema, readQuery } from './query';
import { askedLanguage } from './reader-language';
import { readSamples, type Sample } from './samples';
import { articleSchema } from './schemas';

/** Parameters of a sample's map. */
export const sampleMapQuery = z.strictObject({
  published: daySchema('Read as if it were published on this day; on its own where absent.').optional(),
  locale: z.enum(['ar', 'en'], 'wanted ar or en').optional().meta({ description: 'The language of names; else as Accept-Language says.' }),
});

/** Maps of samples as of their own day, as JSON: a sample changes with the program alone. */
const kept = new Map<string, { readonly publishedAt: string | null; readonly body: string }>();

/**
 * Answers `GET /api/samples/{id}/map`: the sample's FeatureCollection. Who may read but not send texts opens samples by it.
 * @throws InputError 404 where there is no such sample, 400 for wrong parameters
 */
export async function sampleMap(request: Request, id: string): Promise<Response> {
  const { published } = readQuery(request, sampleMapQuery);
  const reader = askedLanguage(request);
  const key = `${reader} ${id}`;
  const known = kept.get(key);
  if (known && (published === undefined || published === known.publishedAt)) return answer(request, known.body);
  const sample = (await readSamples()).find((one) => one.id === id);
  if (!sample) throw new InputError(404, 'There is no such sample', [{ field: 'id', got: JSON.stringify(id.slice(0, 60)), wanted: 'wanted a sample’s id, as ain-al-asad' }]); // prettier-ignore
  const publishedAt = published ?? sample.publishedAt;
  const body = read(sample, publishedAt, reader);
  if (publishedAt === sample.publishedAt) kept.set(key, { publishedAt, body });
  return answer(request, body);
}

function read(sample: Sample, publishedAt: string | null, reader: Language): string {
  return JSON.stringify(mapArticle(articleSchema.parse({ ...sample, publishedAt }), sharedEngine(), reader));
}

function answer(request: Request, body: string): Response {
  return answerWith(request, body, { mediaType: 'application/geo+json' });
}
