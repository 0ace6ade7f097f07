import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Box } from './camera';
import { Crowd, isCrowd } from './crowd';
import type { Group, Kept } from './crowd';
import { addGroup, addMarkers } from './markers';
import type { MarkerEvents, MarkerWords, PlacedMarker } from './markers';
import type { Mark } from './marks';
import { spreadMarkers } from './spread';

/** The part of the window beside it for which a crowd's marks are kept ready: what is dragged into sight is there already. */
const BESIDE = 0.25;
/** Areas of a crowd that are drawn at most: more of them, one upon the other, would say nothing. */
const MOST_AREAS = 10;

/** The buttons on a map: all marks where they are few; of a crowd those in sight, and numbers for what lies close together. */
export class MarkSet {
  /** What stands on the map at this moment. */
  placed: readonly PlacedMarker[] = [];
  private marked: readonly Mark[] = [];
  private words: MarkerWords | null = null;
  private crowd: Crowd | null = null;
  private selected: string | null = null;
  private highlight: string | null = null;

  constructor(
    private readonly map: MapLibreMap,
    private readonly events: MarkerEvents,
  ) {}

  /** Takes all marks off and puts these on. */
  draw(marked: readonly Mark[], words: MarkerWords): void {
    const focused = this.placed.find(({ button }) => button === document.activeElement)?.id;
    this.remove();
    this.marked = marked;
    this.words = words;
    this.crowd = isCrowd(marked) ? new Crowd(marked, this.crowd) : null;
    if (this.crowd) this.refresh();
    else this.placed = addMarkers(this.map, marked, words, this.events);
    if (focused !== undefined) this.focus(focused);
    this.paint();
    this.spread();
  }

  /** Whether there are too many marks to show them all. */
  get isCrowd(): boolean {
    return this.crowd !== null;
  }

  /** Follows the view: of a crowd, other marks are in sight, and others lie close together. */
  refresh(): void {
    const { crowd, words } = this;
    if (!crowd || !words) return;
    const { alone, groups } = crowd.at(this.box(), this.map.getZoom(), this.kept());
    const before = new Map(this.placed.map((placed) => [keyOf(placed), placed]));
    const keep = (keys: readonly string[], add: () => PlacedMarker[]): PlacedMarker[] => {
      const kept = keys.flatMap((key) => before.get(key) ?? []);
      // What stands there already stays, and with it the focus.
      if (kept.length < keys.length) return add();
      keys.forEach((key) => before.delete(key));
      return kept;
    };
    const placed = [
      ...groups.flatMap((group) => keep([group.id], () => addGroup(this.map, group, words, this.events))),
      ...alone.flatMap((mark) => keep(keysOf(mark), () => addMarkers(this.map, [mark], words, this.events))),
    ];
    before.forEach(({ marker }) => marker.remove());
    this.placed = placed;
    this.paint();
    this.spread();
  }

  /** The marks whose areas and names the map's own layers draw. */
  get drawn(): readonly Mark[] {
    if (!this.crowd) return this.marked;
    const single = this.placed.filter(({ incident }) => incident === null).map(({ mark, group }) => roomOf(mark, group));
    const areas = single.filter(({ feature }) => feature.geometry.type !== 'Point');
    const chosen = this.placeOf(this.selected);
    return single.filter((mark) => areas.length <= MOST_AREAS || !areas.includes(mark) || mark.feature.id === chosen);
  }

  /** Lights a place or an incident, lifts the selected one, and lets the others stand back. */
  light(selected: string | null, highlight: string | null): void {
    const isOther = selected !== this.selected;
    this.selected = selected;
    this.highlight = highlight;
    if (isOther) this.refresh();
    this.paint();
  }

  /** A place's or an incident's marker, or that of the group that holds it. */
  find(id: string): PlacedMarker | undefined {
    return this.placed.find((one) => one.id === id) ?? this.placed.find((one) => this.holds(one, id));
  }

  focus(id: string): void {
    this.find(id)?.button.focus({ preventScroll: true });
  }

  /** The place where an incident happened; a place is its own. */
  placeOf(id: string | null): string | null {
    if (id === null) return null;
    return this.marked.find(({ incidents }) => incidents.some((incident) => incident.id === id))?.feature.id ?? id;
  }

  isIncident(id: string): boolean {
    return this.marked.some(({ incidents }) => incidents.some((incident) => incident.id === id));
  }

  spread(): void {
    spreadMarkers(this.map, this.placed);
  }

  remove(): void {
    this.placed.forEach(({ marker }) => marker.remove());
    this.placed = [];
  }

  private paint(): void {
    const { selected, highlight } = this;
    const [place, lit] = [this.placeOf(selected), this.crowd && highlight !== null ? this.placeOf(highlight) : null];
    for (const one of this.placed) {
      const { id, button, mark, incident } = one;
      // What happened in the chosen place stays as strong as the place.
      const isOfChosen = id === place || (incident !== null && mark.feature.id === selected);
      const isLit = id === highlight || (lit !== null && this.holds(one, lit));
      button.dataset['state'] = id === selected ? 'selected' : isLit ? 'lit' : selected === null || isOfChosen ? '' : 'dimmed';
      button.setAttribute('aria-pressed', String(id === selected));
    }
  }

  private holds({ group }: PlacedMarker, id: string): boolean {
    return group !== null && group.marks.some(({ feature }) => feature.id === id);
  }

  private kept(): Kept | null {
    const { selected } = this;
    const mark = this.marked.find(({ feature }) => feature.id === this.placeOf(selected));
    return mark ? { mark, incident: mark.incidents.find(({ id }) => id === selected) ?? null } : null;
  }

  private box(): Box {
    const { clientWidth, clientHeight } = this.map.getContainer();
    const [dx, dy] = [clientWidth * BESIDE, clientHeight * BESIDE];
    const northWest = this.map.unproject([-dx, -dy]);
    const southEast = this.map.unproject([clientWidth + dx, clientHeight + dy]);
    return [northWest.lng, southEast.lat, southEast.lng, northWest.lat];
  }
}

/** Several places counted as one have no area; other labels give way to their number. */
function roomOf(mark: Mark, group: Group | null): Mark {
  if (group === null || group.opensAt === null) return mark;
  const geometry = { type: 'Point' as const, coordinates: [...group.point] };
  return { ...mark, form: 'point', label: '●●', point: group.point, incidents: [], feature: { ...mark.feature, id: group.id, geometry } };
}

function keyOf({ id, group, incident, mark }: PlacedMarker): string {
  return group?.id ?? (incident ? `${id}@` : `${id}#${mark.incidents.map((one) => one.id).join()}`);
}

function keysOf(mark: Mark): string[] {
  return [`${mark.feature.id}#${mark.incidents.map(({ id }) => id).join()}`, ...mark.incidents.map(({ id }) => `${id}@`)];
}
