import { gzipSync } from 'node:zlib';
import { GeoJSONVT } from '@maplibre/geojson-vt';
import type { GeoJSONVTTile } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import type { Feature, FeatureCollection } from 'geojson';
import type { Tile } from './pmtiles';

/** One layer of the tiles between two zooms. Features with a property `z` appear from that zoom on, but all of them at the last one. */
export interface TileLayer {
  readonly name: string;
  readonly zooms: readonly [number, number];
  readonly features: Feature[];
}

const EXTENT = 4096;

/**
 * Cuts layers into gzipped vector tiles.
 * @param maxZoom the last zoom; the map draws closer ones from its tiles
 */
export function cutTiles(layers: readonly TileLayer[], maxZoom: number, onZoom: (zoom: number, tiles: number) => void): Tile[] {
  const indexes = layers.map((layer) => ({ ...layer, index: indexOf(layer.features, layer.zooms[1]) }));
  const tiles: Tile[] = [];
  for (let z = 0; z <= maxZoom; z++) {
    const shown = indexes.filter(({ zooms }) => z >= zooms[0] && z <= zooms[1]);
    for (let x = 0; x < 2 ** z; x++) {
      for (let y = 0; y < 2 ** z; y++) {
        const content: Record<string, GeoJSONVTTile> = {};
        for (const { name, index } of shown) {
          const tile = index.getTile(z, x, y);
          const features = (tile?.features ?? []).filter(({ tags }) => z === maxZoom || Number(tags?.['z'] ?? 0) < z + 1);
          if (tile && features.length > 0) content[name] = { ...tile, features } as GeoJSONVTTile;
        }
        if (Object.keys(content).length === 0) continue;
        tiles.push({ z, x, y, data: gzipSync(fromGeojsonVt(content, { version: 2, extent: EXTENT }), { level: 9 }) });
      }
    }
    onZoom(z, tiles.length);
  }
  return tiles;
}

function indexOf(features: Feature[], maxZoom: number): GeoJSONVT {
  const collection: FeatureCollection = { type: 'FeatureCollection', features };
  // The index simplifies up to the zoom before its last, so its last is one further.
  return new GeoJSONVT(collection, {
    maxZoom: maxZoom + 1,
    indexMaxZoom: Math.min(maxZoom, 5),
    indexMaxPoints: 0,
    extent: EXTENT,
    buffer: 80,
    tolerance: 3,
  });
}
