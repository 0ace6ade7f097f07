import type { Map as MapLibreMap } from 'maplibre-gl';

/** Milliseconds from one drawing to the next while the map is put together. */
const BETWEEN_MS = 120;
/** Milliseconds after which the map is shown as far as it has come: on a slow line, half a map says more than none. */
const PATIENCE_MS = 1500;
/** Pixels of the canvas to a pixel of the page, as long as it is not seen: the least that is still a picture. */
const UNSEEN_RATIO = 0.1;

/**
 * Shows a new map once it has all that it draws. Each tile and font that comes in has it drawn anew, twenty times and more, and
 * without a graphics card each of those pictures holds up the page, just when its reader first scrolls and presses. So until
 * then it is drawn small, seldom and out of sight.
 * @returns what shows it at once
 */
export function openWhole(map: MapLibreMap): () => void {
  const canvas = map.getCanvas();
  const repaint = map.triggerRepaint.bind(map);
  let last = 0;
  let next: number | undefined;
  // What MapLibre itself calls for each change.
  map.triggerRepaint = () => {
    next ??= window.setTimeout(
      () => {
        next = undefined;
        last = performance.now();
        repaint();
      },
      Math.max(0, last + BETWEEN_MS - performance.now()),
    );
  };
  canvas.style.visibility = 'hidden';
  map.setPixelRatio(UNSEEN_RATIO);

  const show = (): void => {
    if (canvas.style.visibility === '') return;
    window.clearTimeout(patience);
    map.off('idle', show);
    map.triggerRepaint = repaint;
    canvas.style.visibility = '';
    // Back to the screen's: the type leaves out the null that MapLibre's description names.
    map.setPixelRatio(null as unknown as number);
  };
  const patience = window.setTimeout(show, PATIENCE_MS);
  map.on('idle', show);
  map.on('remove', () => {
    window.clearTimeout(patience);
    window.clearTimeout(next);
  });
  return show;
}
