/** The article that was pasted: it has no address, since its text never leaves the browser but to be read. */
export const OWN_ARTICLE = 'own';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export const VIEWS = ['article', 'places', 'own'] as const;
export type View = (typeof VIEWS)[number];

/** What the address says of the desk, and so what a reload, a link or the language switch brings back. */
export interface UrlState {
  /** A sample's id, `own`, or null for the first sample. */
  readonly article: string | null;
  /** The chosen place and, from 1, which of its mentions. */
  readonly place: string | null;
  readonly mention: number;
  /** Whether governments and groups are shown. */
  readonly names: boolean;
  readonly theme: Theme;
  readonly view: View;
}

/** Reads the state out of an address's query. What it does not understand counts as left out. */
export function parseUrlState(params: { get(name: string): string | null }): UrlState {
  const mention = Number(params.get('mention'));
  return {
    article: params.get('article'),
    place: params.get('place'),
    mention: Number.isInteger(mention) && mention > 0 ? mention : 1,
    names: params.get('names') !== 'off',
    theme: THEMES.find((theme) => theme === params.get('theme')) ?? 'system',
    view: VIEWS.find((view) => view === params.get('view')) ?? 'article',
  };
}

/** The query that `parseUrlState` reads, with what is as usual left out: `?article=x&place=y`, or nothing at all. */
export function formatUrlState(state: UrlState): string {
  const params = new URLSearchParams();
  if (state.article !== null) params.set('article', state.article);
  if (state.place !== null) {
    params.set('place', state.place);
    if (state.mention > 1) params.set('mention', String(state.mention));
  }
  if (!state.names) params.set('names', 'off');
  if (state.theme !== 'system') params.set('theme', state.theme);
  if (state.view !== 'article') params.set('view', state.view);
  const query = params.toString();
  return query === '' ? '' : `?${query}`;
}
