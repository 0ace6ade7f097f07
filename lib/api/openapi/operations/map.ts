import { z } from 'zod';
import { countsQuery, eventsQuery } from '../../events-request';
import { facetsQuery } from '../../facets-request';
import { ATOM_TYPE, feedQuery } from '../../feed-request';
import { incidentsQuery, placesQuery } from '../../incidents-request';
import { tileJsonSchema, tileQuery, TILE_TYPE } from '../../tile-request';
import { madeWebhookSchema, newWebhookSchema, webhookSchema } from '../../webhooks-request';
import { pageForm, storedIncidentForm, storedMentionForm, storedPlaceForm } from '../forms';
import { json, type Operation } from '../operation';
import { FEATURE_OPERATIONS } from './ogc';

const tilePath = z.object({ z: z.int().min(0).max(14), x: z.int().min(0), y: z.int().min(0) });
const webhook = '/api/webhooks/{id}';

/** What lies on the map, in all the ways of asking for it, and who is told of it. */

export const MAP_OPERATIONS: readonly Operation[] = [
  {
    id: 'listIncidents',
    method: 'get',
    path: '/api/incidents',
    group: 'map',
    query: incidentsQuery,
    answers: { 200: json(pageForm(storedIncidentForm)), 304: null },
  },
  { id: 'getIncident', method: 'get', path: '/api/incidents/{id}', group: 'map', answers: { 200: json(storedIncidentForm), 304: null } },
  {
    id: 'listPlaces',
    method: 'get',
    path: '/api/places',
    group: 'map',
    query: placesQuery,
    answers: { 200: json(pageForm(storedPlaceForm)), 304: null },
  },
  {
    id: 'listMentions',
    method: 'get',
    path: '/api/mentions',
    group: 'map',
    query: placesQuery,
    answers: { 200: json(pageForm(storedMentionForm)), 304: null },
  },
  { id: 'listEvents', method: 'get', path: '/api/events', group: 'map', query: eventsQuery, answers: { 200: json() } },
  { id: 'countIncidents', method: 'get', path: '/api/counts', group: 'map', query: countsQuery, answers: { 200: json() } },
  { id: 'countFacets', method: 'get', path: '/api/facets', group: 'map', query: facetsQuery, answers: { 200: json() } },
  {
    id: 'getTile',
    method: 'get',
    path: '/tiles/{z}/{x}/{y}.mvt',
    group: 'map',
    params: tilePath,
    query: tileQuery,
    answers: { 200: { mediaType: TILE_TYPE }, 204: null, 304: null },
  },
  { id: 'getTileJson', method: 'get', path: '/tiles.json', group: 'map', query: tileQuery, answers: { 200: json(tileJsonSchema) } },
  {
    id: 'getFeed',
    method: 'get',
    path: '/feed.atom',
    group: 'map',
    query: feedQuery,
    answers: { 200: { mediaType: ATOM_TYPE }, 304: null },
  },
  { id: 'listWebhooks', method: 'get', path: '/api/webhooks', group: 'webhooks', answers: { 200: json(pageForm(webhookSchema)) } },
  {
    id: 'makeWebhook',
    method: 'post',
    path: '/api/webhooks',
    group: 'webhooks',
    body: json(newWebhookSchema),
    answers: { 201: json(madeWebhookSchema) },
  },
  { id: 'getWebhook', method: 'get', path: webhook, group: 'webhooks', answers: { 200: json(webhookSchema) } },
  {
    id: 'changeWebhook',
    method: 'put',
    path: webhook,
    group: 'webhooks',
    body: json(newWebhookSchema),
    answers: { 200: json(webhookSchema) },
  },
  { id: 'removeWebhook', method: 'delete', path: webhook, group: 'webhooks', answers: { 204: null } },
  // What lies under `/ogc` has a definition of its own too, in the version that its standard asks for.
  ...FEATURE_OPERATIONS.map((operation): Operation => ({ ...operation, path: operation.path === '/' ? '/ogc' : `/ogc${operation.path}` })),
  {
    id: 'getOpenApi',
    method: 'get',
    path: '/api/openapi.json',
    group: 'system',
    query: z.object({ locale: z.enum(['ar', 'en']).optional() }),
    answers: { 200: json() },
  },
];
