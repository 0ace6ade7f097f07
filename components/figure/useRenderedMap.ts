import { useEffect, useState } from 'react';
import type { MapRequest, RenderedMap } from './render-map';

export type MapPicture = { readonly of: MapRequest } & ({ readonly picture: RenderedMap } | { readonly error: string });

/** The map drawn as a picture, again whenever the request is another one; null until then. What it gives says of which request it is. */
export function useRenderedMap(request: MapRequest | null): MapPicture | null {
  const [drawn, setDrawn] = useState<MapPicture | null>(null);
  useEffect(() => {
    if (request === null) return;
    const stop = new AbortController();
    // The map's code comes when there is something to draw.
    import('./render-map')
      .then(({ renderMap }) => renderMap(request, stop.signal))
      .then(
        (picture) => {
          if (!stop.signal.aborted) setDrawn({ of: request, picture });
        },
        (error: unknown) => {
          if (!stop.signal.aborted) setDrawn({ of: request, error: error instanceof Error ? error.message : String(error) });
        },
      );
    return () => stop.abort(new Error('another map is wanted'));
  }, [request]);
  return drawn;
}
