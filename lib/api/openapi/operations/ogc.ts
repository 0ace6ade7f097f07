import { z } from 'zod';
import { COLLECTIONS } from '../../ogc/collections';
import { json, type Operation } from '../operation';

const link = z.object({ href: z.string(), rel: z.string(), type: z.string(), title: z.string() });
const links = z.array(link);
const collection = z.object({ id: z.string(), title: z.string(), description: z.string(), itemType: z.literal('feature'), links });
const format = z.strictObject({ f: z.literal('json').optional() });
/** RFC 7946; GeoJSON's own forms are told by that, and not again here. */
const geometry = z.looseObject({ type: z.string() }).nullable();
const GEOJSON = 'application/geo+json';

const featureOf = (properties: z.ZodObject) => z.object({ type: z.literal('Feature'), id: z.string(), geometry, properties });
const pageOf = (properties: z.ZodObject) =>
  z.object({
    type: z.literal('FeatureCollection'),
    numberMatched: z.int().optional(),
    numberReturned: z.int(),
    links,
    features: z.array(featureOf(properties)),
  });

/** What lies under `/ogc`, with paths as they stand behind that. */
export const FEATURE_OPERATIONS: readonly Operation[] = [
  {
    id: 'getLandingPage',
    method: 'get',
    path: '/',
    group: 'ogc',
    query: format,
    answers: { 200: json(z.object({ title: z.string(), description: z.string(), links })) },
  },
  {
    id: 'getConformance',
    method: 'get',
    path: '/conformance',
    group: 'ogc',
    query: format,
    answers: { 200: json(z.object({ conformsTo: z.array(z.string()) })) },
  },
  {
    id: 'getDefinition',
    method: 'get',
    path: '/api',
    group: 'ogc',
    query: format,
    answers: { 200: { mediaType: 'application/vnd.oai.openapi+json;version=3.0' } },
  },
  {
    id: 'getCollections',
    method: 'get',
    path: '/collections',
    group: 'ogc',
    query: format,
    answers: { 200: json(z.object({ links, collections: z.array(collection) })) },
  },
  ...COLLECTIONS.flatMap(({ id, query, properties }): Operation[] => {
    const path = `/collections/${id}`;
    const name = id.charAt(0).toUpperCase() + id.slice(1);
    return [
      { id: `describe${name}`, method: 'get', path, group: 'ogc', query: format, answers: { 200: json(collection) } },
      {
        id: `schemaOf${name}`,
        method: 'get',
        path: `${path}/schema`,
        group: 'ogc',
        query: format,
        answers: { 200: { mediaType: 'application/schema+json' } },
      },
      {
        id: `items${name}`,
        method: 'get',
        path: `${path}/items`,
        group: 'ogc',
        query,
        answers: { 200: { mediaType: GEOJSON, schema: pageOf(properties) } },
      },
      {
        id: `item${name}`,
        method: 'get',
        path: `${path}/items/{featureId}`,
        group: 'ogc',
        query: format,
        answers: { 200: { mediaType: GEOJSON, schema: featureOf(properties) } },
      },
    ];
  }),
];
