import type { Map as MapLibreMap, Popup, PositionAnchor } from 'maplibre-gl';
import type { Coordinates } from '@/lib/types';
import { NEEDLE } from './incident-marks';
import type { PlacedMarker } from './markers';

export interface Padding {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export const NO_PADDING: Padding = { top: 0, right: 0, bottom: 0, left: 0 };

/** Pixels kept free between the card and the edge, and between the card and its mark. */
const MARGIN = 10;
const TIP = 10;

interface Frame {
  readonly width: number;
  readonly height: number;
}

/** On which side of its mark a card of this size has the most room; above before below, either before the sides. */
export function chooseAnchor(mark: { x: number; y: number }, card: Frame, map: Frame, padding: Padding): PositionAnchor {
  const above = mark.y - padding.top;
  const below = map.height - padding.bottom - mark.y;
  const before = mark.x - padding.left;
  const after = map.width - padding.right - mark.x;
  const free = map.height - padding.top - padding.bottom;
  // Where the window is too low for a card above or below its mark, it stands beside it.
  if (card.height + 60 > free && Math.max(before, after) + MARGIN > card.width) return before > after ? 'right' : 'left';
  return above >= below ? 'bottom' : 'top';
}

/** How far the picture has to move for the card, with its mark, to lie inside the free part of the map; positive moves the view right and down. */
export function panFor(card: { left: number; top: number; right: number; bottom: number }, map: Frame, padding: Padding): [number, number] {
  const need = (low: number, high: number, from: number, to: number): number => {
    if (low < from + MARGIN) return low - from - MARGIN;
    return high > to - MARGIN ? Math.min(high - to + MARGIN, low - from - MARGIN) : 0;
  };
  return [
    need(card.left, card.right, padding.left, map.width - padding.right),
    need(card.top, card.bottom, padding.top, map.height - padding.bottom),
  ];
}

/** Moves the map so that a mark, and the frame that it stands in, lie in the part that nothing covers. */
export function showMark(
  map: MapLibreMap,
  [lon, lat]: Coordinates,
  parts: readonly HTMLElement[],
  padding: Padding,
  duration: number | null,
): void {
  const { clientWidth: width, clientHeight: height } = map.getContainer();
  const around = map.getContainer().getBoundingClientRect();
  const { x, y } = map.project([lon, lat]);
  const boxes = parts.map((part) => part.getBoundingClientRect());
  const mark = {
    left: Math.min(x, ...boxes.map(({ left }) => left - around.left)) - TIP,
    top: Math.min(y, ...boxes.map(({ top }) => top - around.top)) - TIP,
    right: Math.max(x, ...boxes.map(({ right }) => right - around.left)) + TIP,
    bottom: Math.max(y, ...boxes.map(({ bottom }) => bottom - around.top)) + TIP,
  };
  const [dx, dy] = panFor(mark, { width, height }, padding);
  if (duration !== null && (dx !== 0 || dy !== 0)) map.panBy([dx, dy], { duration });
}

/** Pixels from the middle of a mark to each end of what belongs to it, which a card must not cover. */
export interface Reach {
  readonly above: number;
  readonly below: number;
  readonly beside: number;
}

/** A pin reaches down to its point, an incident of an area as far as the frame with the area's name. */
export function reachOf(placed: PlacedMarker | undefined, all: readonly PlacedMarker[]): Reach {
  const radius = (placed?.size ?? 0) / 2;
  if (placed === undefined) return { above: radius, below: radius, beside: radius };
  if (placed.incident?.pinned === true) return { above: radius, below: radius + NEEDLE + POINT, beside: radius };
  const host = all.find(({ mark, incident }) => incident === null && mark === placed.mark);
  const frame = host?.button.querySelector('.map-mark-frame')?.getBoundingClientRect();
  const sign = placed.button.getBoundingClientRect();
  const middle = sign.y + sign.height / 2;
  return { above: frame ? middle - frame.top : radius, below: frame ? frame.bottom - middle : radius, beside: radius };
}

/** Half of the dot that a needle stands on, in pixels. */
const POINT = 8;

/**
 * Puts the card beside its mark and moves the map so that all of it is seen.
 * @param reach how far the mark goes
 * @param duration milliseconds; 0 jumps, null leaves the map where it is
 */
export function makeRoom(
  map: MapLibreMap,
  popup: Popup,
  reach: Reach,
  shift: { x: number; y: number },
  padding: Padding,
  duration: number | null,
): void {
  const element = popup.getElement();
  const content = element?.firstElementChild ? element : null;
  if (!content) return;
  const frame = { width: map.getContainer().clientWidth, height: map.getContainer().clientHeight };
  const point = map.project(popup.getLngLat());
  const mark = { x: point.x + shift.x, y: point.y + shift.y };
  const card = { width: content.offsetWidth, height: content.offsetHeight };
  const anchor = chooseAnchor(mark, card, frame, padding);
  const away = {
    bottom: [0, -reach.above - TIP],
    top: [0, reach.below + TIP],
    left: [reach.beside + TIP, 0],
    right: [-reach.beside - TIP, 0],
  }[anchor as 'bottom' | 'top' | 'left' | 'right'];
  const offset: [number, number] = [shift.x + (away[0] ?? 0), shift.y + (away[1] ?? 0)];
  popup.options.anchor = anchor;
  popup.setOffset(offset);
  const x = point.x + offset[0];
  const y = point.y + offset[1];
  const left = anchor === 'left' ? x : anchor === 'right' ? x - card.width : x - card.width / 2;
  const top = anchor === 'top' ? y : anchor === 'bottom' ? y - card.height : y - card.height / 2;
  const together = {
    left: Math.min(left, mark.x - reach.beside),
    top: Math.min(top, mark.y - reach.above),
    right: Math.max(left + card.width, mark.x + reach.beside),
    bottom: Math.max(top + card.height, mark.y + reach.below),
  };
  const [dx, dy] = panFor(together, frame, padding);
  if (duration !== null && (dx !== 0 || dy !== 0)) map.panBy([dx, dy], { duration });
}
