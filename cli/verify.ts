import { readFile } from 'node:fs/promises';
import { loadEngine, mapArticle } from '../lib/api/engine';
import type { Rerun } from '../lib/export/bundle-checks';
import { engineVersion } from '../lib/export/engine-version';
import { verifyBundle, type Check } from '../lib/export/verify-bundle';
import { EXIT, reasonOf, writeOut } from './output';
import { newCommand, runCommand } from './run-command';

interface Options {
  readonly manifest?: string;
  readonly strict?: boolean;
}

const command = newCommand('verify')
  .description('Checks an evidence bundle without any network: hashes, quotes against the text, and that the engine gives the same map.')
  .argument('<bundle>', 'the zip archive that bundle wrote')
  .option('--manifest <sha256>', 'SHA-256 of manifest.json as it was kept elsewhere')
  .option('--strict', 'fail where a check could not be made, such as with another version');

await runCommand<Options>(command, main);

async function main({ manifest, strict }: Options, [file = '']: readonly string[]): Promise<number> {
  const checks = await verifyBundle(await readFile(file), engineHere(), manifest ?? null);
  const width = Math.max(...checks.map(({ name }) => name.length));
  await writeOut(checks.map(({ name, outcome, detail }) => `${outcome.padEnd(7)}  ${name.padEnd(width)}  ${plain(detail)}\n`).join(''));
  const count = (outcome: Check['outcome']) => checks.filter((check) => check.outcome === outcome).length;
  const [failed, skipped] = [count('failed'), count('skipped')];
  await writeOut(`\n${file}: ${failed > 0 ? 'NOT verified' : skipped > 0 ? 'verified in part' : 'verified'}`);
  await writeOut(` (${count('passed')} passed, ${failed} failed, ${skipped} skipped)\n`);
  return failed > 0 || (strict && skipped > 0) ? EXIT.failed : EXIT.done;
}

/** A bundle's own words may hold signs that a terminal would obey. */
function plain(detail: string): string {
  return detail.replace(/\p{Cc}/gu, '\ufffd');
}

/** The engine of this copy; null where it has not been built, which leaves all but two checks. */
function engineHere(): Rerun | null {
  try {
    const engine = loadEngine();
    return {
      versions: { engine: engineVersion(), gazetteer: engine.knowledge.gazetteer.version },
      map: (article, reader, id) => mapArticle(article, engine, reader, id),
    };
  } catch (error) {
    console.error(`verify: ${reasonOf(error)}`);
    return null;
  }
}
