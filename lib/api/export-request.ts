import { z } from 'zod';
import { toBundle } from '../export/bundle';
import { FILE_NAME } from '../export/bundle-format';
import { engineVersion } from '../export/engine-version';
import { loadHtmlParts, toHtml, type HtmlParts } from '../export/html';
import { TABLE_FORMATS, writeTable, type TableFormat } from '../export/tables';
import { applyCorrections, CorrectionError } from '../review/apply-corrections';
import { logSchema } from '../review/corrections';
import type { Article, ArticleMap, Language } from '../types';
import { mapArticle } from './engine';
import { InputError, parseInput, problemResponse } from './errors';
import { contentDisposition, fileNameOf } from './file-name';
import { MAX_ARTICLE_BYTES, sharedEngine } from './geoparse-request';
import { readJson } from './read-json';
import { askedLanguage } from './reader-language';
import { articleSchema } from './schemas';

/** What the page's menu offers: name, ending and media type of each. */
export const EXPORTS = {
  geojson: { extension: 'geojson', mediaType: 'application/geo+json; charset=utf-8' },
  csv: { extension: 'places.csv', mediaType: 'text/csv; charset=utf-8; header=present' },
  'incidents-csv': { extension: 'incidents.csv', mediaType: 'text/csv; charset=utf-8; header=present' },
  kml: { extension: 'kml', mediaType: 'application/vnd.google-earth.kml+xml; charset=utf-8' },
  kmz: { extension: 'kmz', mediaType: 'application/vnd.google-earth.kmz' },
  gpx: { extension: 'gpx', mediaType: 'application/gpx+xml; charset=utf-8' },
  html: { extension: 'html', mediaType: 'text/html; charset=utf-8' },
  bundle: { extension: 'zip', mediaType: 'application/zip' },
} as const satisfies Record<string, { extension: string; mediaType: string }>;
export type ExportFormat = keyof typeof EXPORTS;

/** The SHA-256 of a bundle's manifest, to be kept elsewhere. */
export const MANIFEST_HEADER = 'x-manifest-sha256';
/** Further files of a bundle, such as a figure: so many, of so many bytes in all. */
const MAX_ATTACHMENTS = 8;
const MAX_ATTACHED_BYTES = 24 * 1024 * 1024;
/** Base64 has four characters for three bytes. */
const MAX_NOTE = 1_000;
/** Some are drawn, and have an area of many points. */
const MAX_CORRECTIONS_BYTES = 8 * 1024 * 1024;
const MAX_BODY_BYTES = MAX_ARTICLE_BYTES + MAX_CORRECTIONS_BYTES + Math.ceil((MAX_ATTACHED_BYTES * 4) / 3);

export const requestSchema = z.object(
  {
    article: articleSchema,
    corrections: logSchema.default([]),
    /** What a page of its own says before the first line, such as that the events are made up. */
    note: z.string({ error: 'wanted a string' }).max(MAX_NOTE, `wanted at most ${MAX_NOTE} characters`).nullish(),
    attachments: z
      .array(
        z.object({
          name: z.string().regex(FILE_NAME, 'wanted a name of Latin letters, digits, dots, dashes and underscores'),
          base64: z.base64({ error: 'wanted base64' }),
        }),
        { error: 'wanted a list of files' },
      )
      .max(MAX_ATTACHMENTS, `wanted at most ${MAX_ATTACHMENTS} files`)
      .default([]),
  },
  { error: 'wanted {"article": {…}} as a JSON object' },
);
type ExportRequest = z.infer<typeof requestSchema>;

/** What pages of their own are made of, read when the first is asked for. */
let parts: HtmlParts | null = null;

