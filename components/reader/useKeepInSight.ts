import { useEffect, type RefObject } from 'react';
import type { Selection } from '@/components/map/selection';

/**
 * Scrolls the reader to the chosen mention where it is out of sight, and leaves the reading position alone where it is not.
 * `shown` is whether the reader is on the screen: a choice made while it is not is caught up with when it is.
 */
export function useKeepInSight(scroller: RefObject<HTMLElement | null>, selection: Selection | null, shown: boolean): void {
  const placeId = selection?.placeId ?? null;
  const mention = selection?.mention ?? 0;
  useEffect(() => {
    const box = scroller.current;
    if (box === null || placeId === null || !shown) return;
    const selector = `[data-place-id="${CSS.escape(placeId)}"][data-mention="${mention}"]`;
    const mark = box.querySelector(selector);
    if (mark === null) return;
    const frame = box.getBoundingClientRect();
    const place = mark.getBoundingClientRect();
    if (place.top >= frame.top && place.bottom <= frame.bottom) return;
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    const top = box.scrollTop + place.top - frame.top - frame.height / 3;
    box.scrollTo({ top, behavior: still ? 'auto' : 'smooth' });
  }, [scroller, placeId, mention, shown]);
}
