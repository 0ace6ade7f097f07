import { z } from 'zod';
import { writeTable } from '../export/tables';
import type { IncidentFilter } from '../store/queries';
import type { Store } from '../store/store';
import type { ArticleMap } from '../types';
import { InputError, notThere } from './errors';
import { EXPORTS } from './export-request';
import { contentDisposition, fileNameOf } from './file-name';
import { inLanguage } from './map-language';
import { incidentFilter, incidentShape } from './incident-query';
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
  from: incidentShape.from,
  to: incidentShape.to,
  type: incidentShape.type,
  status: incidentShape.status,
});

/** Answers `GET /api/collections/{id}/export?format=csv`: what its articles say, as reviewed, in one file; of incidents those that pass the filters. */
export async function exportCollection(request: Request, store: Store, id: string): Promise<Response> {
  const { format, ...asked } = readQuery(request, collectionExportQuery);
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
      ? await incidentsOf(store, { ...incidentFilter(asked), articles: { collection: id } })
      : writeTable(
          format,
          (await mapsOf(store, id)).map((map) => inLanguage(passing(map, asked), reader)),
          reader,
        );
  const { extension, mediaType } = EXPORTS[format];
  const name = fileNameOf({ title: collection.name, publishedAt: new Date().toISOString() }, extension);
  return new Response(typeof content === 'string' ? content : new Uint8Array(content), {
    headers: { 'content-type': mediaType, 'content-disposition': contentDisposition(name), 'cache-control': 'no-store' },
  });
}

type Asked = Pick<z.output<typeof collectionExportQuery>, 'from' | 'to' | 'type' | 'status'>;

/** The map with those of its incidents that pass; one without a date passes no filter of days. */
function passing(map: ArticleMap, { from, to, type, status }: Asked): ArticleMap {
  const incidents = map.incidents.filter(
    (incident) =>
      (!type || type.some((one) => one === incident.type)) &&
      (!status || status.includes(incident.status)) &&
      ((!from && !to) || (incident.date !== null && (!to || incident.date.start <= to) && (!from || incident.date.end >= from))),
  );
  return { ...map, incidents };
}

async function incidentsOf(store: Store, filter: IncidentFilter): Promise<string> {
  const features: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page: Awaited<ReturnType<Store['incidents']>> = await store.incidents(filter, { limit: PAGE, cursor: cursor ?? null });
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
