import { readFileSync } from 'node:fs';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Shape } from './fit-area';
import { polygonsOf, unstitched } from './shapes';

/** Degrees across up to which an area is clipped to the coast of each scale: finer would be simplified away again. */
const SCALES = [
  { upTo: 4, file: 'land-10m.json' },
  { upTo: 25, file: 'land-50m.json' },
  { upTo: Infinity, file: 'land-110m.json' },
] as const;

const read = new Map<string, Shape>();

/** The world's land, as fine as an area so many degrees across can show (Natural Earth, by world-atlas). */
export function landFor(degreesAcross: number): Shape {
  const { file } = SCALES.find((scale) => degreesAcross <= scale.upTo) ?? SCALES[2];
  let land = read.get(file);
  if (land === undefined) {
    const topology = JSON.parse(readFileSync(`node_modules/world-atlas/${file}`, 'utf8')) as Topology<{ land: GeometryCollection }>;
    const coordinates = feature(topology, topology.objects.land).features.flatMap(({ geometry }) =>
      geometry.type === 'Polygon' || geometry.type === 'MultiPolygon' ? polygonsOf(geometry) : [],
    );
    land = unstitched({ type: 'MultiPolygon', coordinates });
    read.set(file, land);
  }
  return land;
}
