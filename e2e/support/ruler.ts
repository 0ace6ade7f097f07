import type { Coordinates } from '../../lib/types';
import type { Desk } from './desk';
import { eventually } from './eventually';

/** Kilometres to a degree of latitude, and around the equator, on the sphere that web maps use (radius 6371.0088 km). */
const KM_PER_DEGREE = 111.195;
const EQUATOR_KM = 40_030.2;

/** Reads positions off the screen as a person with a ruler would: from a mark whose place is known, and the scale bar. */
export interface Ruler {
  /** Where a point of the screen lies on the earth. */
  readonly placeAt: (x: number, y: number) => Coordinates;
  /** Where on the screen a point of the earth is drawn. */
  readonly pixelOf: (place: Coordinates) => { readonly x: number; readonly y: number };
  readonly kmPerPixel: number;
}

/**
 * Lays the ruler on a map. `known` is the place of a mark that stands exactly on its point.
 * The picture is a Mercator projection: the scale bar holds for the middle of the map, whose latitude is worked out from `known`.
 */
export async function layRuler(desk: Desk, placeId: string, known: Coordinates): Promise<Ruler> {
  await standsStill(desk, placeId);
  const frame = await boxOf(desk, '#map');
  const bar = desk.map.locator('.maplibregl-ctrl-scale');
  const barKm = Number(/[\d.]+/.exec((await bar.innerText()).replace(/[,٬]/g, ''))?.[0]);
  // The bar's border is drawn inside its width.
  const kmPerPixel = barKm / (await bar.evaluate((element) => element.getBoundingClientRect().width));
  const from = await middleOf(desk, placeId);
  const middle = frame.y + frame.height / 2;
  // The scale depends on the middle's latitude and that on the scale; three rounds settle it to metres.
  let world = 0;
  for (let latitude = known[1], round = 0; round < 3; round += 1) {
    world = (EQUATOR_KM * Math.cos((latitude * Math.PI) / 180)) / kmPerPixel;
    latitude = latitudeOf(mercator(known[1]) + (middle - from.y) / world);
  }
  return {
    placeAt: (x, y) => [known[0] + ((x - from.x) / world) * 360, latitudeOf(mercator(known[1]) + (y - from.y) / world)],
    pixelOf: ([lon, lat]) => ({ x: from.x + ((lon - known[0]) / 360) * world, y: from.y + (mercator(lat) - mercator(known[1])) * world }),
    kmPerPixel,
  };
}

/** The middle of a mark on the screen. */
export async function middleOf(desk: Desk, placeId: string): Promise<{ x: number; y: number }> {
  const box = await boxOf(desk, `#map button[data-place-id="${placeId}"]`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Kilometres between two places along a great circle (haversine). */
export function kilometresBetween([lonA, latA]: Coordinates, [lonB, latB]: Coordinates): number {
  const radians = Math.PI / 180;
  const a =
    Math.sin(((latB - latA) * radians) / 2) ** 2 +
    Math.cos(latA * radians) * Math.cos(latB * radians) * Math.sin(((lonB - lonA) * radians) / 2) ** 2;
  return (2 * Math.asin(Math.sqrt(a)) * KM_PER_DEGREE) / radians;
}

/** How long a mark has to stay where it is for the map to count as at rest: it moves once more when a card has found its size. */
const REST_MS = 250;

async function standsStill(desk: Desk, placeId: string): Promise<void> {
  await eventually(async () => {
    const before = await middleOf(desk, placeId);
    await new Promise((resolve) => setTimeout(resolve, REST_MS));
    expect(await middleOf(desk, placeId)).toEqual(before);
  });
}

async function boxOf(desk: Desk, selector: string): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await desk.page.locator(selector).boundingBox();
  if (box === null) throw new Error(`${selector} is not on the screen.`);
  return box;
}

/** Latitude to the part of the world's height from the north, 0 to 1, and back. */
function mercator(latitude: number): number {
  return 0.5 - Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) / (2 * Math.PI);
}

function latitudeOf(y: number): number {
  return (Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) * 180) / Math.PI;
}
