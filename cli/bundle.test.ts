import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import seed from '../data/articles/ain-al-asad.json';

/** The commands themselves, in processes of their own. */
const SPAWN_MS = 60_000;
let folder = '';
const at = (name: string) => path.join(folder, name);
const run = (command: 'bundle' | 'verify', args: readonly string[], env: Readonly<Record<string, string>> = {}) => {
  const tsx = path.join('node_modules', '.bin', 'tsx');
  return spawnSync(tsx, [path.join('cli', `${command}.ts`), ...args], { encoding: 'utf8', env: { ...process.env, ...env } });
};
const MADE = ['--published', '2024-08-06', '--created', '2024-08-06T15:00:00+03:00', '--title', seed.title];

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'bundle-'));
  writeFileSync(at('article.txt'), seed.text, 'utf8');
  writeFileSync(at('figure.png'), new Uint8Array([137, 80, 78, 71]));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test(
  'the seed article: bundled, verified, the same in every time zone, and found out when changed',
  () => {
    const made = run('bundle', [at('article.txt'), ...MADE, '--attach', at('figure.png'), '--out', at('a.zip')], { TZ: 'Asia/Tokyo' });
    expect([made.status, made.stderr]).toEqual([0, '']);
    const kept = made.stdout.trimEnd().split('\n').at(-1) ?? '';
    expect(kept).toMatch(/^[0-9a-f]{64}$/);
    run('bundle', [at('article.txt'), ...MADE, '--attach', at('figure.png'), '--out', at('b.zip')], { TZ: 'America/New_York' });
    expect(readFileSync(at('b.zip')).equals(readFileSync(at('a.zip')))).toBe(true);

    const verified = run('verify', [at('a.zip'), '--strict', '--manifest', kept]);
    expect([verified.status, verified.stderr]).toEqual([0, '']);
    expect(verified.stdout).toContain('passed   same again');
    expect(verified.stdout).toMatch(/a\.zip: verified \(17 passed, 0 failed, 0 skipped\)\n$/);

    const changed = readFileSync(at('a.zip'));
    // A byte of the first file's packed content.
    changed.writeUInt8(changed.readUInt8(100) ^ 1, 100);
    writeFileSync(at('c.zip'), changed);
    const refused = run('verify', [at('c.zip')]);
    expect(refused.status).toBe(1);
    expect(refused.stdout).toContain('NOT verified');
  },
  SPAWN_MS,
);

test(
  'what cannot be done says why',
  () => {
    writeFileSync(at('latin.txt'), Buffer.from([0x42, 0xe9, 0x42]));
    const latin = run('bundle', [at('latin.txt'), '--out', at('d.zip')]);
    expect([latin.status, latin.stdout]).toEqual([1, '']);
    expect(latin.stderr).toContain('bundle: ');
    const usage = run('bundle', [at('article.txt')]);
    expect([usage.status, usage.stdout]).toEqual([2, '']);
    expect(usage.stderr).toContain('--out');
    const time = run('bundle', [at('article.txt'), '--created', 'noon', '--out', at('d.zip')]);
    expect(time.status).toBe(2);
    const missing = run('verify', [at('missing.zip')]);
    expect([missing.status, missing.stdout]).toEqual([1, '']);
    expect(missing.stderr).toContain('ENOENT');
  },
  SPAWN_MS,
);
