import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { areasOf, type Mark } from '@/components/map/marks';
import { mapOrigin } from '@/components/map/resources';
import { buildStyle, type Theme } from '@/components/map/style';
import type { Box } from '@/lib/figure/boxes';
import type { Extent } from '@/lib/figure/sizes';
import { unproject, type MapView } from '@/lib/figure/view';
import type { Language } from '@/lib/types';

export interface FigureStyleOptions {
  readonly marked: readonly Mark[];
  readonly theme: Theme;
  readonly locale: Language;
  readonly view: MapView;
  readonly extent: Extent;
  /** What lies over the map: the basemap's labels keep clear of it. */
  readonly covered: readonly Box[];
}

const ROOM = 'room';
/** Units along each edge that no label may come into: none is cut off by the frame. */
const EDGE = 2;

/** The map under a figure's marks: the desk's own style, its labels out of the way of everything that is drawn over it. */
export function figureStyle({ marked, theme, locale, view, extent, covered }: FigureStyleOptions): StyleSpecification {
  const areas = areasOf(marked).features.filter(({ geometry }) => geometry.type !== 'Point');
  const style = buildStyle({
    theme,
    locale,
    origin: mapOrigin(),
    areas: { type: 'FeatureCollection', features: areas },
    namesOfMarks: marked
      .filter(({ form }) => form !== 'country')
      .flatMap(namesOf)
      .concat(marked.filter(({ incidents }) => incidents.length > 0).flatMap(namesOf)),
  });
  const { width, height } = extent;
  const edges: Box[] = [
    { x: 0, y: 0, width, height: EDGE },
    { x: 0, y: height - EDGE, width, height: EDGE },
    { x: 0, y: 0, width: EDGE, height },
    { x: width - EDGE, y: 0, width: EDGE, height },
  ];
  const rooms = [...covered, ...edges].map((box) => {
    const middle = unproject({ x: box.x + box.width / 2, y: box.y + box.height / 2 }, view, extent);
    return {
      type: 'Feature' as const,
      geometry: { type: 'Point' as const, coordinates: [...middle] },
      properties: { padding: [box.height / 2, box.width / 2, box.height / 2, box.width / 2] },
    };
  });
  return {
    ...style,
    sources: { ...style.sources, [ROOM]: { type: 'geojson', data: { type: 'FeatureCollection', features: rooms } } },
    layers: [...style.layers.map(quieter), roomLayer(theme)],
  };
}

/** On paper nothing can be pointed at: only an area where something happened is hatched, one that is merely named has its edge. */
function quieter(layer: LayerSpecification): LayerSpecification {
  if (layer.id !== 'area-hatch' || layer.type !== 'fill') return layer;
  return { ...layer, filter: ['all', ['!=', ['geometry-type'], 'Point'], ['boolean', ['get', 'told'], false]] };
}

/** The layers of a style that write the basemap's labels. */
export function labelLayerIds({ layers }: StyleSpecification): string[] {
  return layers.filter(({ id, type }) => type === 'symbol' && id !== ROOM).map(({ id }) => id);
}

/** A few countries around, without anything of the article. */
export function locatorStyle(theme: Theme, locale: Language): StyleSpecification {
  const style = buildStyle({
    theme,
    locale,
    origin: mapOrigin(),
    areas: { type: 'FeatureCollection', features: [] },
    namesOfMarks: [],
  });
  const kept = ['water', 'land', 'coastline', 'country_boundary', 'disputed_boundary', 'country-label'];
  const layers = style.layers.filter(({ id }) => kept.includes(id)).map((layer) => smaller(layer));
  return { ...style, layers };
}

function smaller(layer: LayerSpecification): LayerSpecification {
  if (layer.type !== 'symbol') return layer;
  return { ...layer, layout: { ...layer.layout, 'text-size': 8, 'text-letter-spacing': 0, 'text-transform': 'none', 'text-padding': 2 } };
}

/** Symbols that are not seen and give way to none: placed first, for MapLibre places the last layer first. */
function roomLayer(theme: Theme): LayerSpecification {
  return {
    id: ROOM,
    type: 'symbol',
    source: ROOM,
    layout: { 'icon-image': `place-dot-${theme}`, 'icon-size': 0.1, 'icon-allow-overlap': true, 'icon-padding': ['get', 'padding'] },
    paint: { 'icon-opacity': 0 },
  };
}

function namesOf({ feature }: Mark): string[] {
  const { en } = feature.properties.names;
  return en === undefined ? [] : [en];
}
