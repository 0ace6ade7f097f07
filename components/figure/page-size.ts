import { CSS_DPI, type FigureSize } from '@/lib/figure/sizes';

const MM_PER_INCH = 25.4;

/** Tells the browser on how large a page this document is printed: the paper, or the picture at 96 dpi. Gives what takes it back. */
export function setPageSize({ paper, pixels }: FigureSize): () => void {
  const millimetres = (dots: number): number => (dots / CSS_DPI) * MM_PER_INCH;
  const [width, height] = paper === null ? [millimetres(pixels.width), millimetres(pixels.height)] : [paper.widthMm, paper.heightMm];
  // Not an element: the page's policy lets none be written.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@page { size: ${width}mm ${height}mm; margin: 0; }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}
