import { figureSize, SIZE_IDS, sizeName } from './sizes';

it.each([
  ['16x9', 150, 1920, 1080],
  ['4x3', 150, 1920, 1440],
  ['square', 150, 1440, 1440],
  ['story', 150, 1080, 1920],
  ['a4-landscape', 150, 1754, 1240],
  ['a4-landscape', 300, 3508, 2480],
  ['a4-portrait', 300, 2480, 3508],
  ['a3-landscape', 150, 2480, 1754],
  ['a3-landscape', 300, 4961, 3508],
  ['a3-portrait', 300, 3508, 4961],
] as const)('%s at %d dpi has %d × %d pixels', (id, dpi, width, height) => {
  expect(figureSize(id, dpi).pixels).toEqual({ width, height });
});

it.each(SIZE_IDS)('the page is the picture over the ratio, and paper is laid out the same at each resolution: %s', (id) => {
  const [coarse, fine] = [figureSize(id, 150), figureSize(id, 300)];
  for (const { page, ratio, pixels } of [coarse, fine]) {
    expect(page.width * ratio).toBeCloseTo(pixels.width, 6);
    expect(page.height * ratio).toBeCloseTo(pixels.height, 6);
  }
  // A pixel of the coarser one.
  expect(Math.abs(coarse.page.width - fine.page.width)).toBeLessThan(1);
  expect(Math.abs(coarse.page.height - fine.page.height)).toBeLessThan(1);
});

it('names the resolution of paper alone', () => {
  expect(sizeName(figureSize('a4-portrait', 300))).toBe('a4-portrait-300dpi');
  expect(sizeName(figureSize('story', 300))).toBe('story');
});
