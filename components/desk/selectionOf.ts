import type { Selection } from '@/components/map/selection';
import type { ArticleMap, MapIncident } from '@/lib/types';
import type { UrlState } from './urlState';

/** What the address chooses, as far as it is shown: an old link may name what is not there, and a filter may hold it back. */
export function selectionOf(map: ArticleMap | null, incidents: readonly MapIncident[], state: UrlState): Selection | null {
  if (state.incident !== null) {
    const incident = incidents.find(({ id }) => id === state.incident);
    return incident === undefined ? null : { incidentId: incident.id, mention: atMost(state.mention, incident.evidence.length) };
  }
  const properties = map?.features.find((feature) => feature.id === state.place)?.properties;
  if (properties === undefined || state.place === null) return null;
  const hidden = properties.role === 'associative' && !state.names && !incidents.some(({ placeId }) => placeId === state.place);
  return hidden ? null : { placeId: state.place, mention: atMost(state.mention, properties.mentions.length) };
}

/** What of the address changes with a choice. */
export function chosenState(chosen: Selection | null): Pick<UrlState, 'place' | 'incident' | 'mention'> {
  if (chosen === null) return { place: null, incident: null, mention: 1 };
  const mention = chosen.mention + 1;
  return 'placeId' in chosen ? { place: chosen.placeId, incident: null, mention } : { place: null, incident: chosen.incidentId, mention };
}

/** An index from 0 for the address's number from 1. */
function atMost(mention: number, length: number): number {
  return Math.max(0, Math.min(mention, length) - 1);
}
