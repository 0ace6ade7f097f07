import type { StyleSpecification } from 'maplibre-gl';
import { PMTiles, TileType } from 'pmtiles';
import type { BasemapConfig } from '@/lib/api/config';
import type { LoadedBasemap } from './style';

/** Pixels of a raster tile, as most are. */
const TILE_SIZE = 256;

/**
 * Fetches what a configured basemap says of itself.
 * @throws where it cannot be reached, or is neither a MapLibre style, nor an archive of pictures or of Protomaps' layers
 */
export async function loadBasemap({ kind, url }: BasemapConfig): Promise<LoadedBasemap> {
  const whole = new URL(url, window.location.href).href;
  return kind === 'style' ? loadStyle(whole) : loadArchive(whole);
}

async function loadStyle(url: string): Promise<LoadedBasemap> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  const style = (await response.json()) as Partial<StyleSpecification> | null;
  if (style?.version !== 8 || !Array.isArray(style.layers) || typeof style.sources !== 'object')
    throw new Error(`${url} is no MapLibre style: wanted version 8 with sources and layers`);
  return () => style as StyleSpecification;
}

async function loadArchive(url: string): Promise<LoadedBasemap> {
  const archive = new PMTiles(url);
  const { tileType } = await archive.getHeader();
  const source = `pmtiles://${url}`;
  if (tileType !== TileType.Mvt)
    return () => ({
      version: 8,
      sources: { basemap: { type: 'raster', url: source, tileSize: TILE_SIZE } },
      layers: [{ id: 'basemap', type: 'raster', source: 'basemap' }],
    });
  const { vector_layers: named } = (await archive.getMetadata()) as { vector_layers?: readonly { readonly id: string }[] };
  if (!named?.some(({ id }) => id === 'earth'))
    throw new Error(`${url} has other layers than Protomaps': wanted a style for it (BASEMAP_STYLE_URL) with a pmtiles:// source`);
  const { layers, namedFlavor } = await import('@protomaps/basemaps');
  return (theme, locale) => ({
    version: 8,
    sources: { basemap: { type: 'vector', url: source } },
    layers: layers('basemap', namedFlavor(theme), { lang: locale }).map(withoutIcon) as StyleSpecification['layers'],
  });
}

/** Icons would need a sheet of images from a host; what has one is written without it. */
function withoutIcon<T extends object>(layer: T): T {
  if (!('layout' in layer) || typeof layer.layout !== 'object' || layer.layout === null) return layer;
  return { ...layer, layout: Object.fromEntries(Object.entries(layer.layout).filter(([name]) => name !== 'icon-image')) };
}
