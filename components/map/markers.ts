import { Marker } from 'maplibre-gl';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { incidentMarksOf } from './incident-marks';
import type { IncidentMark } from './incident-marks';
import { incidentButton, placeButton } from './mark-buttons';
import type { Mark } from './marks';

export interface MarkerEvents {
  readonly onSelect: (id: string, byKeyboard: boolean) => void;
  readonly onHighlight: (id: string | null) => void;
}

/** What the markers say: to who does not see them, and to who points at them. */
export interface MarkerWords {
  readonly describe: (mark: Mark) => string;
  readonly hint: (mark: Mark) => string;
  readonly describeIncident: (mark: IncidentMark) => string;
  readonly hintIncident: (mark: IncidentMark) => string;
}

/** A place's marker, or an incident's; then `incident` is not null and `mark` is where it happened. */
export interface PlacedMarker {
  readonly id: string;
  readonly mark: Mark;
  readonly incident: IncidentMark | null;
  readonly size: number;
  readonly marker: Marker;
  readonly button: HTMLButtonElement;
}

/** Puts a button on the map for each mark, in the order given, which is the order of the Tab key: each place, then its incidents. */
export function addMarkers(map: MapLibreMap, marked: readonly Mark[], words: MarkerWords, events: MarkerEvents): PlacedMarker[] {
  const incidents = incidentMarksOf(marked);
  return marked.flatMap((mark): PlacedMarker[] => {
    const own = incidents.filter(({ host }) => host === mark);
    const slotSize = Math.max(0, ...own.map(({ size }) => size));
    const place = placeButton(mark, words.describe(mark), words.hint(mark), slotSize);
    const id = mark.feature.id;
    return [
      { id, mark, incident: null, size: mark.size, button: place, marker: put(map, mark, place, id, events) },
      ...own.map((incident): PlacedMarker => {
        const button = incidentButton(incident, words.describeIncident(incident), words.hintIncident(incident));
        const { id: incidentId } = incident.incident;
        return { id: incidentId, mark, incident, size: incident.size, button, marker: put(map, mark, button, incidentId, events) };
      }),
    ];
  });
}

function put(map: MapLibreMap, { point }: Mark, button: HTMLButtonElement, id: string, events: MarkerEvents): Marker {
  // A click without a pointer (Enter, Space) has no detail.
  button.addEventListener('click', (event) => {
    event.stopPropagation();
    events.onSelect(id, event.detail === 0);
  });
  button.addEventListener('mouseenter', () => events.onHighlight(id));
  button.addEventListener('mouseleave', () => events.onHighlight(null));
  button.addEventListener('focus', () => events.onHighlight(id));
  button.addEventListener('blur', () => events.onHighlight(null));
  const marker = new Marker({ element: button, anchor: 'center', subpixelPositioning: false });
  return marker.setLngLat([...point] as [number, number]).addTo(map);
}
