import type { Feature, Geometry, Position } from 'geojson';
import type { Line } from './lines';

/**
 * The world atlas is stitched: its lines step from 180° to -180° where they cross the antimeridian, which on a flat map draws
 * them right across the world. Here they run on past 180° instead; whoever cuts tiles wraps them.
 */
export function unwrapLine(line: Line): Position[] {
  let shift = 0;
  return line.map(([lon = 0, lat = 0], i) => {
    const step = lon - (line[i - 1]?.[0] ?? lon);
    if (step > 180) shift -= 360;
    else if (step < -180) shift += 360;
    return [lon + shift, lat];
  });
}

/** The polygons of a feature with their rings unwrapped; a ring round the pole (Antarctica) is closed along the south end. */
export function unwrapPolygons({ geometry, properties }: Feature<Geometry>): Feature[] {
  const polygons = geometry.type === 'MultiPolygon' ? geometry.coordinates : geometry.type === 'Polygon' ? [geometry.coordinates] : [];
  return polygons.map((rings) => ({ type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: rings.map(unwrapRing) } }));
}

function unwrapRing(ring: Line): Position[] {
  const unwrapped = unwrapLine(ring);
  const [first = 0] = unwrapped[0] ?? [];
  const [last = 0] = unwrapped.at(-1) ?? [];
  if (Math.abs(last - first) < 180) return unwrapped;
  return [...unwrapped, [last, -90], [first, -90], ...unwrapped.slice(0, 1)];
}
