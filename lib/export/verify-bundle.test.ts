import { unzipSync } from 'fflate';
import { mapArticle } from '../api/engine';
import { sharedEngine } from '../api/geoparse-request';
import { applyCorrections } from '../review/apply-corrections';
import type { Correction } from '../review/corrections';
import type { ArticleMap } from '../types';
import { SAMPLE, sampleMap } from '../../scripts/jest/sample-map';
import { toBundle, type BundleInput } from './bundle';
import type { Rerun } from './bundle-checks';
import { sha256, sumsOf, type Manifest } from './bundle-format';
import { toCsv } from './csv';
import { toIncidentsCsv } from './incidents-csv';
import { verifyBundle, type Check } from './verify-bundle';
import { zip } from './zip';

const engine = sharedEngine();
const map = sampleMap();
const rerun: Rerun = {
  versions: { engine: '1.2.3', gazetteer: map.gazetteer.version },
  map: (article, reader, id) => mapArticle(article, engine, reader, id),
};
const input: BundleInput = {
  article: SAMPLE,
  map,
  machineMap: null,
  corrections: [],
  reader: 'ar',
  createdAt: new Date('2024-08-06T12:00:00Z'),
  versions: { engine: '1.2.3', node: process.version },
  attachments: new Map([['figure.png', new Uint8Array([137, 80, 78, 71])]]),
};
const bundle = toBundle(input);

const encode = (text: string) => new TextEncoder().encode(text);
const failed = (checks: readonly Check[]) => checks.filter(({ outcome }) => outcome === 'failed').map(({ name }) => name);
const verify = (bytes: Uint8Array, kept: string | null = null) => verifyBundle(bytes, rerun, kept);

/** The bundle with its files changed by an unskilled hand: no hash is mended. */
function tampered(change: (files: Map<string, Uint8Array>) => void): Uint8Array {
  const files = new Map(Object.entries(unzipSync(bundle.zip)));
  change(files);
  return zip(files);
}
/** By a skilled hand: the manifest and the sums are written anew. */
function forged(
  change: (files: Map<string, Uint8Array>) => void,
  changeManifest: (manifest: Manifest) => void = () => undefined,
): Uint8Array {
  return tampered((files) => {
    change(files);
    const manifest = JSON.parse(read(files, 'manifest.json')) as Manifest;
    const text = read(files, 'article.txt');
    manifest.text = { sha256: sha256(encode(text)), length: text.length, bytes: encode(text).byteLength };
    manifest.files = [...files]
      .filter(([name]) => name !== 'manifest.json' && name !== 'SHA256SUMS')
      .map(([name, bytes]) => ({ name, bytes: bytes.byteLength, sha256: sha256(bytes) }));
    changeManifest(manifest);
    files.set('manifest.json', encode(JSON.stringify(manifest)));
    files.set('SHA256SUMS', encode(sumsOf(files)));
  });
}
const read = (files: ReadonlyMap<string, Uint8Array>, name: string) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(files.get(name));
const replaceIn = (name: string, from: string, to: string) => (files: Map<string, Uint8Array>) => {
  const before = read(files, name);
  if (!before.includes(from)) throw new Error(`${name} does not hold ${from}`);
  files.set(name, encode(before.replace(from, () => to)));
};
/** Replaces the map, and its tables with it. */
const withMap = (changed: ArticleMap) => (files: Map<string, Uint8Array>) => {
  files.set('map.geojson', encode(JSON.stringify(changed)));
  files.set('places.csv', encode(toCsv([changed])));
  files.set('incidents.csv', encode(toIncidentsCsv([changed])));
};

