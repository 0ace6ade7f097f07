import { createHash } from 'node:crypto';
import { z } from 'zod';
import { StoreError } from './errors';
import type { DumpEntry } from './store';

/** What the first line of a dump says. */
const HEADER = { kind: 'incident-map-store', format: 1 } as const;

const headerSchema = z.object({ kind: z.literal(HEADER.kind), format: z.literal(HEADER.format) });
const endSchema = z.object({ kind: z.literal('end'), entries: z.int(), sha256: z.string() });

const text = z.string();
const nullable = text.nullable();
const packedMap = z.looseObject({
  packed: z.looseObject({
    features: z.array(
      z.looseObject({
        id: text,
        bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]),
        geometry: z.looseObject({}),
        properties: z.looseObject({
          kind: text,
          countryCode: nullable,
          labelPoint: z.tuple([z.number(), z.number()]),
          geoPrecision: z.number(),
          mentions: z.array(z.looseObject({ start: z.int(), end: z.int(), quote: z.looseObject({ start: z.int(), end: z.int() }) })),
        }),
      }),
    ),
    incidents: z.array(z.looseObject({ id: text, type: text, status: text, placeId: nullable, casualties: z.looseObject({}) })),
  }),
});
const snapshot = z.object({ fetchedAt: text, headers: z.record(text, text), sha256: text, length: z.int() });
const copy = z.object({
  url: nullable,
  source: nullable,
  title: nullable,
  publishedAt: nullable,
  byline: text.optional(),
  savedAt: text,
  snapshot: snapshot.nullable(),
});

/** The forms of `DumpEntry`: what the store goes by is checked, what it only keeps is not. */
const entrySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('shape'), id: text, geometry: z.looseObject({ type: text }) }),
  z.object({
    kind: z.literal('article'),
    id: z.string().regex(/^[0-9a-f]{64}$/),
    savedAt: text,
    language: nullable,
    article: z.object({ text, title: nullable, url: nullable, source: nullable, publishedAt: nullable, language: nullable }),
    copies: z.array(z.object({ copy, bytes: z.base64().nullable() })).min(1),
    tags: z.array(text),
    result: z.object({ engine: text, gazetteer: text, madeAt: text, map: packedMap, shown: packedMap.nullable() }).nullable(),
    log: z.array(z.object({ id: text, at: text, by: nullable, change: z.looseObject({}) })),
  }),
  z.object({ kind: z.literal('collection'), id: text, name: text, createdAt: text, articles: z.array(text) }),
  z.object({ kind: z.literal('link'), a: text, b: text, state: z.enum(['same', 'cut']), by: nullable, at: text }),
  z.object({
    kind: z.literal('feed'),
    ...{ id: text, url: text, title: nullable, tags: z.array(text), addedAt: text, etag: nullable, lastModified: nullable },
    ...{ polledAt: nullable, nextAt: text, failures: z.int(), problem: nullable, seen: z.array(text) },
  }),
]) satisfies z.ZodType<DumpEntry>;

/** A dump as lines of JSON, each with its line end: what it is, the entries, and a last line by which a cut one is known. */
export async function* writeDump(entries: AsyncIterable<DumpEntry>): AsyncGenerator<string> {
  const hash = createHash('sha256');
  let count = 0;
  yield `${JSON.stringify(HEADER)}\n`;
  for await (const entry of entries) {
    const line = `${JSON.stringify(entry)}\n`;
    hash.update(line);
    count++;
    yield line;
  }
  yield `${JSON.stringify({ kind: 'end', entries: count, sha256: hash.digest('hex') })}\n`;
}

/** Reads a dump from its lines. Throws StoreError `corrupt` where it is none, is changed, or ends too soon. */
export async function* readDump(lines: AsyncIterable<string>): AsyncGenerator<DumpEntry> {
  const hash = createHash('sha256');
  let number = 0;
  let end: z.infer<typeof endSchema> | null = null;
  for await (const line of lines) {
    number++;
    if (end) throw new StoreError('corrupt', `line ${number}: the dump goes on behind its end`);
    const value = parseLine(line, number);
    if (number === 1) {
      if (!headerSchema.safeParse(value).success)
        throw new StoreError('corrupt', `line 1: wanted ${JSON.stringify(HEADER)}, got ${line.slice(0, 60)}`);
      continue;
    }
    const last = endSchema.safeParse(value);
    if (last.success) {
      end = last.data;
      continue;
    }
    const entry = entrySchema.safeParse(value);
    if (!entry.success)
      throw new StoreError('corrupt', `line ${number}: ${z.prettifyError(entry.error).replaceAll('\n', ' ').slice(0, 300)}`);
    hash.update(`${line}\n`);
    // As it came, not as zod orders it: a dump of a dump is the same to the byte.
    yield value as DumpEntry;
  }
  if (!end) throw new StoreError('corrupt', `the dump ends too soon, at line ${number}`);
  if (end.entries !== number - 2 || end.sha256 !== hash.digest('hex'))
    throw new StoreError('corrupt', `the dump was changed: wanted ${end.entries} entries of hash ${end.sha256}, got others`);
}

function parseLine(line: string, number: number): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    throw new StoreError('corrupt', `line ${number}: wanted JSON, got ${line.slice(0, 60)}`);
  }
}
