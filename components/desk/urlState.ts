import { isDay } from '@/components/article/draft';
import { NO_FILTER, type IncidentFilter } from '@/components/incidents/filter';
import type { ListOrder } from '@/components/incidents/order';
import { INCIDENT_SLUGS } from '@/components/incidents/types';
import { formatViewpoint, parseViewpoint, type Viewpoint } from '@/components/map/viewpoint';
import { INCIDENT_STATUSES } from '@/lib/types';

/** The article that was pasted: it has no address, since its text never leaves the browser but to be read. */
export const OWN_ARTICLE = 'own';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const VIEWS = ['article', 'places', 'incidents', 'own'] as const;
export type View = (typeof VIEWS)[number];

/** What the address says of the desk, and so what a reload, a link or the language switch brings back. */
export interface UrlState {
  /** A sample's id, `own`, or null for the first sample. */
  readonly article: string | null;
  /** An article of the library by its id there, in place of the others; null for none. */
  readonly saved: string | null;
  /** The date of publication that the visitor gave, `YYYY-MM-DD`; null leaves the article's own. */
  readonly published: string | null;
  /** The chosen place, or else the chosen incident, and, from 1, which of its mentions or passages. */
  readonly place: string | null;
  readonly incident: string | null;
  readonly mention: number;
  /** Which incidents are shown. */
  readonly filter: IncidentFilter;
  /** In which order the incidents are listed. */
  readonly order: ListOrder;
  /** Whether governments and groups are shown. */
  readonly names: boolean;
  readonly theme: Theme;
  readonly view: View;
  /** Whether the article is being reviewed. */
  readonly review: boolean;
  /** Where the map's camera stands; null where it opened. */
  readonly map: Viewpoint | null;
  /** Whether the built-in basemap is wanted where another is configured. */
  readonly embeddedBasemap: boolean;
}

/** What another article begins with: nothing chosen, nothing held back, its own date. */
export const FRESH = {
  saved: null,
  published: null,
  place: null,
  incident: null,
  mention: 1,
  filter: NO_FILTER,
  order: 'text',
  view: 'article',
  review: false,
  map: null,
} as const;

interface Params {
  get(name: string): string | null;
  getAll(name: string): string[];
}

/** Reads the state out of an address's query. What it does not understand counts as left out. */
export function parseUrlState(params: Params): UrlState {
  const mention = Number(params.get('mention'));
  const place = params.get('place');
  return {
    article: params.get('article'),
    saved: params.get('saved'),
    published: dayOf(params.get('published')),
    place,
    incident: place === null ? params.get('incident') : null,
    mention: Number.isInteger(mention) && mention > 0 ? mention : 1,
    filter: {
      types: INCIDENT_SLUGS.filter((slug) => params.getAll('type').includes(slug)),
      statuses: INCIDENT_STATUSES.filter((status) => params.getAll('status').includes(status)),
      actors: params.getAll('actor').filter((name) => name !== ''),
      from: dayOf(params.get('from')),
      to: dayOf(params.get('to')),
    },
    order: params.get('order') === 'date' ? 'date' : 'text',
    names: params.get('names') !== 'off',
    theme: THEMES.find((theme) => theme === params.get('theme')) ?? 'system',
    view: VIEWS.find((view) => view === params.get('view')) ?? 'article',
    review: params.get('review') === 'on',
    map: parseViewpoint(params.get('map')),
    embeddedBasemap: params.get('basemap') === 'embedded',
  };
}

/** The query that `parseUrlState` reads, with what is as usual left out: `?article=x&place=y`, or nothing at all. */
export function formatUrlState(state: UrlState): string {
  const params = new URLSearchParams();
  const add = (name: string, value: string | null) => {
    if (value !== null) params.append(name, value);
  };
  add('article', state.article);
  add('saved', state.saved);
  add('published', state.published);
  add('place', state.place);
  if (state.place === null) add('incident', state.incident);
  if ((state.place ?? state.incident) !== null && state.mention > 1) params.set('mention', String(state.mention));
  state.filter.types.forEach((slug) => add('type', slug));
  state.filter.statuses.forEach((status) => add('status', status));
  state.filter.actors.forEach((name) => add('actor', name));
  add('from', state.filter.from);
  add('to', state.filter.to);
  if (state.order !== 'text') params.set('order', state.order);
  if (!state.names) params.set('names', 'off');
  if (state.theme !== 'system') params.set('theme', state.theme);
  if (state.view !== 'article') params.set('view', state.view);
  if (state.review) params.set('review', 'on');
  if (state.embeddedBasemap) params.set('basemap', 'embedded');
  // Written with its slashes, which a query may hold: it is read by people, too.
  const map = state.map === null ? '' : `map=${formatViewpoint(state.map)}`;
  const query = [params.toString(), map].filter((part) => part !== '').join('&');
  return query === '' ? '' : `?${query}`;
}

function dayOf(text: string | null): string | null {
  return text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) && isDay(text) ? text : null;
}
