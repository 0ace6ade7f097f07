import { LngLatBounds, Marker } from 'maplibre-gl';
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Shape } from '@/lib/review/shapes';
import type { Coordinates } from '@/lib/types';
import { drawOn } from './draw-on';

/** What the review lays over the map: numbered candidates, the place's point to be dragged, or something to be drawn. */
export interface Overlay {
  readonly candidates: readonly { readonly n: number; readonly point: Coordinates; readonly label: string; readonly current: boolean }[];
  readonly onCandidate: (n: number) => void;
  /** A point that can be dragged, and what that is called; null where the place is none. */
  readonly pin: { readonly point: Coordinates; readonly label: string } | null;
  readonly tool: Shape['form'] | null;
  readonly onDrawn: (shape: Shape) => void;
  /** Called where the tools could not be fetched. */
  readonly onToolFailed: () => void;
}

/** Pixels kept free around the candidates, and how near the camera goes for them. */
const EDGE = 70;
const CLOSEST = 7.5;

/** Pixels between the numbers of one point. */
const BESIDE = 26;

/** What the camera was last moved for, so that it moves once for each set of candidates. */
const shownFor = new WeakMap<MapLibreMap, string>();

/** Lays it over the map; gives what takes it away again. `padding`: pixels at each side that something covers. */
export function showOverlay(
  map: MapLibreMap,
  overlay: Overlay,
  padding: { top: number; right: number; bottom: number; left: number },
): () => void {
  const container = map.getContainer();
  const at = new Map<string, number>();
  const markers = overlay.candidates.map(({ n, point, label, current }) => {
    // A town and its district share a point: their numbers stand side by side.
    const spot = point.map((degrees) => degrees.toFixed(2)).join();
    const before = at.get(spot) ?? 0;
    at.set(spot, before + 1);
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'map-candidate';
    button.textContent = String(n);
    button.setAttribute('aria-label', label);
    button.title = label;
    button.dataset['current'] = String(current);
    button.addEventListener('click', (event) => {
      event.stopPropagation();
      overlay.onCandidate(n);
    });
    return new Marker({ element: button, anchor: 'bottom-left', offset: [before * BESIDE, 0] }).setLngLat([point[0], point[1]]).addTo(map);
  });
  if (overlay.pin) markers.push(draggable(map, overlay.pin, overlay));
  frameCandidates(map, overlay, padding);
  // What is pressed on the map while something is drawn is a corner, not a choice.
  const stopDrawing = overlay.tool === null ? null : drawOn(map, overlay.tool, overlay.onDrawn, overlay.onToolFailed);
  if (stopDrawing) container.dataset['drawing'] = 'true';
  return () => {
    markers.forEach((marker) => marker.remove());
    stopDrawing?.();
    delete container.dataset['drawing'];
  };
}

function draggable(map: MapLibreMap, pin: NonNullable<Overlay['pin']>, { onDrawn }: Overlay): Marker {
  const handle = document.createElement('span');
  handle.className = 'map-pin-handle';
  handle.title = pin.label;
  handle.setAttribute('aria-hidden', 'true');
  const marker = new Marker({ element: handle, draggable: true, anchor: 'center' }).setLngLat([pin.point[0], pin.point[1]]).addTo(map);
  marker.on('dragend', () => {
    const { lng, lat } = marker.getLngLat().wrap();
    onDrawn({ form: 'pin', point: [round(lng), round(lat)] });
  });
  return marker;
}

function frameCandidates(map: MapLibreMap, { candidates }: Overlay, { top, right, bottom, left }: Parameters<typeof showOverlay>[2]): void {
  const key = candidates.map(({ point }) => point.join()).join(';');
  if (candidates.length < 2 || shownFor.get(map) === key) return;
  shownFor.set(map, key);
  const bounds = new LngLatBounds();
  for (const { point } of candidates) bounds.extend([point[0], point[1]]);
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  map.fitBounds(bounds, {
    padding: { top: top + EDGE, right: right + EDGE, bottom: bottom + EDGE, left: left + EDGE },
    maxZoom: CLOSEST,
    duration: calm ? 0 : 500,
  });
}

/** Five decimals of a degree: about a metre. */
function round(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}
