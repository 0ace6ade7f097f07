import { usePathname, useSearchParams } from 'next/navigation';
import { useCallback, useMemo } from 'react';
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
  const state = useMemo(() => parseUrlState(params), [params]);

  const change = useCallback(
    (part: Partial<UrlState>, how: 'push' | 'replace') => {
      // Read from the window, not from the last render: two changes in one event must both hold.
      const before = parseUrlState(new URLSearchParams(window.location.search));
      const url = pathname + formatUrlState({ ...before, ...part });
      if (url === window.location.pathname + window.location.search) return;
      if (how === 'push') window.history.pushState(null, '', url);
      else window.history.replaceState(null, '', url);
    },
    [pathname],
  );

  return { state, change };
}
