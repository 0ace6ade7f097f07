import { z } from 'zod';
import { correctionsSchema, mapQuery, snapshotQuery, tagsSchema } from '../../article-request';
import { articlesQuery, newArticleSchema } from '../../articles-request';
import { collectionExportQuery } from '../../collection-export';
import { collectionSchema, membersSchema } from '../../collections-request';
import { linksQuery, newLinksSchema } from '../../links-request';
import { changeTagsSchema, renameTagSchema, sourcesQuery } from '../../tags-request';
import { articleMapForm, articleSummaryForm, collectionForm, linkForm, logEntryForm, pageForm } from '../forms';
import { json, type Operation } from '../operation';

const article = '/api/articles/{id}';
const saved = z.object({ id: z.string(), outcome: z.enum(['new', 'copy', 'known']), alikeTo: z.string().nullable() });
const log = z.object({ corrections: z.array(logEntryForm) });
const tags = z.object({ tags: z.array(z.object({ tag: z.string(), articles: z.int() })) });
const links = z.object({ links: z.array(linkForm) });

/** Articles, and what people make of them. */

export const LIBRARY_OPERATIONS: readonly Operation[] = [
  {
    id: 'listArticles',
    method: 'get',
    path: '/api/articles',
    group: 'library',
    query: articlesQuery,
    answers: { 200: json(pageForm(articleSummaryForm)) },
  },
  {
    id: 'saveArticle',
    method: 'post',
    path: '/api/articles',
    group: 'library',
    body: json(newArticleSchema),
    answers: { 200: json(saved), 201: json(saved) },
  },
  { id: 'getArticle', method: 'get', path: article, group: 'library', answers: { 200: json(articleSummaryForm) } },
  { id: 'removeArticle', method: 'delete', path: article, group: 'library', answers: { 204: null } },
  {
    id: 'getArticleMap',
    method: 'get',
    path: `${article}/map`,
    group: 'library',
    query: mapQuery,
    answers: { 200: { mediaType: 'application/geo+json', schema: articleMapForm } },
  },
  { id: 'listCorrections', method: 'get', path: `${article}/corrections`, group: 'library', answers: { 200: json(log) } },
  {
    id: 'addCorrections',
    method: 'post',
    path: `${article}/corrections`,
    group: 'library',
    body: json(correctionsSchema),
    answers: { 200: json(log) },
  },
  { id: 'setTags', method: 'put', path: `${article}/tags`, group: 'library', body: json(tagsSchema), answers: { 200: json(tagsSchema) } },
  {
    id: 'getSnapshot',
    method: 'get',
    path: `${article}/snapshot`,
    group: 'library',
    query: snapshotQuery,
    answers: { 200: { mediaType: 'application/octet-stream' } },
  },
  { id: 'listTags', method: 'get', path: '/api/tags', group: 'curation', answers: { 200: json(tags) } },
  { id: 'changeTags', method: 'patch', path: '/api/tags', group: 'curation', body: json(changeTagsSchema), answers: { 200: json(tags) } },
  { id: 'renameTag', method: 'put', path: '/api/tags/{tag}', group: 'curation', body: json(renameTagSchema), answers: { 200: json(tags) } },
  { id: 'removeTag', method: 'delete', path: '/api/tags/{tag}', group: 'curation', answers: { 204: null } },
  { id: 'listSources', method: 'get', path: '/api/sources', group: 'curation', query: sourcesQuery, answers: { 200: json() } },
  {
    id: 'listCollections',
    method: 'get',
    path: '/api/collections',
    group: 'curation',
    answers: { 200: json(z.object({ collections: z.array(collectionForm) })) },
  },
  {
    id: 'makeCollection',
    method: 'post',
    path: '/api/collections',
    group: 'curation',
    body: json(collectionSchema),
    answers: { 201: json(collectionForm) },
  },
  { id: 'getCollection', method: 'get', path: '/api/collections/{id}', group: 'curation', answers: { 200: json(collectionForm) } },
  {
    id: 'renameCollection',
    method: 'put',
    path: '/api/collections/{id}',
    group: 'curation',
    body: json(collectionSchema),
    answers: { 200: json(collectionForm) },
  },
  { id: 'removeCollection', method: 'delete', path: '/api/collections/{id}', group: 'curation', answers: { 204: null } },
  {
    id: 'exportCollection',
    method: 'get',
    path: '/api/collections/{id}/export',
    group: 'curation',
    query: collectionExportQuery,
    answers: { 200: { mediaType: '*/*' } },
  },
  {
    id: 'changeMembers',
    method: 'patch',
    path: '/api/collections/{id}/articles',
    group: 'curation',
    body: json(membersSchema),
    answers: { 200: json(collectionForm) },
  },
  { id: 'listLinks', method: 'get', path: '/api/links', group: 'curation', query: linksQuery, answers: { 200: json(links) } },
  { id: 'putLinks', method: 'post', path: '/api/links', group: 'curation', body: json(newLinksSchema), answers: { 200: json(links) } },
];
