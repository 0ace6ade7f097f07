import type { ExpressionSpecification, LayerSpecification, SymbolLayerSpecification } from 'maplibre-gl';
import type { Language } from '@/lib/types';
import { AREAS } from './layer-ids';
import type { Palette, Theme } from './style';

type Layout = SymbolLayerSpecification['layout'];
type Paint = SymbolLayerSpecification['paint'];
type Filter = ExpressionSpecification;

/**
 * The labels, least important first: MapLibre places the last layer first, so that the others give way to it.
 * The last one is invisible and keeps room for the names that the markers write.
 */
export function labelLayers(theme: Theme, colours: Palette, locale: Language, namesOfMarks: readonly string[]): LayerSpecification[] {
  const arabic = locale === 'ar';
  const name: ExpressionSpecification = arabic ? ['coalesce', ['get', 'ar'], ['get', 'en']] : ['get', 'en'];
  /** Arabic letters join: spaces between them would tear the words. */
  const spaced = (ems: number): number => (arabic ? 0 : ems);
  const capitals = arabic ? 'none' : 'uppercase';
  const notAMark: Filter = ['!', ['in', ['get', 'en'], ['literal', [...namesOfMarks]]]];
  // In a filter the zoom is a whole number.
  const shown: Filter = ['<=', ['get', 'z'], ['+', ['zoom'], 0.8]];
  const common: Layout = {
    'text-field': name,
    'symbol-sort-key': ['get', 'z'],
    'text-max-width': 8,
    'text-line-height': arabic ? 1.35 : 1.15,
  };
  const onLand: Paint = { 'text-halo-color': colours.halo, 'text-halo-width': 1.3, 'text-halo-blur': 0.4 };
  const layer = (id: string, source: string, filter: Filter, layout: Layout, paint: Paint): SymbolLayerSpecification => ({
    id,
    type: 'symbol',
    source: 'basemap',
    'source-layer': source,
    filter,
    layout: { ...common, ...layout },
    paint: { ...onLand, ...paint },
  });

  return [
    layer(
      'place-small',
      'place_label',
      ['all', ['!', ['has', 'capital']], shown, notAMark],
      {
        ...placeLayout,
        'icon-image': `place-dot-${theme}`,
        'text-font': ['Noto Sans Regular'],
        'text-size': sizeByRank(11, 0.8, 15),
      },
      { 'text-color': colours.placeText, 'icon-opacity': 0.85 },
    ),
    {
      ...layer(
        'admin1-label',
        'admin1_label',
        ['all', shown, notAMark],
        {
          'text-font': ['Noto Sans Regular'],
          'text-size': ['interpolate', ['linear'], ['zoom'], 4, arabic ? 11 : 9.5, 8, arabic ? 14 : 12],
          'text-letter-spacing': spaced(0.12),
          'text-transform': capitals,
          'text-padding': 10,
        },
        { 'text-color': colours.admin1Text },
      ),
      maxzoom: 9.5,
    },
    {
      ...layer(
        'country-label',
        'country_label',
        ['all', shown, notAMark],
        {
          'text-font': ['Noto Sans Regular'],
          'text-size': arabic ? sizeByRank(12, 2.2, 20) : sizeByRank(10.5, 1.7, 16),
          'text-letter-spacing': spaced(0.16),
          'text-transform': capitals,
          'text-max-width': 7,
          // A capital is placed first; the country's name moves up or down for it.
          'text-variable-anchor-offset': ['center', [0, 0], 'bottom', [0, -0.9], 'top', [0, 0.9], 'bottom', [0, -2.4], 'top', [0, 2.4]],
          'text-justify': 'center',
          'text-padding': 6,
        },
        { 'text-color': colours.countryText, 'text-halo-width': 1.6 },
      ),
      maxzoom: 7.4,
    },
    layer(
      'place-large',
      'place_label',
      ['all', ['has', 'capital'], shown, notAMark],
      {
        ...placeLayout,
        'icon-image': ['case', ['==', ['get', 'capital'], 'country'], `capital-dot-${theme}`, `place-dot-${theme}`],
        'text-font': ['case', ['==', ['get', 'capital'], 'country'], ['literal', ['Noto Sans Medium']], ['literal', ['Noto Sans Regular']]],
        'text-size': [
          'interpolate',
          ['linear'],
          ['zoom'],
          3,
          ['case', ['==', ['get', 'capital'], 'country'], 11.5, 10.5],
          9,
          ['case', ['==', ['get', 'capital'], 'country'], 18, 15],
        ],
      },
      { 'text-color': ['case', ['==', ['get', 'capital'], 'country'], colours.capitalText, colours.placeText] },
    ),
    layer(
      'water-label',
      'water_label',
      ['all', shown, notAMark],
      {
        'text-font': ['Noto Sans Italic'],
        'text-size': arabic ? sizeByRank(12, 1.1, 17) : sizeByRank(10.5, 1.1, 16),
        'text-letter-spacing': spaced(0.14),
        'text-max-width': 6,
      },
      { 'text-color': colours.waterText, 'text-halo-color': colours.waterHalo, 'text-halo-width': 1 },
    ),
    {
      id: 'mark-room',
      type: 'symbol',
      source: AREAS,
      filter: ['==', ['geometry-type'], 'Point'],
      layout: {
        'text-field': ['get', 'label'],
        'text-font': ['Noto Sans Medium'],
        'text-size': 13,
        'text-max-width': 80,
        'text-padding': 9,
        'text-allow-overlap': true,
      },
      paint: { 'text-opacity': 0 },
    },
  ];
}

const placeLayout: Layout = {
  'icon-allow-overlap': false,
  'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
  'text-radial-offset': 0.55,
  'text-justify': 'auto',
  'text-padding': 3,
};

/** Text that begins at `least` pixels when its rank first shows and gains `growth` with each zoom, to `most`. */
function sizeByRank(least: number, growth: number, most: number): ExpressionSpecification {
  const at = (zoom: number): ExpressionSpecification => [
    'max',
    least,
    ['min', most, ['+', least, ['*', growth, ['-', zoom, ['get', 'z']]]]],
  ];
  const stops = [1, 3, 4, 5, 6, 7, 8, 10, 12].flatMap((zoom) => [zoom, at(zoom)]);
  return ['interpolate', ['linear'], ['zoom'], ...stops] as ExpressionSpecification;
}
