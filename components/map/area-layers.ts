import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { AREA_FILL, AREAS } from './layer-ids';
import type { Palette, Theme } from './style';

type Value = number | ExpressionSpecification;

const isArea: ExpressionSpecification = ['!=', ['geometry-type'], 'Point'];
const isName: ExpressionSpecification = ['==', ['get', 'form'], 'name'];

/** A value for areas that are hovered, focused or selected, for those that stand back for a selected one, and for the others. */
function byState(lit: Value, dimmed: Value, normal: Value): ExpressionSpecification {
  const is = (state: string): ExpressionSpecification => ['boolean', ['feature-state', state], false];
  return ['case', ['any', is('selected'), is('lit')], lit, is('dimmed'), dimmed, normal];
}

/** A name that stands for someone has no area, unless it is asked for. */
const unlessName = (value: number): ExpressionSpecification => ['case', isName, 0, value];

/** The article's areas: a faint tint, a hatch where the place lies somewhere within, and a soft edge. */
export function areaLayers(theme: Theme, colours: Palette): LayerSpecification[] {
  const colour: ExpressionSpecification = ['case', isName, colours.associative, colours.area];
  return [
    {
      id: AREA_FILL,
      type: 'fill',
      source: AREAS,
      filter: isArea,
      paint: { 'fill-color': colour, 'fill-antialias': false, 'fill-opacity': byState(0.14, unlessName(0.025), unlessName(0.06)) },
    },
    {
      id: 'area-hatch',
      type: 'fill',
      source: AREAS,
      filter: ['all', isArea, ['in', ['get', 'form'], ['literal', ['area', 'near']]]],
      paint: { 'fill-pattern': `hatch-${theme}`, 'fill-antialias': false, 'fill-opacity': byState(0.7, 0.18, 0.4) },
    },
    {
      id: 'area-edge',
      type: 'line',
      source: AREAS,
      filter: isArea,
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': colour,
        // Wide and soft: the outline is simplified, and a sharp line beside the basemap's boundary would be a second one.
        'line-width': ['interpolate', ['linear'], ['zoom'], 2, 2, 4, 4.5, 7, 13],
        'line-blur': ['interpolate', ['linear'], ['zoom'], 2, 1, 4, 3, 7, 10],
        'line-opacity': byState(0.6, unlessName(0.08), ['case', isName, 0, ['==', ['get', 'form'], 'country'], 0.3, 0.24]),
      },
    },
  ];
}
