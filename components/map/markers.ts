import { Marker } from 'maplibre-gl';
import type { Map as MapLibreMap } from 'maplibre-gl';
import icons from '@/data/map/icons/maki.json';
import { fanOut } from './fan-out';
import type { Body } from './fan-out';
import type { Mark, MarkForm } from './marks';

export interface MarkerEvents {
  readonly onSelect: (placeId: string, byKeyboard: boolean) => void;
  readonly onHighlight: (placeId: string | null) => void;
}

export interface PlacedMarker {
  readonly mark: Mark;
  readonly marker: Marker;
  readonly button: HTMLButtonElement;
}

/** The surer the position, the less its marker may step aside for another. */
const RANK: Readonly<Record<MarkForm, number>> = { point: 0, near: 1, name: 2, area: 3, country: 4 };
/** Pixels a marker has to have stepped aside for a line to lead back to its point. */
const LEADER_FROM = 16;
const SVG = 'http://www.w3.org/2000/svg';

/** Puts a button on the map for each mark, in the order given, which is the order of the Tab key. */
export function addMarkers(
  map: MapLibreMap,
  marked: readonly Mark[],
  describe: (mark: Mark) => string,
  events: MarkerEvents,
): PlacedMarker[] {
  return marked.map((mark) => {
    const button = buttonOf(mark, describe(mark));
    const id = mark.feature.id;
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
    marker.setLngLat([...mark.point] as [number, number]).addTo(map);
    return { mark, marker, button };
  });
}

/** Moves markers aside so that none hides another at this zoom; a thin line leads back to the point. */
export function spreadMarkers(map: MapLibreMap, placed: readonly PlacedMarker[]): void {
  const shown = placed.filter(({ button }) => button.offsetWidth > 0);
  const bodies = shown.flatMap(({ mark, button }, i): (Body & { of: number })[] => {
    const { x, y } = map.project([...mark.point] as [number, number]);
    const size = { width: Math.max(mark.size, button.offsetWidth), height: Math.max(mark.size, button.offsetHeight) };
    const own = { x, y, ...size, rank: RANK[mark.form] + i / 1000, of: i };
    return [own];
  });
  // The name beside a point is in the way of others, but does not itself move the point.
  const names = shown.flatMap(({ mark, button }, i): (Body & { of: number })[] => {
    const name = button.querySelector<HTMLElement>('.map-mark-beside');
    const body = bodies[i];
    if (!name || !body) return [];
    const side = name.dataset['side'] === 'left' ? -1 : 1;
    const x = body.x + (side * (mark.size + name.offsetWidth)) / 2;
    return [{ x, y: body.y, width: name.offsetWidth, height: name.offsetHeight, rank: 1.5, of: -1 }];
  });
  const offsets = fanOut([...bodies, ...names]);
  shown.forEach(({ marker, button, mark }, i) => {
    const [dx, dy] = offsets[i] ?? [0, 0];
    marker.setOffset([dx, dy]);
    const far = Math.hypot(dx, dy);
    // The name of an area may stand anywhere in it.
    const leads = far >= LEADER_FROM && mark.form !== 'area' && mark.form !== 'country';
    button.style.setProperty('--leader', leads ? `${far}px` : '0px');
    button.style.setProperty('--leader-angle', `${Math.atan2(-dy, -dx)}rad`);
  });
}

function buttonOf(mark: Mark, description: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'map-mark';
  button.dataset['placeId'] = mark.feature.id;
  button.dataset['form'] = mark.form;
  button.setAttribute('aria-label', description);
  button.style.setProperty('--size', `${mark.size}px`);
  const chip = mark.form === 'area' || mark.form === 'country';
  if (!chip) button.append(symbolOf(mark));
  if (mark.label !== null) {
    const name = document.createElement('span');
    name.className = chip ? 'map-mark-chip' : 'map-mark-beside';
    name.dataset['side'] = document.documentElement.dir === 'rtl' ? 'left' : 'right';
    name.textContent = mark.label;
    name.dir = 'auto';
    button.append(name);
  }
  return button;
}

function symbolOf(mark: Mark): HTMLElement {
  const disc = document.createElement('span');
  disc.className = 'map-mark-disc';
  const icon = mark.symbol ? Object.entries(icons.kinds).find(([kind]) => kind === mark.feature.properties.kind)?.[1] : undefined;
  if (icon) {
    const svg = document.createElementNS(SVG, 'svg');
    svg.setAttribute('viewBox', icons.viewBox);
    svg.setAttribute('aria-hidden', 'true');
    for (const d of icon.paths) {
      const path = document.createElementNS(SVG, 'path');
      path.setAttribute('d', d);
      svg.append(path);
    }
    disc.append(svg);
  }
  return disc;
}