test('a bundle as it was made passes every check', async () => {
  const checks = await verify(bundle.zip, bundle.manifestSha256);
  expect(checks.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
  expect(checks.map(({ name }) => name)).toEqual([
    'archive',
    'manifest',
    'checksums',
    'file list',
    'README.txt',
    'article.json',
    'article.txt',
    'figure.png',
    'incidents.csv',
    'map.geojson',
    'places.csv',
    'text',
    'map',
    'metadata',
    'quotes',
    'tables',
    'same again',
  ]);
});

describe('one thing changed is found', () => {
  test.each<[string, (files: Map<string, Uint8Array>) => void, string[]]>([
    ['a letter of the text', replaceIn('article.txt', 'العراق', 'العراك'), ['checksums', 'article.txt', 'text']],
    [
      'a place moved in the GeoJSON',
      replaceIn('map.geojson', '"wherePrecision": 1', '"wherePrecision": 2'),
      ['checksums', 'map.geojson', 'tables'],
    ],
    ['the metadata', replaceIn('article.json', '2024-08-06', '2024-08-07'), ['checksums', 'article.json', 'metadata']],
    ['a table', replaceIn('places.csv', 'literal', 'associative'), ['checksums', 'places.csv', 'tables']],
    ['the time of making', replaceIn('manifest.json', '2024-08-06', '2024-08-07'), ['checksums']],
    ['a hash of the manifest', replaceIn('manifest.json', map.article.sha256, '0'.repeat(64)), ['checksums', 'text', 'map']],
    ['the manifest, beyond reading', replaceIn('manifest.json', '{', ''), ['manifest', 'checksums']],
    ['the format’s version', replaceIn('manifest.json', '"formatVersion": 1', '"formatVersion": 2'), ['manifest', 'checksums']],
    ['the sums', replaceIn('SHA256SUMS', 'README.txt', 'README.md'), ['checksums']],
    ['a figure', (files) => files.set('figure.png', new Uint8Array([1])), ['checksums', 'figure.png']],
    ['a file too many', (files) => files.set('extra.txt', encode('x')), ['checksums', 'file list']],
    ['a file missing', (files) => files.delete('figure.png'), ['checksums', 'file list']],
    ['the text missing', (files) => files.delete('article.txt'), ['checksums', 'file list', 'text']],
    ['the manifest missing', (files) => files.delete('manifest.json'), ['manifest', 'checksums']],
    ['the sums missing', (files) => files.delete('SHA256SUMS'), ['checksums', 'file list']],
    ['a folder', (files) => files.set('../out.txt', encode('x')), ['archive']],
  ])('%s', async (_, change, wanted) => {
    const found = failed(await verify(tampered(change)));
    for (const name of wanted) expect(found).toContain(name);
  });
});

describe('hashes written anew do not hide', () => {
  const [feature] = map.features;
  if (!feature) throw new Error('the sample names no place');
  const other = (change: Partial<ArticleMap['features'][number]['properties']>): ArticleMap => ({
    ...map,
    features: [{ ...feature, properties: { ...feature.properties, ...change } }, ...map.features.slice(1)],
  });
  const [mention] = feature.properties.mentions;
  if (!mention) throw new Error('the sample names no place');

  test.each<[string, (files: Map<string, Uint8Array>) => void, string[]]>([
    ['a text that the map is not of', replaceIn('article.txt', 'العراق', 'العراك'), ['map']],
    [
      'a quote that is not the text’s',
      withMap(other({ mentions: [{ ...mention, quote: { ...mention.quote, text: 'x' } }] })),
      ['quotes', 'same again'],
    ],
    ['offsets beyond the text', withMap(other({ mentions: [{ ...mention, start: 1e9, end: 1e9 + 1 }] })), ['quotes', 'same again']],
    ['offsets that are no numbers', replaceIn('map.geojson', `"start": ${mention.start},`, `"start": "${mention.start}",`), ['map']],
    [
      'a mention out of its quote',
      withMap(other({ mentions: [{ ...mention, quote: { start: 0, end: 4, text: SAMPLE.text.slice(0, 4) } }] })),
      ['quotes', 'same again'],
    ],
    ['a place that the engine does not give', withMap(other({ labelPoint: [0, 0] })), ['same again']],
    [
      'a place left out',
      withMap({ ...map, features: map.features.filter(({ id }) => !map.incidents.some(({ placeId }) => placeId === id)) }),
      ['map'],
    ],
    ['a table that says other things than the map', replaceIn('incidents.csv', 'reported', 'denied'), ['tables']],
    ['a date in the metadata alone', replaceIn('article.json', '2024-08-06', '2024-08-07'), ['metadata']],
    ['a map that is no map', (files) => files.set('map.geojson', encode('[]')), ['map']],
    ['a map nested without end', (files) => files.set('map.geojson', encode('['.repeat(100_000) + ']'.repeat(100_000))), ['map']],
  ])('%s', async (_, change, wanted) => {
    expect(failed(await verify(forged(change)))).toEqual(wanted);
  });

  test('anything at all, where the manifest’s SHA-256 was kept', async () => {
    const bytes = forged(
      () => undefined,
      (manifest) => (manifest.createdAt = '2020-01-01T00:00:00.000Z'),
    );
    expect(failed(await verify(bytes))).toEqual([]);
    expect(failed(await verify(bytes, bundle.manifestSha256))).toEqual(['manifest']);
  });
});

describe('another version', () => {
  const outcomes = (checks: readonly Check[]) =>
    Object.fromEntries(checks.map(({ name, outcome, detail }) => [name, `${outcome}: ${detail}`]));

  const versions = { engine: '2.0.0', gazetteer: 'other' };
  const named = `made with engine 1.2.3, here is 2.0.0; made with gazetteer ${map.gazetteer.version}, here is other`;

  test('is named, and what it gives besides is no failure', async () => {
    const less: Rerun = { versions, map: (...asked) => ({ ...rerun.map(...asked), incidents: [] }) };
    const checks = await verifyBundle(bundle.zip, less, null);
    expect(failed(checks)).toEqual([]);
    expect(outcomes(checks)['same again']).toMatch(`skipped: ${named}: the engine gives another GeoJSON; they differ at incidents`);
    expect(outcomes(checks)['quotes']).toMatch(/^passed/);
  });

  test('that gives the same all the same says so', async () => {
    const found = outcomes(await verifyBundle(bundle.zip, { ...rerun, versions }, null));
    expect(found['same again']).toBe(`passed: the engine gives the same GeoJSON from the text, though ${named}`);
    expect(found['tables']).toMatch(/^passed/);
  });

  test('throws nothing where its engine does', async () => {
    const fails: Rerun = {
      versions,
      map: () => {
        throw new Error('no such language');
      },
    };
    expect(outcomes(await verifyBundle(bundle.zip, fails, null))['same again']).toBe(`skipped: ${named}: no such language`);
  });

  test('so is a copy without an engine', async () => {
    expect(outcomes(await verifyBundle(bundle.zip, null, null))['same again']).toBe('skipped: no engine is built here');
  });
});

test('a map corrected by hand verifies, and says how far it is from the engine’s', async () => {
  const [first, second] = map.features;
  if (!first || !second) throw new Error('the sample names too few places');
  const corrected = {
    ...map,
    features: map.features.map((feature) =>
      feature === second ? { ...second, properties: { ...second.properties, confidence: 1 } } : feature,
    ),
    incidents: map.incidents.slice(1),
  };
  const checks = await verify(toBundle({ ...input, map: corrected, machineMap: map }).zip);
  expect(checks.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
  expect(checks.find(({ name }) => name === 'corrections')?.detail).toBe(
    `by hand: places 1 of ${map.features.length} changed or added, 0 taken out; incidents 0 of ${map.incidents.length - 1} changed or added, 1 taken out`,
  );
});

describe('a bundle with its corrections', () => {
  const [first, second] = map.features;
  if (!first || !second) throw new Error('the sample names too few places');
  const spans = ({ properties }: typeof first) => properties.mentions.map(({ start, end }) => ({ start, end }));
  const at = '2026-01-02T03:04:05Z';
  const corrections: Correction[] = [
    { id: 'c1', at, by: 'RK', change: { action: 'confirm', mentions: spans(first) } },
    { id: 'c2', at, by: null, change: { action: 'notPlace', mentions: spans(second) } },
  ];
  const corrected = applyCorrections(map, SAMPLE.text, corrections);
  const reviewed = toBundle({ ...input, map: corrected, machineMap: map, corrections });
  const detail = (checks: readonly Check[]) => Object.fromEntries(checks.map((check) => [check.name, `${check.outcome}: ${check.detail}`]));

  test('verifies: the log makes the map of the machine’s', async () => {
    const checks = await verify(reviewed.zip);
    expect(checks.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
    expect(detail(checks)['replay']).toBe('passed: 2 corrections make map.geojson of machine.geojson');
    expect(Object.keys(unzipSync(reviewed.zip))).toEqual(expect.arrayContaining(['corrections.json', 'machine.geojson']));
  });

  test('verifies with an incident added by hand, and its tables say whose it is', async () => {
    const [evidence] = map.incidents[0]?.evidence ?? [];
    if (!evidence) throw new Error('the sample has no incident');
    const span = { start: evidence.start, end: evidence.end };
    const added: Correction = {
      ...{ id: 'c3', at, by: 'RK' },
      change: {
        action: 'addIncident',
        trigger: span,
        evidence: [span],
        fields: { type: 'Protests', status: 'reported', headline: 'x', placeId: first.id },
      },
    };
    const log = [...corrections, added];
    const made = toBundle({ ...input, map: applyCorrections(map, SAMPLE.text, log), machineMap: map, corrections: log });
    const checks = await verify(made.zip);
    expect(checks.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
    expect(detail(checks)['replay']).toBe('passed: 3 corrections make map.geojson of machine.geojson');
    const table = read(new Map(Object.entries(unzipSync(made.zip))), 'incidents.csv').split('\r\n');
    expect(table[0]).toMatch(/,review,by_hand$/);
    expect(table.filter((row) => /,human,type; status; headline; placeId$/.test(row))).toHaveLength(1);
    expect(
      failed(await verify(toBundle({ ...input, map: applyCorrections(map, SAMPLE.text, log), machineMap: map, corrections }).zip)),
    ).toEqual(['replay']);
  });

  test('does not where the log is another’s', async () => {
    const other = toBundle({ ...input, map: corrected, machineMap: map, corrections: corrections.slice(1) });
    expect(failed(await verify(other.zip))).toEqual(['replay']);
    const none = toBundle({
      ...input,
      map: corrected,
      machineMap: map,
      corrections: [{ id: '?', at: 'x', by: '', change: {} } as unknown as Correction],
    });
    expect(failed(await verify(none.zip))).toEqual(['replay']);
  });

  test('is replayed without an engine, and by another version without blame', async () => {
    expect(detail(await verifyBundle(reviewed.zip, null, null))['replay']).toMatch(/^passed/);
    const other = toBundle({ ...input, map: corrected, machineMap: map, corrections: corrections.slice(1) });
    const checks = await verifyBundle(other.zip, { ...rerun, versions: { ...rerun.versions, engine: '2.0.0' } }, null);
    expect(detail(checks)['replay']).toMatch(/^skipped: made with engine 1.2.3, here is 2.0.0: corrections.json makes another map/);
  });
});
