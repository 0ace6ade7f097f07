'use client';
import { useCallback, useEffect, useState } from 'react';
import type { UrlState } from '@/components/desk/urlState';
import { figureFileName } from '@/lib/figure/file-name';
import type { FigureParams } from '@/lib/figure/params';
import { FigureSheet } from './FigureSheet';
import { figurePath } from './figure-url';
import { setPageSize } from './page-size';
import { useFigureContent, type FigureSource } from './useFigureContent';
import { useFigureParams } from './useFigureParams';

/** The figure alone, as large on the screen as its picture has pixels, for anyone's own screenshot tool; on paper at its own size. */
export function FigurePage(source: FigureSource) {
  const { locale } = source;
  const path = useCallback((desk: UrlState, figure: FigureParams) => figurePath(locale, desk, figure), [locale]);
  const { desk, figure } = useFigureParams(path);
  const { content, problem, place } = useFigureContent(source, desk, figure);
  const [density] = useState(() => window.devicePixelRatio);
  const size = content?.size ?? null;
  useEffect(() => (size === null ? undefined : setPageSize(size)), [size]);

  if (problem !== null) {
    return (
      <p className="figure-problem" data-ready="error" role="alert">
        {problem}
      </p>
    );
  }
  if (content === null || size === null) return <div data-ready="false" />;
  const { width, height } = size.pixels;
  return (
    <main
      className="figure-page"
      data-file={figureFileName(place, content.at, size, 'png')}
      style={
        {
          width: `${width / density}px`,
          height: `${height / density}px`,
          '--figure-scale': size.ratio / density,
          '--figure-enlarge': size.enlarge,
        } as React.CSSProperties
      }
    >
      <FigureSheet {...content} mapRatio={size.ratio} />
    </main>
  );
}
