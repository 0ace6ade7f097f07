import { spawnSync } from 'node:child_process';

/**
 * `npm run bench:kills -- [KILLS]`: kills a bulk save and a bulk ingest with SIGKILL so often (20) on each store, at random
 * moments, and checks after each that nothing acknowledged is lost and nothing doubled. On PostGIS too where
 * INCIDENT_MAP_TEST_DATABASE is set (`.ci/postgres`).
 */
const [, , kills = '20'] = process.argv;
const { status } = spawnSync(
  process.execPath,
  ['node_modules/jest/bin/jest.js', '--runInBand', 'lib/store/crash', 'cli/ingest-kills'],
  { stdio: 'inherit', env: { ...process.env, STORE_KILLS: kills, INGEST_KILLS: kills } }, // prettier-ignore
);
process.exitCode = status ?? 1;
