import type { Facets, IncidentFilter } from '@/components/incidents/filter';
import { INCIDENT_SLUGS, slugOf } from '@/components/incidents/types';
import type { Box } from '@/components/map/camera';
import type { Dated } from '@/components/timeline/scale';
import type { FacetsAnswer } from '@/lib/api/facets-request';
import type { StoredIncident } from '@/lib/store/records';
import { INCIDENT_STATUSES, type MapIncident, type PlaceFeature } from '@/lib/types';

/** Counts as the filters offer them. The API knows no actors. */
export function facetsOfCounts({ types, statuses }: FacetsAnswer, filter: IncidentFilter): Facets {
  const facets = <T extends string>(
    counts: FacetsAnswer['types'],
    order: readonly T[],
    chosen: readonly string[],
    nameOf: (value: string) => string,
  ) =>
    order.flatMap((value) => {
      const found = counts.find((one) => one.value !== null && nameOf(one.value) === value);
      const isChosen = chosen.includes(value);
      return found || isChosen ? [{ value, count: found?.incidents ?? 0, chosen: isChosen }] : [];
    });
  return {
    types: facets(types, INCIDENT_SLUGS, filter.types, slugOf),
    statuses: facets(statuses, INCIDENT_STATUSES, filter.statuses, (status) => status),
    actors: [],
  };
}

/** Counts as the timeline draws them. */
export function datesOfCounts({ dates }: FacetsAnswer): Dated[] {
  return dates.map(({ value, incidents: count }) => {
    const [start, end] = value?.split('/') ?? [];
    return { date: start === undefined ? null : { start, end: end ?? start }, count };
  });
}

/** Digits of a degree: about ten metres. */
const DIGITS = 4;

/** A box as the API takes it. */
export function boxParam(box: Box): string {
  return box.map((degrees) => degrees.toFixed(DIGITS)).join(',');
}

/** An incident as the page's cards and lists take it: under its id in the library. */
export function incidentOf({ id, incident, place }: StoredIncident): MapIncident {
  return { ...incident, id, placeId: place?.id ?? null };
}

/** Its place, which the library gives without its mentions. */
export function placeOf({ place }: StoredIncident): PlaceFeature | null {
  return place && { ...place, properties: { ...place.properties, mentions: [] } };
}

/** The place of all of these incidents; null where they have several. */
export function commonPlace(items: readonly StoredIncident[]): PlaceFeature | null {
  const [first] = items;
  return first && items.every(({ place }) => place?.id === first.place?.id) ? placeOf(first) : null;
}

/** What a point of the tiles stands for, as a place of the map: the place itself, or the middle of those that it counts together. */
export function markOf(id: string, items: readonly StoredIncident[], name: string): PlaceFeature | null {
  const place = commonPlace(items);
  if (place) return { ...place, id };
  const points = items.flatMap((item) => item.place?.properties.labelPoint ?? []);
  const lon = points.filter((_, i) => i % 2 === 0).reduce((sum, degrees) => sum + degrees, 0) / (points.length / 2);
  const lat = points.filter((_, i) => i % 2 === 1).reduce((sum, degrees) => sum + degrees, 0) / (points.length / 2);
  if (points.length === 0) return null;
  return {
    type: 'Feature',
    id,
    bbox: [lon, lat, lon, lat],
    geometry: { type: 'Point', coordinates: [lon, lat] },
    properties: {
      name,
      names: {},
      kind: 'region',
      countryCode: null,
      admin1: null,
      labelPoint: [lon, lat],
      // About here, however exactly each of them is known.
      wherePrecision: 5,
      geoPrecision: 2,
      role: 'literal',
      confidence: 1,
      why: [],
      alternatives: [],
      mentions: [],
    },
  };
}
