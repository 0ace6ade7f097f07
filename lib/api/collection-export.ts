import { z } from 'zod';
import { writeTable } from '../export/tables';
import type { Store } from '../store/store';
import type { ArticleMap } from '../types';
import { InputError, notThere } from './errors';
import { EXPORTS } from './export-request';
import { contentDisposition, fileNameOf } from './file-name';
import { inLanguage } from './map-language';
import { incidentFeature } from './ogc/features';
import { readQuery } from './query';
import { askedLanguage } from './reader-language';

/** A file is made whole before it is sent: of more articles, `/ogc` gives pages and the command `store export` gives all. */
const MAX_ARTICLES = 2_000;
const PAGE = 500;
const FORMATS = ['geojson', 'csv', 'incidents-csv', 'kml', 'kmz', 'gpx'] as const;

/** Parameters of a collection's file. */
export const collectionExportQuery = z.strictObject({
  format: z.enum(FORMATS, `wanted one of ${FORMATS.join(', ')}`).meta({
    description: '`geojson`: incidents with their places; `csv`: places, a row for each mention; `incidents-csv`: incidents, a row each.',
  }),
  locale: z.enum(['ar', 'en'], 'wanted ar or en').optional().meta({ description: 'The language of names.' }),
});

/** Answers `GET /api/collections/{id}/export?format=csv`: what its articles say, as reviewed, in one file. */
export async function exportCollection(request: Request, store: Store, id: string): Promise<Response> {
  const { format } = readQuery(request, collectionExportQuery);
  const reader = askedLanguage(request);
  const collection = (await store.collections()).find((one) => one.id === id);
  if (!collection) throw notThere('collection', id);
  if (collection.articles > MAX_ARTICLES)
    throw new InputError(413, 'The collection is too large for one file', [
      {
        field: 'collection',
        got: `${collection.articles} articles`,
        wanted: `wanted at most ${MAX_ARTICLES}; /ogc gives more, page by page`,
      },
    ]);
  const content =
    format === 'geojson'
      ? await incidentsOf(store, id)
      : writeTable(
          format,
          (await mapsOf(store, id)).map((map) => inLanguage(map, reader)),
          reader,
        );
  const { extension, mediaType } = EXPORTS[format];
  const name = fileNameOf({ title: collection.name, publishedAt: new Date().toISOString() }, extension);
  return new Response(typeof content === 'string' ? content : new Uint8Array(content), {
    headers: { 'content-type': mediaType, 'content-disposition': contentDisposition(name), 'cache-control': 'no-store' },
  });
}

async function incidentsOf(store: Store, collection: string): Promise<string> {
  const features: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page: Awaited<ReturnType<Store['incidents']>> = await store.incidents(
      { articles: { collection } },
      { limit: PAGE, cursor: cursor ?? null },
    );
    features.push(...page.items.map((incident) => JSON.stringify(incidentFeature(incident))));
    cursor = page.next;
  }
  return `{"type":"FeatureCollection","features":[${features.join(',\n')}]}`;
}

async function mapsOf(store: Store, collection: string): Promise<ArticleMap[]> {
  const maps: ArticleMap[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page: Awaited<ReturnType<Store['list']>> = await store.list({ collection }, { limit: PAGE, cursor: cursor ?? null });
    for (const { id } of page.items) {
      const map = await store.shown(id);
      if (map) maps.push(map);
    }
    cursor = page.next;
  }
  return maps;
}
