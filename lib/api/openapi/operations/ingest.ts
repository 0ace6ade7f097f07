import { z } from 'zod';
import { pollSchema } from '../../feeds-request';
import { PROBLEM_CODES } from '../../ingest';
import { ingestQuery } from '../../jobs-request';
import { JOB_KINDS, JOB_STATES } from '../../queue/job';
import { ingestSchema } from '../../read-upload';
import { articleSchema } from '../../schemas';
import { json, type Operation } from '../operation';

const result = z.object({
  name: z.string().meta({ description: 'The file’s name, or the address.' }),
  outcome: z.enum(['saved', 'alike', 'copy', 'known', 'failed']),
  id: z.string().nullable(),
  title: z.string().nullable(),
  alikeTo: z.string().nullable().meta({ description: 'The article that it is nearly the same text as.' }),
  isDoubtful: z.boolean().meta({ description: 'Its letters may not be those that are seen, as happens in PDFs.' }),
  problem: z.object({ code: z.enum(PROBLEM_CODES), message: z.string() }).nullable(),
});
const queued = z.object({ id: z.uuid(), name: z.string(), url: z.string() });
const job = z.object({
  ...{ id: z.uuid(), name: z.string(), kind: z.enum(JOB_KINDS), state: z.enum(JOB_STATES), attempts: z.int() },
  ...{ createdAt: z.iso.datetime(), nextAt: z.iso.datetime().nullable(), endedAt: z.iso.datetime().nullable() },
  ...{ results: z.array(result), problem: z.string().nullable() },
});
const feed = z.object({
  ...{ id: z.string(), url: z.string(), title: z.string().nullable(), tags: z.array(z.string()), addedAt: z.string() },
  ...{ polledAt: z.string().nullable(), nextAt: z.string(), failures: z.int(), problem: z.string().nullable() },
});
const polled = z.object({ feed, results: z.array(result) });
/** A form with files is told by its media type; JSON Schema has no word for a file. */
const files = { mediaType: 'multipart/form-data', schema: z.object({ file: z.array(z.string()), tag: z.array(z.string()).optional() }) };

/** Taking articles in. Each body is JSON with an address, or a form with files. */
export const INGEST_OPERATIONS: readonly Operation[] = [
  {
    id: 'ingest',
    method: 'post',
    path: '/api/ingest',
    group: 'ingest',
    query: ingestQuery,
    body: files,
    answers: { 200: json(z.object({ results: z.array(result) })), 202: json(z.object({ jobs: z.array(queued) })) },
  },
  { id: 'getJob', method: 'get', path: '/api/jobs/{id}', group: 'ingest', answers: { 200: json(job) } },
  {
    id: 'readSource',
    method: 'post',
    path: '/api/read',
    group: 'ingest',
    body: json(ingestSchema),
    answers: { 200: json(z.object({ article: articleSchema, byline: z.string().nullable(), isDoubtful: z.boolean() })) },
  },
  { id: 'listFeeds', method: 'get', path: '/api/feeds', group: 'feeds', answers: { 200: json(z.object({ items: z.array(feed) })) } },
  {
    id: 'addFeed',
    method: 'post',
    path: '/api/feeds',
    group: 'feeds',
    body: json(ingestSchema),
    answers: { 200: json(polled), 201: json(polled) },
  },
  { id: 'removeFeed', method: 'delete', path: '/api/feeds/{id}', group: 'feeds', answers: { 204: null } },
  {
    id: 'pollFeeds',
    method: 'post',
    path: '/api/feeds/poll',
    group: 'feeds',
    body: json(pollSchema),
    answers: { 200: json(z.object({ feeds: z.array(polled) })) },
  },
];
