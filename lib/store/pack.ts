import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Geometry } from 'geojson';
import type { ArticleMap } from '../types';

/** Geometries of fewer characters stay where they are: a point costs less than a reference. */
const MIN_SHAPE = 200;

/** Stands for a geometry that is kept once for all articles: a country's outline has up to 20 kB. */
interface ShapeReference {
  readonly shape: string;
}

/** A map or feature whose larger geometries are references. */
export type Packed<T> = { readonly packed: T };

/**
 * JSON, deflated. Everything that an article says goes through it: a text with NUL or a lone surrogate, which PostgreSQL
 * refuses as text and SQLite changes, comes back as it was.
 */
export function deflate(value: unknown): Buffer {
  return deflateRawSync(JSON.stringify(value));
}

/** What `deflate` was given. `T` is trusted: only the store writes such bytes. */
export function inflate<T>(bytes: Uint8Array): T {
  return JSON.parse(inflateRawSync(bytes).toString('utf8')) as T;
}

/** A text fit for a column to search in and to sort by: without what no database keeps. */
export function columnText<T extends string | null>(text: T): T {
  return (text === null ? null : Buffer.from(text, 'utf8').toString('utf8').replaceAll('\0', '\ufffd')) as T;
}

export function sha256(data: string | Uint8Array): string {
  return createHash('sha256')
    .update(typeof data === 'string' ? Buffer.from(data, 'utf8') : data)
    .digest('hex');
}

/** Replaces the map's larger geometries by references and puts them into `shapes`, by id, as JSON. */
export function packMap(map: ArticleMap, shapes: Map<string, string>): Packed<ArticleMap> {
  const features = map.features.map((feature) => ({ ...feature, geometry: packGeometry(feature.geometry, shapes) as unknown as Geometry }));
  return { packed: { ...map, features } };
}

/** The geometry, or a reference to it. */
export function packGeometry(geometry: Geometry, shapes: Map<string, string>): Geometry | ShapeReference {
  const json = JSON.stringify(geometry);
  if (json.length < MIN_SHAPE) return geometry;
  const id = sha256(json).slice(0, 32);
  shapes.set(id, json);
  return { shape: id };
}

/** Ids of the shapes that features refer to. */
export function shapesOf(features: readonly { readonly geometry: unknown }[]): string[] {
  return [...new Set(features.map(({ geometry }) => shapeId(geometry)).filter((id) => id !== null))];
}

/** The feature with its geometry back in place. Throws where the shape is missing: the store is damaged. */
export function unpackFeature<T extends { readonly geometry: unknown }>(feature: T, shapes: ReadonlyMap<string, Geometry>): T {
  const id = shapeId(feature.geometry);
  if (id === null) return feature;
  const geometry = shapes.get(id);
  if (!geometry) throw new Error(`shape ${id} is missing`);
  return { ...feature, geometry };
}

function shapeId(geometry: unknown): string | null {
  return typeof geometry === 'object' && geometry !== null && 'shape' in geometry && typeof geometry.shape === 'string'
    ? geometry.shape
    : null;
}
