import icons from '@/data/map/icons/maki.json';
import { GLYPH_BOX, glyphOf, slugOf } from '@/components/incidents/types';
import { isChecked } from '@/components/review/reviewedWords';
import { slotsOf } from './incident-marks';
import type { IncidentMark } from './incident-marks';
import type { Mark } from './marks';

const SVG = 'http://www.w3.org/2000/svg';

/** The button of a place: a disc with its name beside, or a chip with its name, which holds the room for its incidents. */
export function placeButton(mark: Mark, description: string, hint: string, slotSize: number): HTMLButtonElement {
  const button = emptyButton(description, mark.size);
  button.dataset['placeId'] = mark.feature.id;
  button.dataset['form'] = mark.form;
  if (isChecked(mark.feature.properties.review)) button.dataset['checked'] = 'true';
  const chip = mark.form === 'area' || mark.form === 'country';
  if (mark.incidents.length > 0) button.dataset['scene'] = 'true';
  if (!chip) button.append(placeDisc(mark));
  // A ring beside the basemap's own name says what it is when it is pointed at.
  const name = nameOf(mark.label ?? hint);
  if (!chip) {
    button.append(name);
    return button;
  }
  const frame = document.createElement('span');
  frame.className = 'map-mark-chip';
  name.className = 'map-mark-chip-name';
  frame.append(name);
  if (mark.incidents.length > 0) {
    const slots = document.createElement('span');
    const { width, height } = slotsOf(mark.incidents.length, slotSize);
    slots.className = 'map-mark-slots';
    slots.style.width = `${width}px`;
    slots.style.height = `${height}px`;
    // Around the name and not in its row: what is pressed for the place is its name, and the signs lie on what is left.
    const around = document.createElement('span');
    around.className = 'map-mark-frame';
    around.append(slots);
    frame.append(around);
  }
  button.append(frame);
  return button;
}

/** The button of an incident: its sign, and what it is in words for who points at it. */
export function incidentButton({ incident, pinned, size }: IncidentMark, description: string, hint: string): HTMLButtonElement {
  const button = emptyButton(description, size);
  button.classList.add('map-incident');
  button.dataset['incidentId'] = incident.id;
  button.dataset['pinned'] = String(pinned);
  if (isChecked(incident.review)) button.dataset['checked'] = 'true';
  const sign = document.createElement('span');
  sign.className = 'map-mark-disc incident-sign';
  sign.dataset['type'] = slugOf(incident.type);
  sign.dataset['status'] = incident.status;
  sign.append(drawing(GLYPH_BOX, glyphOf(incident.type)));
  button.append(sign, nameOf(hint));
  return button;
}

/** A mark's button without anything in it yet; `size` in pixels. */
export function emptyButton(description: string, size: number): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'map-mark';
  button.setAttribute('aria-label', description);
  button.style.setProperty('--size', `${size}px`);
  return button;
}

/** What a mark has written beside it. */
export function nameOf(text: string): HTMLElement {
  const name = document.createElement('span');
  name.className = 'map-mark-beside';
  name.dataset['side'] = document.documentElement.dir === 'rtl' ? 'left' : 'right';
  name.textContent = text;
  name.dir = 'auto';
  return name;
}

function placeDisc(mark: Mark): HTMLElement {
  const disc = document.createElement('span');
  disc.className = 'map-mark-disc';
  const icon = mark.symbol ? Object.entries(icons.kinds).find(([kind]) => kind === mark.feature.properties.kind)?.[1] : undefined;
  if (icon) disc.append(drawing(icons.viewBox, icon.paths));
  return disc;
}

function drawing(viewBox: string, paths: readonly string[]): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', viewBox);
  svg.setAttribute('aria-hidden', 'true');
  for (const d of paths) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', d);
    svg.append(path);
  }
  return svg;
}
