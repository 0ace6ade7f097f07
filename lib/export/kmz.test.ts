import { unzipSync } from 'fflate';
import { toKml } from './kml';
import { toKmz } from './kmz';
import { sampleMap } from '../../scripts/jest/sample-map';

const map = sampleMap();

test('holds the KML as UTF-8, under the name that viewers look for', () => {
  const files = unzipSync(toKmz([map], 'ar'));
  expect(Object.keys(files)).toEqual(['doc.kml']);
  expect(new TextDecoder('utf-8', { fatal: true }).decode(files['doc.kml'])).toBe(toKml([map], 'ar'));
});

test('the same map gives the same bytes, whenever and wherever', () => {
  const first = toKmz([map]);
  jest.useFakeTimers({ now: new Date('2031-02-03T04:05:06Z') });
  try {
    expect(Buffer.from(toKmz([map])).equals(first)).toBe(true);
  } finally {
    jest.useRealTimers();
  }
});
