import { Supercluster } from '@maplibre/geojson-vt';
import type { Coordinates, MapIncident } from '@/lib/types';
import type { Box } from './camera';
import type { Mark } from './marks';

/** Marks and incidents that a map shows one by one at most; with more, it counts what lies close together. */
const MOST_SINGLE = 200;
/** Pixels within which places are counted as one. */
const RADIUS = 56;
/** The map's closest zoom: there nothing is counted together that is not one place. */
const LAST_ZOOM = 11;
/** Incidents of one place that are still drawn each for itself. */
const FEW = 4;
/** Marks that may be drawn each for itself in one view; past it, each place with incidents is one number. */
const MOST_IN_VIEW = 90;

/** What lies too close together to be drawn each for itself: one place with many incidents, or several places. */
export interface Group {
  /** The same for the same places at the same zoom. */
  readonly id: string;
  readonly point: Coordinates;
  readonly marks: readonly Mark[];
  /** The zoom at which it falls apart; null for one place, which never does. */
  readonly opensAt: number | null;
}

export interface CrowdView {
  readonly alone: readonly Mark[];
  readonly groups: readonly Group[];
}

/** What is chosen, and so drawn for itself whatever lies beside it: a place, or one incident of it. */
export interface Kept {
  readonly mark: Mark;
  readonly incident: MapIncident | null;
}

/** Whether marks are too many to be drawn all at once. */
export function isCrowd(marked: readonly Mark[]): boolean {
  return marked.reduce((sum, { incidents }) => sum + 1 + incidents.length, 0) > MOST_SINGLE;
}

/**
 * Marks in their thousands, counted together by their distance on the screen (the clustering of MapLibre's own sources, after
 * https://github.com/mapbox/supercluster, asked directly: what it finds becomes buttons, which a keyboard reaches).
 */
export class Crowd {
  private readonly index: Supercluster;
  /** Of each group of the index, the marks that it holds, by their numbers. */
  private readonly leaves: Map<number, readonly number[]>;

  /** `before`: a crowd that may stand at the same places, where a filter has changed what happened there. */
  constructor(
    private readonly marked: readonly Mark[],
    before: Crowd | null = null,
  ) {
    const isSame = before?.marked.length === marked.length && before.marked.every(({ feature }, i) => feature === marked[i]?.feature);
    this.index = isSame ? before.index : new Supercluster({ radius: RADIUS, extent: 512, maxZoom: LAST_ZOOM });
    this.leaves = isSame ? before.leaves : new Map<number, readonly number[]>();
    if (isSame) return;
    this.index.load(
      marked.map(({ point }, at) => ({
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [...point] },
        properties: { at },
      })),
    );
  }

  /** What a view shows; `box` in degrees. */
  at(box: Box, zoom: number, kept: Kept | null): CrowdView {
    const single: Mark[] = [];
    const groups: Group[] = [];
    for (const { geometry, properties } of this.index.getClusters([...box] as [number, number, number, number], Math.round(zoom))) {
      const [lon = 0, lat = 0] = geometry.coordinates;
      if (properties !== null && 'cluster_id' in properties) {
        const id = Number(properties['cluster_id']);
        const marks = this.leavesOf(id).flatMap((at) => this.marked[at] ?? []);
        groups.push({ id: `group:${id}`, point: [lon, lat], marks, opensAt: this.index.getClusterExpansionZoom(id) });
      } else single.push(...this.markAt(properties));
    }
    const many = single.reduce((sum, { incidents }) => sum + 1 + incidents.length, 0) > MOST_IN_VIEW;
    const alone: Mark[] = kept?.incident ? [{ ...kept.mark, incidents: [kept.incident] }] : [];
    const others = single.filter(({ feature }) => feature.id !== kept?.mark.feature.id);
    if (kept && !kept.incident) others.push(kept.mark);
    for (const mark of others) {
      if (mark.incidents.length > (many ? 0 : FEW)) groups.push(stackOf(mark));
      else alone.push(mark);
    }
    return { alone, groups };
  }

  private leavesOf(id: number): readonly number[] {
    const known = this.leaves.get(id);
    if (known) return known;
    const found = this.index.getLeaves(id, Infinity).map(({ properties }) => Number((properties as { at?: unknown } | null)?.at));
    this.leaves.set(id, found);
    return found;
  }

  private markAt(properties: Readonly<Record<string, unknown>> | null): Mark[] {
    const mark = this.marked[Number(properties?.['at'])];
    return mark ? [mark] : [];
  }
}

function stackOf(mark: Mark): Group {
  return { id: `group:${mark.feature.id}`, point: mark.point, marks: [mark], opensAt: null };
}
