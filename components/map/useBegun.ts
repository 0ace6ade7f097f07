import { prewarm } from 'maplibre-gl';
import { useEffect, useState } from 'react';
import { prepareResources } from './resources';

/** Milliseconds that the map waits for its article. */
const PATIENCE_MS = 800;

/**
 * Whether the map may begin: with its article's places, or without them where they take long. Begun without, it would be
 * drawn twice: it would open elsewhere, and lay out its labels anew, as none may repeat what a mark says.
 */
export function useBegun(isWaiting: boolean): boolean {
  const [begun, setBegun] = useState(!isWaiting);
  if (!begun && !isWaiting) setBegun(true);
  useEffect(() => {
    // What takes time and does not depend on the article.
    prepareResources();
    prewarm();
    const timer = setTimeout(() => setBegun(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return begun;
}
