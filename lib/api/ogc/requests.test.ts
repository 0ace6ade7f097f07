import { Validator } from '@seriousme/openapi-schema-validator';
import type { Feature, FeatureCollection } from 'geojson';
import { GET } from '../../../app/ogc/[[...path]]/route';
import { generated } from '../../../scripts/jest/contract';
import { openTestLibrary } from '../../../scripts/jest/test-library';
import { COLLECTIONS } from './collections';

const ARTICLES = [...generated.range(0, 60, 20)];
openTestLibrary(ARTICLES);

const ask = (path: string, headers: Record<string, string> = {}) =>
  GET(new Request(`http://localhost:3000${path}`, { headers: { host: 'maps.example.org', ...headers } }));
type Items = FeatureCollection & { numberMatched?: number; numberReturned: number; links: { href: string; rel: string; type: string }[] };
const items = async (path: string) => (await (await ask(path)).json()) as Items;

test('every link leads somewhere, by the name that the client knows the server by, and is of the type it says', async () => {
  const seen = new Set<string>();
  const todo = ['/ogc'];
  for (let path = todo.pop(); path !== undefined; path = todo.pop()) {
    if (seen.has(path) || seen.size > 60) continue;
    seen.add(path);
    const response = await ask(path);
    expect([path, response.status]).toEqual([path, 200]);
    const { links = [], collections = [] } = (await response.json()) as {
      links?: { href: string }[];
      collections?: { links: { href: string }[] }[];
    };
    for (const { href } of [...links, ...collections.flatMap((one) => one.links)]) {
      expect(href).toMatch(/^http:\/\/maps\.example\.org\/ogc/);
      todo.push(href.replace('http://maps.example.org', ''));
    }
  }
  expect(seen.size).toBeGreaterThan(14);
});

test('the definition is OpenAPI 3.0, and names every parameter of the items', async () => {
  const response = await ask('/ogc/api');
  expect(response.headers.get('content-type')).toMatch(/^application\/vnd\.oai\.openapi\+json;version=3\.0/);
  const definition = (await response.json()) as { paths: Record<string, { get: { parameters: { name: string }[] } }> };
  const validator = new Validator();
  expect(await validator.validate(definition)).toEqual({ valid: true });
  expect(validator.version).toBe('3.0');
  const names = definition.paths['/collections/incidents/items']?.get.parameters.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['bbox', 'datetime', 'limit', 'type', 'status', 'country', 'q']));
});

describe('items', () => {
  it('gives all of a collection over its pages, and says how many they are', async () => {
    const ids: unknown[] = [];
    for (let path: string | undefined = '/ogc/collections/incidents/items?limit=7'; path !== undefined;) {
      const page: Items = await items(path);
      expect(page.numberReturned).toBe(page.features.length);
      expect(page.numberMatched).toBe(ARTICLES.flatMap(({ result }) => result?.map.incidents ?? []).length);
      ids.push(...page.features.map(({ id }) => id));
      path = page.links.find(({ rel }) => rel === 'next')?.href.replace('http://maps.example.org', '');
    }
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBe(ARTICLES.flatMap(({ result }) => result?.map.incidents ?? []).length);
  });

  it('are as their schema says, each the same as when it is asked for alone', async () => {
    for (const { id, properties } of COLLECTIONS) {
      const { features } = await items(`/ogc/collections/${id}/items?limit=1000`);
      expect(features.length).toBeGreaterThan(20);
      for (const feature of features) properties.strict().parse(feature.properties);
      const [first] = features;
      const alone = (await (await ask(`/ogc/collections/${id}/items/${encodeURIComponent(String(first?.id))}`)).json()) as Feature;
      expect(alone).toMatchObject(first ?? {});
    }
  });

  it('never puts a pin for an area', async () => {
    const { features } = await items('/ogc/collections/mentions/items?limit=1000');
    expect(features.filter(({ properties }) => properties?.kind === 'admin1').length).toBeGreaterThan(5);
    for (const { geometry, properties } of features) expect(geometry.type).toBe(properties?.kind === 'admin1' ? 'Polygon' : 'Point');
  });

  it('leaves out what only touches the box by its own box', async () => {
    const { features } = await items('/ogc/collections/places/items?limit=1000');
    const area = features.find(({ geometry }) => geometry.type === 'Polygon');
    const [west = 0, south = 0] = area?.bbox ?? [];
    const corner = [west, south, west + 0.01, south + 0.01].join(',');
    const found = await items(`/ogc/collections/places/items?limit=1000&bbox=${corner}`);
    expect(found.features.map(({ id }) => id)).not.toContain(area?.id);
    expect(found.numberMatched).toBeUndefined();
  });

  it('takes a limit past the most for the most', async () => {
    expect((await items('/ogc/collections/places/items?limit=999999')).features.length).toBeGreaterThan(100);
  });

  it('does not say again what the client has', async () => {
    const response = await ask('/ogc/collections/places/items');
    expect(response.headers.get('content-type')).toBe('application/geo+json; charset=utf-8');
    expect((await ask('/ogc/collections/places/items', { 'if-none-match': response.headers.get('etag') ?? '' })).status).toBe(304);
  });
});

test.each([
  ['/ogc/nothing', 404],
  ['/ogc/collections/nothing', 404],
  ['/ogc/collections/nothing/items', 404],
  ['/ogc/collections/incidents/items/nothing', 404],
  ['/ogc/collections/mentions/items/no/such', 404],
  ['/ogc/collections/incidents/nothing', 404],
  ['/ogc?f=html', 400],
  ['/ogc/collections/incidents/items?limit=0', 400],
  ['/ogc/collections/incidents/items?limit=-1', 400],
  ['/ogc/collections/incidents/items?bbox=1,2,3', 400],
  ['/ogc/collections/incidents/items?datetime=then', 400],
  ['/ogc/collections/incidents/items?unknown=1', 400],
])('%s: %i', async (path, status) => {
  const response = await ask(path);
  expect([response.status, response.headers.get('content-type')]).toEqual([status, 'application/problem+json; charset=utf-8']);
});

test.each([
  ['a name that is none is not repeated', { host: 'a.example"><script>' }, 'http://localhost:3000/ogc'],
  ['a proxy says how it is reached', { 'x-forwarded-host': 'x.example', 'x-forwarded-proto': 'https' }, 'https://x.example/ogc'],
])('%s', async (_, headers, wanted) => {
  // A Request of the platform would refuse some of these.
  const request = { url: 'http://localhost:3000/ogc', headers: new Headers(headers) } as Request;
  const { links } = (await (await GET(request)).json()) as Items;
  expect(links[0]?.href).toBe(wanted);
});
