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
 * that would be printed into each other: discs first, then their names, then the areas' names, wherever there is room for them.
 */
export function spreadMarkers(map: MapLibreMap, placed: readonly PlacedMarker[]): void {
  placed.forEach(({ button }) => delete button.dataset['crowded']);
  const shown = placed.filter(({ button }) => button.offsetWidth > 0);
  const bodies = shown.map(({ mark, button }, i): Body => {
    const { x, y } = map.project([...mark.point] as [number, number]);
    const size = { width: Math.max(mark.size, button.offsetWidth), height: Math.max(mark.size, button.offsetHeight) };
    return { x, y, ...size, rank: RANK[mark.form] + i / 1000 };
  });
  const isChip = (i: number): boolean => shown[i]?.mark.form === 'area' || shown[i]?.mark.form === 'country';
  const discs = bodies.flatMap((body, i) => (isChip(i) ? [] : [{ body, i }]));
  const chips = bodies.flatMap((body, i) => (isChip(i) ? [{ body, i }] : []));
  const offsets: Offset[] = bodies.map(() => [0, 0]);
  const own = discs.map(({ body }) => body);
  fanOut(own, [], NEAR_RINGS).forEach((offset, at) => (offsets[discs[at]?.i ?? -1] = offset ?? [0, 0]));
  const standing = discs.map(({ body, i }) => moved(body, offsets[i] ?? [0, 0]));

  const isArabic = document.documentElement.dir === 'rtl';
  const written: Body[] = [];
  const crowded = new Set(discs.flatMap(({ i }) => (shown[i]?.mark.form === 'name' ? [] : [i])));
  // Where there is no room for a name on the usual side of its disc, the other one is tried.
  for (const side of isArabic ? (['left', 'right'] as const) : (['right', 'left'] as const)) {
    const names = discs.flatMap(({ i }, at): (Name & { name: HTMLElement })[] => {
      const { mark, button } = shown[i] ?? {};
      const name = button?.querySelector<HTMLElement>('.map-mark-beside');
      const disc = standing[at];
      if (!mark || !name || !disc || !crowded.has(i)) return [];
      const x = disc.x + ((side === 'left' ? -1 : 1) * (mark.size + name.offsetWidth)) / 2;
      // What the article speaks of most is named first.
      const rank = at / 1000 - mark.feature.properties.mentions.length;
      return [{ x, y: disc.y, width: name.offsetWidth, height: name.offsetHeight, rank, disc: at, name }];
    });
    fitNames(names, standing, written).forEach((fits, at) => {
      const body = names[at];
      if (!fits || !body) return;
      body.name.dataset['side'] = side;
      written.push(body);
      crowded.delete(discs[body.disc]?.i ?? -1);
    });
  }

  fanOut(
    chips.map(({ body }) => body),
    [...standing, ...written],
  ).forEach((offset, at) => {
    const i = chips[at]?.i ?? -1;
    offsets[i] = offset ?? [0, 0];
    if (!offset) crowded.add(i);
  });

  shown.forEach(({ marker, button, mark }, i) => {
    const [dx, dy] = offsets[i] ?? [0, 0];
    marker.setOffset([dx, dy]);
    if (crowded.has(i)) button.dataset['crowded'] = 'true';
    const far = Math.hypot(dx, dy);
    // The name of an area may stand anywhere in it.
    const leads = far >= LEADER_FROM && mark.form !== 'area' && mark.form !== 'country';
    button.style.setProperty('--leader', leads ? `${far}px` : '0px');
    button.style.setProperty('--leader-angle', `${Math.atan2(-dy, -dx)}rad`);
  });
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
