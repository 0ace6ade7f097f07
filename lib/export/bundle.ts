import ar from '../../data/messages/ar/bundle.json';
import en from '../../data/messages/en/bundle.json';
import type { Correction } from '../review/corrections';
import type { Article, ArticleMap, Language } from '../types';
import {
  BUNDLE_FORMAT,
  CORRECTIONS,
  FILE_NAME,
  MACHINE_MAP,
  OUTSIDE_MANIFEST,
  REQUIRED_FILES,
  sha256,
  sumsOf,
  type ArticleFile,
  type Manifest,
} from './bundle-format';
import { toCsv } from './csv';
import { toIncidentsCsv } from './incidents-csv';
import { UNZIP_LIMITS } from './unzip';
import { zip } from './zip';

export interface BundleInput {
  /** As it was given to the engine: a bundle is checked by giving it again. */
  readonly article: Article;
  /** The map to answer for. */
  readonly map: ArticleMap;
  /** What the engine gave, where `map` has been changed by a person since; else null. */
  readonly machineMap: ArticleMap | null;
  /** The log that made `map` of `machineMap`; empty where there is none. */
  readonly corrections: readonly Correction[];
  /** The language of the map's names. */
  readonly reader: Language;
  readonly createdAt: Date;
  readonly versions: { readonly engine: string; readonly node: string };
  /** Further files by name, such as a figure. */
  readonly attachments: ReadonlyMap<string, Uint8Array>;
}

export interface Bundle {
  readonly zip: Uint8Array;
  /** SHA-256 of `manifest.json`: kept elsewhere, it tells this bundle from any other. */
  readonly manifestSha256: string;
}

/**
 * An article and its map as a zip archive that can be checked later, with `verifyBundle`. The same input gives the same
 * bytes. Throws where the map is not this text's, where the text cannot be stored as UTF-8 (halves of surrogate pairs),
 * and where an attachment has a name that is taken or not plain, or the bundle would be too large to be opened again.
 */
export function toBundle(input: BundleInput): Bundle {
  const { article, map, machineMap, corrections, attachments } = input;
  const text = new TextEncoder().encode(article.text);
  if (new TextDecoder('utf-8', { ignoreBOM: true }).decode(text) !== article.text)
    throw new Error('article: wanted text that UTF-8 can hold, got one with half a surrogate pair');
  for (const { article: of } of [map, ...(machineMap ? [machineMap] : [])])
    if (of.sha256 !== sha256(text))
      throw new Error(`map: wanted the map of the text with SHA-256 ${sha256(text)}, got that of ${of.sha256}`);

  const files = new Map<string, Uint8Array>([['article.txt', text]]);
  const add = (name: string, content: string) => files.set(name, new TextEncoder().encode(content));
  add('article.json', pretty(articleFile(article, map)));
  add('map.geojson', pretty(map));
  if (machineMap) add(MACHINE_MAP, pretty(machineMap));
  if (corrections.length > 0) add(CORRECTIONS, pretty(corrections));
  add('places.csv', toCsv([map]));
  add('incidents.csv', toIncidentsCsv([map]));
  for (const [name, bytes] of attachments) {
    checkName(name, files);
    files.set(name, bytes);
  }
  add('README.txt', readme(input, [...files.keys()]));
  add('manifest.json', pretty(manifestOf(input, files)));
  const manifestSha256 = sha256(files.get('manifest.json') ?? new Uint8Array());
  add('SHA256SUMS', sumsOf(files));
  checkSize(files);
  return { zip: zip(files), manifestSha256 };
}

function articleFile({ text, ...known }: Article, { article }: ArticleMap): ArticleFile {
  return { id: article.id, ...known, detectedLanguage: article.language, sha256: article.sha256, length: text.length };
}

function manifestOf({ article, map, reader, createdAt, versions }: BundleInput, files: ReadonlyMap<string, Uint8Array>): Manifest {
  return {
    ...BUNDLE_FORMAT,
    createdAt: createdAt.toISOString(),
    reader,
    versions: { ...versions, gazetteer: map.gazetteer.version },
    text: { sha256: map.article.sha256, length: article.text.length, bytes: files.get('article.txt')?.byteLength ?? 0 },
    files: [...files]
      .map(([name, bytes]) => ({ name, bytes: bytes.byteLength, sha256: sha256(bytes) }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

function checkName(name: string, files: ReadonlyMap<string, Uint8Array>): void {
  if (!FILE_NAME.test(name))
    throw new Error(`attachment: wanted a name of Latin letters, digits, dots, dashes and underscores, got ${JSON.stringify(name)}`);
  const taken = [...REQUIRED_FILES, MACHINE_MAP, CORRECTIONS, ...files.keys()].some((other) => other.toLowerCase() === name.toLowerCase());
  if (taken) throw new Error(`attachment: wanted another name than ${JSON.stringify(name)}, which is taken`);
}

function checkSize(files: ReadonlyMap<string, Uint8Array>): void {
  const bytes = [...files.values()].reduce((sum, file) => sum + file.byteLength, 0);
  if (files.size > UNZIP_LIMITS.entries || bytes > UNZIP_LIMITS.bytes)
    throw new Error(
      `bundle: wanted at most ${UNZIP_LIMITS.entries} files of ${UNZIP_LIMITS.bytes} bytes in all, got ${files.size} of ${bytes}`,
    );
}

/** In both languages, whoever opens it. A file's name stands on a line of its own, so that neither direction upsets the other. */
function readme({ createdAt, versions }: BundleInput, names: readonly string[]): string {
  return [ar, en]
    .map((words) => {
      const meanings: Readonly<Record<string, string>> = words.files;
      const listed = [...names, 'README.txt', ...OUTSIDE_MANIFEST].sort();
      const made = words.made.replace('{createdAt}', createdAt.toISOString()).replace('{engine}', () => versions.engine);
      const files = listed.flatMap((name) => [name, `    ${meanings[name] ?? words.attachment}`]);
      return [words.title, '', made, '', ...files, '', ...words.howTo].join('\n');
    })
    .join('\n\n----------------------------------------\n\n')
    .concat('\n');
}

/** Indented JSON, each position on one line. A string cannot be caught: within one, a new line is written `\n`. */
function pretty(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(/\[\n\s+(-?[\d.e+-]+),\n\s+(-?[\d.e+-]+)\n\s+\]/g, '[$1, $2]') + '\n';
}
