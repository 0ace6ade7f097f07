import { JSDOM } from 'jsdom';
import { toGpx } from './gpx';
import { SAMPLE, sampleMap } from '../../scripts/jest/sample-map';

const { DOMParser } = new JSDOM().window;
const map = sampleMap();
const points = map.features.filter(({ geometry }) => geometry.type === 'Point');
const areas = map.features.filter(({ geometry }) => geometry.type !== 'Point');

function parse(gpx: string): Document {
  const document = new DOMParser().parseFromString(gpx, 'application/xml');
  expect(document.querySelector('parsererror')?.textContent ?? null).toBeNull();
  return document;
}
const document = parse(toGpx([map], 'ar'));
const waypoints = [...document.getElementsByTagName('wpt')];
const textOf = (of: Element | undefined, name: string) => of?.getElementsByTagName(name)[0]?.textContent;

test('is well-formed GPX 1.1', () => {
  expect(document.documentElement.localName).toBe('gpx');
  expect(document.documentElement.namespaceURI).toBe('http://www.topografix.com/GPX/1/1');
  expect(document.documentElement.getAttribute('version')).toBe('1.1');
  expect(document.documentElement.getAttribute('creator')).toBe('Incident Map');
});

test('a waypoint for each point, with its name and its quotes', () => {
  expect(points.length).toBeGreaterThan(1);
  expect(waypoints.map((wpt) => [Number(wpt.getAttribute('lon')), Number(wpt.getAttribute('lat'))])).toEqual(
    points.map(({ geometry }) => (geometry.type === 'Point' ? geometry.coordinates : [])),
  );
  expect(waypoints.map((wpt) => textOf(wpt, 'name'))).toEqual(points.map(({ properties }) => properties.name));
  for (const [i, { properties }] of points.entries())
    for (const { quote } of properties.mentions) expect(textOf(waypoints[i], 'desc')).toContain(quote.text);
  expect(textOf(waypoints[0], 'src')).toBe(`AFP, ${SAMPLE.title}, 2024-08-06, ${SAMPLE.url}`);
  expect(waypoints[0]?.getElementsByTagName('link')[0]?.getAttribute('href')).toBe(SAMPLE.url);
});

test('an area is never a waypoint, and the metadata say which were left out', () => {
  expect(areas.length).toBeGreaterThan(1);
  const said = document.querySelector('metadata > desc')?.textContent ?? '';
  for (const { properties } of areas) {
    expect(said).toContain(properties.name);
    expect(waypoints.map((wpt) => textOf(wpt, 'name'))).not.toContain(properties.name);
  }
});

test('a waypoint whose name stands for someone says so', () => {
  expect(waypoints.map((wpt) => textOf(wpt, 'cmt') !== undefined)).toEqual(
    points.map(({ properties }) => properties.role === 'associative'),
  );
});

test('children of a waypoint stand in the order of the schema', () => {
  const order = ['name', 'cmt', 'desc', 'src', 'link', 'type'];
  for (const wpt of waypoints) {
    const names = [...wpt.children].map(({ localName }) => localName);
    expect(names).toEqual(order.filter((name) => names.includes(name)));
  }
});

test('an article without places has metadata alone', () => {
  const empty = parse(toGpx([{ ...map, features: [] }]));
  expect([...empty.documentElement.children].map(({ localName }) => localName)).toEqual(['metadata']);
});
