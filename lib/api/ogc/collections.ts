import { z } from 'zod';
import type { Box, Page, Paging, PlaceFilter } from '../../store/queries';
import type { Store } from '../../store/store';
import { incidentFilter, incidentShape, placeFilter, placeShape } from '../incident-query';
import { pagingShape } from '../query';
import { incidentProperties, mentionProperties, placeFeatureProperties } from './feature-forms';
import { incidentFeature, mentionFeature, placeFeature, type OgcFeature } from './features';

const DEFAULT_LIMIT = 100;
const MAX_LIMIT = 1_000;

const itemsShape = {
  ...pagingShape,
  // A limit past the most is no error here, but gets the most (OGC 17-069r4, 7.15.2).
  limit: z
    .string()
    .regex(/^\d{1,9}$/, `wanted a number from 1 to ${MAX_LIMIT}`)
    .transform((text) => Math.min(Number(text), MAX_LIMIT))
    .pipe(z.int().min(1, 'wanted at least 1'))
    .default(DEFAULT_LIMIT)
    .meta({ description: 'How many on a page.', type: 'integer', minimum: 1, maximum: MAX_LIMIT, default: DEFAULT_LIMIT }),
  f: z.literal('json', 'wanted json').optional().meta({ description: 'GeoJSON is the only format.' }),
};
const incidentItems = z.strictObject({ ...incidentShape, ...itemsShape });
const placeItems = z.strictObject({ ...placeShape, ...itemsShape });

type Feature = OgcFeature<object>;

/** What was asked of a collection's items, ready to be run. */
export interface ItemsQuestion {
  readonly box: Box | undefined;
  readonly limit: number;
  page(store: Store): Promise<Page<Feature>>;
  /** How many there are; null where there are more than `most`. */
  matched(store: Store, most: number): Promise<number | null>;
}

/** One collection of features: what it is called, what its features hold, and how the library is asked for them. */
export interface FeatureCollectionForm {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly properties: z.ZodObject;
  readonly query: z.ZodObject;
  ask(query: unknown): ItemsQuestion;
  item(store: Store, id: string): Promise<Feature | null>;
}

export const COLLECTIONS: readonly FeatureCollectionForm[] = [
  {
    id: 'incidents',
    title: 'Incidents',
    description:
      'What articles of the library say has happened, or may, where and when. Drawn where its place is: a point only for what is a point at map scale, else the area itself.',
    properties: incidentProperties,
    query: incidentItems,
    ask: (query) => {
      const asked = query as z.output<typeof incidentItems>;
      const filter = incidentFilter(asked);
      return {
        box: filter.box,
        limit: asked.limit,
        page: async (store) => mapPage(await store.incidents(filter, pageOf(asked)), incidentFeature),
        matched: (store, most) => store.matched('incidents', filter, most),
      };
    },
    item: async (store, id) => {
      const incident = await store.incident(id);
      return incident && incidentFeature(incident);
    },
  },
  {
    id: 'places',
    title: 'Places',
    description: 'Places that articles name, once for each article.',
    properties: placeFeatureProperties,
    query: placeItems,
    ask: askByPlace('places', (store, filter, paging) => store.places(filter, paging), placeFeature),
    item: async (store, id) => {
      const [article, place] = parted(id);
      const { items } = await store.places({ article, place }, { limit: 1 });
      return items[0] ? placeFeature(items[0]) : null;
    },
  },
  {
    id: 'mentions',
    title: 'Mentions',
    description: 'The words of articles that name places, each with the sentence it stands in, drawn as its place is.',
    properties: mentionProperties,
    query: placeItems,
    ask: askByPlace('mentions', (store, filter, paging) => store.mentions(filter, paging), mentionFeature),
    item: async (store, id) => {
      const [article] = parted(id);
      for (let cursor: string | null = null; ;) {
        const page: Page<Parameters<typeof mentionFeature>[0]> = await store.mentions({ article }, { limit: MAX_LIMIT, cursor });
        const found = page.items.find((mention) => mention.id === id);
        if (found) return mentionFeature(found);
        if (page.next === null) return null;
        cursor = page.next;
      }
    },
  },
];

/** Places and the words that name them are asked for alike. */
function askByPlace<A>(
  what: 'places' | 'mentions',
  list: (store: Store, filter: PlaceFilter, paging: Paging) => Promise<Page<A>>,
  toFeature: (item: A) => Feature,
): FeatureCollectionForm['ask'] {
  return (query) => {
    const asked = query as z.output<typeof placeItems>;
    const filter = placeFilter(asked);
    return {
      box: filter.box,
      limit: asked.limit,
      page: async (store) => mapPage(await list(store, filter, pageOf(asked)), toFeature),
      matched: (store, most) => store.matched(what, filter, most),
    };
  };
}

function pageOf({ limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined }): Paging {
  return { limit, cursor: cursor ?? null };
}

function mapPage<A, B>({ items, next }: Page<A>, map: (item: A) => B): Page<B> {
  return { items: items.map(map), next };
}

/** The article's id and the rest of an id of the library. */
function parted(id: string): [article: string, rest: string] {
  const slash = id.indexOf('/');
  return slash < 0 ? [id, ''] : [id.slice(0, slash), id.slice(slash + 1)];
}
