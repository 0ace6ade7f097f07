import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';

/** The features of a tile's layer `incidents`: where they are, in units of the tile, and what they carry. */
export function decodeTile(tile: Uint8Array): Record<string, unknown>[] {
  const layer = new VectorTile(new PbfReader(tile)).layers.incidents;
  return Array.from({ length: layer?.length ?? 0 }, (_, i) => {
    const feature = layer?.feature(i);
    return { at: feature?.loadGeometry()[0]?.map(({ x, y }) => [x, y]), ...feature?.properties };
  });
}
