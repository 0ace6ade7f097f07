import { domToCanvas } from 'modern-screenshot';
import { withPngFacts } from '@/lib/figure/png-text';
import type { FigureSize } from '@/lib/figure/sizes';
import { fontCss } from './font-css';

/** What a picture of a figure says of itself. */
export interface PictureFacts {
  readonly title: string;
  readonly alt: string;
  readonly source: string;
  readonly at: Date;
  readonly version: string;
}

/** A drawn figure as a PNG of exactly the size's pixels, its text for who does not see it within. Throws where the browser makes none. */
export async function makePng(sheet: HTMLElement, size: FigureSize, facts: PictureFacts): Promise<Blob> {
  const { page, ratio, pixels } = size;
  // The library cuts what is left of a pixel: a thousandth more than the page lies within the last one.
  const scale = ratio * (1 + 1e-7);
  const drawn = await domToCanvas(sheet, {
    width: page.width,
    height: page.height,
    scale,
    font: { cssText: await fontCss() },
    style: { transform: 'none' },
  });
  const canvas = document.createElement('canvas');
  canvas.width = pixels.width;
  canvas.height = pixels.height;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('this browser gives no canvas to draw on');
  context.fillStyle = getComputedStyle(sheet).backgroundColor;
  context.fillRect(0, 0, pixels.width, pixels.height);
  context.drawImage(drawn, 0, 0);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new Error(`a picture of ${pixels.width} × ${pixels.height} pixels is too large for this browser`);
  const bytes = withPngFacts(new Uint8Array(await blob.arrayBuffer()), { text: factsText(facts), dpi: size.paper?.dpi ?? null });
  return new Blob([bytes], { type: 'image/png' });
}

/** By the keywords of the PNG specification. */
function factsText({ title, alt, source, at, version }: PictureFacts): Record<string, string> {
  return { Title: title, Description: alt, Source: source, 'Creation Time': at.toISOString(), Software: `Incident Map ${version}` };
}

/** A file's bytes as base64, as the API takes what goes into a bundle. */
export async function base64Of(blob: Blob): Promise<string> {
  const reader = new FileReader();
  const address = await new Promise<string>((resolve, reject) => {
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error('the picture cannot be read'));
    reader.readAsDataURL(blob);
  });
  return address.slice(address.indexOf(',') + 1);
}
