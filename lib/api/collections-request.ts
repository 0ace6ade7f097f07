import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Collection } from '../store/records';
import type { Store } from '../store/store';
import { answerJson } from './answers';
import { notThere, parseInput } from './errors';
import { readJson } from './read-json';

const MAX_BYTES = 1024 * 1024;
const MAX_NAME = 200;
/** Articles that are put in, or taken out, at once. */
const MAX_ARTICLES = 1_000;

/** A collection's name. */
export const collectionSchema = z.object(
  {
    name: z
      .string({ error: 'wanted a string' })
      .trim()
      .min(1, 'wanted at least 1 character')
      .max(MAX_NAME, `wanted at most ${MAX_NAME} characters`),
  },
  { error: 'wanted {"name": "…"} as a JSON object' },
);

const ids = z.array(z.string().min(1).max(300)).max(MAX_ARTICLES, `wanted at most ${MAX_ARTICLES} articles`).default([]);
/** Ids of articles to put into a collection and to take out of it. */
export const membersSchema = z.object({ add: ids, remove: ids }, { error: 'wanted {"add": […], "remove": […]} as a JSON object' });

const TITLES = { tooLong: 'This is too much for a collection', wrong: 'This is no collection' };

/** Answers `GET /api/collections`: all of them, the oldest first. */
export async function listCollections(request: Request, store: Store): Promise<Response> {
  return answerJson(request, { collections: await store.collections() });
}

/** Answers `POST /api/collections`: makes one, 201. */
export async function makeCollection(request: Request, store: Store): Promise<Response> {
  const { name } = await readCollection(request);
  const id = randomUUID();
  await store.putCollection({ id, name, createdAt: new Date().toISOString() });
  return answerJson(request, await find(store, id), { status: 201, headers: { location: `/api/collections/${id}` } });
}

/** Answers `GET /api/collections/{id}`. */
export async function getCollection(request: Request, store: Store, id: string): Promise<Response> {
  return answerJson(request, await find(store, id));
}

/** Answers `PUT /api/collections/{id}`: names it anew. */
export async function renameCollection(request: Request, store: Store, id: string): Promise<Response> {
  const { name } = await readCollection(request);
  const { createdAt } = await find(store, id);
  await store.putCollection({ id, name, createdAt });
  return answerJson(request, await find(store, id));
}

/** Answers `DELETE /api/collections/{id}`: 204; its articles stay. */
export async function removeCollection(store: Store, id: string): Promise<Response> {
  if (!(await store.removeCollection(id))) throw notThere('collection', id);
  return new Response(null, { status: 204 });
}

/** Answers `PATCH /api/collections/{id}/articles`: puts articles in and takes others out. */
export async function changeMembers(request: Request, store: Store, id: string): Promise<Response> {
  const { add, remove } = parseInput(membersSchema, await readJson(request, MAX_BYTES, 'list of articles'), TITLES);
  await find(store, id);
  if (add.length > 0) await store.addToCollection(id, add);
  if (remove.length > 0) await store.removeFromCollection(id, remove);
  return answerJson(request, await find(store, id));
}

async function readCollection(request: Request): Promise<{ name: string }> {
  return parseInput(collectionSchema, await readJson(request, MAX_BYTES, 'collection'), TITLES);
}

async function find(store: Store, id: string): Promise<Collection> {
  const found = (await store.collections()).find((collection) => collection.id === id);
  if (!found) throw notThere('collection', id);
  return found;
}
