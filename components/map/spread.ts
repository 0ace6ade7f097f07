import type { Map as MapLibreMap } from 'maplibre-gl';
import { fitNames } from './declutter';
import type { Name } from './declutter';
import { fanOut, moved } from './fan-out';
import type { Body, Offset } from './fan-out';
import { NEEDLE } from './incident-marks';
import type { PlacedMarker } from './markers';
import type { MarkForm } from './marks';
import { middleWithin, putIntoFrames } from './spread-frames';

/** The surer the position, the less its marker may step aside for another. */
const RANK: Readonly<Record<MarkForm, number>> = { point: 0, near: 1, name: 2, area: 3, country: 4 };
/** Rings of 10 pixels that an exact mark may step aside at most: further, it would stand somewhere else. */
const NEAR_RINGS = 3;
/** Rings that an incident or a frame of incidents may: neither is ever left out. */
const FAR_RINGS = 20;
/** Pixels a place has to have stepped aside for a line to lead back to its point. A pin has its needle always. */
const LEADER_FROM = 16;

/** Pixels between a frame and the small area under it. */
const RAISED_GAP = 14;

/** A marker that is being placed; `offset` is its step aside in pixels, null where no room was found. */
export interface Spread extends PlacedMarker {
  readonly body: Body;
  /** From the point to where the marker's middle stands without any step: over it for a pin, higher than its frame's middle for a name. */
  readonly lift: Offset;
  /** Whether it stands over its area, which it would hide. */
  readonly isRaised: boolean;
  offset: Offset | null;
}

/**
 * Moves markers aside so that none hides another at this zoom, a thin line leading back to the point, and leaves out the names
 * that would be printed into each other: first the places' points, then the incidents that stand on them, then names, rings, frames
 * with incidents, and the areas' names where room is left.
 */
export function spreadMarkers(map: MapLibreMap, placed: readonly PlacedMarker[]): void {
  placed.forEach(({ button }) => delete button.dataset['crowded']);
  const shown = placed
    .filter(({ button }) => button.offsetWidth > 0)
    .map((one, i): Spread => ({
      ...one,
      isRaised: raisedBy(map, one) > 0,
      lift: liftOf(map, one),
      body: bodyOf(map, one, i),
      offset: null,
    }));
  const groups = shown.filter(({ group }) => group !== null);
  const places = shown.filter(({ incident, group }) => incident === null && group === null);
  const discs = places.filter(({ mark }) => mark.form === 'point' || mark.form === 'near');
  const rings = places.filter(({ mark }) => mark.form === 'name');
  const chips = places.filter(({ mark }) => mark.form === 'area' || mark.form === 'country');
  const frames = chips.filter(({ mark }) => mark.incidents.length > 0);
  const pins = shown.filter(({ incident }) => incident?.pinned === true);

  // Numbers stay where they are counted.
  const fixed = groups.map(standing);
  step(discs, fixed, NEAR_RINGS);
  step(pins, [...discs, ...groups].map(standing), FAR_RINGS);
  const named = [...discs, ...groups];
  const signs = [...named, ...pins].map(standing);
  const names = writeNames(named, signs);
  step(rings, [...signs, ...names], NEAR_RINGS);
  step(frames, [...signs, ...names, ...rings.map(standing)], FAR_RINGS);
  step(
    chips.filter((chip) => !frames.includes(chip)),
    [...signs, ...names, ...frames.map(standing), ...rings.map(standing)],
  );

  for (const one of shown) settle(one);
  putIntoFrames(shown, frames);
}

function settle({ marker, button, mark, incident, group, lift, isRaised, offset }: Spread): void {
  const [x, y] = offset ?? [0, 0];
  const [dx, dy] = [x + lift[0], y + lift[1]];
  marker.setOffset([dx, dy]);
  const far = Math.hypot(dx, dy);
  const isChip = group === null && (mark.form === 'area' || mark.form === 'country');
  if (isChip && !offset && mark.incidents.length === 0) button.dataset['crowded'] = 'true';
  // The name of an area may stand anywhere in it; a frame over a small one points to it.
  const pointed = !isChip || (mark.incidents.length > 0 && far >= LEADER_FROM && isRaised);
  button.style.setProperty('--leader', pointed && (isRaised || incident?.pinned === true || far >= LEADER_FROM) ? `${far}px` : '0px');
  button.style.setProperty('--leader-angle', `${Math.atan2(-dy, -dx)}rad`);
}

