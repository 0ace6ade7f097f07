import { useLayoutEffect, useState, type RefObject } from 'react';
import type { Extent } from '@/lib/figure/sizes';

/** How much smaller a page has to be to stand whole in a frame; null until the frame has been measured. */
export function usePreviewScale(frame: RefObject<HTMLElement | null>, { width, height }: Extent): number | null {
  const [room, setRoom] = useState<Extent | null>(null);
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const measured = new ResizeObserver(() => setRoom({ width: element.clientWidth, height: element.clientHeight }));
    measured.observe(element);
    return () => measured.disconnect();
  }, [frame]);
  return room === null ? null : Math.max(0.05, Math.min(room.width / width, room.height / height));
}
