import { countrysideOf } from '../gazetteer/countryside';
import { APPROXIMATE, type Gazetteer } from '../gazetteer/gazetteer';
import { isArea } from '../gazetteer/kinds';
import type { PlacementSource } from '../geojson/placement';

/** The gazetteer as `placementOf` asks it. */
export function placementSource(gazetteer: Gazetteer): PlacementSource {
  return {
    place: (index) => gazetteer.place(index),
    isApproximate: (index) => ((gazetteer.flags[index] ?? 0) & APPROXIMATE) !== 0,
    isArea: (place) => isArea(place.kind),
    countryside: (index) => countrysideOf(gazetteer, index),
  };
}
