import { useEffect, type RefObject } from 'react';
import { selectedIncident, selectedPlace, type Selection } from '@/components/map/selection';
import type { Span } from '@/lib/types';

/**
 * Scrolls the reader to the chosen mention, or to the passage that tells of the chosen incident, where it is out of sight, and
 * leaves the reading position alone where it is not.
 * `shown` is whether the reader is on the screen: a choice made while it is not is caught up with when it is.
 */
export function useKeepInSight(
  scroller: RefObject<HTMLElement | null>,
  selection: Selection | null,
  evidence: readonly Span[],
  shown: boolean,
): void {
  const placeId = selectedPlace(selection);
  const incidentId = selectedIncident(selection);
  const mention = selection?.mention ?? 0;
  const passage = evidence[mention]?.start ?? null;
  useEffect(() => {
    const box = scroller.current;
    if (box === null || !shown) return;
    const mark =
      placeId === null
        ? incidentId === null
          ? null
          : evidenceAt(box, passage)
        : box.querySelector(`[data-place-id="${CSS.escape(placeId)}"][data-mention="${mention}"]`);
    if (mark === null) return;
    const frame = box.getBoundingClientRect();
    const place = mark.getBoundingClientRect();
    if (place.top >= frame.top && place.bottom <= frame.bottom) return;
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    const top = box.scrollTop + place.top - frame.top - frame.height / 3;
    box.scrollTo({ top, behavior: still ? 'auto' : 'smooth' });
  }, [scroller, placeId, incidentId, mention, passage, shown]);
}

/** The first lit words at or after an offset of the text. */
function evidenceAt(box: HTMLElement, offset: number | null): Element | null {
  if (offset === null) return null;
  const lit = [...box.querySelectorAll('.evidence')];
  return lit.find((words) => Number(words.getAttribute('data-at')) >= offset) ?? lit[0] ?? null;
}
