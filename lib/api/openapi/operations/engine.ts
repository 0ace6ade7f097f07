import { z } from 'zod';
import { EXPORTS, requestSchema, type ExportFormat } from '../../export-request';
import { placeSchema, searchSchema } from '../../gazetteer-request';
import { sampleMapQuery } from '../../sample-request';
import { articleSchema } from '../../schemas';
import { articleMapForm } from '../forms';
import { json, type Operation } from '../operation';

const locale = z.enum(['ar', 'en']).optional().meta({ description: 'The language of names; else as Accept-Language says.' });
const formats = Object.keys(EXPORTS) as [ExportFormat, ...ExportFormat[]];

/** What needs no library: reading, exporting, looking up places. */
export const ENGINE_OPERATIONS: readonly Operation[] = [
  {
    id: 'geoparse',
    method: 'post',
    path: '/api/geoparse',
    group: 'read',
    query: z.object({ locale }),
    body: json(articleSchema),
    answers: { 200: { mediaType: 'application/geo+json', schema: articleMapForm } },
  },
  {
    id: 'getSampleMap',
    method: 'get',
    path: '/api/samples/{id}/map',
    group: 'read',
    params: z.object({ id: z.string().meta({ description: 'A sample’s id.', example: 'ain-al-asad' }) }),
    query: sampleMapQuery,
    answers: { 200: { mediaType: 'application/geo+json', schema: articleMapForm } },
  },
  {
    id: 'exportArticle',
    method: 'post',
    path: '/api/export',
    group: 'read',
    query: z.object({ format: z.enum(formats), locale }),
    body: json(requestSchema),
    answers: { 200: { mediaType: '*/*' } },
  },
  {
    id: 'searchGazetteer',
    method: 'get',
    path: '/api/gazetteer',
    group: 'read',
    query: z.object({ ...searchSchema.partial().shape, ...placeSchema.shape, id: placeSchema.shape.id.optional(), locale }),
    answers: { 200: json() },
  },
];
