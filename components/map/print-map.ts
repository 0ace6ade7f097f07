import type { Map as MapLibreMap } from 'maplibre-gl';

/** Pixels of a page's width between its margins: A4 at 96 to the inch, less 2 cm on each side. */
const PAGE_WIDTH = 640;

/**
 * Puts the map on paper as it stands on the screen: what WebGL has drawn is gone when the browser prints, so that a picture of it is
 * taken just before; print.css shows it in the map's place, as wide as the page.
 * @returns what takes all of it back
 */
export function printMap(map: MapLibreMap): () => void {
  const picture = new Image();
  picture.className = 'map-print';
  picture.alt = '';
  const before = (): void => {
    const { clientWidth, clientHeight } = map.getContainer();
    // Drawn and read in one go: a moment later the buffer is empty.
    map.redraw();
    picture.src = map.getCanvas().toDataURL();
    map.getCanvasContainer().prepend(picture);
    const { style } = document.documentElement;
    style.setProperty('--print-zoom', String(Math.min(1, PAGE_WIDTH / clientWidth)));
    style.setProperty('--print-width', `${clientWidth}px`);
    style.setProperty('--print-height', `${clientHeight}px`);
  };
  const after = (): void => picture.remove();
  window.addEventListener('beforeprint', before);
  window.addEventListener('afterprint', after);
  return () => {
    window.removeEventListener('beforeprint', before);
    window.removeEventListener('afterprint', after);
    after();
  };
}
