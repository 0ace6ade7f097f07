import { useEffect, useState } from 'react';
import type { BasemapConfig } from '@/lib/api/config';
import type { LoadedBasemap } from './style';

export interface BasemapState {
  /** Null for the embedded one, which also stands in while another is on its way, and where that failed. */
  readonly basemap: LoadedBasemap | null;
  readonly failed: boolean;
}

/** The configured basemap, fetched when it is asked for; nothing is fetched for null. */
export function useBasemap(config: BasemapConfig | null): BasemapState {
  const [loaded, setLoaded] = useState<{ readonly of: string; readonly basemap: LoadedBasemap | null } | null>(null);
  const url = config?.url ?? null;
  useEffect(() => {
    if (config === null) return;
    let wanted = true;
    const done = (basemap: LoadedBasemap | null) => wanted && setLoaded({ of: config.url, basemap });
    import('./load-basemap')
      .then(({ loadBasemap }) => loadBasemap(config))
      .then(done, (error: unknown) => {
        console.warn('The configured basemap could not be loaded.', error);
        done(null);
      });
    return () => {
      wanted = false;
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the address says it all: the object is another at each render of the server
  }, [url]);
  const own = loaded !== null && loaded.of === url ? loaded : null;
  return { basemap: own?.basemap ?? null, failed: own !== null && own.basemap === null };
}
