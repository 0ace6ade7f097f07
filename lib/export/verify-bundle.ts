import {
  checkCorrections,
  checkFile,
  checkList,
  checkManifest,
  checkMap,
  checkMapQuotes,
  checkMetadata,
  checkReplay,
  checkSameAgain,
  checkSums,
  checkTables,
  checkText,
  otherVersions,
  type Passed,
  type Rerun,
} from './bundle-checks';
import { CORRECTIONS, MACHINE_MAP } from './bundle-format';
import { unzip } from './unzip';

export interface Check {
  readonly name: string;
  /** skipped: could not be asked here, such as what another version would give. */
  readonly outcome: 'passed' | 'failed' | 'skipped';
  /** What was found, in plain English. */
  readonly detail: string;
}

/**
 * Checks an evidence bundle, from an unknown hand, without any network: that it opens safely; that it holds the files of
 * its manifest and no others, each with its size and hash; that text, metadata and maps speak of one article; that every
 * span and quote is the text's; that the tables say what the map says; that the corrections make the map of the
 * engine's; and that the engine gives the same GeoJSON again (where
 * it has other versions than those named, a difference is no failure). `rerun`: null where there is no engine. `manifestSha256`: as kept elsewhere, or
 * null. Never throws for what a bundle holds: what cannot be read is a check that failed.
 */
export async function verifyBundle(bytes: Uint8Array, rerun: Rerun | null, manifestSha256: string | null): Promise<Check[]> {
  const checks: Check[] = [];
  /** Runs a check; gives what it found, or null where it failed. */
  const run = <T>(name: string, ask: () => Passed<T>): T | null => {
    try {
      const { found, detail } = ask();
      checks.push({ name, outcome: 'passed', detail });
      return found;
    } catch (error) {
      checks.push({ name, outcome: 'failed', detail: messageOf(error) });
      return null;
    }
  };

  const opened = await unzip(bytes).catch(messageOf);
  const files = run('archive', () => {
    if (typeof opened === 'string') throw new Error(opened);
    return { found: opened, detail: `${opened.size} files, ${bytes.byteLength} bytes` };
  });
  if (!files) return checks;
  const manifest = run('manifest', () => checkManifest(files, manifestSha256));
  run('checksums', () => checkSums(files));
  if (!manifest) return checks;
  run('file list', () => checkList(files, manifest));
  for (const { name, bytes: size, sha256: hash } of manifest.files) {
    const content = files.get(name);
    if (content) run(name, () => checkFile(content, size, hash));
  }
  const text = run('text', () => checkText(files, manifest));
  const map = run('map', () => checkMap(files, 'map.geojson', manifest));
  const machineMap = files.has(MACHINE_MAP) ? run('machine map', () => checkMap(files, MACHINE_MAP, manifest)) : map;
  const known = run('metadata', () => checkMetadata(files, map));
  if (text === null || !map || !machineMap || !known) return checks;

  run('quotes', () => checkMapQuotes(map, text));
  if (machineMap !== map) {
    run('machine quotes', () => checkMapQuotes(machineMap, text));
    run('corrections', () => checkCorrections(machineMap, map));
  }
  // Another engine may give another map, and is no fault of the bundle; where it gives the same, that is worth knowing.
  const other = otherVersions(manifest, rerun);
  const ask = other === null ? run : <T>(name: string, check: () => Passed<T>) => checks.push(checkByAnother(name, other, check));
  // Without a log a map may have been changed by other means; a log without the map it begins with is no record of anything.
  if (files.has(CORRECTIONS) && machineMap !== map) ask('replay', () => checkReplay(files, machineMap, map, text));
  if (!rerun) {
    const detail = 'no engine is built here';
    checks.push({ name: 'tables', outcome: 'skipped', detail }, { name: 'same again', outcome: 'skipped', detail });
    return checks;
  }
  ask('tables', () => checkTables(files, map));
  ask('same again', () => checkSameAgain({ ...known, text }, known.id, machineMap, manifest, rerun));
  return checks;
}

/** A check that only the engine named could fail: where this one finds something else, it is skipped, with both reasons. */
function checkByAnother<T>(name: string, other: string, check: () => Passed<T>): Check {
  try {
    return { name, outcome: 'passed', detail: `${check().detail}, though ${other}` };
  } catch (error) {
    return { name, outcome: 'skipped', detail: `${other}: ${messageOf(error)}` };
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
