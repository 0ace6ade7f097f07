import { useSearchParams } from 'next/navigation';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { parseUrlState, type UrlState } from '@/components/desk/urlState';
import { parseFigureParams, type FigureParams } from '@/lib/figure/params';

export interface FigureControl {
  readonly desk: UrlState;
  /** With time and zone, always: the page's own where the address leaves them open. */
  readonly figure: FigureParams;
  readonly change: (part: Partial<FigureParams>, desk?: Partial<UrlState>) => void;
}

/** The figure's state, held in the address alone; what the address leaves open is written into it, so that it gives the same picture again. */
export function useFigureParams(path: (desk: UrlState, figure: FigureParams) => string): FigureControl {
  const params = useSearchParams();
  const query = params.toString();
  const [made] = useState(() => ({
    at: `${new Date().toISOString().slice(0, 19)}Z`,
    zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
  }));
  const desk = useMemo(() => parseUrlState(new URLSearchParams(query)), [query]);
  const figure = useMemo(() => {
    const asked = parseFigureParams(new URLSearchParams(query));
    return { ...asked, at: asked.at ?? made.at, zone: asked.zone ?? made.zone };
  }, [query, made]);

  const write = useCallback((url: string) => {
    if (url !== location.pathname + location.search) window.history.replaceState(null, '', url);
  }, []);
  useEffect(() => write(path(desk, figure)), [write, path, desk, figure]);
  const change = useCallback(
    (part: Partial<FigureParams>, deskPart: Partial<UrlState> = {}) => write(path({ ...desk, ...deskPart }, { ...figure, ...part })),
    [write, path, desk, figure],
  );
  return { desk, figure, change };
}
