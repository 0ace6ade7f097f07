import { bbox } from '@turf/turf';
import type { Geometry } from 'geojson';
import type { Area } from './outline';

/** The areas of countries, by which land is told from sea. */
export interface CountryAreas {
  readonly ids: readonly string[];
  geometry(id: string): Geometry | null;
}

type Box = readonly [number, number, number, number];

/** Finds the countries that reach into a box. The first call reads every country's outline once, some 100 ms. */
export class Lands {
  private boxes: Map<string, Box> | null = null;

  constructor(private readonly areas: CountryAreas) {}

  /** The areas of all countries and territories whose own box meets `[west, south, east, north]`. */
  within([west, south, east, north]: Box): Area[] {
    this.boxes ??= this.readBoxes();
    const found: Area[] = [];
    for (const [id, box] of this.boxes) {
      if (box[0] > east || box[2] < west || box[1] > north || box[3] < south) continue;
      const area = this.areas.geometry(id);
      if (area && isGround(area)) found.push(area);
    }
    return found;
  }

  private readBoxes(): Map<string, Box> {
    const boxes = new Map<string, Box>();
    for (const id of this.areas.ids) {
      const area = id.startsWith('iso:') ? this.areas.geometry(id) : null;
      if (area) boxes.set(id, bbox(area) as [number, number, number, number]);
    }
    return boxes;
  }
}

export function isGround(geometry: Geometry): geometry is Area {
  return geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';
}
