/** @jest-environment jsdom */
import { TextDecoder, TextEncoder } from 'node:util';
import type { StoredIncident } from '../store/records';
import { atomFeed } from './feed-form';

Object.assign(globalThis, { TextDecoder, TextEncoder });

const ADDRESSES = { feed: 'http://a.example/feed.atom', self: 'http://a.example/feed.atom?cursor=1', next: null };
const span = { start: 0, end: 1 };
const square = [
  [
    [40, 30],
    [41, 30],
    [41, 31],
    [40, 30],
  ],
];

function told(changes: { headline?: string; url?: string | null; geometry?: object | null; id?: string }): StoredIncident {
  const {
    headline = 'A rocket hits the base',
    url = null,
    geometry = { type: 'Point', coordinates: [42.44, 33.79] },
    id = 'a/1',
  } = changes;
  return {
    id,
    articleId: 'a',
    article: { title: 'Title', source: 'Paper', url, language: 'ar', publishedAt: '2024-08-06', savedAt: '2026-01-02T03:04:05.000Z' },
    countryCode: 'IQ',
    place:
      geometry &&
      ({
        type: 'Feature',
        id: 'p',
        bbox: [0, 0, 1, 1],
        geometry,
        properties: { name: 'Al Asad & <base>' },
      } as unknown as StoredIncident['place']),
    incident: {
      id: '1',
      type: 'Battles',
      subType: null,
      headline,
      placeId: 'p',
      wherePrecision: 1,
      geoPrecision: 1,
      date: { start: '2024-08-05', end: '2024-08-05', precision: 1, text: '', span },
      actors: [],
      casualties: { killed: null, injured: null },
      tolls: [],
      weapons: [],
      status: 'claimed',
      evidence: [{ start: 0, end: 1, text: headline }],
      spans: { trigger: span, place: null, status: null, weapons: [] },
    },
  };
}

function parsed(incidents: readonly StoredIncident[]): Document {
  const tree = new DOMParser().parseFromString(atomFeed(incidents, ADDRESSES), 'application/xml');
  expect(tree.querySelector('parsererror')?.textContent ?? null).toBeNull();
  return tree;
}

/** By their names without their prefixes, which selectors do not see past. */
const named = (tree: Document, name: string) => [...tree.getElementsByTagNameNS('*', name)];
const text = (tree: Document, path: string) => tree.querySelector(path)?.textContent ?? null;

test('an entry says what is told, by whom, and whether it is sure', () => {
  const tree = parsed([told({ url: 'https://paper.example/a?x=1&y=2' })]);
  expect(text(tree, 'entry title')).toBe('A rocket hits the base');
  expect(text(tree, 'entry summary')).toBe('Battles · claimed · 2024-08-05 · Al Asad & <base> · Paper: Title');
  expect(text(tree, 'entry updated')).toBe('2026-01-02T03:04:05.000Z');
  expect(text(tree, 'feed > updated')).toBe('2026-01-02T03:04:05.000Z');
  expect(tree.querySelector('entry link')?.getAttribute('href')).toBe('https://paper.example/a?x=1&y=2');
  expect([...tree.querySelectorAll('category')].map((one) => one.getAttribute('term'))).toEqual(['Battles', 'claimed']);
});

test('ids are the incident’s own, whoever serves it, and no two are the same', () => {
  const id = (one: StoredIncident) => text(parsed([one]), 'entry id');
  expect(id(told({}))).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(id(told({ headline: 'other' }))).toBe(id(told({})));
  expect(id(told({ id: 'a/2' }))).not.toBe(id(told({})));
});

describe('a place is drawn as it is', () => {
  const gml = (geometry: object | null) => parsed([told({ geometry })]);

  test('a point, latitude first', () => {
    expect(named(gml({ type: 'Point', coordinates: [42.44, 33.79] }), 'pos')[0]?.textContent).toBe('33.79 42.44');
  });
  test('an area', () => {
    const tree = gml({ type: 'Polygon', coordinates: square });
    expect(named(tree, 'exterior')[0]?.textContent).toBe('30 40 30 41 31 41 30 40');
    expect(named(tree, 'Point')).toEqual([]);
  });
  test('an area in parts', () => {
    expect(named(gml({ type: 'MultiPolygon', coordinates: [square, square] }), 'Polygon').length).toBe(2);
  });
  test('a river', () => {
    expect(named(gml({ type: 'MultiLineString', coordinates: square }), 'LineString').length).toBe(1);
  });
  test('no place, no mark', () => {
    expect(named(gml(null), 'where')).toEqual([]);
  });
});

test.each([
  ['markup', '</title><script>alert(1)</script>'],
  ['an entity', '&lol; &#x41; ]]>'],
  ['control characters and halves', 'a\u0000b\u0008c\ud83d'],
  ['marks of direction', '\u202eتفجير\u202c "quoted"'],
])('what an article says stays text: %s', (_, headline) => {
  const tree = parsed([told({ headline })]);
  expect(named(tree, 'script')).toEqual([]);
  expect(text(tree, 'entry title')).toBe(headline.replace(/[\u0000\u0008\ud83d]/g, '\ufffd'));
});

test.each(['javascript:alert(1)', 'data:text/html,x', 'http://', 'file:///etc/passwd'])(
  'an address that leads into no web is no link: %s',
  (url) => {
    expect(parsed([told({ url })]).querySelector('entry link')).toBeNull();
  },
);

test('without incidents it is a feed all the same', () => {
  expect(text(parsed([]), 'feed > updated')).toBe('1970-01-01T00:00:00Z');
});
