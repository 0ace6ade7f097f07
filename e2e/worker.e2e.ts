import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { sharedEngine } from '../lib/api/geoparse-request';
import { geoparse } from '../lib/geoparse';
import { seedArticle } from './support/articles';
import { deskTest } from './support/desk';

/** What a browser would run: the engine as it is, with the index handed in as a buffer. */
const WORKER = `
  import { Gazetteer } from './lib/gazetteer/gazetteer';
  import { geoparse } from './lib/geoparse';
  import { compileLexicons } from './lib/text/lexicons';
  import recognition from './data/models/recognition.json';
  import resolution from './data/models/resolution.json';
  import roles from './data/models/roles.json';
  self.onmessage = async () => {
    const buffer = await (await fetch('/test/gazetteer.bin')).arrayBuffer();
    const frequency = await (await fetch('/test/frequency.json')).json();
    const article = await (await fetch('/test/article.json')).json();
    const gazetteer = Gazetteer.from(buffer);
    const models = { recognition, resolution, roles };
    const knowledge = { gazetteer, lexicons: compileLexicons(frequency), genericDomains: new Set(), models };
    const { resolutions } = geoparse(article, knowledge);
    self.postMessage(resolutions.map(({ mention, candidates: [best] }) => [mention.text, mention.role, best ? gazetteer.id(best.place) : null]));
  };
`;

deskTest('the engine reads the seed article in a browser worker as it does on the server', {}, async ({ page }) => {
  const { outputFiles } = await build({
    stdin: { contents: WORKER, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
  });
  const files: Readonly<Record<string, { body: string | Buffer; contentType: string }>> = {
    'page.html': { body: '<!doctype html><html lang="en"><title>Worker</title></html>', contentType: 'text/html' },
    'worker.js': { body: outputFiles[0]?.text ?? '', contentType: 'text/javascript' },
    'gazetteer.bin': { body: readFileSync('data/build/gazetteer.bin'), contentType: 'application/octet-stream' },
    'frequency.json': { body: readFileSync('data/build/frequency.json'), contentType: 'application/json' },
    'article.json': { body: JSON.stringify(seedArticle), contentType: 'application/json' },
  };
  await page.route('**/test/*', (route) =>
    route.fulfill(files[new URL(route.request().url()).pathname.slice('/test/'.length)] ?? { status: 404 }),
  );
  await page.goto('/test/page.html');
  const inWorker = await page.evaluate(
    () =>
      new Promise<unknown>((resolve, reject) => {
        const worker = new Worker('/test/worker.js');
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = ({ message }) => reject(new Error(message));
        worker.postMessage(null);
      }),
  );
  const { knowledge } = sharedEngine();
  const onServer = geoparse({ text: seedArticle.text, language: seedArticle.language ?? null }, knowledge).resolutions;
  expect(onServer.length).toBeGreaterThan(30);
  expect(inWorker).toEqual(
    onServer.map(({ mention, candidates: [best] }) => [mention.text, mention.role, best ? knowledge.gazetteer.id(best.place) : null]),
  );
});
