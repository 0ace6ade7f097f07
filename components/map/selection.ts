/** A place, and which of its mentions, from 0. */
export interface PlaceSelection {
  readonly placeId: string;
  readonly mention: number;
}

/** An incident, and which of the passages that tell of it, from 0. */
export interface IncidentSelection {
  readonly incidentId: string;
  readonly mention: number;
}

/** What is selected, in the text, in the lists, on the map and on the timeline at once. */
export type Selection = PlaceSelection | IncidentSelection;

/** The selected place's id; null where nothing or an incident is selected. */
export function selectedPlace(selection: Selection | null): string | null {
  return selection !== null && 'placeId' in selection ? selection.placeId : null;
}

/** The selected incident's id; null where nothing or a place is selected. */
export function selectedIncident(selection: Selection | null): string | null {
  return selection !== null && 'incidentId' in selection ? selection.incidentId : null;
}
