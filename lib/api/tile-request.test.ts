import { GET as tile } from '../../app/tiles/[z]/[x]/[y]/route';
import { GET as tileJson } from '../../app/tiles.json/route';
import { generated } from '../../scripts/jest/contract';
import { decodeTile } from '../../scripts/jest/decode-tile';
import { openTestLibrary } from '../../scripts/jest/test-library';
import { INCIDENT_TYPES } from './incident-query';
import { tileJsonSchema, TILE_TYPE } from './tile-request';

const ARTICLES = [...generated.range(0, 60, 20)];
openTestLibrary(ARTICLES);

const ask = (path: string, headers: Record<string, string> = {}) => new Request(`http://127.0.0.1${path}`, { headers });
const featuresOf = async (path: string) => decodeTile(new Uint8Array(await (await tile(ask(path))).arrayBuffer()));
const sum = (features: readonly Record<string, unknown>[]) => features.reduce((all, { count }) => all + Number(count), 0);

describe('tiles', () => {
  const located = ARTICLES.flatMap(({ result }) => result?.map.incidents ?? []).filter(({ placeId }) => placeId !== null);

  it('hold every incident that has a place', async () => {
    expect(sum(await featuresOf('/tiles/0/0/0.mvt'))).toBe(located.length);
  });

  it('hold those that are asked for', async () => {
    const wanted = located.filter(({ type, status }) => type === 'Battles' && status !== 'denied').length;
    expect(sum(await featuresOf('/tiles/0/0/0.mvt?type=Battles&status=reported,claimed,threatened'))).toBe(wanted);
  });

  it('are told by their type, and not sent twice', async () => {
    const response = await tile(ask('/tiles/0/0/0.mvt'));
    expect(response.headers.get('content-type')).toBe(TILE_TYPE);
    expect((await tile(ask('/tiles/0/0/0.mvt', { 'if-none-match': response.headers.get('etag') ?? '' }))).status).toBe(304);
  });

  test.each([
    ['/tiles/12/0/0.mvt', 204],
    ['/tiles/1/2/0.mvt', 400],
    ['/tiles/99/0/0.mvt', 400],
    ['/tiles/0/0/0.png', 404],
    ['/tiles/0/-1/0.mvt', 404],
    ['/tiles/0/0/0.mvt?kind=town', 400],
  ])('%s: %i', async (path, status) => {
    expect((await tile(ask(path))).status).toBe(status);
  });
});

test('TileJSON names the fields that the tiles have, and leads to the tiles of a filter', async () => {
  const told = tileJsonSchema.parse(await (await tileJson(ask('/tiles.json?type=Battles,Riots'))).json());
  const path = told.tiles[0]?.replace('http://127.0.0.1', '').replace('{z}/{x}/{y}', '0/0/0') ?? '';
  const features = await featuresOf(path);
  expect(features.length).toBeGreaterThan(0);
  const fields = Object.keys(told.vector_layers[0]?.fields ?? {});
  const types: readonly string[] = INCIDENT_TYPES;
  for (const feature of features) {
    for (const field of fields) expect(Object.keys(feature)).toContain(field);
    expect(['Battles', 'Riots']).toContain(feature.type);
    expect(Object.keys(feature).filter((name) => types.includes(name)).length).toBeGreaterThan(0);
  }
});
