import { JSDOM } from 'jsdom';
import { mapArticle } from '../api/engine';
import { sharedEngine } from '../api/geoparse-request';
import type { ArticleMap } from '../types';
import { toKml } from './kml';

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

test('is well-formed KML with a placemark for each place', () => {
  const document = parse(toKml([map]));
  expect(document.documentElement.localName).toBe('kml');
  expect(document.documentElement.namespaceURI).toBe('http://www.opengis.net/kml/2.2');
  expect(document.getElementsByTagName('Placemark')).toHaveLength(map.features.length);
});

test('names and quotes come through, Arabic, angle brackets and all', () => {
  const document = parse(toKml([map]));
  const placemarks = [...document.getElementsByTagName('Placemark')];
  expect(placemarks.map((placemark) => textsOf(placemark, 'name')[0])).toEqual(map.features.map(({ properties }) => properties.name));
  expect(textsOf(document, 'name')).toContain('غرب العراق');
  expect(textsOf(document, 'description').join()).toContain('<انفجارا> & "حريقا"');
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

test('a map without places is a document without placemarks', () => {
  const empty: ArticleMap = { ...map, features: [] };
  expect(parse(toKml([empty])).getElementsByTagName('Placemark')).toHaveLength(0);
});
