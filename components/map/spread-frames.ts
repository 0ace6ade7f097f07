import { SLOT_GAP, slotsOf } from './incident-marks';
import type { Spread } from './spread';

/** Puts the incidents of areas into the room that their areas' frames keep for them, in rows, in the direction of reading. */
export function putIntoFrames(shown: readonly Spread[], frames: readonly Spread[]): void {
  const forward = document.documentElement.dir === 'rtl' ? -1 : 1;
  for (const frame of frames) {
    const slots = frame.button.querySelector<HTMLElement>('.map-mark-slots');
    if (!slots) continue;
    const own = shown.filter(({ mark, incident }) => incident !== null && mark === frame.mark);
    const cell = Math.max(...own.map(({ size }) => size)) + SLOT_GAP;
    const { inARow } = slotsOf(own.length, cell - SLOT_GAP);
    const [x, y] = [(frame.offset?.[0] ?? 0) + frame.lift[0], (frame.offset?.[1] ?? 0) + frame.lift[1]];
    // The marker stands on the middle of its name: from there to the middle of its room for signs.
    const room = middleWithin(slots, frame.button);
    own.forEach(({ marker, button }, i) => {
      const inRow = Math.min(inARow, own.length - Math.floor(i / inARow) * inARow);
      const column = ((i % inARow) - (inRow - 1) / 2) * cell * forward;
      const row = (Math.floor(i / inARow) - (Math.ceil(own.length / inARow) - 1) / 2) * cell;
      marker.setOffset([x + room.x + column, y + room.y + row]);
      button.style.setProperty('--leader', '0px');
    });
  }
}

/** From the middle of an element to the middle of a part of it, in pixels. */
export function middleWithin(part: HTMLElement, whole: HTMLElement): { x: number; y: number } {
  const [a, b] = [part.getBoundingClientRect(), whole.getBoundingClientRect()];
  return { x: a.x + a.width / 2 - b.x - b.width / 2, y: a.y + a.height / 2 - b.y - b.height / 2 };
}
