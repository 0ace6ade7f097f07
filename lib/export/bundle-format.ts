import { createHash } from 'node:crypto';
import { z } from 'zod';

/** What an evidence bundle is, for whoever writes and whoever checks one. A change that an old reader cannot read raises it. */
export const BUNDLE_FORMAT = { format: 'incident-map-evidence', formatVersion: 1 } as const;

/** Files that every bundle holds. */
export const REQUIRED_FILES = [
  'README.txt',
  'SHA256SUMS',
  'article.json',
  'article.txt',
  'incidents.csv',
  'manifest.json',
  'map.geojson',
  'places.csv',
] as const;
/** What the engine gave, where a person has changed the map since. */
export const MACHINE_MAP = 'machine.geojson';
/** The corrections that make the one of the other, in the order in which they were made. */
export const CORRECTIONS = 'corrections.json';
/** Files that no manifest names: itself, and the sums that name it. */
export const OUTSIDE_MANIFEST: readonly string[] = ['manifest.json', 'SHA256SUMS'];

/** No folders, nothing hidden, the same on every file system. */
export const FILE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;
const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);
const size = z.number().int().nonnegative();

export const versionsSchema = z.object({
  /** Of package.json. */
  engine: z.string(),
  gazetteer: z.string(),
  /** What ran it; not asked for again, because the engine does not depend on it. */
  node: z.string(),
});
export type Versions = z.infer<typeof versionsSchema>;

/** `manifest.json`. */
export const manifestSchema = z.object({
  format: z.literal(BUNDLE_FORMAT.format),
  formatVersion: z.literal(BUNDLE_FORMAT.formatVersion),
  /** ISO 8601, UTC. */
  createdAt: z.iso.datetime(),
  /** The language of the map's names. */
  reader: z.enum(['ar', 'en']),
  versions: versionsSchema,
  /** `length` in UTF-16 units, as offsets count; `bytes` in UTF-8. */
  text: z.object({ sha256: sha256Schema, length: size, bytes: size }),
  files: z.array(z.object({ name: z.string().regex(FILE_NAME), bytes: size, sha256: sha256Schema })),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** `article.json`: the article without its text, as it was given, and how it is known. */
export const articleFileSchema = z.object({
  id: z.string(),
  title: z.string().nullable(),
  url: z.string().nullable(),
  source: z.string().nullable(),
  publishedAt: z.string().nullable(),
  /** As given; null where it was detected. */
  language: z.string().nullable(),
  detectedLanguage: z.string(),
  sha256: sha256Schema,
  length: size,
});
export type ArticleFile = z.infer<typeof articleFileSchema>;

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The lines of `SHA256SUMS`, as coreutils reads them: of every file but itself, by name. */
export function sumsOf(files: ReadonlyMap<string, Uint8Array>): string {
  const names = [...files.keys()].filter((name) => name !== 'SHA256SUMS').sort();
  return names.map((name) => `${sha256(files.get(name) ?? new Uint8Array())}  ${name}\n`).join('');
}
