import { spawn } from 'node:child_process';
import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import type { ArticleMap } from '../lib/types';

/** The command itself, in a process of its own: some two seconds each, so that each run answers several questions. */
const TSX = path.join('node_modules', '.bin', 'tsx');
const SPAWN_MS = 60_000;

interface Run {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** `outFile`: where standard output goes to instead. */
function run(args: readonly string[], input = '', outFile?: string): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(TSX, [path.join('cli', 'geoparse.ts'), ...args]);
    const [out, err]: [Buffer[], Buffer[]] = [[], []];
    if (outFile === undefined) child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    else child.stdout.pipe(createWriteStream(outFile));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, out: Buffer.concat(out).toString('utf8'), err: Buffer.concat(err).toString('utf8') }));
    // A command that refuses its arguments does not read: its closed pipe is no failure of the test.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

const TEXT = 'انفجار في بيروت. وقصفت طائرات مواقع في غرب العراق.';
let folder = '';
let file = '';

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'geoparse-'));
  file = path.join(folder, 'article.txt');
  writeFileSync(file, TEXT, 'utf8');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('done: exit status 0, nothing on standard error', () => {
  test(
    'a file, with what is known of it',
    async () => {
      const { status, out, err } = await run([file, '--published', '2024-08-06', '--title', 'عاجل', '--lang', 'ar', '--locale', 'ar']);
      expect([status, err]).toEqual([0, '']);
      expect(out.trimEnd().split('\n')).toHaveLength(1);
      const map = JSON.parse(out) as ArticleMap;
      expect(map.type).toBe('FeatureCollection');
      expect(map.article).toMatchObject({ title: 'عاجل', language: 'ar', publishedAt: '2024-08-06', length: TEXT.length });
      expect(map.features.map(({ properties }) => properties.name)).toEqual(['بيروت', 'غرب العراق']);
      for (const { start, end, text } of map.features.flatMap(({ properties }) => properties.mentions))
        expect(TEXT.slice(start, end)).toBe(text);
    },
    SPAWN_MS,
  );

  test(
    'standard input, indented',
    async () => {
      const { status, out, err } = await run(['-', '--pretty'], 'An explosion in Beirut killed two.');
      expect([status, err]).toEqual([0, '']);
      expect(out.startsWith('{\n  "type": "FeatureCollection"')).toBe(true);
      const map = JSON.parse(out) as ArticleMap;
      expect(map.article.language).toBe('en');
      expect(map.features.map(({ properties }) => properties.name)).toEqual(['Beirut']);
    },
    SPAWN_MS,
  );

  test(
    '--format csv',
    async () => {
      const { status, out, err } = await run([file, '--format', 'csv']);
      expect([status, err]).toEqual([0, '']);
      expect(out.startsWith('\ufeffarticle,id,name,name_ar,')).toBe(true);
      expect(out.trimEnd().split('\r\n')).toHaveLength(3);
      expect(out).toContain('بيروت');
    },
    SPAWN_MS,
  );

  test(
    '--format kml',
    async () => {
      const { status, out, err } = await run([file, '--format', 'kml', '--locale', 'ar']);
      expect([status, err]).toEqual([0, '']);
      expect(out).toMatch(/^(<\?xml[^>]*>\s*)?<kml /);
      // Two places, and an incident at each.
      expect(out.match(/<Placemark/g)).toHaveLength(4);
      expect(out).toContain('<name>بيروت</name>');
    },
    SPAWN_MS,
  );

  test(
    '--format kmz: a zip archive, its bytes unharmed',
    async () => {
      const kmz = path.join(folder, 'map.kmz');
      const { status, err } = await run([file, '--format', 'kmz', '--locale', 'ar'], '', kmz);
      expect([status, err]).toEqual([0, '']);
      const kml = new TextDecoder().decode(unzipSync(readFileSync(kmz))['doc.kml']);
      expect(kml).toContain('<name>بيروت</name>');
    },
    SPAWN_MS,
  );

  test(
    '--format gpx',
    async () => {
      const { status, out, err } = await run([file, '--format', 'gpx', '--locale', 'ar']);
      expect([status, err]).toEqual([0, '']);
      // Beirut is a point, western Iraq an area.
      expect(out.match(/<wpt /g)).toHaveLength(1);
      expect(out).toContain('<name>بيروت</name>');
      expect(out).toMatch(/<metadata>[^]*غرب العراق[^]*<\/metadata>/);
    },
    SPAWN_MS,
  );

  test(
    '--format jsonl: a line for each file',
    async () => {
      const { status, out, err } = await run([file, file, '--format', 'jsonl']);
      expect([status, err]).toEqual([0, '']);
      const lines = out.trimEnd().split('\n');
      expect(lines).toHaveLength(2);
      expect(lines[0]).toBe(lines[1]);
      expect(JSON.parse(lines[0] ?? '')).toMatchObject({
        id: file,
        toponyms: [
          { text: 'بيروت', countryCode: 'LB' },
          { text: 'غرب العراق', placeId: 'iso:IQ', direction: 'west' },
        ],
        incidents: [{ type: 'Explosions/Remote violence', status: 'reported' }, { subType: 'Air/drone strike' }],
      });
    },
    SPAWN_MS,
  );
});

