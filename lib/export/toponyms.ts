import type { Gazetteer } from '../gazetteer/gazetteer';
import { mentionStart, placementOf } from '../geojson/placement';
import type { Geoparsing } from '../geoparse';
import type { Direction, Kind, Role, WherePrecision } from '../types';
import { placementSource } from './placement-source';

/** One mention as a line of `--jsonl` has it. */
export interface Toponym {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly role: Role;
  readonly placeId: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  /** The part of the place that is meant, where the words pick one out; `placeId` and the point are the whole place's. */
  readonly direction: Direction | null;
  readonly kind: Kind | null;
  readonly countryCode: string | null;
  readonly wherePrecision: WherePrecision | null;
  readonly confidence: number;
}

/** An article's mentions with their places, flat, for bulk runs. `lat` and `lon` are the label point's. Nothing is drawn. */
export function toToponyms(text: string, { resolutions }: Geoparsing, gazetteer: Gazetteer): Toponym[] {
  const source = placementSource(gazetteer);
  return resolutions.map((resolution) => {
    const { mention, confidence } = resolution;
    const placement = placementOf(resolution, source);
    const place = placement?.place ?? null;
    const start = placement ? mentionStart(mention, placement) : mention.start;
    return {
      start,
      end: mention.end,
      text: text.slice(start, mention.end),
      role: mention.role,
      placeId: place?.id ?? null,
      lat: place?.labelPoint[1] ?? null,
      lon: place?.labelPoint[0] ?? null,
      direction: placement?.isArea && placement.relation?.type === 'part' ? placement.relation.direction : null,
      kind: place?.kind ?? null,
      countryCode: place?.countryCode ?? null,
      wherePrecision: placement?.wherePrecision ?? null,
      // Where no place bears the name, all that can be sure is that it is one.
      confidence: Math.round(mention.confidence * (place ? confidence : 1) * 100) / 100,
    };
  });
}
