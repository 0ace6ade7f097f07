/**
 * Builds what a page of its own is made of: data/build/standalone.js, .css and the map's worker. Needs no network.
 *   npx tsx scripts/build-standalone.ts
 */
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build, type BuildOptions } from 'esbuild';

const ROOT = join(import.meta.dirname, '..');
const TARGET = join(ROOT, 'data/build');

const common: BuildOptions = {
  absWorkingDir: ROOT,
  bundle: true,
  minify: true,
  // One script in the page, of no other: nothing can be imported from a file that stands alone.
  format: 'iife',
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'eof',
  logLevel: 'warning',
  define: { 'process.env.NODE_ENV': '"production"', 'import.meta.url': '"embedded://page"' },
};

mkdirSync(TARGET, { recursive: true });
await build({
  ...common,
  entryPoints: { standalone: 'scripts/standalone/main.tsx' },
  outdir: TARGET,
  jsx: 'automatic',
  loader: { '.woff2': 'dataurl' },
});
await build({ ...common, entryPoints: { 'standalone-worker': 'node_modules/maplibre-gl/dist/maplibre-gl-worker.mjs' }, outdir: TARGET });
for (const file of ['standalone.js', 'standalone.css', 'standalone-worker.js'])
  console.log(`data/build/${file}: ${(statSync(join(TARGET, file)).size / 1e6).toFixed(2)} MB`);
