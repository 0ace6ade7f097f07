import type { Map as MapLibreMap } from 'maplibre-gl';
import { paletteOf } from './style';
import type { Palette } from './style';

const RATIO = 2;
const HATCH = 8; // CSS pixels between two repeats

type Draw = (context: CanvasRenderingContext2D, colours: Palette) => void;

const DOTS: Record<string, { size: number; draw: Draw }> = {
  'place-dot': { size: 7, draw: (context, colours) => dot(context, 3.5, 1.7, colours.placeDot, colours.halo) },
  'capital-dot': {
    size: 11,
    draw: (context, colours) => {
      dot(context, 5.5, 4, colours.capitalText, colours.halo);
      dot(context, 5.5, 1.6, colours.halo, colours.capitalText);
    },
  },
};

/** Draws the images that the style names, as the map first wants them: dots of cities and the hatch of areas. */
export function provideImages(map: MapLibreMap): void {
  map.setMissingStyleImageResolver((id) => {
    if (map.hasImage(id)) return;
    const [, name = '', theme] = /^(.*)-(light|dark)$/.exec(id) ?? [];
    const colours = paletteOf(theme === 'dark' ? 'dark' : 'light');
    const dots = DOTS[name];
    if (name === 'hatch') add(map, id, hatch(colours.area));
    else if (name === 'faint') add(map, id, hatch(colours.mentioned));
    else if (dots)
      add(
        map,
        id,
        canvas(dots.size, (context) => dots.draw(context, colours)),
      );
  });
}

function add(map: MapLibreMap, id: string, image: ImageData | null): void {
  if (image) map.addImage(id, image, { pixelRatio: RATIO });
}

/** Lines at 45°, drawn past the edges so that the repeats join. */
function hatch(colour: string): ImageData | null {
  return canvas(HATCH, (context) => {
    context.strokeStyle = colour;
    context.globalAlpha = 0.75;
    context.lineWidth = 1;
    context.beginPath();
    for (const shift of [-HATCH, 0, HATCH]) {
      context.moveTo(shift - 2, HATCH + 2);
      context.lineTo(shift + HATCH + 2, -2);
    }
    context.stroke();
  });
}

function dot(context: CanvasRenderingContext2D, centre: number, radius: number, fill: string, casing: string): void {
  context.beginPath();
  context.arc(centre, centre, radius + 0.9, 0, 2 * Math.PI);
  context.fillStyle = casing;
  context.fill();
  context.beginPath();
  context.arc(centre, centre, radius, 0, 2 * Math.PI);
  context.fillStyle = fill;
  context.fill();
}

function canvas(size: number, draw: (context: CanvasRenderingContext2D) => void): ImageData | null {
  const element = document.createElement('canvas');
  element.width = element.height = size * RATIO;
  const context = element.getContext('2d');
  if (!context) return null;
  context.scale(RATIO, RATIO);
  draw(context);
  return context.getImageData(0, 0, element.width, element.height);
}
