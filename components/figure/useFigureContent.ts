import { useMemo } from 'react';
import { failureOf } from '@/components/article/failure';
import type { ShownArticle } from '@/components/article/shownArticle';
import { OWN_ARTICLE, type UrlState } from '@/components/desk/urlState';
import { useDeskArticle } from '@/components/desk/useDeskArticle';
import { useIncidents } from '@/components/desk/useIncidents';
import { useReviewedMap } from '@/components/review/useReviewedMap';
import type { Locale } from '@/components/ui/locale';
import { fill, messages } from '@/components/ui/messages';
import type { Sample } from '@/lib/api/samples';
import type { FigureParams } from '@/lib/figure/params';
import { figureSize } from '@/lib/figure/sizes';
import type { Correction } from '@/lib/review/corrections';
import type { ArticleMap, MapIncident } from '@/lib/types';
import { mainPlace, proposeSubtitle, proposeTitle } from './figure-texts';
import type { FigureContent } from './FigureSheet';
import { figurePath } from './figure-url';
import { figureMessages } from './words';

export interface FigureSource {
  readonly locale: Locale;
  /** Null where the address names the visitor's own article. */
  readonly sample: Sample | null;
  readonly version: string;
}

/** What a figure shows, once its article has been read; `content` is null until then, and `problem` says why it cannot be. */
export interface FigureContentState {
  readonly content: FigureContent | null;
  readonly problem: string | null;
  /** Proposed from the article, whatever the address says. */
  readonly proposal: { readonly title: string; readonly subtitle: string } | null;
  /** The English name of the place that it is about, for the file's name. */
  readonly place: string | null;
  /** The corrections that the map holds. */
  readonly log: readonly Correction[];
}

/** The figure that an address asks for, of the article that the desk shows at the same address. `at` and `zone` have to be in `figure`. */
export function useFigureContent({ locale, sample, version }: FigureSource, desk: UrlState, figure: FigureParams): FigureContentState {
  const isOwn = desk.article === OWN_ARTICLE;
  const asked = useDeskArticle(sample, isOwn, desk.published, locale, figure.language);
  const { error } = asked;
  // As the reviewers left it, where there were any.
  const { map, log } = useReviewedMap(asked.map, asked.article?.text ?? null);
  const incidents = useIncidents(map, desk.filter);
  const article = useMemo(
    () => (asked.article == null ? asked.article : cited(asked.article, figure)),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- of the figure's parameters these two are read
    [asked.article, figure.source, figure.link],
  );
  return useMemo((): FigureContentState => {
    const nothing = { content: null, proposal: null, place: null, log };
    if (article === null) return { ...nothing, problem: figureMessages[locale].errors.missing };
    if (error !== undefined) {
      const { message, detail } = failureOf(error, navigator.onLine);
      const words = messages[locale].desk.errors[message];
      return { ...nothing, problem: fill(figureMessages[locale].errors.article, { detail: detail ?? words }) };
    }
    if (article === undefined || map === null) return { ...nothing, problem: null };
    const proposal = { title: proposeTitle(locale, map, incidents), subtitle: proposeSubtitle(locale, map, incidents) };
    const content = contentOf({ locale, version, desk, figure, article, map, incidents, proposal });
    return { content, proposal, place: mainPlace(map, incidents)?.properties.names.en ?? null, problem: null, log };
  }, [locale, version, desk, figure, article, map, log, incidents, error]);
}

interface Parts {
  readonly locale: Locale;
  readonly version: string;
  readonly desk: UrlState;
  readonly figure: FigureParams;
  readonly article: ShownArticle;
  readonly map: ArticleMap;
  readonly incidents: readonly MapIncident[];
  readonly proposal: { readonly title: string; readonly subtitle: string };
}

function contentOf({ locale, version, desk, figure, article, map, incidents, proposal }: Parts): FigureContent {
  return {
    locale,
    // A figure is for paper and for others' screens: it is dark only where that was asked for.
    theme: desk.theme === 'dark' ? 'dark' : 'light',
    size: figureSize(figure.size, figure.dpi),
    title: figure.title ?? proposal.title,
    subtitle: figure.subtitle ?? proposal.subtitle,
    article,
    map,
    incidents,
    view: figure.view,
    desk: desk.map,
    at: new Date(figure.at ?? 0),
    zone: figure.zone ?? 'UTC',
    version,
    permalink: desk.article === OWN_ARTICLE ? null : location.origin + figurePath(locale, desk, figure),
  };
}

/** An own article with what the figure's address says of where it was published. */
function cited(article: ShownArticle, { source, link }: FigureParams): ShownArticle {
  return { ...article, source: article.source ?? source, url: article.url ?? link };
}
