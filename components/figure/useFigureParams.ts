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
  const figure = useMemo(() => parseMade(query, made), [query, made]);

  // Read from the window, not from the last render: the router hears of a new address a moment later, and two changes must both hold.
  const change = useCallback(
    (part: Partial<FigureParams>, deskPart: Partial<UrlState> = {}) => {
      const { search, pathname } = window.location;
      const before = parseUrlState(new URLSearchParams(search));
      const url = path({ ...before, ...deskPart }, { ...parseMade(search, made), ...part });
      if (url !== pathname + search) window.history.replaceState(null, '', url);
    },
    [path, made],
  );
  // What the address leaves open is written into it.
  useEffect(() => change({}), [change]);
  return { desk, figure, change };
}

function parseMade(query: string, made: { readonly at: string; readonly zone: string }): FigureParams {
  const asked = parseFigureParams(new URLSearchParams(query));
  return { ...asked, at: asked.at ?? made.at, zone: asked.zone ?? made.zone };
}
