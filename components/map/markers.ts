import { Marker } from 'maplibre-gl';
import type { Map as MapLibreMap } from 'maplibre-gl';
import icons from '@/data/map/icons/maki.json';
import { fitNames } from './declutter';
import type { Name } from './declutter';
import { fanOut, moved } from './fan-out';
import type { Body, Offset } from './fan-out';
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
/** Rings of 10 pixels that an exact mark may step aside at most: further, it would stand somewhere else. */
const NEAR_RINGS = 3;
/** Pixels a marker has to have stepped aside for a line to lead back to its point. */
const LEADER_FROM = 16;
const SVG = 'http://www.w3.org/2000/svg';

/** Puts a button on the map for each mark, in the order given, which is the order of the Tab key. */
export function addMarkers(
  map: MapLibreMap,
  marked: readonly Mark[],
  words: { readonly describe: (mark: Mark) => string; readonly hint: (mark: Mark) => string },
  events: MarkerEvents,
): PlacedMarker[] {
  return marked.map((mark) => {
    const button = buttonOf(mark, words.describe(mark), words.hint(mark));
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

/**
 * Moves markers aside so that none hides another at this zoom, a thin line leading back to the point, and leaves out the names
 * that would be printed into each other: first the discs, then their names, then the rings and the areas' names where room is left.
 */
export function spreadMarkers(map: MapLibreMap, placed: readonly PlacedMarker[]): void {
  placed.forEach(({ button }) => delete button.dataset['crowded']);
  const shown = placed.filter(({ button }) => button.offsetWidth > 0).map((one, i): Spread => ({ ...one, body: bodyOf(map, one, i) }));
  const discs = shown.filter(({ mark }) => mark.form === 'point' || mark.form === 'near');
  const rings = shown.filter(({ mark }) => mark.form === 'name');
  const chips = shown.filter(({ mark }) => mark.form === 'area' || mark.form === 'country');
  step(discs, [], NEAR_RINGS);
  const names = writeNames(discs);
  step(rings, [...discs.map(standing), ...names], NEAR_RINGS);
  step(chips, [...discs.map(standing), ...names, ...rings.map(standing)]);

  for (const { marker, button, mark, offset } of shown) {
    const [dx, dy] = offset ?? [0, 0];
    marker.setOffset([dx, dy]);
    const far = Math.hypot(dx, dy);
    const isChip = mark.form === 'area' || mark.form === 'country';
    if (isChip && !offset) button.dataset['crowded'] = 'true';
    // The name of an area may stand anywhere in it.
    button.style.setProperty('--leader', far >= LEADER_FROM && !isChip ? `${far}px` : '0px');
    button.style.setProperty('--leader-angle', `${Math.atan2(-dy, -dx)}rad`);
  }
}

interface Spread extends PlacedMarker {
  readonly body: Body;
  /** The step aside; null where no room was found. */
  offset?: Offset | null;
}

function bodyOf(map: MapLibreMap, { mark, button }: PlacedMarker, order: number): Body {
  const { x, y } = map.project([...mark.point] as [number, number]);
  const size = { width: Math.max(mark.size, button.offsetWidth), height: Math.max(mark.size, button.offsetHeight) };
  return { x, y, ...size, rank: RANK[mark.form] + order / 1000 };
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
function writeNames(discs: readonly Spread[]): Body[] {
  const taken = discs.map(standing);
  const written: Body[] = [];
  let waiting = discs.map((_, i) => i);
  const sides = document.documentElement.dir === 'rtl' ? ['left', 'right', 'top', 'bottom'] : ['right', 'left', 'top', 'bottom'];
  for (const side of sides) {
    const names = waiting.flatMap((disc): (Name & { element: HTMLElement })[] => {
      const element = discs[disc]?.button.querySelector<HTMLElement>('.map-mark-beside');
      const [one, at] = [discs[disc], taken[disc]];
      if (!element || !one || !at) return [];
      const [width, height] = [element.offsetWidth, element.offsetHeight];
      const aside = (one.mark.size + width) / 2;
      const above = (one.mark.size + height) / 2 + 2;
      const x = at.x + (side === 'right' ? aside : side === 'left' ? -aside : 0);
      const y = at.y + (side === 'bottom' ? above : side === 'top' ? -above : 0);
      // What the article speaks of most is named first.
      return [{ x, y, width, height, rank: disc / 1000 - one.mark.feature.properties.mentions.length, disc, element }];
    });
    fitNames(names, taken, written).forEach((fits, i) => {
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

function buttonOf(mark: Mark, description: string, hint: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'map-mark';
  button.dataset['placeId'] = mark.feature.id;
  button.dataset['form'] = mark.form;
  button.setAttribute('aria-label', description);
  button.style.setProperty('--size', `${mark.size}px`);
  const chip = mark.form === 'area' || mark.form === 'country';
  if (!chip) button.append(symbolOf(mark));
  const name = document.createElement('span');
  name.className = chip ? 'map-mark-chip' : 'map-mark-beside';
  name.dataset['side'] = document.documentElement.dir === 'rtl' ? 'left' : 'right';
  // A ring beside the basemap's own name says what it is when it is pointed at.
  name.textContent = mark.label ?? hint;
  name.dir = 'auto';
  button.append(name);
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
