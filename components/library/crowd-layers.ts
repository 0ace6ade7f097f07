import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { INCIDENT_SLUGS, typeOfSlug } from '@/components/incidents/types';
import { paletteOf, type Theme } from '@/components/map/style';

export const CROWD = 'crowd';
export const CROWD_MARKS = 'crowd-marks';

/** Pixels across by how many incidents a mark stands for: its area grows with them, so far as it can be seen. */
const RADIUS: ExpressionSpecification = ['interpolate', ['linear'], ['sqrt', ['get', 'count']], 1, 6, 3, 10, 10, 17, 40, 28, 150, 44];

/**
 * The layers of a crowd, drawn from vector tiles: colour is the type that most of a mark's incidents have; full where the
 * places are exact, pale where they are areas, a ring where nothing is told as having happened.
 * @param colours of the types, by their short names
 */
export function crowdLayers(theme: Theme, colours: ReadonlyMap<string, string>): LayerSpecification[] {
  const palette = paletteOf(theme);
  const cases = INCIDENT_SLUGS.flatMap((slug) => [typeOfSlug(slug) ?? slug, colours.get(slug) ?? palette.placeText]);
  const colour = ['match', ['get', 'type'], ...cases, palette.placeText] as unknown as ExpressionSpecification;
  const happened: ExpressionSpecification = ['in', ['get', 'status'], ['literal', ['reported', 'claimed']]];
  const isFull: ExpressionSpecification = ['all', happened, ['==', ['get', 'geoPrecision'], 1]];
  return [
    {
      id: CROWD_MARKS,
      type: 'circle',
      source: CROWD,
      'source-layer': 'incidents',
      layout: { 'circle-sort-key': ['-', 0, ['get', 'count']] },
      paint: {
        'circle-radius': RADIUS,
        'circle-color': colour,
        'circle-opacity': ['case', isFull, 0.9, happened, 0.4, 0],
        'circle-stroke-color': ['case', happened, palette.halo, colour],
        'circle-stroke-width': ['case', happened, 1.25, 2],
      },
    },
    {
      id: 'crowd-counts',
      type: 'symbol',
      source: CROWD,
      'source-layer': 'incidents',
      filter: ['>', ['get', 'count'], 1],
      layout: {
        'text-field': ['to-string', ['get', 'count']],
        'text-font': ['Noto Sans Medium'],
        'text-size': ['interpolate', ['linear'], ['sqrt', ['get', 'count']], 1, 10, 40, 15],
        'symbol-sort-key': ['-', 0, ['get', 'count']],
      },
      // On the mark's own colour; on a pale one and in a ring the basemap shines through.
      paint: {
        'text-color': ['case', isFull, palette.halo, palette.placeText],
        'text-halo-color': ['case', isFull, colour, palette.halo],
        'text-halo-width': 1.25,
      },
    },
  ];
}
