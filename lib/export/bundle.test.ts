import { unzipSync } from 'fflate';
import { SAMPLE, sampleMap } from '../../scripts/jest/sample-map';
import { toBundle, type BundleInput } from './bundle';
import { sha256 } from './bundle-format';

const map = sampleMap();
const input: BundleInput = {
  article: SAMPLE,
  map,
  machineMap: null,
  corrections: [],
  reader: 'ar',
  createdAt: new Date('2024-08-06T12:00:00Z'),
  versions: { engine: '1.2.3', node: 'v20.20.0' },
  attachments: new Map(),
};
const textOf = (bytes: Uint8Array | undefined) => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
const filesOf = (change: Partial<BundleInput> = {}) => unzipSync(toBundle({ ...input, ...change }).zip);

test('holds the text, what is known of it, the map, its tables, and the means to check them', () => {
  const files = filesOf();
  expect(Object.keys(files)).toEqual([
    'README.txt',
    'SHA256SUMS',
    'article.json',
    'article.txt',
    'incidents.csv',
    'manifest.json',
    'map.geojson',
    'places.csv',
  ]);
  expect(textOf(files['article.txt'])).toBe(SAMPLE.text);
  expect(JSON.parse(textOf(files['map.geojson']))).toEqual(JSON.parse(JSON.stringify(map)));
  expect(JSON.parse(textOf(files['article.json']))).toMatchObject({ title: SAMPLE.title, language: null, detectedLanguage: 'ar' });
  expect(textOf(files['places.csv']).startsWith('\ufeffarticle,')).toBe(true);
  expect(textOf(files['incidents.csv']).startsWith('\ufeffevent_id,')).toBe(true);
});

test('the map is indented, each position on a line of its own', () => {
  const lines = textOf(filesOf()['map.geojson']).split('\n');
  expect(lines.slice(0, 2)).toEqual(['{', '  "type": "FeatureCollection",']);
  const positions = lines.filter((line) => /^\s+\[-?[\d.]+, -?[\d.]+\],?$/.test(line));
  expect(positions.length).toBeGreaterThan(1000);
});

test('the manifest has every file but itself and the sums that name it', () => {
  const { zip, manifestSha256 } = toBundle(input);
  const files = unzipSync(zip);
  const manifest = JSON.parse(textOf(files['manifest.json'])) as { files: { name: string; bytes: number; sha256: string }[] };
  expect(manifest).toMatchObject({
    createdAt: '2024-08-06T12:00:00.000Z',
    reader: 'ar',
    versions: { engine: '1.2.3', node: 'v20.20.0', gazetteer: map.gazetteer.version },
    text: { sha256: map.article.sha256, length: SAMPLE.text.length, bytes: files['article.txt']?.byteLength },
  });
  expect(manifest.files).toEqual(
    Object.entries(files)
      .filter(([name]) => name !== 'manifest.json' && name !== 'SHA256SUMS')
      .map(([name, bytes]) => ({ name, bytes: bytes.byteLength, sha256: sha256(bytes) })),
  );
  expect(manifestSha256).toBe(sha256(files['manifest.json'] ?? new Uint8Array()));
  expect(textOf(files['SHA256SUMS'])).toContain(`${manifestSha256}  manifest.json\n`);
});

test('the same input gives the same bytes, whenever it is made', () => {
  const first = toBundle(input).zip;
  jest.useFakeTimers({ now: new Date('2031-02-03T04:05:06Z') });
  try {
    expect(Buffer.from(toBundle(input).zip).equals(first)).toBe(true);
  } finally {
    jest.useRealTimers();
  }
});

test('README.txt says in both languages what each file is', () => {
  const attachments = new Map([['figure.png', new Uint8Array([1])]]);
  const files = filesOf({ attachments });
  const readme = textOf(files['README.txt']);
  for (const name of Object.keys(files)) expect(readme.match(new RegExp(`^${name.replace('.', '\\.')}$`, 'gm'))).toHaveLength(2);
  expect(readme.match(/npm run --silent verify -- bundle\.zip/g)).toHaveLength(2);
  expect(readme).not.toMatch(/\{\w+\}|undefined/);
});

test('further files come in as they are', () => {
  const figure = new Uint8Array([137, 80, 78, 71, 0, 255]);
  const files = filesOf({ attachments: new Map([['figure.png', figure]]) });
  expect([...(files['figure.png'] ?? [])]).toEqual([...figure]);
});

test('what a person changed stands beside what the engine gave', () => {
  const files = filesOf({ map: { ...map, features: map.features.slice(1) }, machineMap: map });
  expect((JSON.parse(textOf(files['machine.geojson'])) as typeof map).features).toHaveLength(map.features.length);
  expect((JSON.parse(textOf(files['map.geojson'])) as typeof map).features).toHaveLength(map.features.length - 1);
});

describe('refuses', () => {
  test.each(['../figure.png', 'a/b.png', '.hidden', 'صورة.png', '', 'a\\b', 'map.geojson', 'MANIFEST.json', 'machine.geojson'])(
    'an attachment named %j',
    (name) => {
      expect(() => toBundle({ ...input, attachments: new Map([[name, new Uint8Array()]]) })).toThrow(/^attachment: wanted/);
    },
  );
  test('more files than can be opened again', () => {
    const attachments = new Map(Array.from({ length: 64 }, (_, i) => [`${i}.txt`, new Uint8Array([i])]));
    expect(() => toBundle({ ...input, attachments })).toThrow('bundle: wanted at most 64 files');
  });
  test('the map of another text', () => {
    expect(() => toBundle({ ...input, article: { ...SAMPLE, text: `${SAMPLE.text} ` } })).toThrow(/^map: wanted the map of the text/);
  });
  test('a text that UTF-8 cannot hold', () => {
    expect(() => toBundle({ ...input, article: { ...SAMPLE, text: `${SAMPLE.text}\ud800` } })).toThrow('half a surrogate pair');
  });
});
