/** How a figure is laid out: the list beside the map, or below it. */
export type FigureLayout = 'landscape' | 'portrait' | 'square' | 'story';

/** A paper's measures in millimetres, and how many pixels go on an inch of it. */
export interface Paper {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly dpi: Dpi;
}

export interface FigureSize {
  readonly id: SizeId;
  readonly layout: FigureLayout;
  /** The picture's pixels: whole numbers, and what an exported PNG has. */
  readonly pixels: Extent;
  /** The page in the units that it is laid out in: CSS pixels before it is enlarged. */
  readonly page: Extent;
  /** Pixels of the picture to a unit of the page. */
  readonly ratio: number;
  /** CSS pixels (1/96 inch of paper or of a screen at 96 dpi) to a unit of the page. */
  readonly enlarge: number;
  /** Null for a size that is made for screens. */
  readonly paper: Paper | null;
}

export interface Extent {
  readonly width: number;
  readonly height: number;
}

export const DPIS = [150, 300] as const;
export type Dpi = (typeof DPIS)[number];

/** What a figure is made at where nobody says otherwise: fit for print. */
export const DEFAULT_DPI: Dpi = 300;
export const DEFAULT_SIZE: SizeId = 'a4-landscape';

const MM_PER_INCH = 25.4;
/** CSS's own: a unit of 1/96 inch. */
export const CSS_DPI = 96;

/** `enlarge` sets the type: a slide is seen from afar, a story on a narrow screen, a sheet of A3 from further than one of A4. */
const SCREENS = {
  '16x9': { layout: 'landscape', width: 1920, height: 1080, enlarge: 1.5 },
  '4x3': { layout: 'landscape', width: 1920, height: 1440, enlarge: 1.75 },
  square: { layout: 'square', width: 1440, height: 1440, enlarge: 1.5 },
  story: { layout: 'story', width: 1080, height: 1920, enlarge: 2 },
} as const;

const PAPERS = {
  'a4-landscape': { layout: 'landscape', widthMm: 297, heightMm: 210, enlarge: 1 },
  'a4-portrait': { layout: 'portrait', widthMm: 210, heightMm: 297, enlarge: 1 },
  'a3-landscape': { layout: 'landscape', widthMm: 420, heightMm: 297, enlarge: 1.25 },
  'a3-portrait': { layout: 'portrait', widthMm: 297, heightMm: 420, enlarge: 1.25 },
} as const;

export type ScreenId = keyof typeof SCREENS;
export type PaperId = keyof typeof PAPERS;
export type SizeId = ScreenId | PaperId;

/** All sizes, screens first, in the order in which they are offered. */
export const SIZE_IDS: readonly SizeId[] = [...(Object.keys(SCREENS) as ScreenId[]), ...(Object.keys(PAPERS) as PaperId[])];

/** The size of that name; `dpi` matters to paper alone. */
export function figureSize(id: SizeId, dpi: Dpi = DEFAULT_DPI): FigureSize {
  if (isScreen(id)) {
    const { layout, width, height, enlarge } = SCREENS[id];
    return sizeOf({ id, layout, pixels: { width, height }, enlarge, perCssPixel: 1, paper: null });
  }
  const { layout, widthMm, heightMm, enlarge } = PAPERS[id];
  const pixels = { width: Math.round((widthMm / MM_PER_INCH) * dpi), height: Math.round((heightMm / MM_PER_INCH) * dpi) };
  return sizeOf({ id, layout, pixels, enlarge, perCssPixel: dpi / CSS_DPI, paper: { widthMm, heightMm, dpi } });
}

/** How a size stands in a file's name: `16x9`, `a4-landscape-300dpi`. */
export function sizeName({ id, paper }: FigureSize): string {
  return paper === null ? id : `${id}-${paper.dpi}dpi`;
}

/** Millimetres that a unit of the page has on paper, or on a screen at 96 dpi. */
export function millimetresPerUnit({ enlarge }: FigureSize): number {
  return (enlarge * MM_PER_INCH) / CSS_DPI;
}

type Made = Pick<FigureSize, 'id' | 'layout' | 'pixels' | 'enlarge' | 'paper'> & { readonly perCssPixel: number };

function sizeOf({ perCssPixel, ...size }: Made): FigureSize {
  const ratio = size.enlarge * perCssPixel;
  return { ...size, ratio, page: { width: size.pixels.width / ratio, height: size.pixels.height / ratio } };
}

function isScreen(id: SizeId): id is ScreenId {
  return id in SCREENS;
}
