import { Marker } from 'maplibre-gl';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { formOf } from './marks';
import type { PlaceFeature } from '@/lib/types';

/** A ring around a place that is pointed at elsewhere on the page, and has no mark of its own on the map. */
export class Ring {
  private marker: Marker | null = null;

  constructor(private readonly map: MapLibreMap) {}

  /** Puts it around a place; null takes it away. */
  lay(feature: PlaceFeature | null): void {
    this.marker?.remove();
    this.marker = null;
    if (!feature) return;
    const element = document.createElement('div');
    element.className = 'map-ring';
    // Around an area's label point it must not be read as a position.
    element.dataset['form'] = formOf(feature) === 'point' ? 'point' : 'area';
    const [lon, lat] = feature.properties.labelPoint;
    this.marker = new Marker({ element, anchor: 'center' }).setLngLat([lon, lat]).addTo(this.map);
    // MapLibre calls every marker a button, to be read out; this one says nothing.
    for (const name of ['role', 'aria-label', 'tabindex']) element.removeAttribute(name);
    element.setAttribute('aria-hidden', 'true');
  }
}
