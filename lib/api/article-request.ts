import { z } from 'zod';
import { linkArticle } from '../collections/link-article';
import { applyCorrections, CorrectionError } from '../review/apply-corrections';
import { logSchema, MAX_CORRECTIONS } from '../review/corrections';
import { StoreError } from '../store/errors';
import type { Store } from '../store/store';
import { answerJson } from './answers';
import { InputError, notThere, parseInput } from './errors';
import { contentDisposition } from './file-name';
import { inLanguage } from './map-language';
import { readQuery } from './query';
import { askedLanguage } from './reader-language';
import { readJson } from './read-json';

/** Some corrections are drawn, and have an area of many points. */
const MAX_LOG_BYTES = 8 * 1024 * 1024;
const MAX_TAG_BYTES = 64 * 1024;
const MAX_TAGS = 50;
/** How often a log is read again because somebody else added to it meanwhile. */
const ATTEMPTS = 5;

/** Parameters of an article's map. */
export const mapQuery = z.strictObject({
  as: z
    .enum(['reviewed', 'machine'], 'wanted reviewed or machine')
    .default('reviewed')
    .meta({ description: '`reviewed`: with the corrections of its log; `machine`: as the engine read it.' }),
  locale: z.enum(['ar', 'en'], 'wanted ar or en').optional().meta({ description: 'The language of names.' }),
});

/** Entries to be added to a log. */
export const correctionsSchema = z.object({ corrections: logSchema }, { error: 'wanted {"corrections": […]} as a JSON object' });

/** All tags of an article. */
export const tagsSchema = z.object(
  { tags: z.array(z.string({ error: 'wanted a string' })).max(MAX_TAGS, `wanted at most ${MAX_TAGS} tags`) },
  { error: 'wanted {"tags": […]} as a JSON object' },
);

/** Parameters of a snapshot: of which copy. */
export const snapshotQuery = z.strictObject({
  url: z.string().max(2_000).optional().meta({ description: 'The address of the copy, as the article’s `published` gives it.' }),
});

const LOG_TITLES = { tooLong: 'These are too many corrections', wrong: 'This is no list of corrections' };
const TAG_TITLES = { tooLong: 'These are too many tags', wrong: 'This is no list of tags' };

/** Answers `GET /api/articles/{id}/map`: the article's FeatureCollection. */
export async function articleMap(request: Request, store: Store, id: string): Promise<Response> {
  const { as } = readQuery(request, mapQuery);
  const map = as === 'machine' ? (await store.result(id))?.map : await store.shown(id);
  if (!map) throw notThere('article', id);
  return answerJson(request, inLanguage(map, askedLanguage(request)), { mediaType: 'application/geo+json' });
}

/** Answers `GET /api/articles/{id}/corrections`: the log, oldest first. */
export async function listCorrections(request: Request, store: Store, id: string): Promise<Response> {
  const corrections = await store.corrections(id);
  if (corrections.length === 0 && !(await store.get(id))) throw notThere('article', id);
  return answerJson(request, { corrections });
}

/** Answers `POST /api/articles/{id}/corrections`: adds to the log what is not in it yet, and gives the whole log. */
export async function addCorrections(request: Request, store: Store, id: string): Promise<Response> {
  const { corrections } = parseInput(correctionsSchema, await readJson(request, MAX_LOG_BYTES, 'list of corrections'), LOG_TITLES);
  for (let attempt = 1; ; attempt++) {
    try {
      const log = await append(store, id, corrections);
      await linkArticle(store, id);
      return answerJson(request, { corrections: log });
    } catch (error) {
      if (!(error instanceof StoreError) || error.code !== 'conflict' || attempt === ATTEMPTS) throw error;
    }
  }
}

type Log = z.infer<typeof logSchema>;

async function append(store: Store, id: string, added: Log): Promise<Log> {
  const [stored, result] = await Promise.all([store.get(id), store.result(id)]);
  if (!stored || !result) throw notThere('article', id);
  const log = parseInput(logSchema, await store.corrections(id), LOG_TITLES);
  const known = new Set(log.map((entry) => entry.id));
  const fresh = added.filter((entry) => !known.has(entry.id));
  if (fresh.length === 0) return log;
  const whole = [...log, ...fresh];
  if (whole.length > MAX_CORRECTIONS)
    throw new InputError(413, LOG_TITLES.tooLong, [
      { field: 'corrections', got: `${whole.length} in all`, wanted: `wanted at most ${MAX_CORRECTIONS} for one article` },
    ]);
  await store.appendCorrections(id, fresh, shownBy(stored.article.text, result.map, whole), log.length);
  return whole;
}

function shownBy(text: string, map: Parameters<typeof applyCorrections>[0], log: Log) {
  try {
    return applyCorrections(map, text, log);
  } catch (error) {
    if (!(error instanceof CorrectionError)) throw error;
    const wanted = `wanted corrections of this article: ${error.message}`;
    throw new InputError(400, LOG_TITLES.wrong, [{ field: 'corrections', got: `correction ${error.correction}`, wanted }]);
  }
}

/** Answers `PUT /api/articles/{id}/tags`: these and no others. */
export async function putTags(request: Request, store: Store, id: string): Promise<Response> {
  const { tags } = parseInput(tagsSchema, await readJson(request, MAX_TAG_BYTES, 'list of tags'), TAG_TITLES);
  await store.setTags(id, tags);
  return answerJson(request, { tags: (await store.get(id))?.tags ?? [] });
}

/** Answers `GET /api/articles/{id}/snapshot`: the page as it was fetched, to be kept, never to be shown: it is whatever its author wrote. */
export async function getSnapshot(request: Request, store: Store, id: string): Promise<Response> {
  const { url } = readQuery(request, snapshotQuery);
  const snapshot = await store.snapshot(id, url ?? null);
  if (!snapshot) throw notThere('snapshot', url ?? id);
  return new Response(new Uint8Array(snapshot.bytes), {
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': contentDisposition(`${id.slice(0, 16)}.snapshot`),
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'x-fetched-at': snapshot.fetchedAt.replaceAll(/[^\x20-\x7e]/g, ''),
      'cache-control': 'no-store',
    },
  });
}
