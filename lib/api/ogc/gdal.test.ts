import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { FeatureCollection } from 'geojson';
import { generated } from '../../../scripts/jest/contract';
import { serve, type Served } from '../../../scripts/jest/serve';
import { openTestLibrary } from '../../../scripts/jest/test-library';
import { sharedLibrary } from '../library';
import { ogcRequest } from './requests';

const run = promisify(execFile);
const hasGdal = spawnSync('ogrinfo', ['--version']).status === 0;
if (!hasGdal) {
  if (process.env.CI)
    throw new Error('wanted ogrinfo and ogr2ogr of Debian’s gdal-bin: the OGC interface cannot be tested with its client');
  process.stderr.write('\nNOT RUN: the OGC interface with its client, since ogrinfo is not installed (Debian: gdal-bin).\n\n');
}

const ARTICLES = [...generated.range(0, 150, 20)];
openTestLibrary(ARTICLES);

/** The real client: GDAL, by which QGIS and ArcGIS read such layers too. */
// Skipped where GDAL is not installed, and says so above; never in CI, where that throws.
(hasGdal ? describe : describe.skip)('GDAL', () => {
  jest.setTimeout(60_000);
  let served: Served;
  let folder: string;
  beforeAll(async () => {
    served = await serve(ogcRequest);
    folder = mkdtempSync(path.join(tmpdir(), 'incident-map-gdal-'));
  });
  afterAll(async () => {
    await served.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const layer = () => `OAPIF:${served.origin}/ogc`;
  const info = async (...args: string[]) => (await run('ogrinfo', ['-ro', ...args], { maxBuffer: 50_000_000 })).stdout;
  const incidents = ARTICLES.flatMap(({ result }) => result?.map.incidents ?? []);

  it('finds the three layers', async () => {
    const told = await info('-q', layer());
    for (const title of ['Incidents', 'Places', 'Mentions']) expect(told).toContain(`(title: ${title})`);
  });

  it('counts every incident over all pages, and knows the fields', async () => {
    const told = await info('-so', '-oo', 'PAGE_SIZE=20', layer(), 'incidents');
    expect(told).toContain(`Feature Count: ${incidents.length}`);
    expect(told).toMatch(/killedBest: Integer/);
    expect(told).toMatch(/type: String/);
    expect(told).toMatch(/WGS 84/);
  });

  it('asks for a box and gets what lies in it, areas as areas', async () => {
    const file = path.join(folder, 'box.geojson');
    const box = ['-180', '-90', '20', '90'];
    await run('ogr2ogr', ['-f', 'GeoJSON', file, layer(), 'places', '-spat', ...box, '-oo', 'PAGE_SIZE=50']);
    const { features } = JSON.parse(readFileSync(file, 'utf8')) as FeatureCollection;
    const library = await sharedLibrary();
    const wanted = await library.matched('places', { box: [-180, -90, 20, 90] }, 10_000);
    expect(features.length).toBe(wanted);
    expect(new Set(features.map(({ geometry }) => geometry.type))).toEqual(new Set(['Point', 'Polygon']));
    for (const { geometry, properties } of features)
      expect([geometry.type, properties?.kind]).toEqual(geometry.type === 'Point' ? ['Point', 'town'] : ['Polygon', 'admin1']);
  });

  it('writes all mentions into a GeoPackage', async () => {
    const file = path.join(folder, 'mentions.gpkg');
    await run('ogr2ogr', [file, layer(), 'mentions', '-oo', 'PAGE_SIZE=1000']);
    const mentions = ARTICLES.flatMap(({ result }) => (result?.map.features ?? []).flatMap(({ properties }) => properties.mentions));
    expect(await info('-so', file, 'mentions')).toContain(`Feature Count: ${mentions.length}`);
  });
});
