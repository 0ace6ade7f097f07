import { useMemo, useSyncExternalStore } from 'react';
import { BESIDE, useMediaQuery } from '@/components/ui/useMediaQuery';
import type { Stop } from './useSheet';

export interface Padding {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** The sheet's lowest stop in pixels, as in desk.css: the map ends where it begins, so that this much covers nothing. */
const PEEK = 112;

/** The timeline's height on a phone, in pixels, as in timeline.css: it stands between the map and the sheet. */
const STRIP = 52;

/** How much of the map the sheet covers, in pixels, so that the camera aims at what is left. Nothing where they stand side by side. */
export function useMapPadding(stop: Stop, hasTimeline: boolean): Padding {
  const beside = useMediaQuery(BESIDE);
  const height = useSyncExternalStore(onResize, windowHeight, () => 0);
  // A full sheet hides the map: it keeps the view it had under the half one, to be found again when the sheet goes down.
  const bottom = beside || stop === 'peek' ? 0 : Math.max(0, Math.round(height / 2) - PEEK - (hasTimeline ? STRIP : 0));
  return useMemo(() => ({ top: 0, right: 0, bottom, left: 0 }), [bottom]);
}

function onResize(onChange: () => void): () => void {
  window.addEventListener('resize', onChange);
  return () => window.removeEventListener('resize', onChange);
}

function windowHeight(): number {
  return window.innerHeight;
}
