import { distance } from '@turf/turf';
import { scaleBar } from './scale-bar';
import { figureSize, SIZE_IDS } from './sizes';
import { unproject, type MapView } from './view';

const EXTENT = { width: 700, height: 500 };

describe('scaleBar', () => {
  it.each([
    [0, 4],
    [33.8, 5.2],
    [-33.9, 7],
    [60, 3],
    [71, 9.5],
  ])('is as long as what it says, within 1 %%, at %d° and zoom %d', (lat, zoom) => {
    const view: MapView = { center: [42, lat], zoom };
    const bar = scaleBar(view, figureSize('a4-landscape'), 150);
    const [from, to] = [-bar.width / 2, bar.width / 2].map((x) =>
      unproject({ x: EXTENT.width / 2 + x, y: EXTENT.height / 2 }, view, EXTENT),
    );
    const kilometres = distance([...(from ?? [])], [...(to ?? [])], { units: 'kilometers' });
    expect(Math.abs(kilometres / (bar.metres / 1000) - 1)).toBeLessThan(0.01);
    expect(bar.width).toBeLessThanOrEqual(150);
    expect(bar.width).toBeGreaterThan(150 / 2.6);
  });

  it.each(SIZE_IDS)('gives the ratio of the size that is printed: %s', (id) => {
    for (const dpi of [150, 300] as const) {
      const size = figureSize(id, dpi);
      const bar = scaleBar({ center: [0, 40], zoom: 5 }, size, 150);
      // Measured on the picture: pixels of the bar, at so many pixels to an inch.
      const metresOfPaper = ((bar.width * size.ratio) / (size.paper?.dpi ?? 96)) * 0.0254;
      expect(Math.abs(bar.metres / metresOfPaper / bar.ratio - 1)).toBeLessThan(0.01);
    }
  });
});
