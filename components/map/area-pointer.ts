import type { Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl';
import { crowdAt } from './crowd-layers';
import { AREA_FILL } from './layer-ids';

export interface AreaEvents {
  /** The area, or the point of a crowd, that was pressed; null beside all of them. */
  readonly onPress: (placeId: string | null) => void;
  readonly onHover: (placeId: string | null) => void;
}

/** Tells which of the article's areas is pressed and pointed at. */
export function followPointer(map: MapLibreMap, { onPress, onHover }: AreaEvents): void {
  let hovered: string | null = null;
  const hover = (placeId: string | null): void => {
    if (placeId === hovered) return;
    hovered = placeId;
    map.getCanvas().style.cursor = placeId === null ? '' : 'pointer';
    onHover(placeId);
  };
  const under = (event: MapMouseEvent) => crowdAt(map, event) ?? areaAt(map, event);
  map.on('click', (event) => onPress(under(event)));
  map.on('mousemove', (event) => {
    // Over a marker or the card the event comes up from there, and the area below is not meant. Nor is it while the map is dragged.
    if (map.isMoving()) return;
    if (event.originalEvent.target === map.getCanvas()) hover(under(event));
    else hovered = null;
  });
  map.on('mouseout', () => hover(null));
}

/** The smallest area under the pointer; areas are drawn from the largest to the smallest. */
function areaAt(map: MapLibreMap, event: MapMouseEvent): string | null {
  if (!map.getLayer(AREA_FILL)) return null;
  const [top] = map.queryRenderedFeatures(event.point, { layers: [AREA_FILL], filter: ['!=', ['get', 'form'], 'name'] });
  const id: unknown = top?.properties['id'];
  return typeof id === 'string' ? id : null;
}
