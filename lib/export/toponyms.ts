import { APPROXIMATE, type Gazetteer } from '../gazetteer/gazetteer';
import type { Geoparsing } from '../geoparse';
import { wherePrecision } from '../geojson/precision';
import { isArea } from '../gazetteer/kinds';
import type { Direction, Kind, Role, WherePrecision } from '../types';

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

/** An article's mentions with their places, flat, for bulk runs. `lat` and `lon` are the label point's. */
export function toToponyms(text: string, { resolutions }: Geoparsing, gazetteer: Gazetteer): Toponym[] {
  return resolutions.map(({ mention, candidates, confidence }) => {
    const best = candidates[0];
    const place = best ? gazetteer.place(best.place) : null;
    const direction = place && isArea(place.kind) ? mention.direction : null;
    return {
      start: direction?.start ?? mention.start,
      end: mention.end,
      text: text.slice(direction?.start ?? mention.start, mention.end),
      role: mention.role,
      placeId: place?.id ?? null,
      lat: place?.labelPoint[1] ?? null,
      lon: place?.labelPoint[0] ?? null,
      direction: direction?.value ?? null,
      kind: place?.kind ?? null,
      countryCode: place?.countryCode ?? null,
      wherePrecision: place
        ? wherePrecision(
            place.kind,
            place.countryCode,
            direction !== null,
            mention.near ||
              mention.direction !== null ||
              mention.distanceKm !== null ||
              ((gazetteer.flags[best?.place ?? 0] ?? 0) & APPROXIMATE) !== 0,
            place.id.startsWith('iso:'),
          )
        : null,
      confidence: Math.round(mention.confidence * confidence * 100) / 100,
    };
  });
}
