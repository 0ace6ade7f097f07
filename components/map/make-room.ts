import type { Map as MapLibreMap, Popup, PositionAnchor } from 'maplibre-gl';
import type { Coordinates } from '@/lib/types';

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

/** Moves the map so that a mark, `button` with its `shift` in pixels from its point, lies in the part that nothing covers. */
export function showMark(
  map: MapLibreMap,
  [lon, lat]: Coordinates,
  button: HTMLElement | null,
  shift: { x: number; y: number },
  padding: Padding,
  duration: number,
): void {
  const { x, y } = map.project([lon, lat]);
  const [halfWidth, halfHeight] = [(button?.offsetWidth ?? 0) / 2 + TIP, (button?.offsetHeight ?? 0) / 2 + TIP];
  const mark = {
    left: x + shift.x - halfWidth,
    top: y + shift.y - halfHeight,
    right: x + shift.x + halfWidth,
    bottom: y + shift.y + halfHeight,
  };
  const { clientWidth: width, clientHeight: height } = map.getContainer();
  const [dx, dy] = panFor(mark, { width, height }, padding);
  if (dx !== 0 || dy !== 0) map.panBy([dx, dy], { duration });
}

/**
 * Puts the card beside its mark and moves the map so that all of it is seen.
 * @param radius pixels from the mark's middle to its edge
 * @param duration milliseconds; 0 jumps
 */
export function makeRoom(
  map: MapLibreMap,
  popup: Popup,
  radius: number,
  shift: { x: number; y: number },
  padding: Padding,
  duration: number,
): void {
  const element = popup.getElement();
  const content = element?.firstElementChild ? element : null;
  if (!content) return;
  const frame = { width: map.getContainer().clientWidth, height: map.getContainer().clientHeight };
  const point = map.project(popup.getLngLat());
  const mark = { x: point.x + shift.x, y: point.y + shift.y };
  const card = { width: content.offsetWidth, height: content.offsetHeight };
  const anchor = chooseAnchor(mark, card, frame, padding);
  const distance = radius + TIP;
  const away = { bottom: [0, -distance], top: [0, distance], left: [distance, 0], right: [-distance, 0] }[
    anchor as 'bottom' | 'top' | 'left' | 'right'
  ];
  const offset: [number, number] = [shift.x + (away[0] ?? 0), shift.y + (away[1] ?? 0)];
  popup.options.anchor = anchor;
  popup.setOffset(offset);
  const x = point.x + offset[0];
  const y = point.y + offset[1];
  const left = anchor === 'left' ? x : anchor === 'right' ? x - card.width : x - card.width / 2;
  const top = anchor === 'top' ? y : anchor === 'bottom' ? y - card.height : y - card.height / 2;
  const together = {
    left: Math.min(left, mark.x - radius),
    top: Math.min(top, mark.y - radius),
    right: Math.max(left + card.width, mark.x + radius),
    bottom: Math.max(top + card.height, mark.y + radius),
  };
  const [dx, dy] = panFor(together, frame, padding);
  if (dx !== 0 || dy !== 0) map.panBy([dx, dy], { duration });
}
