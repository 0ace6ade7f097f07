'use client';
// In this order: the later ones put right what a size or paper wants otherwise.
import './figure.css';
import './figure-map.css';
import './figure-side.css';
import './figure-facts.css';
import { useEffect, useMemo, useRef } from 'react';
import type { ShownArticle } from '@/components/article/shownArticle';
import type { Theme } from '@/components/map/style';
import type { Viewpoint } from '@/components/map/viewpoint';
import { directionOf, type Locale } from '@/components/ui/locale';
import { fill, formatDate } from '@/components/ui/messages';
import type { FigureSize } from '@/lib/figure/sizes';
import type { MapView } from '@/lib/figure/view';
import type { ArticleMap, MapIncident } from '@/lib/types';
import { altText } from './figure-texts';
import { FigureFacts } from './FigureFacts';
import { FigureLegend } from './FigureLegend';
import { FigureList } from './FigureList';
import { FigureMarks } from './FigureMarks';
import { fitAt } from './fit';
import { Locator, NorthArrow, ScaleBarBox } from './MapFurniture';
import { numbered } from './numbered';
import { figureMarks, useFigureMap } from './useFigureMap';
import { reasonWords } from './reason';
import { useFonts } from './useFonts';
import { useSheetFit } from './useSheetFit';
import { figureMessages } from './words';

/** What a figure shows, all of it: the same content gives the same picture. */
export interface FigureContent {
  readonly locale: Locale;
  readonly theme: Theme;
  readonly size: FigureSize;
  readonly title: string;
  readonly subtitle: string;
  readonly article: ShownArticle;
  readonly map: ArticleMap;
  readonly incidents: readonly MapIncident[];
  /** The part of the map that was chosen for the figure, or else the desk's view; null for both fits the incidents. */
  readonly view: MapView | null;
  readonly desk: Viewpoint | null;
  readonly at: Date;
  readonly zone: string;
  readonly version: string;
  readonly permalink: string | null;
}

/** How far a figure is: drawn, with its text for who does not see it and the view that it shows; or why it cannot be. */
export type FigureState =
  | { readonly ready: 'false' }
  | { readonly ready: 'true'; readonly alt: string; readonly view: MapView; readonly mapRatio: number }
  | { readonly ready: 'error'; readonly words: string };

export interface FigureSheetProps extends FigureContent {
  /** Pixels of the map's picture to a unit of the page: the size's own ratio for a picture to keep, less for a preview. */
  readonly mapRatio: number;
  readonly onState?: (state: FigureState) => void;
}

/** The figure as a page of its own measures. Sets `data-ready="true"` once all is drawn, `"error"` with words where it cannot be. */
export function FigureSheet(props: FigureSheetProps) {
  const { locale, theme, size, title, subtitle, article, map, incidents, view, desk, at, zone, version, permalink, mapRatio, onState } =
    props;
  const words = figureMessages[locale];
  const sheet = useRef<HTMLDivElement>(null);
  const all = useMemo(() => numbered(incidents), [incidents]);
  const marked = useMemo(() => figureMarks(map, incidents, locale), [map, incidents, locale]);
  const fonts = useFonts();
  const key = JSON.stringify([
    locale,
    size.id,
    title,
    subtitle,
    article,
    map.article.sha256,
    incidents.map(({ id }) => id),
    at,
    zone,
    permalink,
  ]);
  const { level, extent } = useSheetFit(sheet, key, fonts !== 'loading', all.length);
  const { plan, picture, locator, ready } = useFigureMap({
    map,
    numbered: all,
    marked,
    locale,
    theme,
    size,
    view,
    desk,
    extent,
    ratio: mapRatio,
  });
  const alt = useMemo(
    () => altText(locale, map, { title, subtitle, numbered: all, source: article.source ?? article.title ?? words.facts.untitled }),
    [locale, map, title, subtitle, all, article, words],
  );
  const failed = [picture, locator].flatMap((drawn) => (drawn !== null && 'error' in drawn ? [drawn.error] : []))[0];
  const shown = plan?.view ?? null;
  const state = useMemo((): FigureState => {
    if (failed !== undefined)
      return { ready: 'error', words: fill(words.errors.map, { detail: reasonWords(locale, failed, navigator.onLine) }) };
    if (fonts === 'missing') return { ready: 'error', words: words.errors.fonts };
    return ready && shown !== null ? { ready: 'true', alt, view: shown, mapRatio } : { ready: 'false' };
  }, [failed, fonts, ready, shown, alt, mapRatio, words, locale]);
  useEffect(() => onState?.(state), [state, onState]);
  const drawn = picture !== null && 'picture' in picture ? picture.picture : null;
  const inset = locator !== null && 'picture' in locator ? locator.picture : null;
  const upTo = article.publishedAt ?? null;

  return (
    <div
      ref={sheet}
      className="figure-sheet"
      data-figure-theme={theme}
      data-layout={size.layout}
      data-size={size.id}
      data-ready={state.ready}
      data-collisions={drawn?.collisions}
      lang={locale}
      dir={locale === 'ar' ? 'rtl' : 'ltr'}
      style={{ width: `${size.page.width}px`, height: `${size.page.height}px` }}
    >
      <header className="figure-header">
        <div>
          <h1 dir="auto">{title}</h1>
          {subtitle !== '' && <p dir="auto">{subtitle}</p>}
          {article.writtenForProject && article.note !== null && <p className="figure-made-up">{article.note}</p>}
        </div>
        <p className="figure-up-to">
          {words.facts.upTo}
          <b>{upTo === null ? words.facts.upToUnknown : formatDate(locale, upTo)}</b>
        </p>
      </header>
      <div className="figure-map" dir="ltr">
        {drawn !== null && plan !== null && (
          // eslint-disable-next-line @next/next/no-img-element -- drawn in this browser: there is nothing for a server to make smaller
          <img src={drawn.url} width={plan.extent.width} height={plan.extent.height} alt={alt} decoding="sync" dir={directionOf(locale)} />
        )}
        {plan !== null && (
          <>
            <FigureMarks {...plan} rtl={locale === 'ar'} />
            <ScaleBarBox bar={plan.furniture.bar} size={size} locale={locale} box={plan.furniture.scale} />
            <NorthArrow locale={locale} box={plan.furniture.north} />
            {plan.furniture.locator !== null && <Locator {...plan.furniture.locator} url={inset?.url ?? null} locale={locale} />}
          </>
        )}
        {state.ready === 'error' && (
          <p className="figure-error" role="alert" dir={directionOf(locale)}>
            {state.words}
          </p>
        )}
      </div>
      <div className="figure-side">
        <FigureList map={map} locale={locale} numbered={all} fit={fitAt(level, all.length)} notDrawn={plan?.notDrawn ?? NOTHING} />
        <FigureLegend locale={locale} marked={marked} />
      </div>
      <FigureFacts {...{ locale, article, map, at, zone, version, permalink }} latitude={plan?.furniture.bar.latitude ?? null} />
    </div>
  );
}

const NOTHING: ReadonlyMap<string, never> = new Map<string, never>();
