import { formatUrlState, type UrlState } from '@/components/desk/urlState';
import type { Locale } from '@/components/ui/locale';
import { figureEntries, type FigureParams } from '@/lib/figure/params';

/** The address of a figure as a page: what the desk says and what the figure says. */
export function figurePath(locale: Locale, desk: UrlState, figure: FigureParams): string {
  return `/${locale}/figure${figureQuery(desk, figure)}`;
}

/** The address of its composer. */
export function composerPath(locale: Locale, desk: UrlState, figure: FigureParams): string {
  return `/${locale}/figure/compose${figureQuery(desk, figure)}`;
}

function figureQuery(desk: UrlState, figure: FigureParams): string {
  // What is chosen on the desk and which panel is open has no part in a figure.
  const query = new URLSearchParams(formatUrlState({ ...desk, place: null, incident: null, mention: 1, view: 'article' }));
  for (const [name, value] of figureEntries(figure)) query.append(name, value);
  // Slashes and colons are allowed in a query, and are easier to read as they are.
  return `?${query.toString().replace(/%2F/g, '/').replace(/%3A/g, ':')}`;
}
