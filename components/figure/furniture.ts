import { overlap, type Box } from '@/lib/figure/boxes';
import { scaleBar, type ScaleBar } from '@/lib/figure/scale-bar';
import type { Extent, FigureSize } from '@/lib/figure/sizes';
import { unproject, type MapView, type PagePoint } from '@/lib/figure/view';

/** What every map has in its corners. */
export interface Furniture {
  readonly bar: ScaleBar;
  readonly scale: Box;
  readonly north: Box;
  /** Null where the map shows so much of the world that an inset would say nothing. */
  readonly locator: { readonly box: Box; readonly view: MapView; readonly frame: Box } | null;
}

const MARGIN = 10;
/** Units that the map itself has in the inset. */
const FRAME = 26;
const LEAST_ZOOM = -1;
/** Degrees of longitude from which on a map shows its own place in the world. */
const WIDE = 90;

/** Puts scale bar, north arrow and inset into corners: the inset where the fewest of the marks' points are, by preference down at the right. */
export function furnish(view: MapView, extent: Extent, size: FigureSize, points: readonly PagePoint[]): Furniture {
  const { width, height } = extent;
  const bar = scaleBar(view, size, Math.min(150, width / 4));
  const inset = { width: Math.round(Math.min(150, width / 4)), height: Math.round(Math.min(110, width / 5.4)) };
  const scaleSize = { width: Math.max(Math.ceil(bar.width) + 52, 150), height: 46 };
  const corner = ({ width: w, height: h }: Extent, right: boolean, bottom: boolean): Box => ({
    x: right ? width - w - MARGIN : MARGIN,
    y: bottom ? height - h - MARGIN : MARGIN,
    width: w,
    height: h,
  });
  const shown = unproject({ x: width, y: 0 }, view, extent)[0] - unproject({ x: 0, y: 0 }, view, extent)[0] < WIDE;
  const corners = [
    [true, true],
    [false, true],
    [false, false],
    [true, false],
  ] as const;
  const crowd = ([right, bottom]: readonly [boolean, boolean]): number => {
    const box = corner(inset, right, bottom);
    return points.filter(({ x, y }) => overlap({ x, y, width: 0, height: 0 }, box, 24)).length;
  };
  const [right, bottom] = [...corners].sort((a, b) => crowd(a) - crowd(b))[0] ?? corners[0];
  const box = corner(inset, right, bottom);
  const locatorView: MapView = { center: view.center, zoom: Math.max(LEAST_ZOOM, view.zoom - Math.log2(width / FRAME)) };
  const part = 2 ** (locatorView.zoom - view.zoom);
  const frame = { width: width * part, height: height * part };
  return {
    bar,
    scale: corner(scaleSize, shown && bottom && !right, true),
    north: corner({ width: 34, height: 56 }, !(shown && !bottom && right), false),
    locator: shown
      ? { box, view: locatorView, frame: { x: (box.width - frame.width) / 2, y: (box.height - frame.height) / 2, ...frame } }
      : null,
  };
}
