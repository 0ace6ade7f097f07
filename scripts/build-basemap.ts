/**
 * Builds the basemap: public/basemap/world.pmtiles and the fonts of its labels in public/fonts. Needs no network.
 *   npx tsx scripts/build-basemap.ts
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { basemapLayers, MAX_ZOOM } from './basemap/layers';
import { copyFonts } from './basemap/fonts';
import { writePmtiles } from './basemap/pmtiles';
import { readSources } from './basemap/sources';
import { cutTiles } from './basemap/tiles';

const ROOT = join(import.meta.dirname, '..');
const TARGET = join(ROOT, 'public/basemap/world.pmtiles');
const ATTRIBUTION = 'Made with Natural Earth · GeoNames (CC BY 4.0), modified · Unicode CLDR © Unicode, Inc.';

const started = performance.now();
const say = (text: string): void => console.log(`${((performance.now() - started) / 1000).toFixed(1).padStart(5)} s  ${text}`);

say(`${copyFonts(ROOT, join(ROOT, 'public/fonts'))} font files copied`);
const sources = readSources(ROOT);
say('sources read');
const layers = basemapLayers(sources, say);
const tiles = cutTiles(layers, MAX_ZOOM, (zoom, count) => say(`zoom ${zoom}: ${count} tiles so far`));
const archive = writePmtiles(tiles, {
  name: 'Incident Map basemap',
  attribution: ATTRIBUTION,
  vector_layers: [...new Set(layers.map((layer) => layer.name))].map((id) => ({ id, fields: {} })),
});
mkdirSync(dirname(TARGET), { recursive: true });
writeFileSync(TARGET, archive);
say(`public/basemap/world.pmtiles: ${(archive.length / 1e6).toFixed(1)} MB, ${tiles.length} tiles`);
