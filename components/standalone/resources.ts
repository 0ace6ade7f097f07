import { gunzipSync } from 'fflate';
import { AJAXError } from 'maplibre-gl';
import type { MapResources } from '@/components/map/resources';
import type { StandaloneData } from '@/lib/export/standalone';

/** No host: what begins with it is answered from the page. */
const ORIGIN = 'embedded://page';
/** The basemap's closest tiles; closer than this they are drawn larger. */
const MAX_ZOOM = 7;

/** The map's tiles, fonts and worker out of the page itself. `worker`: its code. */
export function embeddedResources({ tiles, fonts }: Pick<StandaloneData, 'tiles' | 'fonts'>, worker: string): MapResources {
  const blob = URL.createObjectURL(new Blob([worker], { type: 'text/javascript' }));
  return {
    origin: ORIGIN,
    // A page from the disk has an opaque origin, where no module worker starts from a blob: the ending asks MapLibre for a classic one.
    workerUrl: `${blob}#worker.cjs`,
    protocols: {
      pmtiles: async ({ url, type }) => {
        if (type === 'json') return { data: { tiles: [`${url}/{z}/{x}/{y}`], minzoom: 0, maxzoom: MAX_ZOOM } };
        const tile = tiles[url.split('/').slice(-3).join('/')];
        // "Not found" makes the map go on with the coarser tile that it has; an empty one would drown the land.
        if (tile === undefined) throw new AJAXError(404, 'Not in this page', url, new Blob());
        return { data: gunzipSync(bytesOf(tile)) };
      },
      embedded: async ({ url }) => {
        const font = fonts[url.split('/').at(-1) ?? ''];
        if (font === undefined) throw new Error(`There is no ${url} in this page.`);
        return { data: bytesOf(font).buffer };
      },
    },
  };
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
