import look from '@/data/map/incidents.json';
import type { Coordinates, MapIncident } from '@/lib/types';
import type { Mark } from './marks';

/** An incident on the map: on a needle over its exact point, or else in the frame that bears its area's name. */
export interface IncidentMark {
  readonly incident: MapIncident;
  readonly host: Mark;
  readonly point: Coordinates;
  readonly pinned: boolean;
  /** Pixels across: by casualties, in three steps. */
  readonly size: number;
}

/** The marks of all incidents that have a place, in the order of their places. */
export function incidentMarksOf(marked: readonly Mark[]): IncidentMark[] {
  return marked.flatMap((host) =>
    host.incidents.map((incident) => ({
      incident,
      host,
      point: host.point,
      pinned: host.form === 'point',
      size: look.pixels[stepOf(incident)],
    })),
  );
}

/** Which of the three sizes an incident has. The injured count for a tenth of the killed, and any at all for the second size. */
function stepOf({ casualties: { killed, injured } }: MapIncident): keyof typeof look.pixels {
  const dead = killed?.best ?? killed?.low ?? killed?.high ?? 0;
  const hurt = injured?.best ?? injured?.low ?? injured?.high ?? 0;
  if (dead + hurt / 10 >= look.casualties.large) return 'large';
  return dead + hurt >= look.casualties.medium ? 'medium' : 'small';
}

/** How many signs stand in a row of a frame that holds `count`, and how large the grid is, in pixels. */
export function slotsOf(count: number, size: number): { readonly inARow: number; readonly width: number; readonly height: number } {
  const inARow = Math.min(count, look.slotsInARow);
  const cell = size + SLOT_GAP;
  return { inARow, width: inARow * cell - SLOT_GAP, height: Math.ceil(count / Math.max(1, inARow)) * cell - SLOT_GAP };
}

/** Pixels between two signs of a frame: their casings must not touch. */
export const SLOT_GAP = 6;

/** Pixels from a pin's sign to its point. */
export const NEEDLE = look.needle;
