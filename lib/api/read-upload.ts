import { z } from 'zod';
import { MAX_FILE_BYTES } from '../ingest/read-file';
import { InputError, parseInput, type Titles } from './errors';
import type { Source } from './ingest';
import { readJson } from './read-json';

/** Of one request. Whoever has more sends them in several. */
export const MAX_FILES = 500;
export const MAX_UPLOAD_BYTES = 60_000_000;
const MAX_TAGS = 50;
const MAX_TAG = 200;
const MAX_NAME = 300;
const MAX_JSON = 20_000;
const TITLES: Titles = { tooLong: 'This is more than can be read at once', wrong: 'This names nothing to read' };

const tagsSchema = z
  .array(
    z
      .string({ error: 'wanted a string' })
      .trim()
      .min(1, 'wanted at least 1 character')
      .max(MAX_TAG)
      .regex(/^\P{Cc}*$/u, 'wanted no control characters'),
    {
      error: 'wanted an array of strings',
    },
  )
  .max(MAX_TAGS, `wanted at most ${MAX_TAGS} tags`);

const addressSchema = z
  .string({ error: 'wanted an http or https address' })
  .max(2_000, 'wanted at most 2000 characters')
  .refine((url) => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol), 'wanted an http or https address');

/** The body of `POST /api/ingest` as JSON: an address to be fetched. */
export const ingestSchema = z.object(
  { url: addressSchema, tags: tagsSchema.default([]) },
  { error: 'wanted an object with the address of a page' },
);

export interface Upload {
  readonly sources: readonly Source[];
  readonly tags: readonly string[];
}

/**
 * What a request brings to be read: files as `multipart/form-data` (each in a field `file`, tags in fields `tag`), or JSON
 * with an address. @throws InputError
 */
export async function readUpload(request: Request): Promise<Upload> {
  const mediaType = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (mediaType !== 'multipart/form-data') {
    const { url, tags } = parseInput(ingestSchema, await readJson(request, MAX_JSON, 'address'), TITLES);
    return { sources: [{ kind: 'url', url }], tags };
  }
  const form = await readForm(request);
  const files = form.getAll('file').filter((value) => typeof value !== 'string');
  if (files.length === 0) throw refuse(400, 'file', 'none', 'wanted at least 1 file in fields of this name');
  if (files.length > MAX_FILES) throw refuse(413, 'file', String(files.length), `wanted at most ${MAX_FILES} files`);
  const tags = parseInput(z.object({ tag: tagsSchema }), { tag: form.getAll('tag') }, TITLES).tag;
  const sources = await Promise.all(
    files.map(async (file): Promise<Source> => {
      const name = file.name.replace(/\p{Cc}/gu, '').slice(-MAX_NAME) || 'file';
      // One that is too long is not copied: its reading says so.
      const bytes = new Uint8Array(file.size > MAX_FILE_BYTES ? new ArrayBuffer(0) : await file.arrayBuffer());
      if (file.size > MAX_FILE_BYTES)
        throw refuse(413, 'file', `${file.size} bytes in ${name}`, `wanted files of at most ${MAX_FILE_BYTES} bytes`);
      return { kind: 'file', name, bytes };
    }),
  );
  return { sources, tags };
}

/** The form of a request, its body read up to the limit and no further. */
async function readForm(request: Request): Promise<FormData> {
  let bytes = 0;
  const tooLong = refuse(413, 'body', `more than ${MAX_UPLOAD_BYTES} bytes`, `wanted at most ${MAX_UPLOAD_BYTES} bytes`);
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      bytes += chunk.byteLength;
      if (bytes > MAX_UPLOAD_BYTES) controller.error(tooLong);
      else controller.enqueue(chunk);
    },
  });
  try {
    const body = request.body?.pipeThrough(counter) ?? null;
    return await new Response(body, { headers: { 'content-type': request.headers.get('content-type') ?? '' } }).formData();
  } catch (error) {
    if (bytes > MAX_UPLOAD_BYTES) throw tooLong;
    throw refuse(400, 'body', error instanceof Error ? error.message : 'something else', 'wanted a form as multipart/form-data');
  }
}

function refuse(status: 400 | 413, field: string, got: string, wanted: string): InputError {
  return new InputError(status, status === 413 ? TITLES.tooLong : TITLES.wrong, [{ field, got, wanted }]);
}
