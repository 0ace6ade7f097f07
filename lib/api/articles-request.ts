import { z } from 'zod';
import type { ArticleFilter } from '../store/queries';
import type { Store } from '../store/store';
import { answerJson, answerPage } from './answers';
import { notThere, parseInput } from './errors';
import { MAX_ARTICLE_BYTES, sharedEngine } from './geoparse-request';
import { articleFilter, articleShape, INCIDENT_TYPES } from './incident-query';
import { daySchema, idSchema, pagingOf, pagingShape, readQuery } from './query';
import { readJson } from './read-json';
import { saveArticles } from './save-articles';
import { articleSchema } from './schemas';

const MAX_TAGS = 50;

/** Parameters of the list of articles. */
export const articlesQuery = z.strictObject({
  ...articleShape,
  from: daySchema('First day of publication; of saving, where that is unknown.').optional(),
  to: daySchema('Last day of publication.').optional(),
  country: z
    .string()
    .regex(/^[A-Za-z]{2}$/, 'wanted two letters, as IQ')
    .transform((code) => code.toUpperCase())
    .optional()
    .meta({ description: 'Names a place in this country: ISO 3166-1, two letters.', example: 'IQ' }),
  place: idSchema('Names this place: its id, as `geonames:99532`.').optional(),
  type: z
    .enum(INCIDENT_TYPES, `wanted one of ${INCIDENT_TYPES.join(', ')}`)
    .optional()
    .meta({ description: 'Tells of an incident of this ACLED event type.' }),
  alike: idSchema('An article’s id: those that are nearly the same text, itself too.').optional(),
  ...pagingShape,
});

/** An article to be saved: the contract's, with its tags. */
export const newArticleSchema = articleSchema.extend({
  tags: z.array(z.string()).max(MAX_TAGS, `wanted at most ${MAX_TAGS} tags`).default([]),
});

/** Answers `GET /api/articles`: a page of the list, last saved first. */
export async function listArticles(request: Request, store: Store): Promise<Response> {
  const asked = readQuery(request, articlesQuery);
  const { from, to, country, place, type, alike } = asked;
  const filter: ArticleFilter = {
    ...articleFilter(asked),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(country === undefined ? {} : { countryCode: country }),
    ...(place === undefined ? {} : { place }),
    ...(type === undefined ? {} : { type }),
    ...(alike === undefined ? {} : { alikeTo: alike }),
  };
  return answerPage(request, await store.list(filter, pagingOf(asked)));
}

/** Answers `POST /api/articles`: reads an article and saves it. 201 where the text is new, 200 where it was there already. */
export async function saveArticle(request: Request, store: Store): Promise<Response> {
  const { tags, ...article } = parseInput(newArticleSchema, await readJson(request, MAX_ARTICLE_BYTES));
  const [saved] = await saveArticles(store, sharedEngine(), [{ article, tags }]);
  if (!saved) throw new Error('the store saved an article and did not say which');
  const headers = { location: `/api/articles/${saved.id}` };
  return answerJson(request, saved, { status: saved.outcome === 'new' ? 201 : 200, headers });
}

/** Answers `GET /api/articles/{id}`: the article with its text and where it was published. */
export async function getArticle(request: Request, store: Store, id: string): Promise<Response> {
  const article = await store.get(id);
  if (!article) throw notThere('article', id);
  return answerJson(request, article);
}

/** Answers `DELETE /api/articles/{id}`: 204, and all that was read from it is gone with it. */
export async function removeArticle(store: Store, id: string): Promise<Response> {
  if (!(await store.remove(id))) throw notThere('article', id);
  return new Response(null, { status: 204 });
}
