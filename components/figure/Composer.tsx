'use client';
import './composer.css';
import { useCallback, useEffect, useRef, useState } from 'react';
import { formatUrlState, type UrlState } from '@/components/desk/urlState';
import { otherLocale } from '@/components/ui/locale';
import { messages } from '@/components/ui/messages';
import type { FigureParams } from '@/lib/figure/params';
import { ComposerForm } from './ComposerForm';
import { ComposerOutput } from './ComposerOutput';
import { FigureSheet, type FigureState } from './FigureSheet';
import { composerPath } from './figure-url';
import { setPageSize } from './page-size';
import { RetryButton } from './RetryButton';
import { useFigureContent, type FigureSource } from './useFigureContent';
import { useFigureParams } from './useFigureParams';
import { usePreviewScale } from './usePreviewScale';
import { figureMessages } from './words';

const NO_PAGE = { width: 1, height: 1 };
/** Pixels of the preview's map to a unit: enough for a screen, and quick. */
const PREVIEW_RATIO = 1.5;

export interface ComposerProps extends FigureSource {
  /** Whether the desk's map has a configured basemap, which figures do not take. */
  readonly hasOwnBasemap: boolean;
}

/** Where a figure is made: what it says and shows on one side, itself on the other, and what can be done with it. */
export function Composer({ hasOwnBasemap, ...source }: ComposerProps) {
  const { locale, version } = source;
  const words = figureMessages[locale];
  const path = useCallback((desk: UrlState, figure: FigureParams) => composerPath(locale, desk, figure), [locale]);
  const { desk, figure, change } = useFigureParams(path);
  const { content, problem, proposal, place, log } = useFigureContent(source, desk, figure);
  const [state, setState] = useState<FigureState>({ ready: 'false' });
  // A picture to keep wants a finer map than the preview: while one is made, the same sheet is drawn with it.
  const [exporting, setExporting] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const size = content?.size ?? null;
  const scale = usePreviewScale(frame, size?.page ?? NO_PAGE);
  useEffect(() => (size === null ? undefined : setPageSize(size)), [size]);
  const other = otherLocale(locale);

  return (
    <div className="composer" data-ready={state.ready}>
      <header className="bar composer-bar">
        <a className="bar-link" href={`/${locale}${formatUrlState(desk)}`}>
          {words.compose.back}
        </a>
        <h1 className="bar-name">{words.compose.title}</h1>
        <span className="bar-gap" />
        <a
          className="bar-link bar-language"
          href={composerPath(other, desk, { ...figure, title: null, subtitle: null })}
          lang={other}
          hrefLang={other}
        >
          {messages[locale].desk.bar.language}
        </a>
      </header>
      <main className="composer-main">
        <div className="composer-side scroller">
          {hasOwnBasemap && <p className="composer-help">{words.compose.embeddedBasemap}</p>}
          <ComposerForm
            locale={locale}
            desk={desk}
            figure={figure}
            proposal={proposal}
            shown={state.ready === 'true' ? state.view : null}
            asksSource={source.sample === null}
            onChange={change}
          />
          {content !== null && (
            <ComposerOutput
              content={content}
              figure={figure}
              desk={desk}
              place={place}
              log={log}
              state={state}
              version={version}
              exporting={exporting}
              onExporting={setExporting}
            />
          )}
        </div>
        <section className="composer-preview" aria-label={words.compose.preview}>
          <div ref={frame} className="composer-frame">
            {problem !== null && (
              <p className="figure-problem" role="alert">
                {problem}
              </p>
            )}
            {content !== null && scale !== null && (
              <div
                className="composer-page"
                style={
                  {
                    width: `${content.size.page.width * scale}px`,
                    height: `${content.size.page.height * scale}px`,
                    '--figure-scale': scale,
                    '--figure-enlarge': content.size.enlarge,
                  } as React.CSSProperties
                }
              >
                <FigureSheet {...content} mapRatio={exporting ? content.size.ratio : PREVIEW_RATIO} onState={setState} />
              </div>
            )}
          </div>
          {(state.ready === 'error' || (problem !== null && problem !== words.errors.missing)) && (
            <RetryButton locale={locale} words={state.ready === 'error' ? state.words : null} />
          )}
          <p className="composer-state" role="status">
            {exporting ? words.compose.working : state.ready === 'false' && problem === null ? words.compose.drawing : ''}
          </p>
        </section>
      </main>
    </div>
  );
}