test(
  '--jsonl: a line for each line in the same order; a bad one gives its error in its place, and the run goes on',
  async () => {
    const input = [
      JSON.stringify({ id: 'one', text: 'انفجار في بيروت' }),
      '{"id": "cut", "text": ',
      JSON.stringify({ id: 3, text: 'An explosion in Damascus killed two.', language: 'en' }),
      JSON.stringify({ id: 'blank', text: '  ' }),
      JSON.stringify({ id: 'french', text: 'Beyrouth', language: 'fr' }),
      'null',
      '',
      JSON.stringify({ text: 'It rained.' }),
    ].join('\n');
    const { status, out } = await run(['--jsonl'], input);
    expect(status).toBe(1);
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: unknown; error?: string; toponyms?: { text: string; lat: number; lon: number }[] });
    expect(lines.map(({ id }) => id)).toEqual(['one', null, 3, 'blank', 'french', null, null]);
    expect(lines.map((line) => 'error' in line)).toEqual([false, true, false, true, true, true, false]);
    expect(lines[0]?.toponyms?.map(({ text }) => text)).toEqual(['بيروت']);
    // GeoNames: Damascus 33.51, 36.29.
    expect(lines[2]?.toponyms?.[0]?.lat).toBeCloseTo(33.51, 1);
    expect(lines[2]?.toponyms?.[0]?.lon).toBeCloseTo(36.29, 1);
    expect(lines[3]?.error).toContain('white space alone');
    expect(lines[4]?.error).toContain('language');
    expect(lines[6]).toEqual({ id: null, toponyms: [], incidents: [] });
  },
  SPAWN_MS,
);

test(
  '--jsonl of sound lines: exit status 0',
  async () => {
    const input = Array.from({ length: 300 }, (_, id) => JSON.stringify({ id, text: `انفجار في بيروت ${id}` })).join('\r\n');
    const { status, out, err } = await run(['--jsonl'], input);
    expect([status, err]).toEqual([0, '']);
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => (JSON.parse(line) as { id: number }).id),
    ).toEqual(Array.from({ length: 300 }, (_, id) => id));
  },
  SPAWN_MS,
);

describe('some input failed: exit status 1, and standard error says which', () => {
  test(
    'a missing file between two that are there',
    async () => {
      const missing = path.join(folder, 'missing.txt');
      const { status, out, err } = await run([file, missing, file, '--format', 'jsonl']);
      expect(status).toBe(1);
      expect(out.trimEnd().split('\n')).toHaveLength(2);
      expect(err).toContain(`geoparse: ${missing}: `);
      expect(err).toContain('ENOENT');
    },
    SPAWN_MS,
  );
});

describe('wrong usage: exit status 2, help on standard error, nothing on standard output', () => {
  test.each<[string, string[], string]>([
    ['no file', [], 'name at least one file'],
    ['a format that is none', ['-', '--format', 'shp'], 'Allowed choices are geojson, csv, incidents-csv, kml, kmz, gpx, html, jsonl'],
    ['--jsonl and a file', ['--jsonl', 'x.txt'], 'takes no files'],
  ])(
    '%s',
    async (_, args, message) => {
      const { status, out, err } = await run(args);
      expect([status, out]).toEqual([2, '']);
      expect(err).toContain(message);
      expect(err).toContain('Usage: geoparse');
    },
    SPAWN_MS,
  );
});
