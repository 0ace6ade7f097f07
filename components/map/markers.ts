import { Marker } from 'maplibre-gl';
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Coordinates } from '@/lib/types';
import type { Group } from './crowd';
import { groupButton, groupSize } from './group-button';
import type { GroupWords } from './group-button';
import { incidentMarksOf } from './incident-marks';
import type { IncidentMark } from './incident-marks';
import { incidentButton, placeButton } from './mark-buttons';
import type { Mark } from './marks';

export interface MarkerEvents {
  readonly onSelect: (id: string, byKeyboard: boolean) => void;
  /** A group of several places is to be seen closer. */
  readonly onOpen: (group: Group, byKeyboard: boolean) => void;
  readonly onHighlight: (id: string | null) => void;
}

/** What the markers say: to who does not see them, and to who points at them. */
export interface MarkerWords {
  readonly describe: (mark: Mark) => string;
  readonly hint: (mark: Mark) => string;
  readonly describeIncident: (mark: IncidentMark) => string;
  readonly hintIncident: (mark: IncidentMark) => string;
  readonly describeGroup: (group: Group) => GroupWords;
}

/**
 * A place's marker, an incident's, or one of many. Where `incident` is not null, `mark` is where it happened; where `group` is
 * not null, `mark` is the first of its places.
 */
export interface PlacedMarker {
  readonly id: string;
  readonly mark: Mark;
  readonly incident: IncidentMark | null;
  readonly group: Group | null;
  readonly size: number;
  readonly marker: Marker;
  readonly button: HTMLButtonElement;
}

/** Puts a button on the map for each mark, in the order given, which is the order of the Tab key: each place, then its incidents. */
export function addMarkers(map: MapLibreMap, marked: readonly Mark[], words: MarkerWords, events: MarkerEvents): PlacedMarker[] {
  return marked.flatMap((mark): PlacedMarker[] => {
    const own = incidentMarksOf([mark]);
    const slotSize = Math.max(0, ...own.map(({ size }) => size));
    const place = placeButton(mark, words.describe(mark), words.hint(mark), slotSize);
    const { id } = mark.feature;
    const common = { mark, group: null };
    return [
      { ...common, id, incident: null, size: mark.size, button: place, marker: put(map, mark.point, place, id, events) },
      ...own.map((incident): PlacedMarker => {
        const button = incidentButton(incident, words.describeIncident(incident), words.hintIncident(incident));
        const { id: incidentId } = incident.incident;
        return {
          ...common,
          id: incidentId,
          incident,
          size: incident.size,
          button,
          marker: put(map, mark.point, button, incidentId, events),
        };
      }),
    ];
  });
}

/** Puts a button on the map for many marks at once; its id is the place's where it is one place. */
export function addGroup(map: MapLibreMap, group: Group, words: MarkerWords, events: MarkerEvents): PlacedMarker[] {
  const [mark] = group.marks;
  if (!mark) return [];
  const button = groupButton(group, words.describeGroup(group));
  const id = group.opensAt === null ? mark.feature.id : group.id;
  const open = { ...events, onSelect: (_: string, byKeyboard: boolean) => events.onOpen(group, byKeyboard) };
  const marker = put(map, group.point, button, id, group.opensAt === null ? events : open);
  return [{ id, mark, incident: null, group, size: groupSize(group), button, marker }];
}

/** MapLibre writes a marker's opacity on the element, over what the style sheet says of dimmed and covered ones: it is to write none. */
const OPACITY_OF_THE_STYLE = '';

function put(map: MapLibreMap, point: Coordinates, button: HTMLButtonElement, id: string, events: MarkerEvents): Marker {
  // A click without a pointer (Enter, Space) has no detail.
  button.addEventListener('click', (event) => {
    event.stopPropagation();
    events.onSelect(id, event.detail === 0);
  });
  button.addEventListener('mouseenter', () => {
    keepInside(button, map.getContainer());
    events.onHighlight(id);
  });
  button.addEventListener('mouseleave', () => events.onHighlight(null));
  button.addEventListener('focus', () => {
    keepInside(button, map.getContainer());
    events.onHighlight(id);
  });
  button.addEventListener('blur', () => events.onHighlight(null));
  const marker = new Marker({ element: button, anchor: 'center', subpixelPositioning: false, opacity: OPACITY_OF_THE_STYLE });
  return marker.setLngLat([...point] as [number, number]).addTo(map);
}

/** Pixels kept between a name and the map's edge. */
const EDGE = 6;

/** Moves what is written beside a mark so far that the map's edge does not cut it off. */
function keepInside(button: HTMLElement, container: HTMLElement): void {
  const name = button.querySelector<HTMLElement>('.map-mark-beside');
  if (!name) return;
  name.style.translate = '';
  const [written, map] = [name.getBoundingClientRect(), container.getBoundingClientRect()];
  const over = Math.max(0, written.right + EDGE - map.right) || Math.min(0, written.left - EDGE - map.left);
  if (over !== 0) name.style.translate = `${-over}px`;
}
