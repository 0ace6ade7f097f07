import { usePathname, useSearchParams } from 'next/navigation';
import { useCallback, useMemo, useState } from 'react';
import { formatUrlState, parseUrlState, type UrlState } from './urlState';

export interface UrlStateControl {
  readonly state: UrlState;
  /** `push` makes a step that the back button undoes; `replace` does not. */
  readonly change: (part: Partial<UrlState>, how: 'push' | 'replace') => void;
}

/** The desk's state, held in the address alone. The server is not asked again for a change. */
export function useUrlState(): UrlStateControl {
  const params = useSearchParams();
  const pathname = usePathname();
  // The router hears of a new address a moment later: until it does, a ticked box must not fall back.
  const [ahead, setAhead] = useState<{ readonly query: string; readonly of: typeof params } | null>(null);
  const parsed = useMemo(() => parseUrlState(ahead?.of === params ? new URLSearchParams(ahead.query) : params), [ahead, params]);
  // Each address makes a new filter: it stays the same object as long as it says the same, or all that it chooses would be chosen anew.
  const said = JSON.stringify(parsed.filter);
  const filter = useMemo(() => JSON.parse(said) as UrlState['filter'], [said]);
  const state = useMemo(() => ({ ...parsed, filter }), [parsed, filter]);

  const change = useCallback(
    (part: Partial<UrlState>, how: 'push' | 'replace') => {
      // Read from the window, not from the last render: two changes in one event must both hold.
      const before = parseUrlState(new URLSearchParams(window.location.search));
      const query = formatUrlState({ ...before, ...part });
      const url = pathname + query;
      if (url === window.location.pathname + window.location.search) return;
      if (how === 'push') window.history.pushState(null, '', url);
      else window.history.replaceState(null, '', url);
      setAhead({ query, of: params });
    },
    [pathname, params],
  );

  return { state, change };
}
