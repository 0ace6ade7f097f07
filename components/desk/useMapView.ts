import { useCallback, useEffect, useRef, useState } from 'react';
import type { Viewpoint } from '@/components/map/viewpoint';
import type { UrlState } from './urlState';
import type { UrlStateControl } from './useUrlState';

/** Milliseconds that the camera rests before the address is written: browsers refuse more than some changes a second. */
const REST_MS = 300;

/** The map's view as the address has it, and what writes it there once the camera rests: no step for the back button. */
export function useMapView(state: UrlState, change: UrlStateControl['change']) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const onView = useCallback(
    (map: Viewpoint) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => change({ map }, 'replace'), REST_MS);
    },
    [change],
  );
  // Where the camera stood on one article says nothing of the next.
  useEffect(() => () => clearTimeout(timer.current), [state.article]);
  const [restoredId] = useState(state.map === null ? null : (state.place ?? state.incident));
  return { view: state.map, restoredId, onView };
}
