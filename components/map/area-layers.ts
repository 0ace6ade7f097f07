import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { AREA_FILL, AREAS } from './layer-ids';
import type { Palette, Theme } from './style';

type Value = number | ExpressionSpecification;

const isArea: ExpressionSpecification = ['!=', ['geometry-type'], 'Point'];
const isCountry: ExpressionSpecification = ['==', ['get', 'form'], 'country'];
const isName: ExpressionSpecification = ['==', ['get', 'form'], 'name'];

/** A value for areas that are hovered, focused or selected, for those that stand back for a selected one, and for the others. */
function byState(lit: Value, dimmed: Value, normal: Value): ExpressionSpecification {
  const is = (state: string): ExpressionSpecification => ['boolean', ['feature-state', state], false];
  return ['case', ['any', is('selected'), is('lit')], lit, is('dimmed'), dimmed, normal];
}

/** A name that stands for someone has no area, unless it is asked for. */
const unlessName = (value: Value): ExpressionSpecification => ['case', isName, 0, value];

/** A value for areas where something happened, and for those that are merely mentioned. */
const byTold = (told: number, mentioned: number): ExpressionSpecification => ['case', ['boolean', ['get', 'told'], false], told, mentioned];

/**
 * The article's areas: a faint tint, a hatch where something happened somewhere within, and a soft edge. An area that is merely
 * mentioned is hatched only when it is asked for: many of them would crowd the map with what did not happen there.
 */
export function areaLayers(theme: Theme, colours: Palette): LayerSpecification[] {
  const colour: ExpressionSpecification = [
    'case',
    isName,
    colours.associative,
    ['boolean', ['get', 'told'], false],
    colours.area,
    colours.mentioned,
  ];
  return [
    {
      id: AREA_FILL,
      type: 'fill',
      source: AREAS,
      filter: isArea,
      paint: {
        'fill-color': colour,
        'fill-antialias': false,
        'fill-opacity': byState(0.14, unlessName(byTold(0.04, 0.02)), unlessName(byTold(0.08, 0.035))),
      },
    },
    {
      id: 'area-hatch',
      type: 'fill',
      source: AREAS,
      filter: ['all', isArea, ['any', ['in', ['get', 'form'], ['literal', ['area', 'near']]], ['boolean', ['get', 'told'], false]]],
      paint: {
        'fill-pattern': ['case', ['boolean', ['get', 'told'], false], ['literal', `hatch-${theme}`], ['literal', `faint-${theme}`]],
        'fill-antialias': false,
        // A country says least of where: its outline is tinted, and its hatch no more than a shade.
        'fill-opacity': byState(0.7, byTold(0.16, 0.1), ['case', isCountry, 0.22, byTold(0.5, 0.18)]),
      },
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
        'line-opacity': byState(0.6, unlessName(byTold(0.12, 0.06)), ['case', isName, 0, byTold(0.4, 0.14)]),
      },
    },
  ];
}
