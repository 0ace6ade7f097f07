import type { Geometry } from 'geojson';
import type { Coordinates, Direction, Place } from '../types';
import { labelPointOf, partOfArea } from './geometry';

export interface Part {
  readonly geometry: Geometry;
  readonly labelPoint: Coordinates;
}

/** Parts kept: a news stream names the same few over and over, and cutting one takes a millisecond, a band a hundred. */
const KEPT = 500;

/** The parts of areas and what lies around them, drawn once each. */
export class Parts {
  private readonly kept = new Map<string, Part | null>();

  constructor(private readonly geometry: (place: Place) => Geometry | null) {}

  /** The part of a place, or null where the place has no area to cut. */
  get(place: Place, direction: Direction): Part | null {
    return this.of(`${place.id}/${direction}`, () => this.cut(place, direction));
  }

  /** What `draw` gives, drawn only where it is not kept under its key. */
  of(key: string, draw: () => Part | null): Part | null {
    let part = this.kept.get(key);
    if (part === undefined) {
      if (this.kept.size >= KEPT) this.kept.clear();
      part = draw();
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
