import { useCallback, useSyncExternalStore } from 'react';

/** Where the article stands beside the map; below it, the article lies in a sheet over the map. The same query as in desk.css. */
export const BESIDE = '(min-width: 56rem), (orientation: landscape) and (min-width: 40rem)';

/** Whether a CSS media query holds, followed as it changes. `false` on the server, where there is no window to ask. */
export function useMediaQuery(query: string): boolean {
  const subscribe = useCallback(
    (onChange: () => void) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', onChange);
      return () => list.removeEventListener('change', onChange);
    },
    [query],
  );
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(query).matches,
    () => false,
  );
}
