import { INCIDENT_TYPES, slugOf } from '@/components/incidents/types';
import type { MapIncident } from '@/lib/types';
import type { Group } from './crowd';
import { emptyButton, nameOf } from './mark-buttons';

/** Pixels across: with the tenfold of incidents a step. */
const SMALLEST = 30;
const SIZES = [SMALLEST, 34, 38, 44, 50];
/** A slice of the ring narrower than this part of it would not be seen. */
const LEAST_SLICE = 0.03;

export interface GroupWords {
  readonly count: string;
  readonly description: string;
  /** A place's name; null for several places. */
  readonly name: string | null;
}

/** Pixels across a group's mark. */
export function groupSize(group: Group): number {
  const count = incidentsOf(group).length;
  return SIZES[count === 0 ? 0 : Math.min(SIZES.length - 1, Math.floor(Math.log10(count)) + 1)] ?? SMALLEST;
}

/**
 * The button of a group: how many, in a ring whose slices are the types' shares. What has not happened, by the text, is a slice
 * without colour; where any of the places is more than a point, the mark is square and dashed, as an area's frame is.
 */
export function groupButton(group: Group, { count, description, name }: GroupWords): HTMLButtonElement {
  const button = emptyButton(description, groupSize(group));
  const incidents = incidentsOf(group);
  button.classList.add('map-group');
  button.dataset['groupId'] = group.id;
  if (group.opensAt === null) button.dataset['placeId'] = group.marks[0]?.feature.id;
  button.dataset['form'] = group.marks.every(({ form }) => form === 'point') ? 'point' : 'area';
  button.dataset['told'] = String(incidents.length > 0);
  const disc = document.createElement('span');
  disc.className = 'map-mark-disc';
  disc.style.setProperty('--shares', slices(incidents));
  const number = document.createElement('span');
  number.className = 'map-group-count';
  number.textContent = count;
  disc.append(number);
  button.append(disc);
  if (name !== null) button.append(nameOf(name));
  return button;
}

/** Everything that is told to have happened, or not, at a group's places. */
export function incidentsOf({ marks }: Group): MapIncident[] {
  return marks.flatMap(({ incidents }) => incidents);
}

/** Whether the text says that it happened. */
export function isTold({ status }: MapIncident): boolean {
  return status === 'reported' || status === 'claimed';
}

/** The ring as a CSS gradient: each type that occurs, in the order of the legend, and last what has not happened. */
function slices(incidents: readonly MapIncident[]): string {
  const counts = new Map<string, number>();
  for (const incident of incidents) {
    const key = isTold(incident) ? incident.type : '';
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const types = [...INCIDENT_TYPES, ''].filter((type) => counts.has(type));
  const parts = types.map((type) => Math.max(LEAST_SLICE, (counts.get(type) ?? 0) / incidents.length));
  const whole = parts.reduce((sum, part) => sum + part, 0);
  let at = 0;
  const stops = types.map((type, i) => {
    const from = at;
    at += ((parts[i] ?? 0) / whole) * 100;
    return `${colourOf(type)} ${from.toFixed(1)}% ${at.toFixed(1)}%`;
  });
  return stops.length === 0 ? 'none' : `conic-gradient(${stops.join(', ')})`;
}

function colourOf(type: string): string {
  if (type === '') return 'var(--raised)';
  const slug = slugOf(type);
  return `var(--incident-${slug === 'riots' ? 'protests' : slug}, var(--ink-soft))`;
}
