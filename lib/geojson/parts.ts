import type { Geometry } from 'geojson';
import type { Coordinates, Direction, Place } from '../types';
import { labelPointOf, partOfArea } from './geometry';

export interface Part {
  readonly geometry: Geometry;
  readonly labelPoint: Coordinates;
}

/** Parts kept: a news stream names the same few over and over, and cutting one takes a millisecond. */
const KEPT = 500;

/** The parts of areas that directions pick out, cut once each. */
export class Parts {
  private readonly kept = new Map<string, Part | null>();

  constructor(private readonly geometry: (place: Place) => Geometry | null) {}

  /** The part of a place, or null where the place has no area to cut. */
  get(place: Place, direction: Direction): Part | null {
    const key = `${place.id}/${direction}`;
    let part = this.kept.get(key);
    if (part === undefined) {
      if (this.kept.size >= KEPT) this.kept.clear();
      part = this.cut(place, direction);
      this.kept.set(key, part);
    }
    return part;
  }

  private cut(place: Place, direction: Direction): Part | null {
    const area = this.geometry(place);
    if (area?.type !== 'Polygon' && area?.type !== 'MultiPolygon') return null;
    const geometry = partOfArea(area, direction);
    return geometry && { geometry, labelPoint: labelPointOf(geometry) };
  }
}
