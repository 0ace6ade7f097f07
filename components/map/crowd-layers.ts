import type { ExpressionSpecification, LayerSpecification, Map as MapLibreMap, MapMouseEvent, StyleSpecification } from 'maplibre-gl';
import { INCIDENT_SLUGS, typeOfSlug } from '@/components/incidents/types';
import { paletteOf, type Theme } from './style';

const CROWD = 'crowd';
const CROWD_MARKS = 'crowd-marks';

/** Pixels across by how many incidents a mark stands for: its area grows with them, so far as it can be seen. */
const RADIUS: ExpressionSpecification = ['interpolate', ['linear'], ['sqrt', ['get', 'count']], 1, 6, 3, 10, 10, 17, 40, 28, 150, 44];

/** The tiles end here: from zoom 8 on each place is a point of its own. */
const MAX_TILE_ZOOM = 12;
/** Before the square of a crowd's point, where it stands for a place's id. */
const SQUARE = 'square:';

/** The square that an id names, as the API takes it; null for an id of something else. */
export function squareOf(id: string | null): string | null {
  return id !== null && /^square:\d+\/\d+\/\d+$/.test(id) ? id.slice(SQUARE.length) : null;
}

/** Adds what the tiles of a query hold to a style; `frame` is where its style sheet has the colours of the types. */
export function withCrowd(style: StyleSpecification, theme: Theme, query: string, frame: HTMLElement): StyleSpecification {
  const tiles = [`${window.location.origin}/tiles/{z}/{x}/{y}.mvt?${query}`];
  return {
    ...style,
    sources: { ...style.sources, [CROWD]: { type: 'vector', tiles, maxzoom: MAX_TILE_ZOOM } },
    layers: [...style.layers, ...crowdLayers(theme, coloursIn(frame))],
  };
}

/** The id of the crowd's point under the pointer, the topmost; null for none. */
export function crowdAt(map: MapLibreMap, { point }: MapMouseEvent): string | null {
  if (!map.getLayer(CROWD_MARKS)) return null;
  const [top] = map.queryRenderedFeatures(point, { layers: [CROWD_MARKS] });
  const square: unknown = top?.properties['square'];
  return typeof square === 'string' ? `${SQUARE}${square}` : null;
}

/**
 * The layers of a crowd, drawn from vector tiles: colour is the type that most of a mark's incidents have; full where the
 * places are exact, pale where they are areas, a ring where nothing is told as having happened.
 * @param colours of the types, by their short names
 */
function crowdLayers(theme: Theme, colours: ReadonlyMap<string, string>): LayerSpecification[] {
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

/** The colours of the types as the style sheet has them, resolved for the theme: the map's own layers know no variables. */
function coloursIn(frame: HTMLElement): Map<string, string> {
  const probe = document.createElement('span');
  probe.className = 'type-probe';
  frame.append(probe);
  const colours = INCIDENT_SLUGS.map((slug) => {
    probe.dataset['type'] = slug;
    return [slug, getComputedStyle(probe).color] as const;
  });
  probe.remove();
  return new Map(colours);
}
