import { addProtocol, setWorkerUrl, type AddProtocolAction } from 'maplibre-gl';
import { FetchSource, PMTiles, Protocol } from 'pmtiles';
import { basemapUrl } from './style';

/** Where the map takes what it is made of. */
export interface MapResources {
  /** Such as `https://example.org`: fonts lie at `/fonts/…` under it. */
  readonly origin: string;
  readonly workerUrl: string;
  /** By the scheme of the addresses that it answers: `pmtiles` has to be there, for the basemap at the origin's `basemapUrl`. */
  readonly protocols: Readonly<Record<string, AddProtocolAction>>;
}

let provided: MapResources | null = null;
let prepared = false;

/** For a page that brings all of it along: call it before the first map is made. */
export function provideResources(resources: MapResources): void {
  provided = resources;
}

/** The origin under which a style finds fonts and tiles. */
export function mapOrigin(): string {
  return provided?.origin ?? location.origin;
}

/** Once for the page: where the worker is, and how tiles are read out of one archive. */
export function prepareResources(): void {
  if (prepared) return;
  prepared = true;
  const { workerUrl, protocols } = provided ?? served();
  setWorkerUrl(workerUrl);
  for (const [scheme, load] of Object.entries(protocols)) addProtocol(scheme, load);
}

function served(): MapResources {
  const { origin } = location;
  const basemap = new FetchSource(basemapUrl(origin));
  // Chromium's cache fails now and then where several ranges of one file are asked for at once ("Failed to fetch", see https://github.com/protomaps/PMTiles/issues/442).
  // pmtiles keeps the archive out of that cache on Windows alone; it happens on Linux too.
  basemap.chromeWindowsNoCache = true;
  const protocol = new Protocol();
  const archive = new PMTiles(basemap);
  protocol.add(archive);
  // Its table of contents, while the article is read; where that fails, the map asks again, and says so.
  archive.getHeader().catch(() => undefined);
  const workerUrl = new URL('maplibre-gl/dist/maplibre-gl-worker.mjs', import.meta.url).href;
  return { origin, workerUrl, protocols: { pmtiles: protocol.tile } };
}
