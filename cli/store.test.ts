import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { GeneratedArticles } from '../scripts/jest/generated-articles';
import { openSqliteStore } from '../lib/store/open-store';

const folder = mkdtempSync(path.join(tmpdir(), 'incident-map-cli-'));
const at = (name: string) => path.join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));
jest.setTimeout(60_000);

/** Runs the command on a store of its own in the folder. */
function store(file: string, ...args: string[]) {
  const env = { ...process.env, DATABASE_URL: '', INCIDENT_MAP_DATA: at(file) };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'cli/store.ts', ...args], { env, encoding: 'utf8' });
  return { status, stdout, stderr };
}

beforeAll(async () => {
  const first = openSqliteStore(path.join(at('first'), 'store.db'));
  await first.save([...new GeneratedArticles(3, 50).range(0, 30, 20)]);
  await first.close();
});

describe('npm run store', () => {
  it('moves a store by export and import, the same to the byte, and once however often', () => {
    const exported = store('first', 'export');
    expect(exported).toMatchObject({ status: 0, stderr: '30 articles written\n' });
    writeFileSync(at('dump.jsonl'), exported.stdout);
    expect(store('second', 'import', at('dump.jsonl'))).toMatchObject({ status: 0, stderr: '30 articles added, 0 were there already\n' });
    expect(store('second', 'import', at('dump.jsonl'))).toMatchObject({ status: 0, stderr: '0 articles added, 30 were there already\n' });
    expect(store('second', 'export').stdout).toBe(exported.stdout);
  });

  it('backs up to a file of its owner’s, and restores it into an empty store alone', () => {
    expect(store('first', 'backup', at('backup.gz'))).toMatchObject({ status: 0 });
    expect(statSync(at('backup.gz')).mode & 0o777).toBe(0o600);
    expect(store('third', 'restore', at('backup.gz'))).toMatchObject({ status: 0, stderr: '30 articles added, 0 were there already\n' });
    expect(store('third', 'export').stdout).toBe(gunzipSync(readFileSync(at('backup.gz'))).toString());
    expect(store('third', 'restore', at('backup.gz'))).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/holds 30 articles/) as string,
    });
  });

  it('a damaged backup restores nothing', () => {
    const bytes = readFileSync(at('backup.gz'));
    writeFileSync(at('damaged.gz'), bytes.subarray(0, bytes.length - 100));
    expect(store('fourth', 'restore', at('damaged.gz')).status).toBe(1);
    expect(store('fourth', 'export').stderr).toBe('0 articles written\n');
  });

  it.each([
    ['a file that is not there', ['import', 'nowhere.jsonl'], 1, /no such file/],
    ['a store that is none', ['--store', at('dump.jsonl'), 'export'], 1, /no store|not a database/],
    ['a database that is away', ['--store', 'postgres://127.0.0.1:1/none', 'export'], 1, /cannot be reached/],
    ['no command', [], 2, /Usage/],
  ])('with %s it says so', (_, args, status, message) => {
    const result = store('fifth', ...args);
    expect(result.status).toBe(status);
    expect(result.stderr).toMatch(message);
  });
});
