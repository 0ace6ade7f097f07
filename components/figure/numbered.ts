import type { Mark } from '@/components/map/marks';
import type { MapIncident } from '@/lib/types';

/** An incident with the number that it has on the map and in the list. */
export interface Numbered {
  readonly number: number;
  readonly incident: MapIncident;
}

/** The incidents numbered from 1 in the order in which the article tells them. */
export function numbered(incidents: readonly MapIncident[]): Numbered[] {
  return incidents.map((incident, i) => ({ number: i + 1, incident }));
}

/** Those that happened at a mark's place. */
export function numberedAt({ feature }: Mark, all: readonly Numbered[]): Numbered[] {
  return all.filter(({ incident }) => incident.placeId === feature.id);
}
