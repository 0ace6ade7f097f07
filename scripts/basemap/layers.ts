import type { Feature } from 'geojson';
import { admin1Boundaries, admin1Zooms, countryBoundaries } from './boundaries';
import { admin1Labels, countryLabels, divisionWords, waterLabels } from './labels';
import type { Line } from './lines';
import { LineIndex } from './lines';
import { placeLabels } from './places';
import type { Sources } from './sources';
import type { TileLayer } from './tiles';

/** Closer zooms are drawn from the tiles of this one. */
export const MAX_ZOOM = 7;
/** Up to here from Natural Earth 1:50m, generalized by its makers; from the next on from 1:10m. */
const SMALL_SCALE_ZOOM = 2;
/** Degrees within which a line of 1:50m, or of 1:10m, counts as the same as another. */
const TOLERANCE = { small: 0.12, large: 0.03 };

/** The layers of the basemap's tiles, bottom first. `say` is told what is done. */
export function basemapLayers(sources: Sources, say: (text: string) => void): TileLayer[] {
  const disputedLines = sources.disputed.boundaries.flatMap((boundary) => boundary.lines);
  const { pairs } = sources;
  const small = countryBoundaries({ atlas: sources.atlas50, disputedLines, pairs, tolerance: TOLERANCE.small });
  const large = countryBoundaries({ atlas: sources.atlas10, disputedLines, pairs, tolerance: TOLERANCE.large });
  say('boundaries of countries');
  const drawn = new LineIndex();
  drawn.add([...large.country, ...large.disputed]);
  const admin1 = admin1Boundaries(sources.admin1Lines, admin1Zooms(sources.admin1), drawn, TOLERANCE.large);
  say('boundaries of first-level divisions');
  const places = placeLabels(sources.cities, divisionWords(sources.admin1));
  say(`${places.length} places, ${places.filter((place) => place.properties.ar).length} with their name in Arabic`);

  const far = [0, SMALL_SCALE_ZOOM] as const;
  const near = [SMALL_SCALE_ZOOM + 1, MAX_ZOOM] as const;
  const all = [0, MAX_ZOOM] as const;
  return [
    { name: 'land', zooms: far, features: small.land },
    { name: 'land', zooms: near, features: large.land },
    { name: 'coastline', zooms: far, features: [lines(small.coastline)] },
    { name: 'coastline', zooms: near, features: [lines(large.coastline)] },
    { name: 'admin1_boundary', zooms: all, features: admin1.map(({ zoom, lines: own }) => lines(own, { z: zoom })) },
    { name: 'country_boundary', zooms: far, features: [lines(small.country)] },
    { name: 'country_boundary', zooms: near, features: [lines(large.country)] },
    { name: 'disputed_boundary', zooms: far, features: [lines(small.disputed)] },
    { name: 'disputed_boundary', zooms: near, features: [lines(large.disputed)] },
    { name: 'water_label', zooms: all, features: waterLabels(sources.places) },
    { name: 'country_label', zooms: all, features: countryLabels(sources.countries, sources.atlas10) },
    { name: 'admin1_label', zooms: all, features: admin1Labels(sources.admin1, sources.countries) },
    { name: 'place_label', zooms: all, features: places },
  ];
}

function lines(coordinates: readonly Line[], properties: Record<string, number> = {}): Feature {
  return { type: 'Feature', geometry: { type: 'MultiLineString', coordinates: coordinates.map((line) => [...line]) }, properties };
}
