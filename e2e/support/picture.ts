import type { Page } from 'playwright-core';

/** How far one channel of a pixel may be off before the pixel counts as another, of 255: what smoothing does to an edge. */
const CHANNEL = 24;

/** The part of a picture's pixels, 0 to 1, that another picture of the same size has otherwise. Reads both PNGs on an empty page. */
export async function difference(page: Page, one: Buffer, two: Buffer): Promise<number> {
  const empty = await page.context().newPage();
  try {
    return await empty.evaluate(
      async ([urls, channel]) => {
        const pixels = await Promise.all(
          urls.map(async (url) => {
            const image = new Image();
            image.src = url;
            await image.decode();
            const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
            context?.drawImage(image, 0, 0);
            return context?.getImageData(0, 0, image.width, image.height);
          }),
        );
        const [a, b] = pixels;
        if (!a || !b || a.width !== b.width || a.height !== b.height) return 1;
        let other = 0;
        for (let i = 0; i < a.data.length; i += 4)
          if ([0, 1, 2].some((c) => Math.abs((a.data[i + c] ?? 0) - (b.data[i + c] ?? 0)) > channel)) other += 1;
        return other / (a.data.length / 4);
      },
      [[one, two].map((png) => `data:image/png;base64,${png.toString('base64')}`), CHANNEL] as const,
    );
  } finally {
    await empty.close();
  }
}
