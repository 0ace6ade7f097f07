import { useEffect, useRef, useState, type RefObject } from 'react';

/** An element's size in pixels, followed as it changes; 0 before it is known. */
export function useSize<T extends HTMLElement>(): { readonly ref: RefObject<T | null>; readonly width: number; readonly height: number } {
  const ref = useRef<T>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  useEffect(() => {
    const { current } = ref;
    if (current === null) return;
    const follow = new ResizeObserver(() => setSize({ width: current.clientWidth, height: current.clientHeight }));
    follow.observe(current);
    return () => follow.disconnect();
  }, []);
  return { ref, ...size };
}
