import { NONE } from '../../lib/gazetteer/gazetteer';
import { KINDS } from '../../lib/types';
import type { IndexBuilder } from './index-builder';

const POPULATED = new Set((['city', 'town', 'village', 'neighbourhood'] as const).map((kind) => KINDS.indexOf(kind)));
/** Degrees of a cell. */
const CELL = 1;
const KM_PER_DEGREE = 111.2;

/** Finds populated places near a point: places of the builder from `first` on, in cells of one degree. */
export class Nearby {
  private readonly cells = new Map<number, number[]>();

  constructor(
    private readonly builder: IndexBuilder,
    first: number,
  ) {
    for (let i = first; i < builder.size; i++) {
      if (!POPULATED.has(builder.kind[i] ?? -1)) continue;
      const key = cellOf(builder.lon[i] ?? 0, builder.lat[i] ?? 0);
      const cell = this.cells.get(key);
      if (cell === undefined) this.cells.set(key, [i]);
      else cell.push(i);
    }
  }

  /** Places of a country within `km` of a point, nearest first. */
  within(lon: number, lat: number, country: number, km: number): number[] {
    const found: { place: number; distance: number }[] = [];
    const reach = Math.ceil(km / KM_PER_DEGREE / CELL);
    const shrink = Math.cos((lat * Math.PI) / 180);
    const reachLon = Math.min(8, Math.ceil(reach / Math.max(shrink, 0.1)));
    for (let dx = -reachLon; dx <= reachLon; dx++)
      for (let dy = -reach; dy <= reach; dy++)
        for (const place of this.cells.get(cellOf(lon + dx * CELL, lat + dy * CELL)) ?? []) {
          if (this.builder.country[place] !== country) continue;
          const distance =
            Math.hypot(((this.builder.lon[place] ?? 0) - lon) * shrink, (this.builder.lat[place] ?? 0) - lat) * KM_PER_DEGREE;
          if (distance <= km) found.push({ place, distance });
        }
    return found.sort((a, b) => a.distance - b.distance).map((f) => f.place);
  }

  /** The first-level division of the nearest place of the country, or NONE. */
  admin1(lon: number, lat: number, country: number): number {
    const nearest = this.within(lon, lat, country, 80)[0];
    return nearest === undefined ? NONE : (this.builder.admin1[nearest] ?? NONE);
  }
}

function cellOf(lon: number, lat: number): number {
  return Math.floor((lon + 180) / CELL) * 1000 + Math.floor((lat + 90) / CELL);
}
