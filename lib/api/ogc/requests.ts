import { bboxPolygon, booleanIntersects } from '@turf/turf';
import { z } from 'zod';
import type { Box } from '../../store/queries';
import { answerJson, pageAddress } from '../answers';
import { notThere, problemResponse } from '../errors';
import { withLibrary } from '../library';
import { originOf } from '../origin';
import { idInPath, readQuery } from '../query';
import { COLLECTIONS, type FeatureCollectionForm } from './collections';
import { ogcDefinition } from './definition';
import type { OgcFeature } from './features';

const GEOJSON = 'application/geo+json';
const JSON_TYPE = 'application/json';
const SCHEMA_TYPE = 'application/schema+json';
export const OPENAPI_30 = 'application/vnd.oai.openapi+json;version=3.0';
const CRS84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84';
const CONFORMANCE = ['core', 'geojson', 'oas30'].map((part) => `http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/${part}`);
/** Past so many it is not said how many features match: counting them would cost more than giving them. */
const MAX_COUNTED = 10_000;

const formatQuery = z.strictObject({ f: z.literal('json', 'wanted json').optional() });

/** Answers what lies under `/ogc`: OGC API – Features, Part 1: Core, with GeoJSON and OpenAPI 3.0 (OGC 17-069r4). */
export async function ogcRequest(request: Request): Promise<Response> {
  try {
    const [, , ...steps] = new URL(request.url).pathname.replace(/\/$/, '').split('/');
    const [first, collection, kind, ...rest] = steps;
    if (first === 'collections' && collection !== undefined && kind === 'items') {
      const form = formOf(collection);
      return rest.length === 0 ? await items(request, form) : await item(request, form);
    }
    readQuery(request, formatQuery);
    if (first === undefined) return landing(request);
    if (first === 'conformance' && steps.length === 1) return answerJson(request, { conformsTo: CONFORMANCE });
    if (first === 'api' && steps.length === 1)
      return answerJson(request, ogcDefinition(`${originOf(request)}/ogc`), { mediaType: OPENAPI_30 });
    if (first === 'collections' && steps.length === 1) return collections(request);
    if (first === 'collections' && steps.length === 2) return answerJson(request, collectionOf(request, formOf(collection ?? '')));
    if (first === 'collections' && steps.length === 3 && kind === 'schema')
      return answerJson(request, schemaOf(formOf(collection ?? '')), { mediaType: SCHEMA_TYPE });
    throw notThere('page', steps.join('/'));
  } catch (error) {
    return problemResponse(error);
  }
}

function formOf(id: string): FeatureCollectionForm {
  const form = COLLECTIONS.find((one) => one.id === id);
  if (!form) throw notThere('collection', id);
  return form;
}

function landing(request: Request): Response {
  const base = `${originOf(request)}/ogc`;
  return answerJson(request, {
    title: 'Incident Map',
    description: 'Incidents, places and mentions that articles tell of.',
    links: [
      link(base, 'self', JSON_TYPE, 'This document'),
      link(`${base}/api`, 'service-desc', OPENAPI_30, 'The definition of this API'),
      link(`${base}/conformance`, 'conformance', JSON_TYPE, 'What this API conforms to'),
      link(`${base}/collections`, 'data', JSON_TYPE, 'The collections'),
    ],
  });
}

function collections(request: Request): Response {
  const base = `${originOf(request)}/ogc`;
  return answerJson(request, {
    links: [link(`${base}/collections`, 'self', JSON_TYPE, 'This document')],
    collections: COLLECTIONS.map((form) => collectionOf(request, form)),
  });
}

function collectionOf(request: Request, { id, title, description }: FeatureCollectionForm): object {
  const own = `${originOf(request)}/ogc/collections/${id}`;
  return {
    id,
    title,
    description,
    itemType: 'feature',
    crs: [CRS84],
    extent: { spatial: { bbox: [[-180, -90, 180, 90]], crs: CRS84 }, temporal: { interval: [[null, null]] } },
    links: [
      link(own, 'self', JSON_TYPE, title),
      link(`${own}/items`, 'items', GEOJSON, title),
      link(`${own}/schema`, 'describedby', SCHEMA_TYPE, 'The properties of its features'),
    ],
  };
}

/** The properties of a collection's features, as JSON Schema. */
function schemaOf({ id, title, properties }: FeatureCollectionForm): object {
  return { $id: id, title, ...z.toJSONSchema(properties, { target: 'draft-2020-12' }) };
}

function items(request: Request, form: FeatureCollectionForm): Promise<Response> {
  return withLibrary(async (store) => {
    const { box, ...question } = form.ask(readQuery(request, form.query));
    const origin = originOf(request);
    const page = await question.page(store);
    const features = box ? page.items.filter((feature) => liesIn(feature, box)) : page.items;
    // The library finds by boxes, and what only its box touches is left out here: how many there are is then not known.
    const matched = box ? null : await question.matched(store, MAX_COUNTED);
    const own = new URL(request.url);
    const links = [link(`${origin}${own.pathname}${own.search}`, 'self', GEOJSON, 'This page')];
    if (page.next !== null) links.push(link(`${origin}${pageAddress(request, page.next)}`, 'next', GEOJSON, 'The next page'));
    const body = {
      type: 'FeatureCollection',
      ...(matched === null ? {} : { numberMatched: matched }),
      numberReturned: features.length,
      links,
      features,
    };
    return answerJson(request, body, { mediaType: GEOJSON });
  });
}

function item(request: Request, form: FeatureCollectionForm): Promise<Response> {
  return withLibrary(async (store) => {
    readQuery(request, formatQuery);
    const prefix = `/ogc/collections/${form.id}/items/`;
    const id = idInPath(request, prefix);
    const feature = await form.item(store, id);
    if (!feature) throw notThere('feature', id);
    const collection = `${originOf(request)}/ogc/collections/${form.id}`;
    const links = [
      link(`${collection}/items/${encodeURIComponent(id)}`, 'self', GEOJSON, 'This feature'),
      link(collection, 'collection', JSON_TYPE, form.title),
    ];
    return answerJson(request, { ...feature, links }, { mediaType: GEOJSON });
  });
}

/** Whether the geometry itself touches the box, and not only its own box. */
function liesIn({ geometry }: OgcFeature<object>, [west, south, east, north]: Box): boolean {
  if (geometry === null) return false;
  const boxes =
    west <= east ? [[west, south, east, north] as const] : [[west, south, 180, north] as const, [-180, south, east, north] as const];
  return boxes.some((box) => booleanIntersects(geometry, bboxPolygon([...box])));
}

function link(href: string, rel: string, type: string, title: string) {
  return { href, rel, type, title };
}
