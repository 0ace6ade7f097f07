import { z } from 'zod';
import type { Store } from '../store/store';
import { answerJson } from './answers';
import { notThere, parseInput } from './errors';
import { readQuery } from './query';
import { readJson } from './read-json';

const MAX_BYTES = 1024 * 1024;
const MAX_TAGS = 50;
const MAX_ARTICLES = 1_000;
const MAX_SOURCES = 1_000;
const USUAL_SOURCES = 200;

const tags = z
  .array(z.string({ error: 'wanted a string' }))
  .max(MAX_TAGS, `wanted at most ${MAX_TAGS} tags`)
  .default([]);

/** Tags to give to articles and to take from them. */
export const changeTagsSchema = z.object(
  {
    articles: z
      .array(z.string().min(1).max(300))
      .min(1, 'wanted at least 1 article')
      .max(MAX_ARTICLES, `wanted at most ${MAX_ARTICLES} articles`),
    add: tags,
    remove: tags,
  },
  { error: 'wanted {"articles": […], "add": […], "remove": […]} as a JSON object' },
);

/** Another name for a tag. */
export const renameTagSchema = z.object(
  { name: z.string({ error: 'wanted a string' }) },
  { error: 'wanted {"name": "…"} as a JSON object' },
);

/** Parameters of the list of sources. */
export const sourcesQuery = z.strictObject({
  limit: z
    .string()
    .transform(Number)
    .pipe(z.int(`wanted a number from 1 to ${MAX_SOURCES}`).min(1).max(MAX_SOURCES))
    .default(USUAL_SOURCES)
    .meta({ description: 'How many.', type: 'integer', minimum: 1, maximum: MAX_SOURCES, default: USUAL_SOURCES }),
});

const TITLES = { tooLong: 'These are too many tags', wrong: 'These are no tags' };

/** Answers `GET /api/tags`: all of them, the most used first. */
export async function listTags(request: Request, store: Store): Promise<Response> {
  return answerJson(request, { tags: await store.tags() });
}

/** Answers `PATCH /api/tags`: gives articles tags and takes others from them, then gives all tags. */
export async function changeTags(request: Request, store: Store): Promise<Response> {
  const { articles, add, remove } = parseInput(changeTagsSchema, await readJson(request, MAX_BYTES, 'list of tags'), TITLES);
  await store.changeTags(articles, add, remove);
  return listTags(request, store);
}

/** Answers `PUT /api/tags/{tag}`: another name for a tag, on all articles. */
export async function renameTag(request: Request, store: Store, tag: string): Promise<Response> {
  const { name } = parseInput(renameTagSchema, await readJson(request, MAX_BYTES, 'tag'), TITLES);
  if (!(await store.renameTag(tag, name))) throw notThere('tag', tag);
  return listTags(request, store);
}

/** Answers `DELETE /api/tags/{tag}`: 204, and no article has it any more. */
export async function removeTag(store: Store, tag: string): Promise<Response> {
  if (!(await store.renameTag(tag, null))) throw notThere('tag', tag);
  return new Response(null, { status: 204 });
}

/** Answers `GET /api/sources`: who published the articles, those of the most first. */
export async function listSources(request: Request, store: Store): Promise<Response> {
  const { limit } = readQuery(request, sourcesQuery);
  return answerJson(request, { sources: await store.sources(limit) });
}
