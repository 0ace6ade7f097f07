import type { Geometry, Position } from 'geojson';
import { AIN_AL_ASAD, askApi, IRAQ, placeOf, seedArticle, WESTERN_IRAQ } from './support/articles';
import { deskTest } from './support/desk';
import { layRuler } from './support/ruler';

/** Of Iraq: a stretch of Maysan in the east, and one of Al Anbar in the west, both away from every mark; and one of Anatolia, beyond the border. */
const EASTERN = [46.6, 32.2] as const;
const WESTERN = [41.2, 32.3] as const;
const BEYOND = [35.0, 38.2] as const;

describe('areas are drawn as areas', () => {
  test('no country is a point in the API, and Iraq is a polygon', async () => {
    const { features } = await askApi(seedArticle, 'en');
    const countries = features.filter(({ properties }) => properties.kind === 'country' || properties.kind === 'territory');
    expect(countries.length).toBeGreaterThan(5);
    for (const { id, geometry } of countries) expect([id, geometry.type]).toEqual([id, expect.stringMatching(/^(Multi)?Polygon$/)]);
  });

  test('western Iraq is the west of Iraq, and is said to be vague', async () => {
    const map = await askApi(seedArticle, 'en');
    const iraq = placeOf(map, IRAQ);
    const west = placeOf(map, WESTERN_IRAQ);
    expect(west.geometry.type).toMatch(/^(Multi)?Polygon$/);
    expect(west.properties.wherePrecision).toBe(5);
    const [iraqWest = NaN, iraqEast = NaN] = longitudes(iraq.geometry);
    const [westWest = NaN, westEast = NaN] = longitudes(west.geometry);
    expect(Math.abs(westWest - iraqWest)).toBeLessThan(0.1);
    expect(westEast).toBeLessThan(iraqEast - 2);
    expect(west.properties.labelPoint[0]).toBeLessThan(iraq.properties.labelPoint[0]);
  });

  deskTest(
    'the map draws them where they are: a click in the east is Iraq, in the west western Iraq, beyond the border nothing',
    {},
    async (desk) => {
      const base = placeOf(await askApi(seedArticle, 'en'), AIN_AL_ASAD).properties.labelPoint;
      await desk.open('/en');
      for (const [place, expected] of [
        [EASTERN, IRAQ],
        [BEYOND, null],
        [WESTERN, WESTERN_IRAQ],
        [BEYOND, null],
      ] as const) {
        const { x, y } = (await layRuler(desk, AIN_AL_ASAD, base)).pixelOf(place);
        await desk.page.mouse.click(x, y);
        await (expected === null ? desk.card.waitFor({ state: 'hidden' }) : desk.card.waitFor());
        expect(new URL(desk.page.url()).searchParams.get('place')).toBe(expected);
      }
    },
  );

  deskTest('the chosen country shows the signs of what happened in it', {}, async (desk) => {
    await desk.page.setViewportSize({ width: 1440, height: 900 });
    await desk.open(`/en?place=${IRAQ}`);
    await desk.card.waitFor();
    const frame = await desk.page.locator('.map-mark[data-state="selected"] .map-mark-frame').boundingBox();
    const signs = await desk.page.locator('.map-incident .incident-sign').evaluateAll((all) =>
      all.map((sign) => {
        const { x, y, width, height } = sign.getBoundingClientRect();
        const middle = [x + width / 2, y + height / 2] as const;
        return { middle, onTop: document.elementFromPoint(...middle)?.closest('.map-incident') === sign.closest('.map-incident') };
      }),
    );
    const framed = signs.filter(
      ({ middle: [x, y] }) => frame !== null && x > frame.x && x < frame.x + frame.width && y > frame.y && y < frame.y + frame.height,
    );
    expect(framed.length).toBeGreaterThan(2);
    expect(framed.every(({ onTop }) => onTop)).toBe(true);
  });
});

/** West and east end of an area, in degrees. */
function longitudes(geometry: Geometry): [number, number] {
  const positions: Position[] =
    geometry.type === 'Polygon' ? geometry.coordinates.flat() : geometry.type === 'MultiPolygon' ? geometry.coordinates.flat(2) : [];
  const east = positions.map(([lon = NaN]) => lon);
  return [Math.min(...east), Math.max(...east)];
}
