import type { z } from 'zod';

export const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
export type Method = (typeof METHODS)[number];

/** What one method of one address takes and gives: from these the OpenAPI documents and the docs page are made. */
export interface Operation {
  /** Unique; names the operation in generated clients and in `data/messages/{ar,en}/api.json`, which says what it does. */
  readonly id: string;
  readonly method: Method;
  /** With its parameters in braces: `/api/incidents/{id}`. */
  readonly path: string;
  /** The group it is listed in: a key of `groups` in `api.json`. */
  readonly group: Group;
  /** Of the parameters in the path; each is a string where absent. */
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: Content;
  /** By status. Problems are the same everywhere, and not told here. */
  readonly answers: Readonly<Record<number, Content | null>>;
}

export const GROUPS = ['read', 'library', 'map', 'curation', 'ingest', 'feeds', 'webhooks', 'ogc', 'access', 'system'] as const;
export type Group = (typeof GROUPS)[number];

/** A body: its media type, and its form where it has one. */
export interface Content {
  readonly mediaType: string;
  readonly schema?: z.ZodType;
}

/** A body of JSON. */
export function json(schema?: z.ZodType): Content {
  return { mediaType: 'application/json', ...(schema ? { schema } : {}) };
}