/** Answers `POST /api/export?format=kml&locale=ar`: the article is read again, and given as a file. */
export async function exportRequest(request: Request): Promise<Response> {
  try {
    const format = formatOf(request);
    const asked = parseInput(requestSchema, await readJson(request, MAX_BODY_BYTES));
    const reader = askedLanguage(request);
    const machineMap = mapArticle(asked.article, sharedEngine(), reader);
    const map = corrected(machineMap, asked);
    const { content, headers } = await write(format, asked, machineMap, map, reader);
    const { extension, mediaType } = EXPORTS[format];
    return new Response(typeof content === 'string' ? content : new Uint8Array(content), {
      headers: {
        'content-type': mediaType,
        'content-disposition': contentDisposition(fileNameOf(map.article, extension)),
        'cache-control': 'no-store',
        ...headers,
      },
    });
  } catch (error) {
    return problemResponse(error);
  }
}

function formatOf(request: Request): ExportFormat {
  const asked = new URL(request.url).searchParams.get('format');
  const formats = Object.keys(EXPORTS) as ExportFormat[];
  const format = formats.find((name) => name === asked);
  if (format !== undefined) return format;
  throw new InputError(400, 'There is no such format', [
    {
      field: 'format',
      got: asked === null ? 'nothing' : JSON.stringify(asked.slice(0, 60)),
      wanted: `wanted one of ${formats.join(', ')}`,
    },
  ]);
}

function corrected(machineMap: ArticleMap, { article, corrections }: ExportRequest): ArticleMap {
  try {
    return applyCorrections(machineMap, article.text, corrections);
  } catch (error) {
    if (!(error instanceof CorrectionError)) throw error;
    throw refused('corrections', `correction ${error.correction}`, `wanted corrections of this article: ${error.message}`);
  }
}

interface Written {
  readonly content: string | Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
}

async function write(
  format: ExportFormat,
  asked: ExportRequest,
  machineMap: ArticleMap,
  map: ArticleMap,
  reader: Language,
): Promise<Written> {
  if (format === 'bundle') return writeBundle(asked, machineMap, map, reader);
  if (asked.attachments.length > 0)
    throw new InputError(400, 'Only a bundle holds further files', [
      { field: 'attachments', got: `${asked.attachments.length} files`, wanted: `wanted none for ${format}` },
    ]);
  if (isTable(format)) return { content: writeTable(format, [map], reader), headers: {} };
  if (format === 'html') {
    parts ??= loadHtmlParts();
    const options = { reader, note: asked.note ?? null, createdAt: new Date(), engine: engineVersion() };
    return { content: await toHtml(plainArticle(asked.article), map, parts, options), headers: {} };
  }
  return { content: JSON.stringify(map), headers: {} };
}

function isTable(format: ExportFormat): format is TableFormat {
  return (TABLE_FORMATS as readonly string[]).includes(format);
}

function writeBundle(
  { article, corrections, attachments }: ExportRequest,
  machineMap: ArticleMap,
  map: ArticleMap,
  reader: Language,
): Written {
  const files = new Map(attachments.map(({ name, base64 }) => [name, Buffer.from(base64, 'base64')]));
  const bytes = [...files.values()].reduce((sum, file) => sum + file.byteLength, 0);
  if (files.size < attachments.length) throw refused('attachments', 'a name twice', 'wanted each file under a name of its own');
  if (bytes > MAX_ATTACHED_BYTES) throw refused('attachments', `${bytes} bytes`, `wanted at most ${MAX_ATTACHED_BYTES} bytes in all`);
  try {
    const { zip, manifestSha256 } = toBundle({
      article: plainArticle(article),
      map,
      machineMap: corrections.length > 0 ? machineMap : null,
      corrections,
      reader,
      createdAt: new Date(),
      versions: { engine: engineVersion(), node: process.version },
      attachments: files,
    });
    return { content: zip, headers: { [MANIFEST_HEADER]: manifestSha256 } };
  } catch (error) {
    // What a bundle refuses is in what was sent: half a surrogate pair in the text, or a name that is taken.
    if (!(error instanceof Error)) throw error;
    throw refused('body', 'what no bundle can hold', `wanted something else: ${error.message}`);
  }
}

function plainArticle({ text, title, url, source, publishedAt, language }: Article): Article {
  return { text, title, url, source, publishedAt, language };
}

function refused(field: string, got: string, wanted: string): InputError {
  return new InputError(400, 'This cannot be exported', [{ field, got, wanted }]);
}
