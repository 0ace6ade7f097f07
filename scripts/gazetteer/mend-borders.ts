import { area, difference, featureCollection, intersect } from '@turf/turf';
import type { Shape } from './fit-area';
import { golan, mends } from './mends';
import type { Division } from './natural-earth';
import { asFeature, belowLatitude, joined } from './shapes';

/**
 * Natural Earth draws who holds the ground. Here the United Nations' view is followed as far as it is simple: Crimea is
 * Ukraine's, the Golan Syria's, Western Sahara a territory of its own. Everything built from the file inherits it.
 */
export function mendBorders(divisions: readonly Division[]): Division[] {
  const byCode = new Map(divisions.map((d) => [d.properties.adm1_code, d]));
  const shapes = new Map(divisions.map((d) => [d.properties.adm1_code, d.geometry]));
  const shape = (code: string): Shape => {
    const found = shapes.get(code);
    if (found === undefined) throw new Error(`Natural Earth has no division ${code} any more`);
    return found;
  };

  const { north, moroccanAcross, division: sahara } = mends.westernSahara;
  for (const code of moroccanAcross) {
    const whole = shape(code);
    shapes.set(sahara, joined(shape(sahara), belowLatitude(whole, north, 'below')));
    shapes.set(code, belowLatitude(whole, north, 'above'));
  }

  const { from, to, also } = mends.golan.naturalEarth;
  const both = featureCollection<Shape>([asFeature(shape(from)), golan]);
  const held = intersect(both);
  const rest = difference(both);
  if (held === null || rest === null) throw new Error(`the Golan does not meet ${from} any more`);
  shapes.set(from, rest.geometry);
  shapes.set(to, joined(joined(shape(to), shape(also)), held.geometry));
  byCode.delete(also);

  return [...byCode.entries()].map(([code, division]) => {
    const country = mends.countryOfDivision[code];
    return {
      properties: { ...division.properties, country: country ?? division.properties.iso_a2, settled: country !== undefined },
      geometry: shape(code),
    };
  });
}

/** Square metres under which an island other than a division's largest is left out: nobody sees it at this scale. */
const SPECK = 10e6;

/** A division without the rings that would only cost bytes. */
export function dropSpecks(division: Division): Division {
  const { geometry } = division;
  if (geometry.type === 'Polygon') return division;
  const sized = geometry.coordinates.map((rings) => ({ rings, size: area({ type: 'Polygon', coordinates: rings }) }));
  const largest = Math.max(...sized.map((part) => part.size));
  const coordinates = sized.filter((part) => part.size === largest || part.size > SPECK).map((part) => part.rings);
  return { ...division, geometry: { type: 'MultiPolygon', coordinates } };
}