function liftOf(map: MapLibreMap, placed: PlacedMarker): Offset {
  const { incident, size, button } = placed;
  if (incident?.pinned === true) return [0, -(size / 2 + NEEDLE)];
  const frame = button.querySelector<HTMLElement>('.map-mark-frame');
  if (!frame) return [0, 0];
  const { x, y } = middleWithin(frame, button);
  return [-x, -y - raisedBy(map, placed)];
}

/** Pixels that a frame stands over an area which it would hide: half of both, and a gap. 0 for what is larger than its frame. */
function raisedBy(map: MapLibreMap, { mark, button }: PlacedMarker): number {
  const frame = button.querySelector<HTMLElement>('.map-mark-frame');
  if (!frame) return 0;
  const [west, south, east, north] = mark.feature.bbox;
  const [a, b] = [map.project([west, north]), map.project([east, south])];
  const isHidden = b.x - a.x < frame.offsetWidth && b.y - a.y < frame.offsetHeight;
  return isHidden ? (frame.offsetHeight + b.y - a.y) / 2 + RAISED_GAP : 0;
}

function bodyOf(map: MapLibreMap, placed: PlacedMarker, order: number): Body {
  const { mark, incident, size: across, button } = placed;
  const { x, y } = map.project([...mark.point] as [number, number]);
  const { offsetWidth, offsetHeight } = button.querySelector<HTMLElement>('.map-mark-frame') ?? button;
  const size = { width: Math.max(across, offsetWidth), height: Math.max(across, offsetHeight) };
  const scene = mark.incidents.length > 0 ? -10 : 0;
  const above = incident?.pinned === true ? across / 2 + NEEDLE : raisedBy(map, placed);
  return { x, y: y - above, ...size, rank: scene + RANK[mark.form] + order / 1000 };
}

function step(markers: readonly Spread[], obstacles: readonly Body[], rings?: number): void {
  const offsets = fanOut(
    markers.map(({ body }) => body),
    obstacles,
    rings,
  );
  markers.forEach((one, i) => (one.offset = offsets[i] ?? null));
}

function standing({ body, offset }: Spread): Body {
  return moved(body, offset ?? [0, 0]);
}

/** Writes the names of discs on the first side that has room for them, marks those without any as crowded, and gives the room taken. */
function writeNames(discs: readonly Spread[], signs: readonly Body[]): Body[] {
  const written: Body[] = [];
  let waiting = discs.map((_, i) => i);
  const sides = document.documentElement.dir === 'rtl' ? ['left', 'right', 'bottom', 'top'] : ['right', 'left', 'bottom', 'top'];
  for (const side of sides) {
    const names = waiting.flatMap((disc): (Name & { element: HTMLElement })[] => {
      const element = discs[disc]?.button.querySelector<HTMLElement>('.map-mark-beside');
      const [one, at] = [discs[disc], signs[disc]];
      if (!element || !one || !at) return [];
      const [width, height] = [element.offsetWidth, element.offsetHeight];
      const aside = (one.size + width) / 2;
      const above = (one.size + height) / 2 + 2;
      const x = at.x + (side === 'right' ? aside : side === 'left' ? -aside : 0);
      const y = at.y + (side === 'bottom' ? above : side === 'top' ? -above : 0);
      // Where something happened is named first, then what the article speaks of most.
      const { incidents, feature } = one.mark;
      const rank = disc / 1000 - feature.properties.mentions.length - (incidents.length > 0 ? 1000 : 0);
      return [{ x, y, width, height, rank, disc, element }];
    });
    fitNames(names, signs, written).forEach((fits, i) => {
      const name = names[i];
      if (!fits || !name) return;
      name.element.dataset['side'] = side;
      written.push(name);
      waiting = waiting.filter((disc) => disc !== name.disc);
    });
  }
  for (const disc of waiting) {
    const one = discs[disc];
    if (one) one.button.dataset['crowded'] = 'true';
  }
  return written;
}
