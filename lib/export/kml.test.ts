import { JSDOM } from 'jsdom';
import { mapArticle } from '../api/engine';
import { sharedEngine } from '../api/geoparse-request';
import type { ArticleMap } from '../types';
import { toKml } from './kml';
import { sampleMap } from '../../scripts/jest/sample-map';

const engine = sharedEngine();
const TEXT = 'قصفت طائرات مدينة غزة، وسقط صاروخ في غرب العراق. وقال مسؤول إن <انفجارا> & "حريقا" وقعا في بيروت.';
const map = mapArticle({ text: TEXT, title: null, url: null, source: null, publishedAt: null, language: 'ar' }, engine, 'ar');

function parse(kml: string): Document {
  const { DOMParser } = new JSDOM().window;
  const document = new DOMParser().parseFromString(kml, 'application/xml');
  expect(document.querySelector('parsererror')?.textContent ?? null).toBeNull();
  return document;
}
const textsOf = (of: Document | Element, name: string) => [...of.getElementsByTagName(name)].map((element) => element.textContent);

const placemarksOf = (document: Document) => [...document.getElementsByTagName('Placemark')];
/** Viewers read a description as HTML: so do we. */
const shownBy = (html: string | null | undefined) => new JSDOM(html ?? '').window.document;

test('is well-formed KML with a placemark for each place and each incident', () => {
  const kml = toKml([map]);
  expect(kml.startsWith('<?xml version="1.0" encoding="UTF-8"?>')).toBe(true);
  const document = parse(kml);
  expect(document.documentElement.localName).toBe('kml');
  expect(document.documentElement.namespaceURI).toBe('http://www.opengis.net/kml/2.2');
  expect(map.incidents.length).toBeGreaterThan(0);
  expect(placemarksOf(document)).toHaveLength(map.features.length + map.incidents.length);
});

test('names and quotes come through, Arabic, angle brackets and all', () => {
  const placemarks = placemarksOf(parse(toKml([map])));
  expect(placemarks.map((placemark) => textsOf(placemark, 'name')[0])).toEqual([
    ...map.features.map(({ properties }) => properties.name),
    ...map.incidents.map(({ headline }) => headline),
  ]);
  expect(placemarks.flatMap((placemark) => textsOf(placemark, 'name'))).toContain('غرب العراق');
  const shown = placemarks.map((placemark) => shownBy(textsOf(placemark, 'description')[0]).body.textContent).join();
  expect(shown).toContain('<انفجارا> & "حريقا"');
});

test('no quote becomes a part of the page: an image in an article is not fetched', () => {
  const [feature] = map.features;
  const [mention] = feature?.properties.mentions ?? [];
  if (!feature || !mention) throw new Error('the sample names no place');
  const text = '<img src="https://example.com/seen.png"> ]]> \u0000\ud800';
  const hostile = {
    ...feature,
    properties: { ...feature.properties, name: text, mentions: [{ ...mention, quote: { ...mention, text } }] },
  };
  const document = parse(toKml([{ ...map, article: { ...map.article, source: text }, features: [hostile] }]));
  for (const html of textsOf(document, 'description')) expect(shownBy(html).querySelector('img')).toBeNull();
  const [placemark] = placemarksOf(document);
  const description = shownBy(placemark && textsOf(placemark, 'description')[0]);
  // What XML cannot hold is replaced, so that the rest still opens.
  expect(description.body.textContent).toBe('<img src="https://example.com/seen.png"> ]]> \ufffd\ufffd');
});

test('coordinates are longitude before latitude', () => {
  const document = parse(toKml([map]));
  const positions = textsOf(document, 'coordinates').flatMap((list) => (list ?? '').trim().split(/\s+/));
  expect(positions.length).toBeGreaterThan(10);
  for (const position of positions) {
    const [lon = NaN, lat = NaN] = position.split(',').map(Number);
    // Gaza, Iraq and Beirut: 34 to 49 east, 29 to 38 north.
    expect(lon).toBeGreaterThan(33.5);
    expect(lon).toBeLessThan(49);
    expect(lat).toBeGreaterThan(28.5);
    expect(lat).toBeLessThan(38);
  }
});

describe('the seed article', () => {
  const seed = sampleMap();
  const placemarks = placemarksOf(parse(toKml([seed], 'ar')));
  const [places, incidents] = [placemarks.slice(0, seed.features.length), placemarks.slice(seed.features.length)];
  const dataOf = (placemark: Element, name: string) => placemark.querySelector(`Data[name="${name}"] value`)?.textContent;

  test('an area is an area, a point a point', () => {
    for (const [i, { geometry }] of seed.features.entries()) {
      const wanted = { Point: 'Point', Polygon: 'Polygon', MultiPolygon: 'MultiGeometry' }[geometry.type as 'Point'];
      expect([...(places[i]?.children ?? [])].at(-1)?.localName).toBe(wanted);
    }
    const shapes = seed.features.flatMap(({ geometry }) =>
      geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : [],
    );
    const polygons = places.flatMap((placemark) => [...placemark.getElementsByTagName('Polygon')]);
    expect(polygons.map((polygon) => polygon.getElementsByTagName('LinearRing').length)).toEqual(shapes.map((rings) => rings.length));
  });

  test('an incident has its days; without a date it has none, and without a place no geometry', () => {
    const byId = new Map(incidents.map((placemark) => [dataOf(placemark, 'id'), placemark]));
    expect(byId.size).toBe(seed.incidents.length);
    for (const { id, date, placeId } of seed.incidents) {
      const placemark = byId.get(id);
      expect(placemark?.querySelector('TimeSpan begin')?.textContent).toBe(date?.start);
      expect(placemark?.querySelector('TimeSpan end')?.textContent).toBe(date?.end);
      expect(placemark?.querySelector('Point, Polygon') !== null).toBe(placeId !== null);
    }
    expect(new Set(seed.incidents.map(({ date }) => date === null))).toEqual(new Set([true, false]));
  });

  test('what is not said to have happened is switched off', () => {
    const off = incidents.filter(({ children }) =>
      [...children].some((child) => child.localName === 'visibility' && child.textContent === '0'),
    );
    const statuses = off.map((placemark) => dataOf(placemark, 'status'));
    expect(statuses.length).toBe(seed.incidents.filter(({ status }) => status === 'denied' || status === 'threatened').length);
    expect(statuses.length).toBeGreaterThan(0);
  });
});

test('several articles have a folder each', () => {
  const document = parse(toKml([map, sampleMap()]));
  expect(document.querySelectorAll('Document > Folder')).toHaveLength(2);
});

test('a map without places is a document without placemarks', () => {
  const empty: ArticleMap = { ...map, features: [], incidents: [] };
  expect(parse(toKml([empty])).getElementsByTagName('Placemark')).toHaveLength(0);
});
